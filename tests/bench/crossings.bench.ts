import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { lineIntersect, lineString } from '@turf/turf'
import Flatbush from 'flatbush'
import { circle } from '../../geo/geometry/overlay/buffer'
import { boundsOf, boundsOfLine } from '../../geo/geometry/rings/bounds'
import { flatOf, positionsOf } from '../../geo/geometry/rings/geojson'
import type { Line, Shape } from '../../geo/geometry/rings/shape'
import { crossingsOfMany } from '../../geo/geometry/roads/crossings-of-many'

/** Roads of Gothenburg (OpenStreetMap, ODbL, in geojson-path-finder) and circles over them: run with `npx tsx`. */
const network = createRequire(import.meta.url).resolve('geojson-path-finder/test/large-network.json')
const roads: Line[] = JSON.parse(readFileSync(network, 'utf8'))
  .features.filter((feature: { geometry: { type: string } }) => feature.geometry.type === 'LineString')
  .map((feature: { geometry: { coordinates: number[][] } }) => flatOf(feature.geometry.coordinates))
const zones: Shape[] = Array.from({ length: 30 }, (_, i) =>
  circle([11.9746 + 0.012 * ((i % 6) - 2.5), 57.7089 + 0.006 * (Math.floor(i / 6) - 2)], 200 + 40 * i),
)

function withTurf(): number {
  const tree = new Flatbush(roads.length)
  for (const road of roads) tree.add(...boundsOfLine(road)!)
  tree.finish()
  const lines = roads.map((road) => lineString(positionsOf(road)))
  let found = 0
  for (const zone of zones) {
    const rim = lineString(positionsOf(zone[0]![0]!))
    for (const row of tree.search(...boundsOf(zone)!))
      found += lineIntersect(lines[row]!, rim).features.length
  }
  return found
}

function timed(work: () => number): { ms: number; found: number } {
  const from = performance.now()
  const found = work()
  return { ms: performance.now() - from, found }
}

const ours = Array.from({ length: 5 }, () => timed(() => crossingsOfMany(roads, zones).length)).sort(
  (a, b) => a.ms - b.ms,
)
const turf = timed(withTurf)
const median = ours[2]!
console.log(`${roads.length} roads, ${zones.length} zones, node ${process.version}`)
console.log(
  `crossingsOfMany       ${median.ms.toFixed(0)} ms (min ${ours[0]!.ms.toFixed(0)}), ${median.found} crossings`,
)
console.log(`flatbush + turf       ${turf.ms.toFixed(0)} ms, ${turf.found} intersections`)
console.log(`ratio                 1 : ${(turf.ms / median.ms).toFixed(1)}`)
