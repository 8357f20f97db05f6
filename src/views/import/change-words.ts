import { formatMoment } from '#geo'
import { formatCount, type Locale } from '../../i18n/format'
import type { ShownCell } from '../../log/identity/changes'
import { KNOWN_AT } from '../../records/field'
import { chineseOf } from '../../records/field-words'
import { fieldOf } from '../../records/records'

export interface ColumnOfList {
  readonly list: string
  readonly column: string
}

const columnOf = ({ list, column }: ColumnOfList) =>
  fieldOf(list, column) ?? (column === KNOWN_AT.name ? KNOWN_AT : undefined)

/** English headings that are not their field's name in plain words. */
const ENGLISH: Readonly<Record<string, string>> = {
  id: 'No.',
  lng: 'Longitude',
  lat: 'Latitude',
  widthM: 'Width, m',
  fact: 'Fact',
  exposedAt: 'Last exposed',
  reportedAt: 'Reported',
  sampledAt: 'Sampled',
  onsetOn: 'Onset',
  transferredAt: 'Transferred',
  releasedAt: 'Released',
  startedAt: 'Started',
  finishedAt: 'Finished',
  filedAt: 'Filed',
  knownAt: 'Learned',
}

/** `positiveTubes` → `positive tubes`, `pool10` → `pool 10` */
const inWords = (name: string): string =>
  name.replace(/([a-z])([A-Z0-9])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)

/** The header of a column as its readers write it; one that no list knows stays as its file has it. */
export function columnWord(of: ColumnOfList, locale: Locale): string {
  const field = columnOf(of)
  if (!field) return of.column
  if (locale === 'zh') return chineseOf(field.synonyms) ?? of.column
  const words = inWords(of.column)
  return ENGLISH[of.column] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

/** A word of a closed list as its readers write it; everything else as it stands. */
export function valueWord(of: ColumnOfList, value: string, locale: Locale): string {
  const values = columnOf(of)?.values
  if (!values || !Object.hasOwn(values, value)) return value
  return locale === 'zh' ? (chineseOf(values[value]) ?? value) : inWords(value)
}

export interface CellWords {
  readonly locale: Locale
  readonly timezone: string
  readonly t: (key: string, named: Record<string, unknown>) => string
}

/** A cell as its readers write it. */
export function cellWord(of: ColumnOfList, cell: ShownCell, { locale, timezone, t }: CellWords): string {
  if (cell === null || cell === '') return t('import.emptyCell', {})
  if (typeof cell !== 'object') return valueWord(of, String(cell), locale)
  if ('isDay' in cell) return formatMoment(timezone, cell)
  return t('import.vertices', { n: formatCount(cell.vertices), count: cell.vertices })
}
