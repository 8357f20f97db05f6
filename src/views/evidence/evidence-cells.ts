import { type Facts, namesToldApart } from '#geo'
import { statedEn } from '../../briefing/speech/en'
import { statedZh } from '../../briefing/speech/zh'
import { comma } from '../../i18n/between'
import { formatCount, formatFullMoment, formatMoment, type Locale } from '../../i18n/format'
import { fieldOf } from '../../records/records'
import { valueWord } from '../import/change-words'

/** What the words of cells hang on. */
export interface CellWords {
  readonly locale: Locale
  readonly yes: string
  readonly no: string
  /** of the zone with that id; null where there is none */
  readonly zone: (id: string) => string | null
  readonly level: (id: string) => string
  /** times of this year are written without it */
  readonly year: string
}

export interface EvidenceCell {
  readonly text: string
  /** as the log holds it, where that is something else */
  readonly held: string | null
}

type Written = string | number | boolean

interface CellOf {
  readonly list: string
  readonly column: string
}

/** Columns that name places, and zones, whatever their list. */
const PLACES: ReadonlySet<string> = new Set(['place', 'town', 'parent'])
const ZONES: ReadonlySet<string> = new Set(['zone', 'parent'])

const typeOf = ({ list, column }: CellOf) => fieldOf(list, column)?.type

/** Prints cells as the rest of the product prints them; what names a place or zone shows its name. */
export function cellPrinter(facts: Facts, words: CellWords) {
  const codes = new Set(facts.places.map(({ code }) => code))
  const names = namesToldApart(facts.places, codes)
  const nameOf = ({ list, column }: CellOf, text: string): string | null => {
    if (list === 'zones' && (column === 'members' || column === 'heirOf'))
      return text
        .split(';')
        .map((code) => names.get(code) ?? words.zone(code) ?? code)
        .join(comma(words.locale))
    if (ZONES.has(column) && words.zone(text)) return words.zone(text)
    return PLACES.has(column) ? (names.get(text) ?? null) : null
  }
  const print = (of: CellOf, value: Written): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : String(value)
    if (typeOf(of) === 'moment' || typeOf(of) === 'day' || of.column === 'knownAt')
      return momentText(value, words)
    if (of.column === 'level' || of.column === 'arrivedFrom') return words.level(value)
    if (of.list === 'facts' && (of.column === 'fact' || of.column === 'value'))
      return factText(of.column, value, words)
    return nameOf(of, value) ?? valueWord(of, value, words.locale)
  }
  return (of: CellOf, value: Written): EvidenceCell => {
    const text = print(of, value)
    return { text, held: text === String(value) ? null : String(value) }
  }
}

/** With the year where it is not that of the picture. */
export function momentText(when: string, { locale, year }: Pick<CellWords, 'locale' | 'year'>): string {
  return when.startsWith(`${year}-`) ? formatMoment(when, locale) : formatFullMoment(when, locale)
}

function factText(column: string, value: string, { locale, yes, no }: CellWords): string {
  if (column === 'fact') return (locale === 'zh' ? statedZh(value) : statedEn(value)) ?? value
  return value === 'true' ? yes : value === 'false' ? no : value
}
