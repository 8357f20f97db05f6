import type { Feature } from 'geojson'
import { read } from 'shapefile'
import type { FormatFile } from '../format'
import { featureTable } from '../geojson/geojson'
import type { FormatTable, Read, Said } from '../table'
import { tableEncoding } from './table-encoding'

/** The features of a shapefile with their columns; one whose parts do not agree in size or count is refused whole. */
export async function readShapefile({ bytes, beside }: FormatFile): Promise<Read<FormatTable[]>> {
  const dbf = beside.get('dbf')
  if (!isWhole(bytes)) return { ok: false, code: 'broken-shapefile', seen: `.shp ${bytes.length}` }
  if (dbf && !isWholeTable(dbf)) return { ok: false, code: 'broken-shapefile', seen: `.dbf ${dbf.length}` }
  const cpg = beside.get('cpg')
  const encoding = dbf ? tableEncoding(dbf, cpg ? latin(cpg).trim() : null) : null
  try {
    const { features } = await read(bytes, dbf, { encoding: encoding?.encoding ?? 'utf-8' })
    if (dbf && features.length !== recordsIn(dbf))
      return { ok: false, code: 'broken-shapefile', seen: `${features.length} / ${recordsIn(dbf)}` }
    const said: Said[] = []
    if (!dbf) said.push({ code: 'shapefile-without-table', row: null, column: null, seen: '.dbf' })
    if (encoding?.isAgainst)
      said.push({
        code: 'encoding-against-cpg',
        row: null,
        column: null,
        seen: encoding.isAgainst,
        suggestion: encoding.encoding,
      })
    const table = featureTable(features.map(plain))
    const prj = beside.get('prj')
    return {
      ok: true,
      value: [
        {
          ...{ ...table, said, name: null, areFeatures: true, mayBeCut: true },
          encoding: encoding?.encoding ?? null,
          statedFrame: prj ? latin(prj).trim() || null : null,
        },
      ],
    }
  } catch {
    return { ok: false, code: 'broken-shapefile', seen: '.shp' }
  }
}

const latin = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, 10_000))
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether the file is of the length that its head states, and its records fill it. */
function isWhole(shp: Uint8Array): boolean {
  if (shp.length < 100) return false
  const view = viewOf(shp)
  if (view.getInt32(0) !== 9994 || view.getInt32(24) * 2 !== shp.length) return false
  let at = 100
  while (at + 8 <= shp.length) at += 8 + Math.max(0, view.getInt32(at + 4)) * 2
  return at === shp.length
}

const recordsIn = (dbf: Uint8Array): number => viewOf(dbf).getUint32(4, true)

function isWholeTable(dbf: Uint8Array): boolean {
  if (dbf.length < 33) return false
  const view = viewOf(dbf)
  const [head, width] = [view.getUint16(8, true), view.getUint16(10, true)]
  return head >= 33 && width > 0 && head + recordsIn(dbf) * width <= dbf.length
}

const two = (part: number): string => String(part).padStart(2, '0')

/** Days as text: the table has no other type of its own for them. */
function plain(feature: Feature): Feature {
  const properties = Object.entries(feature.properties ?? {}).map(([name, value]): [string, unknown] => {
    if (!(value instanceof Date)) return [name, value]
    if (Number.isNaN(value.getTime())) return [name, null]
    return [name, `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`]
  })
  return { ...feature, properties: Object.fromEntries(properties) }
}
