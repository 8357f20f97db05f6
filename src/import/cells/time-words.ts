import { withFigures } from './han-numbers'
import { hourMeant, partsOfDay } from './parts-of-day'

/** A time in the spelling that is read: `2022-07-09 15:30`, and how many days later is meant (次日). */
export interface PlainTime {
  readonly text: string
  readonly daysLater: number
  /** whether its year was written with two digits */
  readonly isYearShort: boolean
  /** whether its hour may be of the day or of the next one (夜里1点), and then none is read */
  readonly isHourOpen?: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`
const DAY_MONTH = new RegExp(`^(\\d{1,2})[-/ ]${MONTH}[-/, ]+(\\d{4}|\\d{2})(?!\\d)`, 'i')
const MONTH_DAY = new RegExp(`^${MONTH}[ ]*(\\d{1,2})(?:st|nd|rd|th)?[, ]+(\\d{4})(?!\\d)`, 'i')
const WEEKDAY = /[(\s]*(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)\s]*/g
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[\sT]*(\d\d):?(\d\d)(?::?(\d\d))?)?$/
const SHORT_YEAR =
  /^'?(\d\d)\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})|([-/.])\s*(\d{1,2})\s*\4\s*(\d{1,2}))(?!\d)/
/** Two digits that stand first are a year only where they are one of these: any others may be a day or a month. */
const [FIRST_SHORT, LAST_SHORT] = [19, 35]
const LATER = /次日|翌日|第二天/
const SAME = /当日|当天|當日|當天/
const NO_HOUR = 99
/** Minutes or seconds after the hour. */
const PAST = /[:时点]\s*(?:00?[:分]\s*)?0*[1-9]/
const HOUR = /(\d{1,2})(?=\s*(?:[:时時点點]|$))/

/** The text as it is read, its words for parts of the day and its other spellings brought to one. */
export function plainTime(seen: string): PlainTime {
  let text = seen
    .normalize('NFKC')
    .trim()
    .replace(WEEKDAY, ' ')
    .replace(/(\d)\s*[号號]/, '$1日')
  text = text.replace(/^(?:民国|民國)\s*(\d{2,3})\s*年/, (_, year: string) => `${Number(year) + 1911}年`)
  text = monthInWords(withFigures(text))
  const compact = COMPACT.exec(text)
  if (compact) {
    const [, year, month, date, hour, minute, second] = compact
    const time = hour === undefined ? '' : ` ${hour}:${minute}${second === undefined ? '' : `:${second}`}`
    return { text: `${year}-${month}-${date}${time}`, daysLater: 0, isYearShort: false }
  }
  const short = SHORT_YEAR.exec(text)
  const isYearShort = short !== null && Number(short[1]) >= FIRST_SHORT && Number(short[1]) <= LAST_SHORT
  if (isYearShort)
    text = `20${short[1]}-${short[2] ?? short[5]}-${short[3] ?? short[6]}${text.slice(short[0].length)}`
  return { ...hoursInWords(text), isYearShort }
}

/** `9-Jul-22`, `Jul 9, 2022` as spreadsheets of another language show a day. */
function monthInWords(text: string): string {
  const number = (month: string): number => MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const byDay = DAY_MONTH.exec(text)
  if (byDay) {
    const year = byDay[3]!.length === 2 ? `20${byDay[3]}` : byDay[3]
    return `${year}-${number(byDay[2]!)}-${byDay[1]}${text.slice(byDay[0].length)}`
  }
  const byMonth = MONTH_DAY.exec(text)
  if (!byMonth) return text
  return `${byMonth[3]}-${number(byMonth[1]!)}-${byMonth[2]}${text.slice(byMonth[0].length)}`
}

function hoursInWords(given: string): Omit<PlainTime, 'isYearShort'> {
  let text = given
    .replace(SAME, ' ')
    .replace(/([时時点點])\s*半/, '$130分')
    .replace(/([时時点點])\s*一刻/, '$115分')
  text = text
    .replace(/([时時点點])\s*三刻/, '$145分')
    .replace(/([时時点點])\s*[整正]/, '$1')
    .replaceAll(/[時點]/g, '时')
  let daysLater = 0
  if (LATER.test(text)) {
    daysLater = 1
    text = text.replace(LATER, ' ')
  }
  // the hour stands in what follows the day
  const day = /^(?:\d{4}\D+?)?\d{1,2}\s*[-/.月]\s*\d{1,2}日?/.exec(text)?.[0] ?? ''
  const { parts, rest } = partsOfDay(text.slice(day.length))
  if (parts.length === 0) return { text: text.trim(), daysLater }
  const written = HOUR.exec(rest)?.[1]
  const hour = written === undefined ? null : Number(written)
  const meant = hourMeant(parts, { hour, isPast: PAST.test(rest) })
  if (meant === 'open') return { text: day.trim(), daysLater, isHourOpen: true }
  // what contradicts itself is an hour that no day has
  const told = hour === null ? rest : rest.replace(HOUR, String(meant ?? NO_HOUR))
  return { text: `${day} ${told.trim()}`.trim(), daysLater }
}
