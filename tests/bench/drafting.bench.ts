import { area, difference, featureCollection, lineIntersect, lineString, polygon } from '@turf/turf'
import { coverage } from '../../geo/coverage/coverage'
import { Gauge } from '../../geo/drafting/gauge'
import { positionsOf } from '../../geo/geometry/rings/geojson'
import type { Position, Ring, Shape } from '../../geo/geometry/rings/shape'
import { policiesOf } from '../../geo/index'
import { hierarchyOf } from '../../geo/places/hierarchy'
import { survey } from '../../geo/survey/survey'
import { assess } from '../../geo/zones/assess'
import { demoFacts } from '../helpers/demo-facts'
import { seeded } from '../helpers/seeded'

/** A vertex dragged over the demo district: run with `npx tsx`. Frames of 1080p at 60 Hz last 16.7 ms. */
const facts = await demoFacts()
const asOf = Date.parse('2022-05-25T12:00:00+08:00')
const policyOf = policiesOf(facts)
const MIDDLE: Position = [120.187, 31.12]

function ringRound(vertices: number, radius: number, seed: number): Ring {
  const random = seeded(seed).next
  const ring = new Float64Array(2 * vertices + 2)
  for (let i = 0; i < vertices; i++) {
    const angle = (2 * Math.PI * i) / vertices
    const reach = radius * (0.9 + 0.1 * Math.sin(5 * angle) + 0.002 * random())
    ring[2 * i] = MIDDLE[0] + reach * Math.cos(angle)
    ring[2 * i + 1] = MIDDLE[1] + reach * Math.sin(angle)
  }
  ring.copyWithin(2 * vertices, 0, 2)
  return ring
}

/** One vertex on a wandering way, a frame a step. */
function dragged(ring: Ring, steps: number): Shape[] {
  const vertex = Math.floor(ring.length / 2 / 3)
  return Array.from({ length: steps }, (_, step) => {
    const moved = ring.slice()
    moved[2 * vertex] = ring[2 * vertex]! + 0.004 * Math.sin(step / 9)
    moved[2 * vertex + 1] = ring[2 * vertex + 1]! + 0.003 * Math.cos(step / 7) * (step / steps)
    return [[moved]]
  })
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`
}

function drag(name: string, frames: readonly Shape[], level: string): number {
  const gauge = new Gauge(facts, { asOf, policyOf, level })
  const first = performance.now()
  gauge.measure({ kind: 'drawn', shape: frames[0]! })
  const opened = performance.now() - first
  const times = frames.slice(1).map((shape) => {
    const from = performance.now()
    gauge.measure({ kind: 'drawn', shape })
    return performance.now() - from
  })
  console.log(`${name.padEnd(34)} ${spread(times)} (first ${opened.toFixed(0)} ms)`)
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** The same figures the usual way: every compound and every road asked of turf in every frame. */
function withTurf(shape: Shape): number {
  const ground = polygon([positionsOf(shape[0]![0]!)])
  const hierarchy = hierarchyOf(facts.places)
  let sum = area(ground)
  for (const code of hierarchy.ofKind('compound')) {
    const own = hierarchy.shapeOf(code)!
    const feature = polygon([positionsOf(own[0]![0]!)])
    const left = difference(featureCollection([feature, ground]))
    sum += area(feature) - (left ? area(left) : 0)
  }
  const rim = lineString(positionsOf(shape[0]![0]!))
  for (const { line } of facts.roads) sum += lineIntersect(lineString(positionsOf(line)), rim).features.length
  return sum
}

console.log(
  `demo district: ${facts.places.length} places, ${facts.roads.length} roads, node ${process.version}`,
)
const [small, large] = [ringRound(60, 0.012, 1), ringRound(5000, 0.012, 2)]
const ours = drag('60 vertices, strictest level', dragged(small, 200), 'sealed')
drag('60 vertices, under 8 stricter', dragged(small, 200), 'controlled')
drag('5,000 vertices, strictest level', dragged(large, 200), 'sealed')
drag('5,000 vertices, under stricter', dragged(large, 200), 'controlled')
drag('5,000 vertices over 12 towns', dragged(ringRound(5000, 0.06, 3), 100), 'precaution')
const [frame] = dragged(small, 2)
const from = performance.now()
withTurf(frame!)
const turf = performance.now() - from
const whole = performance.now()
const [assessed, covered] = [assess(facts, { asOf }), coverage(facts, { asOf })]
survey(facts, { asOf, assess: assessed, coverage: covered })
console.log(
  `turf, every compound and road      ${turf.toFixed(0)} ms a frame, 1 : ${(turf / ours).toFixed(0)}`,
)
console.log(`writing it and asking a survey     ${(performance.now() - whole).toFixed(0)} ms`)
