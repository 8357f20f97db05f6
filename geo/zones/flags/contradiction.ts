import type { Evidence } from '../../answers'
import { rowRefOf } from '../../columns'
import type { RowRef } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import type { Asked } from '../conditions/asked'
import { isLater, printMoment } from '../moves/days'
import { countSeen, type Held, type RoundFigures } from '../record/record'
import { isResulted } from '../record/round-figures'
import { readYesNo } from '../record/yes-no'
import { listsOf, type SpeaksOf, speaksOf } from './speaks-of'

/** Why a statement decides nothing, and the rows that say otherwise. */
export interface Contradiction {
  /** `flag-older`: what it speaks of came later; `flag-against-list`: a list says the opposite; `flag-twice`: two answers; `list-unknown`: nothing tells */
  readonly reason: 'flag-older' | 'flag-against-list' | 'flag-twice' | 'list-unknown'
  readonly evidence: readonly Evidence[]
}

/** At most so many rows are shown. */
const SHOWN = 20

interface Row extends RowRef, Partial<Moment> {
  readonly value: string | null
}

/**
 * What contradicts the last statement of a flag: another answer of the same moment; where the answer speaks for lowering,
 * people or rounds of a list that say the opposite, an event it speaks of that came later, or that such a list is not there. Events are looked at up to
 * the as-of, like those of clocks. Null where nothing does.
 */
export function contradictionOf(
  asked: Asked,
  { flag, statements }: { flag: string; statements: readonly Held<string>[] },
): Contradiction | null {
  const last = statements.at(-1)!
  const says = readYesNo(last.value)
  const told = (reason: Contradiction['reason'], rows: readonly Row[]): Contradiction | null =>
    rows.length === 0
      ? null
      : {
          reason,
          evidence: once(rows)
            .slice(-SHOWN)
            .map((row) => evidenceOf(asked, row)),
        }
  const twice = statements.filter(
    (one) => readYesNo(one.value) !== says && !isLater(asked.timezone, last, one),
  )
  if (twice.length > 0) return told('flag-twice', twice)
  const spoken = speaksOf(flag)
  if (spoken.favours !== says) return null
  if ([...listsOf(spoken)].some((list) => !asked.record.stated.has(list)))
    return { reason: 'list-unknown', evidence: [] }
  const against = [...peopleAgainst(asked, spoken), ...roundsAgainst(asked, spoken, last)]
  if (against.length > 0) return told('flag-against-list', against)
  return told('flag-older', laterThan(asked, spoken, last))
}

/** Each row of a file once, whatever of it speaks. */
function once(rows: readonly Row[]): Row[] {
  const byRow = new Map(rows.map((row) => [keyOf(row), row]))
  return [...byRow.values()]
}

/** Whether an event that the flag speaks of came later than this statement. */
export function isOlder(asked: Asked, flag: string, one: Held<string>): boolean {
  return laterThan(asked, speaksOf(flag), one).length > 0
}

/** Whoever a list has in it of whom the opposite is so until it says otherwise. */
function peopleAgainst({ record, asOf }: Asked, { against = [] }: SpeaksOf): Row[] {
  return against.flatMap((name) => [
    ...(record.untold.get(name) ?? []),
    ...(name === 'contact.transferred' ? [] : seenOf(record.events.get(name), asOf)),
  ])
}

function laterThan(asked: Asked, { events, against = [], opposites = {} }: SpeaksOf, stated: Moment): Row[] {
  const { record, asOf, timezone } = asked
  const movedSince = against.includes('contact.transferred') ? rowsOver(asked) : NOBODY
  const later = (name: string): Row[] =>
    seenOf(record.events.get(name), asOf).filter(
      (one) => isLater(timezone, one, stated) && !(name === 'contact.exposure' && movedSince.has(keyOf(one))),
    )
  const happened = events.flatMap((name) => [
    ...later(name),
    ...(record.untold.get(name) ?? []).flatMap((one) =>
      one.by && isLater(timezone, one.by, stated) && !movedSince.has(keyOf(one)) ? { ...one, ...one.by } : [],
    ),
  ])
  const denied = Object.entries(opposites).flatMap(([name, answer]) =>
    seenOf(record.flags.get(name), asOf).filter(
      (one) => readYesNo(one.value) !== answer && !isLater(timezone, stated, one),
    ),
  )
  return [...happened, ...denied]
}

const keyOf = ({ segment, file, row }: RowRef): string => `${segment ?? ''} ${file} ${row}`
const NOBODY: ReadonlySet<string> = new Set()

/** Contacts whom the list has moved or released: that all are controlled is true of them too. */
function rowsOver({ record, asOf }: Asked): ReadonlySet<string> {
  const over = ['contact.transferred', 'contact.left'].flatMap((name) =>
    seenOf(record.events.get(name), asOf),
  )
  return new Set(over.map(keyOf))
}

const seenOf = <Row extends Moment>(rows: readonly Row[] | undefined, asOf: Instant): readonly Row[] =>
  rows ? rows.slice(0, countSeen(rows, asOf)) : []

/** Rounds that found somebody or have results open: of `open` whenever they began, else those not over when it was stated. */
function roundsAgainst({ record, asOf, timezone }: Asked, { rounds }: SpeaksOf, stated: Moment): Row[] {
  if (!rounds) return []
  const isOpen = (one: RoundFigures): boolean =>
    one.finishedAt === null || one.finishedAt.at > asOf || isResulted(one) !== true
  const isPositive = (one: RoundFigures): boolean =>
    one.result === 'positive' || (one.positivePeople ?? 0) > 0
  const isAfter = (one: RoundFigures): boolean =>
    one.finishedAt === null || isLater(timezone, one.finishedAt, stated)
  return [...record.rounds, ...(record.partialRounds ?? [])]
    .filter((one) => one.startedAt.at <= asOf)
    .filter(
      (one) =>
        rounds !== 'environment' ||
        one.isOfEnvironment === true ||
        (one.isOfEnvironment === null && isPositive(one)),
    )
    .filter((one) => (rounds === 'open' ? isOpen(one) : isAfter(one) && (isOpen(one) || isPositive(one))))
    .flatMap((one) =>
      (one.rows.length > 0 ? one.rows : [UNREAD]).map((row) => ({
        ...row,
        ...(one.finishedAt ?? one.startedAt),
        value: one.result,
      })),
    )
}

/** Stands for a round of which nobody could read a row. */
const UNREAD: RowRef = { file: 'rounds', row: 0 }

function evidenceOf({ timezone }: Asked, row: Row): Evidence {
  const at = row.at === undefined ? null : { at: row.at, isDay: row.isDay ?? false }
  return { ...rowRefOf(row), at: printMoment(timezone, at), value: row.value }
}
