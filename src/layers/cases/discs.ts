import type { Position, Survey } from '#geo'
import { largest, smallest } from '#geo'
import type { DiscSize } from '../part'
import { apart, BETWEEN, gatherOnce, type Scale, type Spot } from './gather-spots'

export interface Disc {
  readonly position: Position
  readonly count: number
  /** what stands in it; else its count */
  readonly name?: string
  /** of cases that lie in no zone */
  readonly isOutside?: true
}

/** Radius of the disc of one case where all are few, css px at k = 1. */
export const LARGEST_UNIT = 3.4
/** No disc is wider than this share of the shorter side of the map. */
const WIDEST = 1 / 12
/** A smaller disc is not drawn: its number stands alone. */
export const LEAST_RADIUS = 2.5

/** css px at k = 1 by which the root of a count is multiplied, so that area is true at every count of the view. */
export function discUnit(largestCount: number, short: number): number {
  return Math.min(LARGEST_UNIT, (short * WIDEST) / 2 / Math.sqrt(Math.max(1, largestCount)))
}

export const discRadius = (count: number, unit: number): number => unit * Math.sqrt(count)

/** Width of a digit and of a comma at 12 px, and half the height of a digit, css px at k = 1. */
const [DIGIT, COMMA, HALF_DIGIT] = [7, 3.5, 4.4]

/** Whether a number stands in a disc: its line is no higher, and the disc as wide where its digits end. css px at k = 1. */
export function holdsNumber(radius: number, text: string, line: number): boolean {
  const width = [...text].reduce((sum, letter) => sum + (letter === ',' ? COMMA : DIGIT), 0)
  return line <= 2 * radius && width + 0.5 <= 2 * Math.sqrt(Math.max(0, radius ** 2 - HALF_DIGIT ** 2))
}

const discOfSpot = ({ x, y, count }: Spot): Disc => ({ position: [x, y], count })

/** What `ground` of a dot says of unplaced cases. */
const UNPLACED = 2

/** Spots of the cases that are placed, or of those on one kind of ground. */
function spotsOf(dots: Survey['caseDots'], ground?: number): Spot[] {
  const spots = new Map<string, Spot>()
  for (let i = 0; i < dots.day.length; i++) {
    const [x, y] = [dots.lonLat[2 * i]!, dots.lonLat[2 * i + 1]!]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    if (ground === undefined ? dots.ground[i] === UNPLACED : dots.ground[i] !== ground) continue
    const at = `${x},${y}`
    const seen = spots.get(at)
    if (seen) seen.count++
    else spots.set(at, { x, y, count: 1 })
  }
  return [...spots.values()].sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)
}

/**
 * Where more than one case lies at one spot, as those of a place do: of single dots only the topmost is seen. Spots of
 * one case keep their dot.
 */
export function stackedDiscs(dots: Survey['caseDots'], short: number): { discs: Disc[]; unit: number } {
  const discs = spotsOf(dots)
    .filter(({ count }) => count > 1)
    .map(discOfSpot)
  return { discs, unit: discUnit(largest(discs.map(({ count }) => count)), short) }
}

/** Where one case lies alone. */
export const loneSpots = (dots: Survey['caseDots']): Position[] =>
  spotsOf(dots)
    .filter(({ count }) => count === 1)
    .map(({ x, y }) => [x, y])

/** Where unplaced cases lie that have a position: nobody can tell whether it is theirs. */
export const unplacedSpots = (dots: Survey['caseDots']): Position[] =>
  spotsOf(dots, UNPLACED).map(({ x, y }) => [x, y])

/** The way between the middles of two discs, css px at k = 1. */
const between = (a: Disc, b: Disc, perDegree: number): number =>
  apart(...a.position, ...b.position, perDegree)

/** Whether two discs would touch. */
const touches = (a: Disc, b: Disc, { perDegree, unit }: Scale): boolean =>
  between(a, b, perDegree) < discRadius(a.count, unit) + discRadius(b.count, unit) + BETWEEN

/** Sum of two radii over the way between their middles: rims may cross, and what stands in either stays free. */
const CROSSING = 1.35

/** Whether one of two discs would lie over the number of the other. */
const hides = (a: Disc, b: Disc, { perDegree, unit }: Scale): boolean =>
  between(a, b, perDegree) * CROSSING < discRadius(a.count, unit) + discRadius(b.count, unit)

/** Discs of which none hides the number of another: one that would is counted in the larger. */
export const unhidden = (discs: readonly Disc[], scale: Scale): Disc[] => withOthers([], discs, scale, hides)

/** The discs with others beside them; one that would touch a disc is counted in it, so that no number hides another. */
export function withOthers(
  discs: readonly Disc[],
  others: readonly Disc[],
  scale: Scale,
  meets: typeof touches = touches,
): Disc[] {
  const all = [...discs]
  for (const one of [...others].sort((a, b) => b.count - a.count)) {
    const at = all.findIndex((disc) => meets(disc, one, scale))
    if (at === -1) all.push(one)
    else all[at] = { ...all[at]!, count: all[at]!.count + one.count }
  }
  return all
}

/** Gathers until no two discs touch. */
function gatherAll(spots: readonly Spot[], perDegree: number, unit: number): Spot[] {
  let discs = [...spots]
  for (let before = Number.POSITIVE_INFINITY; discs.length < before; ) {
    before = discs.length
    discs = gatherOnce(discs, { perDegree, unit })
  }
  return discs
}

