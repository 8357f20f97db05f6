import { formatMoment } from '#geo'
import { semicolon } from '../../i18n/between'
import type { RowChange, ShownCell } from '../../log/identity/changes'
import type { ComparedRow, ListCompared } from '../../log/identity/compared'
import type { Language } from '../language'

interface Told {
  readonly compared: readonly ListCompared[]
  readonly changes: readonly RowChange[]
  readonly timezone: string
}

/** Beyond this many rows of a group the text says how many there are; `--json` lists more. */
const SHOWN = 20
/** What of a row tells people which it is, in this order. */
const TELLING = ['id', 'town', 'place', 'reportedAt', 'exposedAt', 'kind', 'sex', 'ageBand', 'foundIn']

const WORDS = {
  zh: { added: '新增', changed: '更改', gone: '不再出现（不撤销）', equal: '相同' },
  en: { added: 'new', changed: 'changed', gone: 'gone (nothing is retracted)', equal: 'equal' },
}

/** Lists that come again, each with what is new, changed and gone in it, row by row. */
export function comparedLines({ compared, changes, timezone }: Told, language: Language): string[] {
  const words = WORDS[language]
  return compared.flatMap((one) => {
    const mine = changes.filter(({ file, list }) => file === one.file && list === one.list)
    const counts = (['added', 'changed', 'gone', 'equal'] as const).map(
      (group) => `${words[group]} ${one[group]}`,
    )
    return [
      `${headOf(one, language)}${counts.join(' · ')}`,
      ...capped(one.rows.added, one.added, language, (row) =>
        rowLine(words.added, row, { timezone, language }),
      ),
      ...capped(mine, one.changed, language, (change) =>
        changeLine(words.changed, change, { timezone, language }),
      ),
      ...capped(one.rows.gone, one.gone, language, (row) => rowLine(words.gone, row, { timezone, language })),
      '',
    ]
  })
}

function headOf(one: ListCompared, language: Language): string {
  const share = (found: number, of: number): string => `${found}/${of} = ${Math.floor((100 * found) / of)}%`
  const lists = one.with.map(({ file, found, of }) => `${file} (${share(found, of)})`)
  return language === 'zh'
    ? `${one.file} 与已入库的是同一台账：${lists.join('、')}：`
    : `${one.file} is the same list as what is held: ${lists.join(', ')}: `
}

function capped<Row>(
  rows: readonly Row[],
  count: number,
  language: Language,
  lineOf: (row: Row) => string,
): string[] {
  const lines = rows.slice(0, SHOWN).map(lineOf)
  const rest = count - lines.length
  if (rest > 0) lines.push(language === 'zh' ? `  ……另 ${rest} 行` : `  … and ${rest} more`)
  return lines
}

interface Writing {
  readonly timezone: string
  readonly language: Language
}

function rowLine(word: string, { file, row, cells, alike }: ComparedRow, writing: Writing): string {
  const told = TELLING.flatMap((name) => (cells[name] === undefined ? [] : [written(cells[name], writing)]))
  const counts =
    alike &&
    (writing.language === 'zh'
      ? `（各项全同的：原有 ${alike.before} 行，这次 ${alike.now} 行）`
      : ` (equal in all of these: ${alike.before} before, ${alike.now} now)`)
  return `  ${word} ${file}:${row} ${told.join(' ')}${counts ?? ''}`
}

function changeLine(word: string, { file, row, was, cells }: RowChange, writing: Writing): string {
  const told = cells.map(
    ({ column, before, after }) => `${column} ${written(before, writing)} → ${written(after, writing)}`,
  )
  return `  ${word} ${file}:${row}${was ? ` ← ${was.file}:${was.row}` : ''} ${told.join(semicolon(writing.language))}`
}

function written(cell: ShownCell, { timezone }: Writing): string {
  if (cell === null || cell === '') return '—'
  if (typeof cell !== 'object') return String(cell)
  return 'isDay' in cell ? formatMoment(timezone, cell) : `(${cell.vertices})`
}
