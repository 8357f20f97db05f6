import type { Reported } from '#geo'
import { isLeftOpen } from '../left-open'
import { FIELDS } from './fields'

/** What stands behind a figure of people, tubes or vehicles and says nothing more. */
const UNIT =
  /(?<=[\d余餘多+])\s*(?:人次|人份|人|例|名|管|份|户|戶|间|間|张|辆|輛|次|处|處|个|個|家|条|頭|头|单|件)(?=$|左右|上下|以上)/
const AT_LEAST =
  /^(?:(\d{1,15}(?:\.\d+)?)\s*(?:余|餘|多|\+|以上)|(?:超过?|超過|逾|至少)\s*(\d{1,15}(?:\.\d+)?))$/
const ABOUT =
  /^(?:(?:约|約|大约|大約|近|~|≈)\s*(\d{1,15}(?:\.\d+)?)(?:左右|上下)?|(\d{1,15}(?:\.\d+)?)(?:左右|上下))$/

/**
 * `null`, empty or a word that nobody knows = missing, `0` = zero, `400余` or `400+` = at least, `约40` = about, `x` or
 * `_` = withheld, `24人` = 24, else text.
 */
export function reportedOf(seen: string | null): Reported {
  const text = (seen ?? '').trim()
  if (text === '') return { kind: 'missing' }
  if (/^[x×_*]{1,8}$/i.test(text)) return { kind: 'withheld' }
  if (isLeftOpen(text)) return { kind: 'missing' }
  const bare = text.replace(UNIT, '').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  if (/^\d{1,15}(\.\d+)?$/.test(bare)) return { kind: 'count', value: Number(bare) }
  const least = AT_LEAST.exec(bare)
  if (least) return { kind: 'approximate', atLeast: Number(least[1] ?? least[2]) }
  const about = ABOUT.exec(bare)
  return about ? { kind: 'approximate', about: Number(about[1] ?? about[2]) } : { kind: 'text', text }
}

const REPORT_FIELDS: ReadonlySet<string> = new Set(['knownAt', ...FIELDS.map(({ name }) => name)])

/** What the columns of a daily report say that are no field of its kind. */
export function itemsOfReport(
  names: Iterable<string>,
  textOf: (name: string) => string | null,
): Readonly<Record<string, Reported>> {
  const items: Record<string, Reported> = {}
  for (const name of names) if (!REPORT_FIELDS.has(name)) items[name] = reportedOf(textOf(name))
  return Object.freeze(items)
}
