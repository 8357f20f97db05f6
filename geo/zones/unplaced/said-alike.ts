import { alike, type Numbers } from '../../alike'
import { textAt } from '../../columns'
import type { CaseTable, ContactTable, TextColumn } from '../../facts'
import { unitOfFile } from '../record/whereabouts'
import type { PositionNote } from './references'

/** A number for every row of a table, the same where rows say the same of their ground. */
export function saidAlike(
  table: CaseTable | ContactTable,
  notes: ReadonlyMap<number, PositionNote>,
): Int32Array {
  const { zone, place, town } = table
  const positions = 'lon' in table ? [table.lon, table.lat] : []
  return alike(table.length, [
    ...[zone, place, ...(town ? [town] : [])].map(numbersOf),
    unitsOf(table),
    ...positions,
    ...(notes.size > 0 ? [notesOf(table.length, notes)] : []),
  ])
}

/** The codes of a column, the same for one text: read as places, several of its texts may be one. */
function numbersOf({ codes, values }: TextColumn): Numbers {
  const first = new Map<string, number>()
  const numbers = values.map((text, code) => {
    if (!first.has(text)) first.set(text, code)
    return first.get(text)!
  })
  return first.size === values.length ? codes : codes.map((code) => numbers[code] ?? code)
}

/** Who filled the row in, else what the name of its file tells of it. */
function unitsOf({ length, unit, file }: CaseTable | ContactTable): Numbers {
  const numbers = new Map<string | null, number>()
  const numberOf = (text: string | null): number => {
    if (!numbers.has(text)) numbers.set(text, numbers.size)
    return numbers.get(text)!
  }
  const ofFile = file.values.map((name) => numberOf(unitOfFile(name)))
  const unknown = numberOf(unitOfFile(null))
  return Int32Array.from({ length }, (_, row) => {
    const own = unit ? textAt(unit, row) : null
    return own === null ? (ofFile[file.codes[row]!] ?? unknown) : numberOf(own)
  })
}

function notesOf(length: number, notes: ReadonlyMap<number, PositionNote>): Numbers {
  const kinds = [...new Set(notes.values())]
  const numbers = new Int32Array(length).fill(-1)
  for (const [row, note] of notes) numbers[row] = kinds.indexOf(note)
  return numbers
}
