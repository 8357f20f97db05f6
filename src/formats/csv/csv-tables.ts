import { withoutClosing } from '../closing-lines'
import type { Asked, FormatFile } from '../format'
import { withHeaderLines } from '../header-lines'
import { nameOf } from '../several-tables'
import type { FormatTable, Read, Rows, Said, Table } from '../table'
import { readText } from '../text'
import { csvLines, readCsv } from './csv'
import { csvParts } from './csv-parts'
import { withoutTitles } from './title-lines'

/** The tables of a text of lines, one as a rule: what stands above and below it, and between its rows, left out and said. */
export function csvTables(file: FormatFile, asked: Asked): Read<FormatTable[]> {
  const read = readText(file.bytes)
  if (!read.ok) return read
  const { text, encoding } = read.value
  const parts = csvParts(text, asked)
  if (parts.length > 0)
    return { ok: true, value: parts.map((part, at) => partOf(part, { file, asked, encoding, at })) }
  const titled = withoutTitles(text, asked)
  const parsed = readCsv(titled.text, titled.rows)
  if (!parsed.ok) return parsed
  const table = withoutClosing(withHeaderLines(parsed.value, asked))
  const above: Said[] =
    titled.skipped > 0 ? [{ code: 'title-lines', row: null, column: null, seen: String(titled.skipped) }] : []
  const said = [...above, ...(table.said ?? [])]
  return {
    ok: true,
    value: [
      {
        ...{ ...table, name: null, encoding, areFeatures: false, titles: titled.titles, said },
        again: rowsAgain(file, asked),
        lines: () => csvLines(text),
      },
    ],
  }
}

interface OfFile {
  readonly file: FormatFile
  readonly asked: Asked
  readonly encoding: string
  readonly at: number
}

/** One of several tables of a text. */
function partOf(part: Table, { file, asked, encoding, at }: OfFile): FormatTable {
  const table = withoutClosing(withHeaderLines(part, asked))
  return { ...table, name: nameOf(null, at), encoding, areFeatures: false, again: rowsAgain(file, asked, at) }
}

const rowsAgain =
  (file: FormatFile, asked: Asked, at = 0) =>
  (): Rows => {
    const read = csvTables(file, asked)
    return read.ok ? read.value[at]!.rows : []
  }
