import { ByteBuffer } from 'flatbuffers'
import type { CrsMeta } from 'flatgeobuf/lib/mjs/crs-meta.js'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js'
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js'
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js'
import { fromGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js'
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js'
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js'
import { featureTable } from '../geojson/geojson'
import { LIMITS } from '../limits'
import type { FormatTable, Read } from '../table'

const MAGIC = 8
const PREFIX = 4

/**
 * The features of a FlatGeobuf; one that is cut, holds another number than its head says, or whose parts point out of it
 * is refused whole. The library's parts are called one by one: its whole brings a compiled decompressor that no such file needs.
 */
export function readFlatGeobuf(bytes: Uint8Array): Read<FormatTable[]> {
  try {
    const head = partAt(bytes, MAGIC)
    const columns = Header.getSizePrefixedRootAsHeader(new ByteBuffer(head)).columnsLength()
    if (columns > LIMITS.columns) return { ok: false, code: 'too-many-columns', seen: `> ${LIMITS.columns}` }
    const header = fromByteBuffer(new ByteBuffer(head))
    const features = featuresFrom(bytes, MAGIC + head.length + indexSize(header), header)
    if (header.featuresCount > 0 && features.length !== header.featuresCount)
      return { ok: false, code: 'broken-flatgeobuf', seen: `${features.length} / ${header.featuresCount}` }
    const table = featureTable(features)
    return {
      ok: true,
      value: [
        { ...table, name: null, encoding: null, areFeatures: true, statedFrame: frameOf(header.crs ?? null) },
      ],
    }
  } catch {
    return { ok: false, code: 'broken-flatgeobuf', seen: String(bytes.length) }
  }
}

/** The part that begins there, with its length before it, in a buffer of its own: numbers in it lie where they can be read. */
function partAt(bytes: Uint8Array, at: number): Uint8Array {
  if (at + PREFIX > bytes.length) throw new RangeError('cut')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
  if (length < PREFIX || at + PREFIX + length > bytes.length) throw new RangeError('cut')
  return bytes.slice(at, at + PREFIX + length)
}

const indexSize = ({ featuresCount, indexNodeSize }: HeaderMeta): number =>
  featuresCount > 0 && indexNodeSize > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0

function featuresFrom(bytes: Uint8Array, from: number, header: HeaderMeta): object[] {
  const features: object[] = []
  for (let at = from; at < bytes.length; ) {
    const part = partAt(bytes, at)
    features.push(featureIn(part, header))
    at += part.length
  }
  return features
}

function featureIn(part: Uint8Array, header: HeaderMeta): object {
  const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(part))
  const ground = feature.geometry()
  if (ground) refuseEndless(ground, { left: part.length })
  const properties = Object.entries(parseProperties(feature, header.columns) as Record<string, unknown>)
  return {
    type: 'Feature',
    properties: Object.fromEntries(properties.filter(([, value]) => !(value instanceof Uint8Array))),
    geometry: ground ? fromGeometry(ground, header.geometryType) : null,
  }
}

/** Throws where parts of a geometry are more than its bytes can hold, or hold themselves. */
function refuseEndless(geometry: Geometry, budget: { left: number }): void {
  const parts = geometry.partsLength()
  budget.left -= PREFIX * parts
  if (budget.left < 0) throw new RangeError('endless')
  for (let i = 0; i < parts; i += 1) {
    const part = geometry.parts(i)
    if (part) refuseEndless(part, budget)
  }
}

function frameOf(crs: CrsMeta | null): string | null {
  if (!crs) return null
  if (crs.code > 0 && (crs.org === null || crs.org.toUpperCase() === 'EPSG')) return `EPSG:${crs.code}`
  return crs.wkt ?? crs.code_string ?? crs.name
}
