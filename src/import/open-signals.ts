import type { Facts } from '#geo'
import type { Body } from '../log/events'
import { readCsv } from './csv'
import type { PackFile } from './pack-files'
import { aProblem, type Problem } from './problem'
import { sniff } from './sniff'
import type { RawRow } from './table'

type Refusal = Extract<Body, { type: 'rows.refused@1' }>
type Row = Refusal['refused'][number]

const COLUMNS = {
  zone: ['zone', '分区', '管控分区', '所在分区'],
  outcome: ['outcome', '处置结果', '复核结果', '结果', '结论'],
  case: ['case', '病例', '病例编号'],
} as const

/** Outcomes that end a signal; one that became a case ends where the case is named. */
const CLEARED = new Set(['cleared', 'negative', 'excluded', '排除', '已排除', '阴性', '复核阴性', '解除'])
const BECAME_CASE = new Set(['case', 'confirmed', 'asymptomatic', '病例', '转为病例', '确诊', '无症状'])
const WHY = 'signal-open'

/**
 * Signals 阳性线索 are kept and not read yet. One without an outcome may have stopped an order of its zone, or of any
 * where it names none: it stays open until the file comes again with its outcome, or a person rules it out.
 */
export function openSignals(
  files: readonly PackFile[],
  existing: Facts | null,
): { readonly problems: readonly Problem[]; readonly refusals: readonly Refusal[] } {
  const problems: Problem[] = []
  const refusals: Refusal[] = []
  for (const file of files) {
    if (file.role !== 'kept' || !/(^|\/)signals\.csv$/i.test(file.path)) continue
    const open = openIn(file)
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

/** The rows that no outcome ends; the file as a whole where it cannot be read. */
function openIn({ bytes }: PackFile): Row[] {
  const text = sniff(bytes)
  if (!text.ok) return text.code === 'empty-file' ? [] : [{ row: null, why: WHY, ...ofZone(null) }]
  const table = readCsv(text.text)
  if (!table.ok) return table.code === 'empty-file' ? [] : [{ row: null, why: WHY, ...ofZone(null) }]
  return table.value.rows
    .filter((row) => !isEnded(row))
    .map((row) => ({ row: row.row, why: WHY, ...ofZone(said(row, 'zone')) }))
}

const ofZone = (zone: string | null) => ({ zone, transition: null })

function isEnded(row: RawRow): boolean {
  const outcome = said(row, 'outcome')?.toLowerCase() ?? ''
  return CLEARED.has(outcome) || (BECAME_CASE.has(outcome) && said(row, 'case') !== null)
}

function said({ cells }: RawRow, column: keyof typeof COLUMNS): string | null {
  for (const [header, cell] of Object.entries(cells))
    if (COLUMNS[column].some((name) => name === header.trim().toLowerCase())) {
      const text = String(cell ?? '').trim()
      if (text !== '') return text
    }
  return null
}
