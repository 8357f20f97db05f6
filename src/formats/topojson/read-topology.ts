import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { featureTable, readJson } from '../geojson/geojson'
import type { FormatTable, Read } from '../table'
import type { DecodedText } from '../text'

/** The objects of a topology as tables of features, named where there are several. */
export function readTopology({ text, encoding }: DecodedText): Read<FormatTable[]> {
  const json = readJson(text.replace(/^\uFEFF/, ''))
  if (!json.ok) return json
  const topology = json.value as Partial<Topology> | null
  if (topology?.type !== 'Topology' || typeof topology.objects !== 'object' || !Array.isArray(topology.arcs))
    return { ok: false, code: 'not-features', seen: String(topology?.type ?? '') }
  try {
    const names = Object.keys(topology.objects)
    const tables = names.map((name): FormatTable => {
      const made = feature(topology as Topology, topology.objects![name] as GeometryObject)
      const features = made.type === 'FeatureCollection' ? made.features : [made]
      const table = featureTable(features)
      return { ...table, name: names.length > 1 ? name : null, encoding, areFeatures: true }
    })
    return tables.length > 0
      ? { ok: true, value: tables }
      : { ok: false, code: 'not-features', seen: 'Topology' }
  } catch {
    return { ok: false, code: 'not-features', seen: 'Topology' }
  }
}
