import { CSV } from './csv/csv-format'
import { DOCUMENT } from './document/document-format'
import { FLATGEOBUF } from './flatgeobuf/flatgeobuf-format'
import { extensionOf, type Format } from './format'
import { GEOJSON } from './geojson/geojson-format'
import { GPX, KML } from './kml/kml-format'
import { SHAPEFILE } from './shapefile/shapefile-format'
import { TOPOJSON } from './topojson/topojson-format'
import { WORKBOOK } from './workbook/workbook-format'

/** Every format that is read, the surest signature first. What formats there are follows from this list alone. */
export const FORMATS = [SHAPEFILE, FLATGEOBUF, WORKBOOK, DOCUMENT, TOPOJSON, KML, GPX, GEOJSON, CSV] as const

export type FormatId = (typeof FORMATS)[number]['id']

const all: readonly Format[] = FORMATS

/** The format of which the bytes can be nothing else, whatever the file is called; null where they leave it open. */
export const formatOfBytes = (bytes: Uint8Array): Format | null =>
  all.find(({ recognises }) => recognises(bytes)) ?? null

/** The format that the name promises; null where none does. */
export function formatOfName(path: string): Format | null {
  const extension = extensionOf(path)
  return all.find(({ extensions }) => extensions.includes(extension)) ?? null
}

/** The format that the file belongs to as a part of another (`.dbf` of a `.shp`). */
export function formatBeside(path: string): Format | null {
  const extension = extensionOf(path)
  return all.find(({ companions }) => companions?.includes(extension)) ?? null
}

/** Every extension that is read, for the dialogue in which files are chosen. */
export const EXTENSIONS: readonly string[] = all.flatMap(({ extensions, companions = [] }) => [
  ...extensions,
  ...companions,
])
