import { type Asked, beginningOf, type Format, type FormatFile } from '../format'
import { PIECE, partsIn } from '../parts'
import { watched } from '../rows'
import type { FormatTable, Read, Rows } from '../table'
import { readText } from '../text'
import type { FeatureTable } from './geojson'

/** GeoJSON: one document, one feature a line, or a sequence of separated texts. */
export const GEOJSON = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson', 'jsonl', 'geojsons', 'geojsonseq'],
  recognises: (bytes) => /^(?:\{\s*["}]|\[\s*\{\s*")/.test(beginningOf(bytes).replace(/^[^!-~]+/, '')),
  tables: async (file, { step, watch }) => {
    const { readFeatures } = await import('./read-features')
    const { largeFeatures } = await import('./large-features')
    const reading = { readFeatures, largeFeatures }
    const read = featuresIn(file, reading, { step, watch })
    if (!read.ok) return read
    return { ok: true, value: [{ ...read.value, again: rowsAgain(file, reading, watch) }] }
  },
} as const satisfies Format

type Reading = Pick<typeof import('./read-features'), 'readFeatures'> &
  Pick<typeof import('./large-features'), 'largeFeatures'>

function featuresIn(
  file: FormatFile,
  { readFeatures, largeFeatures }: Reading,
  { step, watch }: Pick<Asked, 'step' | 'watch'>,
): Read<FormatTable> {
  const parts = partsIn(file)
  const large = parts.size > PIECE ? largeFeatures(parts, { step }) : null
  if (large) {
    const table = { ...large.table, rows: watched(large.table.rows, watch) }
    return { ok: true, value: tableOf(table, large.encoding) }
  }
  const read = readText(file.bytes)
  if (!read.ok) return read
  const { text, encoding } = read.value
  const table = readFeatures(text)
  return table.ok ? { ok: true, value: tableOf(table.value, encoding) } : table
}

const tableOf = (table: FeatureTable, encoding: string): FormatTable => ({
  ...{ ...table, name: null, encoding, areFeatures: true, isFrameUsual: true },
})

const rowsAgain = (file: FormatFile, reading: Reading, watch: Asked['watch']) => (): Rows => {
  const read = featuresIn(file, reading, { step: watch, watch })
  return read.ok ? read.value.rows : []
}
