import { beginningOf, type Format } from '../format'
import type { FormatTable } from '../table'
import { readText } from '../text'

/** GeoJSON: one document, or one feature a line. */
export const GEOJSON = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson', 'geojsons'],
  recognises: (bytes) => /^\{\s*"/.test(beginningOf(bytes).replace(/^[^!-~]+/, '')),
  tables: async ({ bytes }) => {
    const read = readText(bytes)
    if (!read.ok) return read
    const { text, encoding } = read.value
    const { readFeatures } = await import('./geojson')
    const table = readFeatures(text)
    if (!table.ok) return table
    const features: FormatTable = { ...table.value, name: null, encoding, areFeatures: true }
    return { ok: true, value: [features] }
  },
} as const satisfies Format
