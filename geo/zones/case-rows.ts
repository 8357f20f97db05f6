import { momentAt, textAt } from '../columns'
import type { CaseTable, MomentColumn } from '../facts'
import type { Moment } from '../time/calendar'
import { linksOfCase } from './metrics'
import type { Occurrence, Untold } from './record'
import { timesOf } from './untold'

/** What a row says beside its times. */
export type SaidOfRow = Omit<Occurrence, 'at' | 'isDay'>

/** What a case says, read once: moving through time only asks what of it is seen. */
export interface CaseRow {
  readonly said: SaidOfRow
  readonly isCase: boolean
  /** when it was reported; null where it does not tell */
  readonly reportedAt: Moment | null
  /** all other times that it tells */
  readonly others: readonly Moment[]
  /** those and when it was reported */
  readonly all: readonly Moment[]
  /** what happened by its times, in the order in which it is taken in */
  readonly events: readonly (readonly [event: string, occurrence: Occurrence])[]
  /** what it left untold when it was last asked, by event */
  readonly untold: Map<string, Untold>
}

const rowsOf = new WeakMap<CaseTable, CaseRow[]>()

/** What the row of a case says; a suspected one is no `case`. */
export function caseRow(cases: CaseTable, row: number): CaseRow {
  let rows = rowsOf.get(cases)
  if (!rows) rowsOf.set(cases, (rows = []))
  return (rows[row] ??= readCase(cases, row))
}

function readCase(cases: CaseTable, row: number): CaseRow {
  const said = saidOfCase(cases, row)
  const isCase = textAt(cases.kind, row) !== 'suspected'
  const others = timesOf(row, [cases.sampledAt, cases.onsetOn, cases.kindAt, cases.transferredAt])
  const reportedAt = momentAt(cases.reportedAt, row)
  return {
    ...{ said, isCase, reportedAt, others, untold: new Map() },
    all: reportedAt ? [...others, reportedAt] : others,
    events: eventsOf(cases, row, isCase).map(([event, moment]) => [
      event,
      { ...said, ...(event === 'case' ? { links: linksOfCase(cases, row) } : {}), ...moment },
    ]),
  }
}

/** By the column that tells it: it was reported, was moved out, which isolated it, and fell ill. */
function eventsOf(cases: CaseTable, row: number, isCase: boolean): (readonly [string, Moment])[] {
  const columns: readonly (readonly [string, MomentColumn])[] = [
    ['case', cases.reportedAt],
    ['case.left', cases.transferredAt],
    ['case.isolated', cases.transferredAt],
    ['case.onset', cases.onsetOn],
  ]
  return columns.flatMap(([event, column]) => {
    const moment = event === 'case' && !isCase ? null : momentAt(column, row)
    return moment ? [[event, moment] as const] : []
  })
}

/** What a case says beside its times. */
export function saidOfCase(cases: CaseTable, row: number): SaidOfRow {
  const kind = textAt(cases.kind, row)
  const foundIn = textAt(cases.foundIn, row)
  const origin = textAt(cases.origin, row)
  const tags =
    textAt(cases.tags, row)
      ?.split(';')
      .map((tag) => tag.trim()) ?? []
  return {
    file: textAt(cases.file, row) ?? 'cases',
    row: cases.row[row]!,
    segment: cases.segment && textAt(cases.segment, row),
    value: textAt(cases.id, row),
    place: textAt(cases.place, row),
    words: [kind, foundIn, origin, ...tags].filter((word): word is string => word !== null),
    silent: (['kind', 'foundIn', 'origin'] as const).filter((_, i) => [kind, foundIn, origin][i] === null),
  }
}
