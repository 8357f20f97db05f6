import { beginningOf, type Format } from '../format'
import { readText } from '../text'

/** TopoJSON: lines shared between neighbours, one table an object. */
export const TOPOJSON = {
  id: 'topojson',
  extensions: ['topojson'],
  recognises: (bytes) => /^\s*\{[^[]*"type"\s*:\s*"Topology"/.test(beginningOf(bytes)),
  tables: async ({ bytes }) => {
    const read = readText(bytes)
    if (!read.ok) return read
    const { readTopology } = await import('./read-topology')
    return readTopology(read.value)
  },
} as const satisfies Format
