import { withoutClosing } from '../closing-lines'
import type { Asked, FormatFile } from '../format'
import { withHeaderLines } from '../header-lines'
import { Lines } from '../lines'
import { partsIn } from '../parts'
import { watched } from '../rows'
import { nameOf } from '../several-tables'
import type { FormatTable, Read, Rows, Said, Table } from '../table'
import { readPieces } from '../text-pieces'
import { csvLines, readCsv } from './csv'
import { csvParts } from './csv-parts'
import { withoutTitles } from './title-lines'

/**
 * The tables of a text of lines, one as a rule: what stands above and below it, and between its rows, left out and said.
 * Of a text longer than `piece` bytes a few pieces are held at a time.
 */
export function csvTables(file: FormatFile, asked: Asked, piece?: number): Read<FormatTable[]> {
  const read = readPieces(partsIn(file), piece, asked.watch)
  if (!read.ok) return read
  const { pieces, encoding } = read.value
  const lines = new Lines(pieces, asked.step)
  const again = (at: number): (() => Rows) => rowsAgain(file, asked, { at, piece })
  const parts = csvParts(lines, asked)
  if (parts.length > 0)
    return { ok: true, value: parts.map((part, at) => partOf(part, { again, asked, encoding, at })) }
  const titled = withoutTitles(lines, asked)
  const parsed = readCsv(titled.lines, titled.rows, asked.step)
  if (!parsed.ok) return parsed
  const table = tableIn(parsed.value, asked)
  const above: Said[] =
    titled.skipped > 0 ? [{ code: 'title-lines', row: null, column: null, seen: String(titled.skipped) }] : []
  const said = [...above, ...(table.said ?? [])]
  return {
    ok: true,
    value: [
      {
        ...{ ...table, name: null, encoding, areFeatures: false, titles: titled.titles, said },
        again: again(0),
        lines: () => csvLines(lines),
      },
    ],
  }
}

/** The table below its header lines, without what closes it. */
const tableIn = (read: Table, asked: Asked): Table =>
  withoutClosing(withHeaderLines({ ...read, rows: watched(read.rows, asked.watch) }, asked))

interface OfFile {
  readonly again: (at: number) => () => Rows
  readonly asked: Asked
  readonly encoding: string
  readonly at: number
}

/** One of several tables of a text. */
function partOf(part: Table, { again, asked, encoding, at }: OfFile): FormatTable {
  const table = tableIn(part, asked)
  return { ...table, name: nameOf(null, at), encoding, areFeatures: false, again: again(at) }
}

const rowsAgain =
  (file: FormatFile, asked: Asked, { at, piece }: { readonly at: number; readonly piece?: number }) =>
  (): Rows => {
    const read = csvTables(file, { ...asked, step: asked.watch }, piece)
    return read.ok ? read.value[at]!.rows : []
  }
