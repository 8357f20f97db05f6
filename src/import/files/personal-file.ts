import { readCsv } from '../../formats/csv/csv'
import { sniff } from '../../formats/sniff'
import { cutAddress } from '../../log/personal/address'
import { isAboutPersons, isCode, looksPersonal } from '../../log/personal/kept-text'
import { looksLikeName } from '../../log/personal/names'
import { holdsNumbers } from '../../log/personal/numbers'
import { personalOf, shownHeader } from '../personal'
import { aProblem, type Problem } from '../problem'
import type { PackFile } from './pack-files'

/** Columns of later kinds about persons: a file with any other is not kept. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  signals: ['id', 'at', 'kind', 'place', 'zone', 'people', 'tubes', 'decidedat', 'outcome', 'case'],
  followups: [
    ...['id', 'kind', 'origin', 'place', 'arrivedat', 'knownat', 'measure', 'start', 'due', 'releasedat'],
    'site',
  ],
  temperatures: ['id', 'day', 'am', 'pm', 'symptom'],
}

/**
 * Why a file that would be kept byte for byte is not kept: a header that names a person, or of a list about persons one
 * that its kind does not have, a cell that looks like a name, an address or a number of theirs, or bytes that cannot be
 * read and so cannot be looked through. Null where nothing speaks against it.
 */
export function whyNotKept({ path, bytes }: PackFile): Problem | null {
  const text = sniff(bytes)
  if (!text.ok) return text.code === 'empty-file' ? null : aProblem(path, text.code, { seen: text.seen })
  const table = readCsv(text.text)
  if (!table.ok) return null
  const list = path.toLowerCase().replace(/\.csv$/, '')
  const column =
    table.value.headers.find((header) => isForeign(header, list)) ??
    table.value.rows
      .flatMap(({ cells }) => Object.entries(cells))
      .find(([, cell]) => typeof cell === 'string' && isPersonal(cell, list))?.[0]
  return column === undefined ? null : aProblem(path, 'personal-file', { column: shownHeader(column) })
}

function isForeign(header: string, list: string): boolean {
  const known = COLUMNS[list]
  if (known) return !known.includes(header.trim().toLowerCase())
  return personalOf(header, list) !== null || holdsNumbers(header) || looksLikeName(header)
}

/** Of a list about persons a place is kept as a code or as far as its building. */
function isPersonal(cell: string, list: string): boolean {
  if (!isAboutPersons(list)) return holdsNumbers(cell) || looksLikeName(cell) || /单元|\d室/.test(cell)
  return !isCode(cell) && (looksPersonal(cell) || (cutAddress(cell) ?? cell) !== cell)
}
