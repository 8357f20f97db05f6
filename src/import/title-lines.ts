import { type Place, readMoment } from '#geo'
import { LIMITS } from '../formats/limits'
import type { Body } from '../log/events'
import type { Kind } from '../log/kinds'
import { matchHeaders } from './headers'

/** A text of rows without the lines above its header. */
export interface Titled {
  /** title, unit and the like as they stand, in order; `sep=` left out */
  readonly titles: readonly string[]
  /** how many lines stand above the header */
  readonly skipped: number
  /** of them, those that a spreadsheet shows as rows: a `sep=` at the top it reads and shows not */
  readonly rows: number
  readonly text: string
}

/** A title takes a few lines, not a page. */
const MOST_LINES = 8
/** A line with so many columns of the kind is its header. */
const ENOUGH = 2

/**
 * Takes off what stands above the header: lines without any column of the kind before one that has several, and the
 * `sep=` with which spreadsheets begin. A line amid a quotation is no title.
 */
export function withoutTitles(kind: Kind, text: string): Titled {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES + 1)
  const header = lines.findIndex((line) => columnsIn(kind, line) >= ENOUGH)
  const above = lines.slice(0, Math.max(0, header))
  const isTitle = (line: string): boolean => columnsIn(kind, line) === 0 && !isOpen(line)
  if (above.length === 0 || !above.every(isTitle)) return { titles: [], skipped: 0, rows: 0, text }
  const rest = new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n|\\r|\\n)){${above.length}}`).exec(text)![0].length
  const titles = above.filter((line) => line.trim() !== '' && !SEPARATOR.test(line))
  const rows = above.length - Number(SEPARATOR.test(above[0]!))
  return { titles, skipped: above.length, rows, text: text.slice(rest) }
}

const SEPARATOR = /^\uFEFF?sep=/i

const isOpen = (line: string): boolean => line.split('"').length % 2 === 0

/** Columns of the kind in the line. One wider than any table is no title; it is not looked at, for it is refused next. */
function columnsIn(kind: Kind, line: string): number {
  const cells = line.split(/[,\t;，]/, LIMITS.columns + 1)
  if (cells.length > LIMITS.columns) return ENOUGH
  const short = cells.filter(({ length }) => length <= LIMITS.header)
  return matchHeaders(kind, short.map((cell) => cell.replace(/"/g, '').trim()).filter(Boolean)).fields.size
}

type Statement = Extract<Body, { type: 'list.stated@1' }>

/**
 * What the titles of a file say of its list: the town or district that its unit, else its title names, and until when
 * (截至). Null where they say neither. A town named beside its district is meant.
 */
export function saidByTitles(
  titles: readonly string[],
  { list, source, places }: Pick<Statement, 'list' | 'source'> & { readonly places: readonly Place[] },
): Statement | null {
  const text = titles.join(' ').normalize('NFKC')
  const unit = UNIT.exec(text)?.[1] ?? null
  const ground = (unit === null ? null : groundIn(unit, places)) ?? groundIn(text, places)
  const until = untilIn(text)
  if (ground === null && until === null) return null
  return { type: 'list.stated@1', list, source, ground, until, because: 'title' }
}

const UNIT = /单位(?:名称)?\s*[::,]\s*([^\s,;]+)/

function groundIn(text: string, places: readonly Place[]): Statement['ground'] {
  const named = (kind: Place['kind']): Place[] =>
    places.filter(
      (place) =>
        place.kind === kind &&
        [place.name, ...place.aliases].some((name) => name !== '' && text.includes(name)),
    )
  const towns = named('town')
  if (towns.length > 0) return towns.map(({ code }) => code).sort()
  return named('district').length > 0 || /全[区县市旗]/.test(text) ? 'district' : null
}

const UNTIL =
  /(?:截[至止](?:时间|日期)?|as of|until)\s*:?\s*(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?)?/i

/** A day or time; 24 o'clock is the day. */
function untilIn(text: string): string | null {
  const found = UNTIL.exec(text)
  if (!found) return null
  const [year, month, date, hour, minute] = found.slice(1).map((part) => part?.padStart(2, '0'))
  const day = `${year}-${month}-${date}`
  const said = hour === undefined || hour === '24' ? day : `${day}T${hour}:${minute ?? '00'}`
  return readMoment('Asia/Shanghai', said) ? said : null
}
