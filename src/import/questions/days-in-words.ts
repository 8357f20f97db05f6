import { type Day, isDay } from '#geo'

/** A day or a year that words tell, as the first and last day they may mean. */
export interface DayTold {
  readonly first: Day
  readonly last: Day
  /** `17:00`, where they tell it */
  readonly time: string | null
  readonly seen: string
}

const SPELLED =
  /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?)?/
const COMPACT = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/
const YEAR = /(?<!\d)((?:19|20)\d\d)\s*年/
const MONTH_DAY = /(?<!\d)(\d{1,2})\s*[月.]\s*(\d{1,2})\s*日?(?!\d)/
/** `日报0709`: four digits alone. */
const FOUR = /(?<!\d)(\d\d)(\d\d)(?!\d)/

const two = (part: string): string => part.padStart(2, '0')

/** The day with its year, else the year, that a title or a name tells; null where it tells none. */
export function dayTold(words: string): DayTold | null {
  const text = words.normalize('NFKC')
  const spelled = SPELLED.exec(text)
  if (spelled) {
    const [seen, year, month, date, hour, minute] = spelled
    const day = `${year}-${two(month!)}-${two(date!)}`
    const isTime = hour !== undefined && Number(hour) < 24 && Number(minute ?? 0) < 60
    const time = isTime ? `${two(hour)}:${two(minute ?? '0')}` : null
    if (isDay(day)) return { first: day, last: day, time, seen: seen.trim() }
  }
  const compact = COMPACT.exec(text)
  const day = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : ''
  if (isDay(day)) return { first: day, last: day, time: null, seen: compact![0] }
  const year = YEAR.exec(text)
  return year ? { first: `${year[1]}-01-01`, last: `${year[1]}-12-31`, time: null, seen: year[0] } : null
}

/** Month and date that a name tells without a year: `7月9日病例台账`, `日报0709`; null where it tells none. */
export function monthAndDateTold(
  words: string,
): { readonly month: number; readonly date: number; readonly seen: string } | null {
  const text = words.normalize('NFKC')
  for (const pattern of [MONTH_DAY, FOUR]) {
    const found = pattern.exec(text)
    if (!found) continue
    const [seen, month, date] = found
    if (isDay(`2024-${two(month!)}-${two(date!)}`)) return { month: Number(month), date: Number(date), seen }
  }
  return null
}
