import { addDays, dayOf, isDay, type Moment, readMoment } from '#geo'
import { detached } from '../../log/rows/column-builder'
import type { Taken } from '../problem'
import { plainTime } from './time-words'

const SPELLED =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*(?:[:分]\s*(?:(\d{1,2})(?:\.\d+)?\s*秒?)?)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i
const YEARLESS = /^(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*(?:日|号|號|(?=\s|$))(.*)$/
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/
/** The number that spreadsheets give 1 January 1970. */
const EPOCH = 25_569
const DAY_NUMBER = /^[2-5]\d{4}(?:\.\d+)?$/

/** Longer than any spelling of a time: not looked at. */
const LONGEST = 64

const two = (part: string): string => part.padStart(2, '0')

interface Spelled {
  readonly day: string
  readonly time: string | null
  readonly offset: string
  readonly isYearShort: boolean
  readonly isHourOpen: boolean
}

/** The usual spellings brought to `YYYY-MM-DD` and `hh:mm:ss`; null when it is none of them. */
function spelled(seen: string): Spelled | null {
  if (seen.length > LONGEST) return null
  const { text, daysLater, isYearShort, isHourOpen = false } = plainTime(seen)
  const match = SPELLED.exec(text)
  if (!match) return null
  const own = `${match[1]}-${two(match[2]!)}-${two(match[3]!)}`
  const day = daysLater > 0 && isDay(own) ? addDays(own, daysLater) : own
  const time = match[4] ? `${two(match[4])}:${two(match[5] ?? '0')}:${two(match[6] ?? '0')}` : null
  return { day, time, offset: (match[7] ?? '').toUpperCase(), isYearShort, isHourOpen }
}

/** A day of which the year is left out, and its time where it has one. */
export interface Yearless {
  readonly month: number
  readonly date: number
  /** ` 08:30`, ` 下午3点`, else empty */
  readonly time: string
}

/** What a text tells that is a day without its year; null where it is none, or no year has that day. */
export function yearlessDay(seen: string): Yearless | null {
  if (seen.length > LONGEST) return null
  const match = YEARLESS.exec(seen.normalize('NFKC').trim())
  if (!match) return null
  const [month, date] = [Number(match[1]), Number(match[2])]
  const rest = match[3]!.trim()
  const day = dayWithYear({ month, date, time: '' }, LEAP_YEAR)
  const read = isDay(day) ? spelled(rest === '' ? day : `${day} ${rest}`) : null
  if (!read) return null
  // what moves it to another day, or stands in another zone, stays in words
  if (read.day !== day || read.offset !== '' || read.isHourOpen) return { month, date, time: ` ${rest}` }
  return { month, date, time: read.time === null ? '' : ` ${read.time.slice(0, 5)}` }
}

/** A year that has every day. */
const LEAP_YEAR = 2024

/** The day in a year, as it is read here. */
export const dayWithYear = ({ month, date, time }: Yearless, year: number): string =>
  `${year}-${two(String(month))}-${two(String(date))}${time}`

/** Last day of the month of a day that does not exist, or null where even the month does not. */
function lastOfMonth(day: string): string | null {
  for (let date = 31; date >= 28; date--) {
    const tried = `${day.slice(0, 8)}${date}`
    if (isDay(tried)) return tried
  }
  return null
}

/** Why the text is no day, as precisely as it can be said. */
function refusal(seen: string): Taken<never> {
  if (seen.length > LONGEST) return { ok: false, code: 'not-a-day', seen: `${seen.slice(0, LONGEST)}…` }
  const text = seen.normalize('NFKC').trim()
  if (yearlessDay(seen)) return { ok: false, code: 'no-year', seen }
  const last = YEAR_LAST.exec(text)
  if (last) {
    const suggestion = `${last[3]}-${two(last[1]!)}-${two(last[2]!)}`
    return { ok: false, code: 'not-a-day', seen, ...(isDay(suggestion) ? { suggestion } : {}) }
  }
  if (DAY_NUMBER.test(text)) {
    const number = Number(text)
    const whole = new Date(Math.round((number - EPOCH) * 1440) * 60_000).toISOString()
    const day = Number.isInteger(number) ? whole.slice(0, 10) : `${whole.slice(0, 10)} ${whole.slice(11, 16)}`
    return { ok: false, code: 'day-number', seen, suggestion: day }
  }
  return { ok: false, code: 'not-a-day', seen }
}

/**
 * A time as people write it: `2022-05-27`, `2022/5/27 8:05`, `2022年5月27日18时30分`, `20220527`, with or without
 * an offset. A day that does not exist is refused with the last of its month, never moved to the next one.
 */
export function readTime(zone: string, seen: string): Taken<Moment> {
  if (zone !== readIn || read.size >= MOST_KEPT) {
    read.clear()
    readIn = zone
  }
  let taken = read.get(seen)
  if (!taken) read.set(detached(seen), (taken = readAnew(zone, seen)))
  return taken
}

/** A list says the same few thousand times over and over: those of the zone at hand are read once. */
const read = new Map<string, Taken<Moment>>()
let readIn = ''
const MOST_KEPT = 5_000

function readAnew(zone: string, seen: string): Taken<Moment> {
  const parts = spelled(seen)
  if (!parts) return refusal(seen)
  const fault = faultOfDay(seen, parts)
  if (fault) return fault
  const moment = readMoment(zone, parts.time ? `${parts.day}T${parts.time}${parts.offset}` : parts.day)
  if (!moment) return { ok: false, code: 'not-a-time', seen, suggestion: parts.day }
  return { ok: true, value: moment }
}

/** A day that does not exist, an hour of which it is open of which day it is, or a year that stands in two digits: with what is meant, where that can be told. */
function faultOfDay(
  seen: string,
  { day, time, offset, isYearShort, isHourOpen }: Spelled,
): Taken<never> | null {
  if (!isDay(day)) {
    const suggestion = lastOfMonth(day)
    return { ok: false, code: 'no-such-day', seen, ...(suggestion ? { suggestion } : {}) }
  }
  if (isHourOpen) return { ok: false, code: 'hour-open', seen }
  const whole = time === null ? day : `${day} ${time}${offset}`
  return isYearShort ? { ok: false, code: 'short-year', seen, suggestion: whole } : null
}

/**
 * A day, as `YYYY-MM-DD`. A time with an offset is the day that it is in the zone; any other time of day than midnight
 * is refused.
 */
export function readDay(seen: string, zone = 'UTC'): Taken<string> {
  const parts = spelled(seen)
  if (!parts) return refusal(seen)
  const fault = faultOfDay(seen, parts)
  if (fault) return fault
  if (parts.time !== null && parts.offset !== '') {
    const read = readTime(zone, seen)
    return read.ok ? { ok: true, value: dayOf(zone, read.value.at) } : read
  }
  if (parts.time && parts.time !== '00:00:00') {
    return { ok: false, code: 'not-a-day', seen, suggestion: parts.day }
  }
  return { ok: true, value: parts.day }
}
