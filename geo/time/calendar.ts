/** Milliseconds since 1970-01-01T00:00Z. The kernel never reads a clock: instants are handed in. */
export type Instant = number

/** A calendar day as `YYYY-MM-DD`. Its beginning depends on the time zone it is read in. */
export type Day = string

/** An instant, and whether the source only gave a day (then `at` is 00:00 of that day in the pack's zone). */
export interface Moment {
  readonly at: Instant
  readonly isDay: boolean
}

const MINUTE = 60_000
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}

/** Zones that have kept one offset since 1992: asking ICU for each instant is 200 times slower. */
const FIXED_OFFSET: Record<string, number> = { 'Asia/Shanghai': 480, 'Asia/Taipei': 480, UTC: 0 }
const FIXED_SINCE = Date.UTC(1992, 0, 1)
/** Before the railways every zone kept its local mean time; ICU would count older days in the Julian calendar. */
const ONE_OFFSET_BEFORE = Date.UTC(1800, 0, 1)

/** Offset of the zone from UTC at that instant, in minutes east. Throws RangeError on an unknown zone. */
export function offsetAt(zone: string, at: Instant): number {
  const fixed = FIXED_OFFSET[zone]
  if (fixed !== undefined && at >= FIXED_SINCE) return fixed
  const asked = Math.max(at, ONE_OFFSET_BEFORE)
  const part: Record<string, string> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(asked)) part[type] = value
  const wall = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  )
  return Math.round((wall - Math.floor(asked / 1000) * 1000) / MINUTE)
}

/** Offsets lie between −12 h and +14 h: so long before and after a wall time read as UTC its instant surely lies. */
const EARLIEST = 15 * 60 * MINUTE
const LATEST = 13 * 60 * MINUTE

/**
 * The instants at which the zone's clocks may show this wall time (ms as if UTC): by the offset before and by the one
 * after, the earlier reading first. `shown` is null where a change of the clocks takes the time away.
 */
function readingsOf(
  zone: string,
  wall: number,
): { readonly shown: Instant | null; readonly before: Instant; readonly after: Instant } {
  const [early, late] = [offsetAt(zone, wall - EARLIEST), offsetAt(zone, wall + LATEST)]
  const [before, after] = [wall - early * MINUTE, wall - late * MINUTE]
  if (early === late) return { shown: before, before, after }
  const shown = offsetAt(zone, before) === early ? before : offsetAt(zone, after) === late ? after : null
  return { shown, before, after }
}

/**
 * The instant at which the zone's clocks show this wall time (ms as if UTC); the first where they show it twice. In a
 * gap as long after the change as the time lies behind the beginning of the gap (RFC 5545, 3.3.5).
 */
function fromWall(zone: string, wall: number): Instant {
  const { shown, before } = readingsOf(zone, wall)
  return shown ?? before
}

/** The calendar day on which the instant falls in the zone. */
export function dayOf(zone: string, at: Instant): Day {
  return dayOfWall(at + offsetAt(zone, at) * MINUTE)
}

/** A day has a year of four digits: what lies before the first or after the last of them is the first or last. */
const FIRST_WALL = Date.parse('0000-01-01T00:00:00Z')
const LAST_WALL = Date.parse('9999-12-31T23:59:59.999Z')
const held = (wall: number): number => Math.min(LAST_WALL, Math.max(FIRST_WALL, wall))

function dayOfWall(wall: number): Day {
  return new Date(held(wall)).toISOString().slice(0, 10)
}

/** The first instant of the day in the zone: its 00:00, or the change of the clocks that takes 00:00 away. */
export function startOfDay(zone: string, day: Day): Instant {
  const { shown, before, after } = readingsOf(zone, Date.parse(`${day}T00:00:00Z`))
  return shown ?? changeBetween(zone, after, before)
}

/** The first instant of the later offset; `from` still has the earlier one. To the millisecond. */
function changeBetween(zone: string, from: Instant, to: Instant): Instant {
  const offset = offsetAt(zone, from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === offset) low = middle
    else high = middle
  }
  return high
}

/** The day `count` days later (negative: earlier). */
export function addDays(day: Day, count: number): Day {
  return dayOfWall(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000)
}

/** Every day from `first` to `last`, both included; none where `last` is earlier. */
export function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => addDays(first, at))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The same clock time in the zone, `count` calendar days later: never 24 h × count. */
export function sameClockAfterDays(zone: string, at: Instant, count: number): Instant {
  const wall = at + offsetAt(zone, at) * MINUTE
  return fromWall(zone, wall + count * 86_400_000)
}

/** Minutes since 00:00 on the zone's clock. */
export function minuteOfDay(zone: string, at: Instant): number {
  const wall = at + offsetAt(zone, at) * MINUTE
  return Math.floor((((wall % 86_400_000) + 86_400_000) % 86_400_000) / MINUTE)
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

/** True for a day that exists (2022-02-30 does not). */
export function isDay(seen: string): seen is Day {
  const match = DATE.exec(seen)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0)
  return date >= 1 && date <= last
}

/**
 * Reads `2022-05-27`, `2022-05-27T18:00`, `2022-05-27 18:00:30` or with an offset (`+08:00`, `Z`).
 * Without an offset the time is the zone's. `24:00` ends a day. Null when it is no time.
 */
export function readMoment(zone: string, seen: string): Moment | null {
  const text = seen.trim()
  if (isDay(text)) return { at: startOfDay(zone, text), isDay: true }
  const match = DATE_TIME.exec(text)
  if (!match || !isDay(match[1]!)) return null
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return null
  const wall = Date.parse(`${match[1]}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000
  const offset = match[5]
  if (!offset) return { at: fromWall(zone, wall), isDay: false }
  if (offset === 'Z') return { at: wall, isDay: false }
  const sign = offset[0] === '-' ? -1 : 1
  const digits = offset.slice(1).replace(':', '')
  return {
    at: wall - sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * MINUTE,
    isDay: false,
  }
}

/** `--as-of`: a day means 24:00 of that day; a time is that instant. Null when it is no time. */
export function readAsOf(zone: string, seen: string): Instant | null {
  const moment = readMoment(zone, seen)
  if (!moment) return null
  return moment.isDay ? startOfDay(zone, addDays(seen.trim(), 1)) : moment.at
}

/** ISO 8601 with the zone's offset: `2022-05-27T18:00:00+08:00`, never `Z`. */
export function formatInstant(zone: string, at: Instant): string {
  const offset = offsetAt(zone, at)
  const wall = new Date(held(at + offset * MINUTE)).toISOString().slice(0, 19)
  const size = Math.abs(offset)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** A moment as its source gave it: a day stays a day. */
export function formatMoment(zone: string, moment: Moment): string {
  return moment.isDay ? dayOf(zone, moment.at) : formatInstant(zone, moment.at)
}
