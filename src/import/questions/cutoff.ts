import { type Day, dayOf, type Instant, isDay, type Moment, SPEAKING_LISTS } from '#geo'
import { dayWithYear } from '../cells/moments'
import type { ListFile } from '../list-file'
import { type DayTold, dayTold, monthAndDateTold } from './days-in-words'
import type { Reason } from './question'

/** Until when what is at hand speaks, as `2022-07-09` or `2022-07-09T17:00`, and what tells it. */
export interface Cutoff {
  readonly at: string
  readonly reason: Reason
}

/** What is planned, or ends some day, tells nothing of when a list was written. */
const AHEAD: ReadonlySet<string> = new Set([
  'to',
  'due',
  'releasedAt',
  'takesEffectAt',
  'finishedAt',
  'knownAt',
])
const DAY_MS = 86_400_000

interface Candidate {
  readonly day: Day
  readonly time: string | null
  readonly reason: Reason
}

/**
 * The newest day that titles, rows and names of files tell; of the same day the title first, for it has the hour. A day
 * more than one after `clock` is mistyped and tells nothing.
 */
export function cutoffOf(
  lists: readonly ListFile[],
  { zone, clock }: { readonly zone: string; readonly clock: Instant | null },
): Cutoff | null {
  const latest = clock === null ? '9999-12-31' : dayOf(zone, clock + DAY_MS)
  const told = [
    ...lists.flatMap((list) => byTitle(list)),
    ...lists.flatMap((list) => byRows(list, zone, latest)),
    ...lists.flatMap((list) => byName(list)),
  ].filter(({ day }) => day <= latest)
  const [newest] = told.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : rankOf(b) - rankOf(a)))
  const found = newest ?? null
  if (!found) return null
  return { at: found.time === null ? found.day : `${found.day}T${found.time}`, reason: found.reason }
}

const rankOf = ({ time, reason }: Candidate): number =>
  time === null ? (reason.code === 'title-of' ? 0.5 : 0) : 1 + Number(time.replace(':', '')) / 10_000

const reason = (code: Reason['code'], seen: string): Reason => ({ code, seen, count: null, of: null })

const isOneDay = (told: DayTold | null): told is DayTold => told !== null && told.first === told.last

function byTitle({ titles = [], path }: ListFile): Candidate[] {
  return titles.flatMap((title) => {
    const told = dayTold(title)
    return isOneDay(told) ? [{ day: told.first, time: told.time, reason: reason('title-of', path) }] : []
  })
}

function byName({ path }: ListFile): Candidate[] {
  const told = dayTold(path)
  return isOneDay(told) ? [{ day: told.first, time: null, reason: reason('name-of', path) }] : []
}

function byRows({ kind, taken, path }: ListFile, zone: string, latest: Day): Candidate[] {
  if (!SPEAKING_LISTS.some((one) => one === kind.list)) return []
  const names = kind.fields
    .filter(({ name, type }) => (type === 'moment' || type === 'day') && !AHEAD.has(name))
    .map(({ name }) => name)
  let newest = ''
  for (const name of names)
    for (let at = 0; at < taken.length; at++) {
      const cell = taken.cellAt(at, name)
      const day = typeof cell === 'string' ? cell : cell ? dayOf(zone, (cell as unknown as Moment).at) : ''
      if (day > newest && day <= latest) newest = day
    }
  return newest === '' ? [] : [{ day: newest, time: null, reason: reason('newest-row-of', path) }]
}

/** The day that a name of a file tells without a year, in the year in which it is the last before the cut-off. */
export function dayNamed(path: string, cutoff: Day): Day | null {
  const named = monthAndDateTold(path)
  if (!named) return null
  const year = Number(cutoff.slice(0, 4))
  const days = [year, year - 1].map((one) => dayWithYear({ ...named, time: '' }, one))
  return days.find((day) => isDay(day) && day <= cutoff.slice(0, 10)) ?? null
}
