import type { StatedFact, ZoneStay } from '../../facts'
import type { Instant } from '../../time/calendar'
import { beginningAsHeir, staysBefore } from '../stays/heirs'
import { readYesNo } from './yes-no'

/** What is asked of statements that name zones: the rows of one fact seen by then, and the stays by zone. */
interface Said {
  readonly rows: readonly StatedFact[]
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
}

/** The stay with which several zones became this one; null where it was never merged. */
export function mergedWith(stay: ZoneStay, stays: Said['stays']): ZoneStay | null {
  const begun = beginningAsHeir(stay, stays)
  return begun && staysBefore(begun, stays).length > 1 ? begun : null
}

/**
 * What a zone made of several ones takes over of one fact: the latest statement, where each of them has made one and
 * all agree; null where one is silent or they differ, for then nobody has said it of the whole.
 */
export function agreedBefore(begun: ZoneStay, said: Said): StatedFact | null {
  const last = staysBefore(begun, said.stays).map((one) => lastSaid(one, begun.from.at, said))
  const [first] = last
  const yes = first ? readYesNo(first.value) : null
  if (yes === null || last.some((one) => !one || readYesNo(one.value) !== yes)) return null
  return last.reduce((a, b) => (b!.at.at > a!.at.at ? b : a))!
}

function lastSaid(stay: ZoneStay, before: Instant, said: Said): StatedFact | null {
  const begun = mergedWith(stay, said.stays)
  const own = said.rows
    .filter(({ zone, at }) => zone === stay.id && at.at < before && (!begun || at.at >= begun.from.at))
    .sort((a, b) => a.at.at - b.at.at || a.origin.row - b.origin.row)
  return own.at(-1) ?? (begun && begun.from.at < before ? agreedBefore(begun, said) : null)
}
