import type { Table } from '../../formats/table'
import type { Kind } from '../../records/records'
import { personalOf, shownHeader } from '../personal'
import { aProblem, type Problem } from '../problem'
import type { HeaderMatch } from './headers'

/** What becomes of headers that a file has more than once. */
export interface Twice {
  /** headers of the kind that come twice: which column is meant nobody can tell, so no row is taken */
  readonly fatal: readonly string[]
  /** the second and further columns of those */
  readonly copies: readonly string[]
  /** other headers that come twice: none of their columns is taken */
  readonly refused: readonly string[]
  /** all columns of those */
  readonly left: readonly string[]
}

/** Judges headers that come twice; what a report says it says in any column. */
export function judgeTwice(kind: Kind, { fields }: HeaderMatch, groups: Table['twice'] = []): Twice {
  const claimed = new Set(fields.values())
  const isFatal = ([header]: readonly string[]): boolean =>
    claimed.has(header!) || (kind.list === 'reports' && personalOf(header!, kind.list) === null)
  const [fatal, others] = [groups.filter(isFatal), groups.filter((group) => !isFatal(group))]
  return {
    fatal: fatal.map(([header]) => header!),
    copies: fatal.flatMap((group) => group.slice(1)),
    refused: others.map(([header]) => header!),
    left: others.flat(),
  }
}

/** The match without columns that nobody can tell apart. */
export function withoutTwice(match: HeaderMatch, { copies, left }: Twice): HeaderMatch {
  const out = new Set([...copies, ...left])
  const stays = (header: string): boolean => !out.has(header)
  return { ...match, others: match.others.filter(stays), repeated: match.repeated.filter(stays) }
}

/** What is wrong with the header line itself. */
export function* headerProblems(path: string, table: Table, { fatal, refused }: Twice): Generator<Problem> {
  if (table.strayInHeader)
    yield aProblem(path, 'quotes-in-header', { seen: shownHeader(table.strayInHeader) })
  for (const column of fatal) yield aProblem(path, 'header-twice', { column })
  for (const column of refused) yield aProblem(path, 'other-header-twice', { column: shownHeader(column) })
}
