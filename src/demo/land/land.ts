import { largest, smallest } from '#geo'
import { type Arrangement, arrange, type Stroke } from './arrangement'
import { city } from './city'
import { facesOf, type GridShape, shapesOf } from './dissolve'
import { contains, fromGrid, type Point, toGrid } from './ground'
import { courseOf, type Plot, type Quarter, type Street } from './quarter'
import { type Relief, reliefOf } from './relief'
import { SEATS, seatQuarter } from './seats'
import { type Settlement, settle, TOWNS } from './settle'

export interface Village {
  readonly index: number
  readonly town: string
  /** built-up communities have plots, rural villages have hamlets */
  readonly urban: boolean
  readonly shape: GridShape
  readonly heart: Point
}

export interface PlotGround {
  readonly plot: Plot
  readonly village: number
  readonly shape: GridShape
}

export interface StreetCourse {
  readonly street: Street
  readonly town: string | null
  /** index of the quarter: 0 the core, then the market towns */
  readonly quarter: number
  /** runs through every vertex of the borders it lies on */
  readonly course: readonly (readonly [number, number])[]
}

/** The whole drawn land: every shape shares its vertices with its neighbours exactly. */
export interface Land {
  readonly relief: Relief
  readonly settlement: Settlement
  readonly villages: readonly Village[]
  readonly towns: ReadonlyMap<string, GridShape>
  readonly district: GridShape
  readonly plots: readonly PlotGround[]
  readonly streets: readonly StreetCourse[]
  readonly quarters: readonly Quarter[]
}

interface Parts {
  readonly quarters: readonly Quarter[]
  /** for every plot of all quarters in order: its village */
  readonly villageOfPlot: readonly number[]
  readonly plots: readonly Plot[]
  readonly townOfVillage: readonly string[]
}

/** Draws the land: the core, the market towns, then the villages around them. */
export function drawLand(): Land {
  const quarters = [city(), ...SEATS.map(seatQuarter)]
  const relief = reliefOf()
  const settlement = settle(
    quarters.flatMap((q) => q.plots.map((p) => ({ town: q.blocks[p.block]!.town, ring: p.ring }))),
    relief,
  )
  const parts = communities(quarters, settlement)
  const strokes: Stroke[] = settlement.arcs.map(({ line, left, right }) => ({
    points: line.map(toGrid),
    left,
    right,
  }))
  const courses = quarters.flatMap((q, i) =>
    q.streets.map((street) => ({ street, quarter: i, points: courseOf(q, street) })),
  )
  for (const { points } of courses) strokes.push({ points })
  const net = arrange(strokes)
  const labels = labelled(net, parts, settlement)
  const villageOf = (label: number): number => (label >= 10000 ? parts.villageOfPlot[label - 10000]! : label)
  const ofVillages = shapesOf(net, (c) => (labels[c]! < 0 ? null : villageOf(labels[c]!)))
  const ofTowns = shapesOf(net, (c) => (labels[c]! < 0 ? null : parts.townOfVillage[villageOf(labels[c]!)]!))
  const ofPlots = shapesOf(net, (c) => (labels[c]! < 10000 ? null : labels[c]! - 10000))
  const streets = courses.map(({ street, quarter }, i) => ({
    street,
    quarter,
    town: quarter === 0 ? null : SEATS[quarter - 1]!.town,
    course: net.chains[settlement.arcs.length + i]!.map((v) => [net.x[v]!, net.y[v]!] as const),
  }))
  return {
    relief,
    settlement,
    quarters,
    streets,
    towns: ofTowns,
    district: [...shapesOf(net, (c) => (labels[c]! < 0 ? null : 'district')).values()][0]!,
    villages: parts.townOfVillage.map((town, index) => {
      const shape = ofVillages.get(index) ?? []
      return {
        index,
        town,
        urban: index >= settlement.townOf.length,
        shape,
        heart: heartOf(shape, settlement.hearts[index]),
      }
    }),
    plots: parts.plots.flatMap((plot, i) => {
      const shape = ofPlots.get(i)
      return shape ? [{ plot, village: parts.villageOfPlot[i]!, shape }] : []
    }),
  }
}

function heartOf(shape: GridShape, known: Point | undefined): Point {
  if (known) return known
  const ring = shape[0]?.[0] ?? [[0, 0] as const]
  const [x, y] = ring.reduce(([a, b], [c, d]) => [a + c / ring.length, b + d / ring.length] as const, [
    0, 0,
  ] as const)
  return fromGrid(x, y)
}

