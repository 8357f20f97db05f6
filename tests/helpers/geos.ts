import initGeosJs from 'geos-wasm'
import { geojsonToGeosGeom } from 'geos-wasm/helpers'
import { positionsOf } from '../../geo/geometry/rings/geojson'
import type { Shape } from '../../geo/geometry/rings/shape'

/** GEOS as the oracle of tests: areas in square degrees of what it makes of the same shapes. Never shipped. */
export async function openGeos() {
  const geos = await initGeosJs()
  // biome-ignore lint/suspicious/noExplicitAny: the helper's own type leaves the geometry open
  const read = (shape: Shape): any =>
    geojsonToGeosGeom(
      { type: 'MultiPolygon', coordinates: shape.map((polygon) => polygon.map(positionsOf)) },
      geos,
    )
  // biome-ignore lint/suspicious/noExplicitAny: pointers of the module
  const areaOf = (geometry: any): number => {
    const out = geos.Module._malloc(8)
    geos.GEOSArea(geometry, out)
    const area = geos.Module.getValue(out, 'double')
    geos.Module._free(out)
    geos.GEOSGeom_destroy(geometry)
    return area
  }
  return {
    areaOf: (shape: Shape): number => areaOf(read(shape)),
    isValid: (shape: Shape): boolean => geos.GEOSisValid(read(shape)) === 1,
    /** of the union of all parts */
    unionArea: (shapes: readonly Shape[]): number =>
      areaOf(shapes.map(read).reduce((sum, one) => geos.GEOSUnion(sum, one))),
    intersectionArea: (a: Shape, b: Shape): number => areaOf(geos.GEOSIntersection(read(a), read(b))),
    differenceArea: (a: Shape, b: Shape): number => areaOf(geos.GEOSDifference(read(a), read(b))),
  }
}
