import { beginningOf, type Format, type FormatFile } from '../format'
import type { FormatTable, Read, Rows } from '../table'
import { readText } from '../text'

/** GeoJSON: one document, or one feature a line. */
export const GEOJSON = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson', 'geojsons'],
  recognises: (bytes) => /^(?:\{\s*["}]|\[\s*\{\s*")/.test(beginningOf(bytes).replace(/^[^!-~]+/, '')),
  tables: async (file) => {
    const { readFeatures } = await import('./geojson')
    const read = featuresIn(file, readFeatures)
    if (!read.ok) return read
    return { ok: true, value: [{ ...read.value, again: rowsAgain(file, readFeatures) }] }
  },
} as const satisfies Format

type ReadFeatures = typeof import('./geojson').readFeatures

function featuresIn({ bytes }: FormatFile, readFeatures: ReadFeatures): Read<FormatTable> {
  const read = readText(bytes)
  if (!read.ok) return read
  const { text, encoding } = read.value
  const table = readFeatures(text)
  return table.ok
    ? { ok: true, value: { ...table.value, name: null, encoding, areFeatures: true, isFrameUsual: true } }
    : table
}

const rowsAgain = (file: FormatFile, readFeatures: ReadFeatures) => (): Rows => {
  const read = featuresIn(file, readFeatures)
  return read.ok ? read.value.rows : []
}
