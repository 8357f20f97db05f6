import type { ListCompared } from '../../log/identity/compared'
import { KINDS } from '../../records/records'

/** By what people of a list are shown, in this order. */
const OF_PERSONS: Readonly<Record<string, readonly string[]>> = {
  cases: ['id', 'town', 'place', 'reportedAt', 'kind', 'sex', 'ageBand', 'foundIn'],
  contacts: ['id', 'case', 'town', 'place', 'exposedAt', 'kind', 'sex', 'ageBand'],
}
const MOST = 8

/** The columns in which rows of a list that came again are shown: those in which one of them has something. */
export function comparedColumns({ list, rows }: Pick<ListCompared, 'list' | 'rows'>): readonly string[] {
  const wanted =
    OF_PERSONS[list] ?? (KINDS.find((kind) => kind.list === list)?.fields ?? []).map(({ name }) => name)
  const all = [...rows.added, ...rows.changed, ...rows.gone, ...rows.equal]
  const filled = wanted.filter((name) => all.some(({ cells }) => (cells[name] ?? null) !== null))
  return (filled.length > 0 ? filled : wanted).slice(0, MOST)
}
