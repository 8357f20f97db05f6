import { eachMade } from '../../formats/rows'
import type { FormatTable } from '../../formats/table'
import type { Kind } from '../../records/records'
import { numberIn } from '../cells/han-numbers'
import { readTime } from '../cells/moments'
import type { Derived } from './derived-table'
import { matchHeaders } from './headers'

const HOUR = String.raw`(?:[T\s]*\p{Script=Han}{0,4}\s*\d{1,2}\s*(?:[:时點点時]\s*(?:\d{1,2}\s*分?|半)?))?`
const WITH_YEAR = new RegExp(
  String.raw`(?<!\d)(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}(?:\s*[日号]|(?!\d)))${HOUR}`,
  'u',
)
const WITHOUT_YEAR = /(?<![\d年./-])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/u
/** Two days, of which nobody says which one is meant. */
const SPAN = /^\s*[-—–~～至到、]\s*\d/u
/** When a table was filled in says less of its day than its title does. */
const FILLED_IN = /填报|上报|报送|制表|填表|截[至止]/u

/** The first day with its year in words and its hour where they tell one; null where they tell none, or two. */
export function timeIn(words: string): { readonly day: string; readonly time: string } | null {
  const text = words.normalize('NFKC')
  const found = WITH_YEAR.exec(text)
  if (!found || SPAN.test(text.slice(found.index + found[0].length))) return null
  const [time, day] = [found[0].trim(), found[1]!.trim()]
  return readTime('UTC', day).ok ? { day, time: readTime('UTC', time).ok ? time : day } : null
}

/** The day of a table by what stands above its header, as it is written there; without its year where nobody tells that. */
export function timeOfTitles(
  titles: readonly string[],
): { readonly day: string; readonly time: string } | null {
  const dated = titles.flatMap((title) => timeIn(title) ?? [])
  const yearless = titles
    .filter((title) => timeIn(title) === null && !FILLED_IN.test(title))
    .flatMap((title) => {
      const text = title.normalize('NFKC')
      const found = WITHOUT_YEAR.exec(text)
      if (!found) return []
      return SPAN.test(text.slice(found.index + found[0].length)) ? [null] : [`${found[1]}月${found[2]}日`]
    })
  if (yearless.includes(null)) return null
  const [own] = yearless
  const [whole] = dated
  if (own === undefined || own === null) return whole ?? null
  if (!whole) return { day: own, time: own }
  // the title's own day, in the year that the line below it tells
  const year = /\d{4}/.exec(whole.day)![0]
  const isSame = sameDay(`${year}年${own}`, whole.day)
  return isSame ? whole : { day: `${year}年${own}`, time: `${year}年${own}` }
}

function sameDay(one: string, other: string): boolean {
  const [a, b] = [readTime('UTC', one), readTime('UTC', other)]
  return a.ok && b.ok && a.value.at === b.value.at
}

const ROUND = /第\s*(\d+|[一二三四五六七八九十]+)\s*(?:轮|輪)/u

/** The table with the time and the number of the round that its title tells and none of its columns. */
export function withTitleDerived(kind: Kind, { table, said }: Derived): Derived {
  const told = kind.dayOfTitle
  const { titles = [] } = table
  if (!told || titles.length === 0 || table.areFeatures) return { table, said }
  const { fields } = matchHeaders(kind, table.headers, { told: table.told })
  const isTold = (name: string): boolean => [...fields.keys()].some((one) => one.name === name)
  const hasTime = [...fields.keys()].some(({ name, type }) => isTime(type) && name !== 'knownAt')
  const time = hasTime ? null : timeOfTitles(titles)
  const seen = time && (told.hasHour ? time.time : time.day)
  const round = kind.list === 'rounds' && !isTold('round') ? ROUND.exec(titles.join(' '))?.[1] : undefined
  let made = table
  const more: Derived['said'][number][] = []
  if (seen !== null) {
    made = filled(made, told.field, seen)
    more.push({ code: 'time-from-title', column: told.field, seen })
  }
  if (round !== undefined) {
    const number = /\d/.test(round) ? round : (numberIn(round) ?? round)
    made = filled(made, 'round', number)
    more.push({ code: 'round-from-title', column: 'round', seen: number })
  }
  return { table: made, said: [...said, ...more] }
}

const isTime = (type: string): boolean => type === 'moment' || type === 'day'

/** The table with a column of which every cell is the same. */
function filled(table: FormatTable, name: string, cell: string): FormatTable {
  const rows = eachMade(table.rows, (row) => ({ ...row, cells: { ...row.cells, [name]: cell } }))
  return { ...table, headers: [...table.headers, name], rows }
}

/** Whether the title tells the time that a list of the kind requires. */
export const isTitled = (
  { dayOfTitle }: Kind,
  name: string,
  { titles = [] }: Pick<FormatTable, 'titles'>,
): boolean => dayOfTitle?.field === name && timeOfTitles(titles) !== null
