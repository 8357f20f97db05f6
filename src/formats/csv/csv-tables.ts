import { withoutClosing } from '../closing-lines'
import type { Asked, FormatFile } from '../format'
import { withHeaderLines } from '../header-lines'
import type { FormatTable, Read, Rows, Said } from '../table'
import { readText } from '../text'
import { csvLines, readCsv } from './csv'
import { withoutTitles } from './title-lines'

/** The one table of a text of lines: what stands above and below it, and between its rows, left out and said. */
export function csvTables(file: FormatFile, asked: Asked): Read<FormatTable[]> {
  const read = readText(file.bytes)
  if (!read.ok) return read
  const { text, encoding } = read.value
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

const rowsAgain = (file: FormatFile, asked: Asked) => (): Rows => {
  const read = csvTables(file, asked)
  return read.ok ? read.value[0]!.rows : []
}
