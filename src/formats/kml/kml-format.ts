import { beginningOf, type Format } from '../format'
import { readText } from '../text'

const isXml = (bytes: Uint8Array, root: string): boolean => {
  const beginning = beginningOf(bytes, 4_000).trimStart()
  return beginning.startsWith('<') && new RegExp(`<(?:\\w+:)?${root}[\\s>]`, 'i').test(beginning)
}

const format = <Id extends 'kml' | 'gpx'>(id: Id, extensions: readonly string[]) =>
  ({
    id,
    extensions,
    recognises: (bytes) => isXml(bytes, id),
    tables: async ({ bytes }) => {
      const read = readText(bytes)
      if (!read.ok) return read
      const { readMarkup } = await import('./read-markup')
      return readMarkup(read.value, id)
    },
  }) as const satisfies Format

/** Placemarks of map programs and drones. A KMZ is an archive with one in it. */
export const KML = format('kml', ['kml', 'kmz'])

/** Points, tracks and routes of hand-held receivers. */
export const GPX = format('gpx', ['gpx'])
