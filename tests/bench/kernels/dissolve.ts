import initGeosJs from 'geos-wasm'
import { dissolve } from '../../../geo/geometry/overlay/dissolve'
import { areaM2 } from '../../../geo/geometry/rings/area'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { coverage } from './ground'
import type { Kernel } from './trial'

/** Compounds in square groups of about 200. */
function groupsOf(compounds: readonly Shape[]): Shape[][] {
  const side = Math.round(Math.sqrt(compounds.length))
  const groups = new Map<string, Shape[]>()
  compounds.forEach((shape, at) => {
    const key = `${Math.floor(at / side / 14)} ${Math.floor((at % side) / 14)}`
    const group = groups.get(key)
    if (group) group.push(shape)
    else groups.set(key, [shape])
  })
  return [...groups.values()]
}

/** The groups as collections in GEOS, made before the clock runs, and the union of each measured in square degrees. */
async function inGeos(groups: readonly Shape[][]) {
  const geos = await initGeosJs()
  const polygonOf = ([polygon]: Shape): number => {
    const ring = polygon![0]!
    const sequence = geos.GEOSCoordSeq_create(ring.length / 2, 2)
    for (let i = 0; i < ring.length; i += 2) geos.GEOSCoordSeq_setXY(sequence, i / 2, ring[i]!, ring[i + 1]!)
    return geos.GEOSGeom_createPolygon(geos.GEOSGeom_createLinearRing(sequence), 0, 0)
  }
  const collections = groups.map((shapes) => {
    const polygons = Uint32Array.from(shapes, polygonOf)
    const pointer = geos.Module._malloc(4 * polygons.length)
    geos.Module.HEAPU32.set(polygons, pointer / 4)
    return geos.GEOSGeom_createCollection(6, pointer, shapes.length)
  })
  const area = geos.Module._malloc(8)
  return (measure: boolean): number[] =>
    collections.map((collection) => {
      const union = geos.GEOSCoverageUnion(collection)
      if (measure) geos.GEOSArea(union, area)
      geos.GEOSGeom_destroy(union)
      return measure ? geos.Module.HEAPF64[area / 8]! : 0
    })
}

/** Square degrees. */
const planarArea = (shape: Shape): number =>
  shape.reduce(
    (sum, polygon) =>
      sum +
      polygon.reduce((part, ring) => {
        let twice = 0
        for (let i = 0; i + 3 < ring.length; i += 2)
          twice +=
            (ring[i]! - ring[0]!) * (ring[i + 3]! - ring[1]!) -
            (ring[i + 2]! - ring[0]!) * (ring[i + 1]! - ring[1]!)
        return part + twice / 2
      }, 0),
    0,
  )

export const dissolving: Kernel = {
  name: 'dissolve, clean',
  peer: 'geos-wasm CoverageUnion',
  mark: 3,
  trial: async (share) => {
    const compounds = coverage(100_000 * share, 3)
    const groups = groupsOf(compounds)
    const unions = await inGeos(groups)
    let ours: Shape[] = []
    return {
      size: `${compounds.length} compounds in ${groups.length} groups`,
      ours: () => void (ours = groups.map((shapes) => dissolve(shapes))),
      peer: () => void unions(false),
      fault: () => {
        const theirs = unions(true)
        const apart = ours.filter((shape, i) => Math.abs(planarArea(shape) / theirs[i]! - 1) > 1e-12).length
        const whole = compounds.reduce((sum, shape) => sum + areaM2(shape), 0)
        const sum = ours.reduce((total, shape) => total + areaM2(shape), 0)
        if (Math.abs(sum / whole - 1) > 1e-11) return `together ${sum} m², not ${whole}`
        return apart === 0 ? null : `${apart} groups of another area`
      },
    }
  },
}
