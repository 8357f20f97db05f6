import { readCsv } from '../formats/csv/csv'
import { sniff } from '../formats/sniff'
import type { PackFile } from './pack-files'
import { holdsNumbers, treatmentOf } from './personal'
import { aProblem, type Problem } from './problem'

/**
 * Why a file that would be kept byte for byte is not kept: a header that names a person, a cell with a telephone or
 * identity number, or bytes that cannot be read and so cannot be looked through. Null where nothing speaks against it.
 */
export function whyNotKept({ path, bytes }: PackFile): Problem | null {
  const text = sniff(bytes)
  if (!text.ok) return text.code === 'empty-file' ? null : aProblem(path, text.code, { seen: text.seen })
  const table = readCsv(text.text)
  if (!table.ok) return null
  const list = path.toLowerCase().replace(/\.csv$/, '')
  const column =
    table.value.headers.find((header) => treatmentOf(header, list) !== null) ??
    table.value.rows
      .flatMap(({ cells }) => Object.entries(cells))
      .find(([, cell]) => typeof cell === 'string' && holdsNumbers(cell))?.[0]
  return column === undefined ? null : aProblem(path, 'personal-file', { column })
}
