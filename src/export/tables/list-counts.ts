import type { Instant, ListName } from '#geo'
import type { Register } from '../../log/fold/register'
import { KINDS } from '../../records/records'
import { rowsOf } from '../rows'
import type { ListFormat } from './file-name'
import { registerWritten } from './register-written'

export interface ListCount {
  readonly list: ListName
  readonly rows: number
}

/** The lists that have rows to leave in that format, in the order of the pack. */
export function listCounts(
  register: Register,
  { format, asOf }: { readonly format: ListFormat; readonly asOf: Instant | null },
): readonly ListCount[] {
  const facts = registerWritten(register, asOf)
  return KINDS.filter(({ geometry, onlyGround }) => (format === 'geojson' ? geometry : !onlyGround))
    .map(({ list }) => ({
      list,
      rows: list === 'cases' || list === 'contacts' ? facts[list].length : rowsOf(facts, list).length,
    }))
    .filter(({ rows }) => rows > 0)
}