/** Communities of the built-up grounds: a block each in the core, the market town or its halves elsewhere. */
function communities(quarters: readonly Quarter[], settlement: Settlement): Parts {
  const townOfVillage = settlement.townOf.map((t) => TOWNS[t]!.name)
  const villageOfPlot: number[] = []
  const plots: Plot[] = []
  quarters.forEach((q, which) => {
    const ofBlock = q.blocks.map((block, i) => {
      if (which > 0) return SEATS[which - 1]!.rows > 1 ? (block.d[0] < -1e-9 ? 0 : 1) : 0
      if (block.use === 'homes') return i
      const dry = block.d[0] < 0 ? block.d[0] : block.d[1]
      return q.blocks.findIndex(
        (b) => b.use === 'homes' && b.s[0] === block.s[0] && (b.d[1] === dry || b.d[0] === dry),
      )
    })
    const names = [...new Set(ofBlock)]
    const first = townOfVillage.length
    for (const name of names) {
      const town = q.blocks[ofBlock.indexOf(name)]!.town
      townOfVillage.push(town)
    }
    for (const plot of q.plots) {
      plots.push(plot)
      villageOfPlot.push(first + names.indexOf(ofBlock[plot.block]!))
    }
  })
  return { quarters, villageOfPlot, plots, townOfVillage }
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(ring: readonly (readonly [number, number])[]): Box {
  const xs = ring.map((p) => p[0])
  const ys = ring.map((p) => p[1])
  return [smallest(xs), smallest(ys), largest(xs), largest(ys)]
}

/** Label of each face: −1 outside, a rural village, or 10000 + plot. Crumbs cut off from their ground go to a neighbour. */
function labelled(net: Arrangement, parts: Parts, settlement: Settlement): Int32Array {
  const rings = parts.plots.map((plot) => plot.ring.map(toGrid))
  const boxes = rings.map(boxOf)
  const faces = facesOf(net)
  const labels = new Int32Array(net.cycles)
  faces.forEach(({ at, named }, i) => {
    const plot = rings.findIndex((ring, k) => {
      const box = boxes[k]!
      return at[0] >= box[0] && at[0] <= box[2] && at[1] >= box[1] && at[1] <= box[3] && contains(ring, at)
    })
    labels[i] = plot >= 0 ? 10000 + plot : (named ?? settlement.villageAt(fromGrid(at[0], at[1])))
  })
  for (let pass = 0; pass < 4; pass++)
    if (
      !sweepCrumbs(
        net,
        labels,
        faces.map((f) => f.area),
      )
    )
      break
  return labels
}

function sweepCrumbs(net: Arrangement, labels: Int32Array, areas: readonly number[]): boolean {
  const group = Int32Array.from({ length: net.cycles }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    return at
  }
  for (let h = 0; h < net.from.length; h += 2) {
    const [a, b] = [net.cycle[h]!, net.cycle[h + 1]!]
    if (labels[a] === labels[b]) group[root(a)] = root(b)
  }
  const area = new Map<number, number>()
  for (let c = 0; c < net.cycles; c++) area.set(root(c), (area.get(root(c)) ?? 0) + areas[c]!)
  const largest = new Map<number, number>()
  for (const [r, km2] of area)
    if (km2 > (area.get(largest.get(labels[r]!) ?? -1) ?? 0)) largest.set(labels[r]!, r)
  const shared = new Map<number, Map<number, number>>()
  for (let h = 0; h < net.from.length; h++) {
    const r = root(net.cycle[h]!)
    if (area.get(r)! <= 0 || labels[r] === -1 || largest.get(labels[r]!) === r) continue
    const beyond = labels[net.cycle[h ^ 1]!]!
    const [a, b] = [net.from[h]!, net.from[h ^ 1]!]
    const long = Math.hypot(net.x[a]! - net.x[b]!, net.y[a]! - net.y[b]!)
    const list = shared.get(r) ?? new Map<number, number>()
    list.set(beyond, (list.get(beyond) ?? 0) + long * (beyond >= 10000 ? 0.1 : beyond < 0 ? 0.01 : 1))
    shared.set(r, list)
  }
  if (shared.size === 0) return false
  const moved = Int32Array.from({ length: net.cycles }, (_, c) => {
    const list = shared.get(root(c))
    return list ? [...list].reduce((a, b) => (b[1] > a[1] ? b : a))[0] : labels[c]!
  })
  labels.set(moved)
  return true
}
