import type { SurveyUnplaced, SurveyZone, UnplacedItem, UnplacedRow, When } from '../answers'
import { formatInstant, type Instant, readMoment } from '../time/calendar'
import type { Slice } from './slice'

const HOUR = 60

/** Unplaced rows by list, file and cause, and the zones they hold; null where there are none. */
export function surveyUnplaced(
  slice: Slice,
  zones: readonly Pick<SurveyZone, 'id' | 'held'>[],
): SurveyUnplaced | null {
  const rows = slice.assess.unplaced ?? []
  if (rows.length === 0) return null
  const open = rows.filter(({ ruledOut }) => ruledOut === null)
  const items = itemsOf(slice, open)
  const since = items[0]?.since ?? null
  const minutes = since === null ? null : Math.floor((slice.asOf - instantOf(slice, since)!) / 60_000)
  return {
    rows: open.length,
    lists: LISTS.map((list) => ({ list, rows: open.filter((row) => row.list === list).length })).filter(
      ({ rows: count }) => count > 0,
    ),
    items,
    ruledOut: rows.filter(({ ruledOut }) => ruledOut !== null),
    held: zones.filter(({ held }) => held).map(({ id }) => id),
    since,
    minutes,
    weight: minutes === null || minutes < 4 * HOUR ? 'new' : minutes < 24 * HOUR ? 'long' : 'longest',
  }
}

const LISTS: readonly UnplacedRow['list'][] = [
  ...(['cases', 'contacts', 'rounds', 'facts', 'reports'] as const),
  ...(['zones', 'transitions'] as const),
]

/**
 * Rows of one list, file and cause, apart those that hold a zone and those that hold none: the former first, of each the
 * longest known first, and of which nothing tells when they were learned, last.
 */
function itemsOf(slice: Slice, rows: readonly UnplacedRow[]): UnplacedItem[] {
  const groups = new Map<string, UnplacedRow[]>()
  for (const row of rows) {
    const key = [row.list, row.file, row.why, row.holds.length > 0].join('\n')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
    .map((own) => itemOf(slice, own))
    .map((item, i) => ({ item, i, at: item.since === null ? Infinity : instantOf(slice, item.since)! }))
    .sort((a, b) => holding(b.item) - holding(a.item) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.i - b.i))
    .map(({ item }) => item)
}

const holding = ({ holds }: UnplacedItem): number => Number(holds.length > 0)

function itemOf(slice: Slice, rows: readonly UnplacedRow[]): UnplacedItem {
  const { list, file, why, refused } = rows[0]!
  const known = rows.flatMap((row) => learnedAt(slice, row) ?? [])
  const first = known.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null)
  return {
    ...{ list, file, why, refused, rows },
    since: first === null ? null : formatInstant(slice.timezone, first),
    holds: [...new Set(rows.flatMap(({ holds }) => holds.map(({ zone }) => zone)))].sort(),
  }
}

/** When the row was learned; where that is after the as-of, for one looks back, when it says that it was. */
function learnedAt(slice: Slice, { knownAt, candidateTime }: UnplacedRow): Instant | null {
  const seen = [knownAt, candidateTime.from]
    .map((when) => instantOf(slice, when))
    .filter((at) => at !== null && at <= slice.asOf)
  return seen[0] ?? null
}

const instantOf = ({ timezone }: Slice, when: When | null): Instant | null =>
  when === null ? null : (readMoment(timezone, when)?.at ?? null)
