import { type Folder, gpx, kmlWithFolders } from '@tmcw/togeojson'
import type { Feature, Geometry } from 'geojson'
import { featureTable } from '../geojson/geojson'
import { readXml, whereOf } from '../markup'
import type { FormatTable, Read } from '../table'
import type { DecodedText } from '../text'

/** How a thing is drawn, and what the library adds: no column of any list. */
const DRAWN =
  /^(?:style(?:Url|Hash|MapHash)|stroke(?:-\w+)?|fill(?:-\w+)?|icon(?:-\w+)*|label(?:-\w+)?|visibility|coordinateProperties|_gpxType|links|@geometry-type|begin|end|open|tessellate|extrude|altitudeMode|drawOrder)$/i

/**
 * The placemarks of a KML, or the points, tracks and routes of a GPX, as a table of features. Both formats are in
 * WGS-84 by their own standards. Text that declares entities, or nests without end, is not read.
 */
export function readMarkup({ text, encoding }: DecodedText, as: 'kml' | 'gpx'): Read<FormatTable[]> {
  const read = readXml(text)
  if (!read.ok) return read
  const document = read.value
  try {
    const features =
      as === 'kml'
        ? inFolders(kmlWithFolders(document, { skipNullGeometry: false }).children, null)
        : gpx(document).features
    const placed = features.filter((one) => one.properties?.['@geometry-type'] !== 'groundoverlay')
    if (placed.length === 0) return { ok: false, code: 'empty-file', seen: null }
    const table = featureTable(placed.map(plain))
    return {
      ok: true,
      value: [{ ...table, name: null, encoding, areFeatures: true, statedFrame: 'wgs84' }],
    }
  } catch (fault) {
    return { ok: false, code: 'broken-xml', seen: whereOf(fault) }
  }
}

/** The placemarks of folders within folders, each with the name of the one in which it lies. */
function inFolders(
  children: readonly (Folder | Feature<Geometry | null>)[],
  folder: string | null,
): Feature<Geometry | null>[] {
  return children.flatMap((one) => {
    if (one.type === 'folder') {
      const name = typeof one.meta.name === 'string' ? one.meta.name.trim() : ''
      return inFolders(one.children, name === '' ? folder : name)
    }
    return folder === null ? [one] : [{ ...one, properties: { folder, ...one.properties } }]
  })
}

/** The feature with what its writer said of it, as text. */
function plain(feature: Feature<Geometry | null>): Feature<Geometry | null> {
  const said = Object.entries(feature.properties ?? {}).flatMap(([name, value]): [string, unknown][] => {
    if (DRAWN.test(name) || value === null || value === '') return []
    const isMarkup = typeof value === 'object' && '@type' in value && 'value' in value
    return [[name, isMarkup ? textOf(String(value.value)) : value]]
  })
  return { ...feature, properties: Object.fromEntries(said) }
}

/** Words of a description without its tags. */
const textOf = (markup: string): string =>
  markup
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
