import { codesMeant, type Facts, hierarchyOf, type Place } from '#geo'
import { readCsv } from '../formats/csv/csv'
import { sniff } from '../formats/sniff'
import type { RawRow } from '../formats/table'
import type { Body } from '../log/events'
import { looksPersonal } from '../log/personal/kept-text'
import { type PackFile, SIGNALS_BY_NAME } from './files/pack-files'
import type { ListFile } from './list-file'
import { aProblem, type Problem } from './problem'

type Refusal = Extract<Body, { type: 'rows.refused@1' }>
type Row = Refusal['refused'][number]

const COLUMNS = {
  zone: ['zone', '分区', '管控分区', '所在分区'],
  place: ['place', '地点', '发现地点', '所在地', '场所', '地址', '现住址', '小区', '村'],
  outcome: ['outcome', '处置结果', '复核结果', '结果', '结论'],
  case: ['case', '病例', '病例编号'],
} as const

/** Outcomes that end a signal; one that became a case ends where the case is named. */
const CLEARED = new Set(['cleared', 'negative', 'excluded', '排除', '已排除', '阴性', '复核阴性', '解除'])
const BECAME_CASE = new Set(['case', 'confirmed', 'asymptomatic', '病例', '转为病例', '确诊', '无症状'])
const WHY = 'signal-open'
/** The file as a whole: nobody knows how many are open, or where. */
const UNREAD: Row = { row: null, why: WHY, zone: null, transition: null }

/** What these files and those before them brought. */
interface Known {
  readonly lists: readonly ListFile[]
  readonly places: readonly Place[]
  readonly existing: Facts | null
}

/**
 * Signals 阳性线索 are kept and not read yet. One without an outcome may have stopped an order of its zone, or of any
 * where it names none: it stays open until the file comes again with its outcome, or a person rules it out.
 */
export function openSignals(
  files: readonly PackFile[],
  { lists, places, existing }: Known,
): { readonly problems: readonly Problem[]; readonly refusals: readonly Refusal[] } {
  const problems: Problem[] = []
  const refusals: Refusal[] = []
  const isKeptOne = ({ role, path }: PackFile): boolean =>
    role === 'kept' && /(^|\/)signals\.csv$/i.test(path)
  const own = files.filter(
    (file) => isKeptOne(file) || (file.role === 'unknown' && SIGNALS_BY_NAME.test(file.path)),
  )
  if (own.length === 0) return { problems, refusals }
  const context = { cases: casesKnown({ lists, places, existing }), hierarchy: hierarchyOf(places) }
  for (const file of own) {
    const isKept = isKeptOne(file)
    const open = isKept ? openIn(file, context) : [UNREAD]
    const stoodOpen = (existing?.unread ?? []).some((one) => one.file === file.path && one.why === WHY)
    if (open.length === 0 && !stoodOpen) continue
    refusals.push({ type: 'rows.refused@1', list: 'transitions', source: file.path, refused: open })
    if (open.length > 0)
      problems.push(
        aProblem(file.path, WHY, {
          row: open[0]!.row,
          detail: { count: open.length, areaM2: null, pairs: [] },
        }),
      )
  }
  return { problems, refusals }
}

/** Ids of the cases that were taken, of these files and before. */
function casesKnown({ lists, existing }: Known): ReadonlySet<string> {
  const brought = lists
    .filter(({ kind }) => kind.list === 'cases')
    .flatMap(({ taken }) => taken.map(({ values }) => String(values.id ?? '')))
  const held = existing ? Array.from(existing.cases.id.codes, (code) => existing.cases.id.values[code]) : []
  return new Set([...brought, ...held].flatMap((id) => (id ? [id.trim().toLowerCase()] : [])))
}

/** The rows that no outcome ends; the file as a whole where it cannot be read. */
function openIn(
  { bytes }: PackFile,
  { cases, hierarchy }: { cases: ReadonlySet<string>; hierarchy: ReturnType<typeof hierarchyOf> },
): Row[] {
  const text = sniff(bytes)
  if (!text.ok) return text.code === 'empty-file' ? [] : [UNREAD]
  const table = readCsv(text.text)
  if (!table.ok) return table.code === 'empty-file' ? [] : [UNREAD]
  const { rows, strayInHeader } = table.value
  return rows
    .map((row) => (isUnclear(row) || strayInHeader ? { ...row, cells: {} } : row))
    .filter((row) => !isEnded(row, cases))
    .map((row) => {
      const named = onlyOne(said(row, 'zone'))
      const zone = named === null || looksPersonal(named) ? null : named
      const codes =
        zone === null ? [] : said(row, 'place').flatMap((text) => codesMeant(hierarchy, text, null))
      return { row: row.row, why: WHY, ...ofZone(zone), ...(codes.length > 0 ? { places: codes } : {}) }
    })
}

/** Nobody can tell which cell stands under which header, or whether it holds further rows. */
const isUnclear = ({ broken, notes }: RawRow): boolean => broken !== undefined || (notes ?? []).length > 0

const ofZone = (zone: string | null) => ({ zone, transition: null })

/** Where several columns say different things nobody can tell which is meant. */
const onlyOne = (texts: readonly string[]): string | null => (new Set(texts).size === 1 ? texts[0]! : null)

/** Every outcome that it gives ends it, and the case that it became is one of the list. */
function isEnded(row: RawRow, cases: ReadonlySet<string>): boolean {
  const outcomes = said(row, 'outcome').map((one) => one.toLowerCase())
  const named = said(row, 'case').map((one) => one.toLowerCase())
  const isCase = named.length > 0 && named.every((id) => cases.has(id))
  return (
    outcomes.length > 0 &&
    (outcomes.every((one) => CLEARED.has(one)) || (isCase && outcomes.every((one) => BECAME_CASE.has(one))))
  )
}

/** What stands under the headers of a column, one that comes twice too. */
function said({ cells }: RawRow, column: keyof typeof COLUMNS): string[] {
  return Object.entries(cells).flatMap(([header, cell]) => {
    const name = header
      .replace(/ \(\d+\)$/, '')
      .trim()
      .toLowerCase()
    const text = COLUMNS[column].some((one) => one === name) ? String(cell ?? '').trim() : ''
    return text === '' ? [] : [text]
  })
}
