import type { Difference, Statement } from '../../log/differences/difference'
import { seenOf } from '../../log/differences/seen'
import type { Value } from '../../log/events'
import type { Register } from '../../log/fold/register'
import type { RowCorrected } from '../../operations/hand/say-case'
import { fieldOf } from '../../records/records'
import { isCorrected } from '../hand/row-desk'

/** The act that lets one statement hold, in knowledge of them all; null where no correction can say it. */
export function decisionOf(
  difference: Difference,
  { said }: Statement,
  { because, register }: { readonly because: string; readonly register: Register },
): RowCorrected | null {
  const { list, row, field } = difference
  if (said === undefined || !isCorrected(list)) return null
  const set = { [field]: said, ...otherGround(difference, said) }
  const sees = seenOf(register, { list, row }, Object.keys(set))
  return { type: `${list}.corrected@1`, row, set, because, sees }
}

/** A place takes the place of the whole ground of the row. */
function otherGround({ list, field }: Difference, said: Value): Readonly<Record<string, null>> {
  if (field !== 'place' || said === null) return {}
  const others = ['zone', 'lng', 'lat'].filter((name) => fieldOf(list, name))
  return Object.fromEntries(others.map((name) => [name, null]))
}