/** Spots nearer than this are one before discs are gathered: no eye parts them. css px at k = 1. */
const ONE_SPOT = 3

/** The spots of a cell as one at the place of its largest, so that a city of addresses is gathered quickly. */
function inCells(spots: readonly Spot[], perDegree: number): Spot[] {
  const cells = new Map<string, Spot>()
  for (const spot of spots) {
    const shrink = Math.cos((spot.y * Math.PI) / 180)
    const at = `${Math.floor((spot.x * perDegree * shrink) / ONE_SPOT)},${Math.floor((spot.y * perDegree) / ONE_SPOT)}`
    const cell = cells.get(at)
    if (cell) cell.count += spot.count
    else cells.set(at, { ...spot })
  }
  return [...cells.values()].sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)
}

/** Rounds of halving in which the scale of the discs is sought. */
const HALVINGS = 7

/**
 * Discs for a pack without zones: places with cases, the largest first; one that would touch a disc is added
 * to it, until none touch. Nothing is lost: the counts add up to the number of dots with a position. Larger discs
 * gather more, so the scale is sought: the largest at which no disc is wider than a twelfth of `short`.
 * `perDegree` = css px a degree of latitude at k = 1; `ground` asks for one kind of it.
 */
export function gatherDiscs(
  dots: Survey['caseDots'],
  perDegree: number,
  short: number,
  ground?: number,
): { discs: Disc[]; unit: number } {
  const spots = inCells(spotsOf(dots, ground), perDegree)
  const at = (unit: number): { discs: Spot[]; unit: number; fits: boolean } => {
    const discs = gatherAll(spots, perDegree, unit)
    return { discs, unit, fits: unit <= discUnit(largest(discs.map(({ count }) => count)), short) + 1e-9 }
  }
  const whole = discUnit(
    spots.reduce((sum, { count }) => sum + count, 0),
    short,
  )
  let best = at(whole)
  let [low, high] = [whole, LARGEST_UNIT]
  const first = at(high)
  if (first.fits) best = first
  else
    for (let round = 0; round < HALVINGS; round++) {
      const tried = at(Math.sqrt(low * high))
      if (tried.fits) best = tried
      if (tried.fits) low = tried.unit
      else high = tried.unit
    }
  return { discs: best.discs.map(discOfSpot), unit: best.unit }
}

/** The largest of 1, 1.5, 2, 3, 5, 7 · 10^n that is not above the count. */
function roundBelow(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)))
  const step = [7, 5, 3, 2, 1.5, 1].find((one) => one * power <= count) ?? 1
  return Math.max(1, Math.floor(step * power))
}

/** What `ground` of a dot says of cases in no zone. */
const IN_NO_ZONE = 0

/**
 * Beside the discs of zones those of the cases that lie in none, in one scale: no case that is counted is left out. One
 * that would hide the number of a zone is counted in the nearest of its own kind, for what a zone says is its own.
 */
export function besideZones(
  zones: readonly Disc[],
  dots: Survey['caseDots'],
  { perDegree, short }: { readonly perDegree: number; readonly short: number },
): { discs: Disc[]; unit: number } {
  const gathered = gatherDiscs(dots, perDegree, short, IN_NO_ZONE)
  const outside = gathered.discs.map((disc): Disc => ({ ...disc, isOutside: true }))
  const own = discUnit(largest(zones.map(({ count }) => count)), short)
  const scale = { perDegree, unit: Math.min(own, gathered.unit) }
  const isHiding = (disc: Disc): boolean => zones.some((zone) => hides(zone, disc, scale))
  const free = outside.filter((disc) => !isHiding(disc))
  const hiding = outside.filter(isHiding)
  const kept = free.length > 0 ? free : hiding.splice(0, 1)
  for (const disc of hiding) {
    const ways = kept.map((one) => between(one, disc, perDegree))
    const at = ways.indexOf(smallest(ways))
    kept[at] = { ...kept[at]!, count: kept[at]!.count + disc.count }
  }
  const discs = [...zones, ...kept]
  return { discs, unit: Math.min(scale.unit, discUnit(largest(discs.map(({ count }) => count)), short)) }
}

/** Up to three sizes for the legend: the largest that is drawn, and round ones near a half and a seventh of it. */
export function discSizes(discs: readonly Disc[], unit: number): DiscSize[] {
  const most = largest(discs.map(({ count }) => count))
  const counts = [most, ...[most / 2, most / 7].filter((count) => count >= 1).map(roundBelow)].filter(Boolean)
  return [...new Set(counts)].map((count) => ({ count, radius: discRadius(count, unit) }))
}

/** The scale at which no disc is too wide or hides what stands in another. `perDegree` as in `gatherDiscs`. */
export function apartUnit(discs: readonly Disc[], perDegree: number, short: number): number {
  let unit = discUnit(largest(discs.map(({ count }) => count)), short)
  for (const [at, one] of discs.entries())
    for (const other of discs.slice(0, at)) {
      const way = between(other, one, perDegree)
      unit = Math.min(unit, (way * CROSSING) / (Math.sqrt(one.count) + Math.sqrt(other.count)))
    }
  return unit
}
