import { createRequire } from 'node:module'
import initGeosJs from 'geos-wasm'
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers'
import { BoxIndex } from '../../../geo/geometry/box-index'
import { sharedAreaM2 } from '../../../geo/geometry/overlay/shared-area'
import { areaM2 } from '../../../geo/geometry/rings/area'
import { boundsOf } from '../../../geo/geometry/rings/bounds'
import { flatOf, positionsOf } from '../../../geo/geometry/rings/geojson'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { OutlineIndex } from '../../../geo/geometry/roads/outline-index'
import { blobs, coverage } from './ground'
import type { Kernel } from './trial'

type Pair = readonly [zone: number, village: number]

/** Pairs of a zone and a village whose boxes meet. */
function pairsOf(zones: readonly Shape[], villages: readonly Shape[]): Pair[] {
  const index = new BoxIndex(villages.map(boundsOf))
  return zones.flatMap((zone, at) => index.near(boundsOf(zone)).map((village): Pair => [at, village]))
}

/** The area in common by Clipper, to eight decimals of a degree; its paths are made before the clock runs. */
async function inClipper(zones: readonly Shape[], villages: readonly Shape[]) {
  const clipper = await createRequire(import.meta.url)('clipper2-wasm')()
  const pathsOf = ([polygon]: Shape) => {
    const paths = new clipper.PathsD()
    for (const ring of polygon!) {
      const path = new clipper.PathD()
      for (let i = 0; i + 3 < ring.length; i += 2)
        path.push_back(new clipper.PointD(ring[i]!, ring[i + 1]!, 0))
      paths.push_back(path)
    }
    return paths
  }
  const [own, other] = [zones.map(pathsOf), villages.map(pathsOf)]
  return ([zone, village]: Pair): number => {
    const common = clipper.IntersectD(own[zone], other[village], clipper.FillRule.NonZero, 8)
    const area: number = clipper.AreaPathsD(common)
    common.delete()
    return area
  }
}

/** The area of the intersection that GEOS makes, m². */
async function inGeos(): Promise<(a: Shape, b: Shape) => number> {
  const geos = await initGeosJs()
  const read = (shape: Shape) =>
    geojsonToGeosGeom({ type: 'MultiPolygon', coordinates: shape.map((one) => one.map(positionsOf)) }, geos)
  return (a, b) => {
    const common = geosGeomToGeojson(geos.GEOSIntersection(read(a), read(b)), geos) as {
      type: string
      coordinates: number[][][] | number[][][][]
    }
    if (common.type !== 'Polygon' && common.type !== 'MultiPolygon') return 0
    const polygons = (common.type === 'Polygon' ? [common.coordinates] : common.coordinates) as number[][][][]
    return areaM2(polygons.map((polygon) => polygon.map((ring) => flatOf(ring))))
  }
}

const SAMPLE = 1_000

export const areas: Kernel = {
  name: 'areas in common',
  peer: 'clipper2-wasm',
  mark: 5,
  trial: async (share) => {
    const zones = blobs(5_000 * share)
    const villages = coverage(10_000 * share, 26)
    const pairs = pairsOf(zones, villages)
    const [clipper, geos] = [await inClipper(zones, villages), await inGeos()]
    const ours = new Float64Array(pairs.length)
    return {
      size: `${pairs.length} pairs`,
      // outlines are kept beside their shapes; here they are made anew for each run
      ours: () => {
        const [own, other] = [zones, villages].map((shapes) => shapes.map((shape) => new OutlineIndex(shape)))
        pairs.forEach(([zone, village], i) => (ours[i] = sharedAreaM2(own![zone]!, other![village]!)))
      },
      peer: () => pairs.reduce((sum, pair) => sum + clipper(pair), 0),
      fault: () => {
        const every = Math.max(1, Math.floor(pairs.length / SAMPLE))
        const apart = pairs.filter(([zone, village], i) => {
          if (i % every !== 0) return false
          const theirs = geos(zones[zone]!, villages[village]!)
          return Math.abs(ours[i]! - theirs) > 1e-9 * theirs + 1e-6
        })
        return apart.length === 0 ? null : `${apart.length} of ${SAMPLE} apart from GEOS`
      },
    }
  },
}
