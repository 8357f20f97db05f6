import { readCsv } from '../../formats/csv/csv'
import { readText } from '../../formats/text'
import type { DroppedFile } from '../../ui/dropped-files'

/** A dropped file as columns of lines; a plain text has one without a name. */
export interface DroppedLines {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly lines: readonly string[] }[]
  /** the column that most likely says where */
  readonly likely: number
}

const WHERE = /住址|地址|小区|场所|地点|address|place|village|code|编码|name|名称/i
const LON = /^(lng|lon|longitude|x|经度)$/i
const LAT = /^(lat|latitude|y|纬度)$/i

/** Reads a text or CSV file in whatever encoding it came; null where it cannot be read. */
export function droppedLines({ path, bytes }: DroppedFile): DroppedLines | null {
  const read = readText(bytes)
  if (!read.ok) return null
  const plain = { name: path, columns: [{ header: '', lines: read.value.text.split(/\r?\n/) }], likely: 0 }
  if (!/\.csv$/i.test(path)) return plain
  const table = readCsv(read.value.text)
  if (!table.ok || table.value.headers.length === 0) return plain
  const { headers, rows } = table.value
  const columns = headers.map((header) => ({
    header,
    lines: rows.map(({ cells }) => String(cells[header] ?? '').trim()),
  }))
  const [lon, lat] = [
    headers.findIndex((one) => LON.test(one.trim())),
    headers.findIndex((one) => LAT.test(one.trim())),
  ]
  if (lon >= 0 && lat >= 0)
    columns.push({
      header: `${headers[lon]}, ${headers[lat]}`,
      lines: columns[lon]!.lines.map((one, i) => (one === '' ? '' : `${one}, ${columns[lat]!.lines[i]}`)),
    })
  const named = headers.findIndex((header) => WHERE.test(header))
  const likely = named >= 0 ? named : lon >= 0 && lat >= 0 ? columns.length - 1 : 0
  return { name: path, columns, likely }
}
