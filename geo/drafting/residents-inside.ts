import Flatbush from 'flatbush'
import { sumOf } from '../coverage/levels'
import type { Share } from '../coverage/shares'
import { ZoneCover } from '../coverage/zone-cover'
import { areaM2 } from '../geometry/area'
import { boundsMeet, boundsOf } from '../geometry/bounds'
import type { OutlineIndex } from '../geometry/outline-index'
import type { Bounds, Position, Shape } from '../geometry/shape'
import { sharedAreaM2 } from '../geometry/shared-area'
import type { Hierarchy } from '../places/hierarchy'
import { type ResidentUnit, residentsOf } from '../places/people'
import type { ZoneGround } from '../zones/ground'
import { parted } from './cut'
import { type LineChange, lineOf } from './drawn-line'

/** As in `ZoneCover`: nearer to none or all than this is none or all. */
const SHARE_STEP = 1e-6

interface Unit {
  readonly unit: ResidentUnit
  readonly line: readonly string[]
  /** bounds within which its ground lies; null where nothing is drawn */
  readonly bounds: Bounds | null
  /** a vertex of the wider ground, asked where no line comes near */
  readonly point: Position | null
  ground: Ground | null | undefined
}

/** What stricter zones leave of the ground of a place. */
interface Ground {
  /** m² of the whole */
  readonly areaM2: number
  /** share that is left */
  readonly free: number
  readonly line: OutlineIndex
}

/** The zones that take ground before the draft, in their order, and all their ground together. */
export interface Taken {
  readonly before: readonly ZoneGround[]
  readonly blockedShape: Shape
  readonly blocked: OutlineIndex | null
}

type Sum = Pick<Share, 'people' | 'households' | 'places' | 'known'>

/** The part of every place's people that stricter zones leave, and how much of it a draft would have. */
export class ResidentsInside {
  private readonly units: readonly Unit[]
  private readonly tree: Flatbush | null
  private readonly left: Float64Array
  private readonly shares: Float64Array

  /** `split` as in `residentsOf`. */
  constructor(
    hierarchy: Hierarchy,
    split: ReadonlySet<string>,
    private readonly taken: Taken,
  ) {
    const { before } = taken
    this.units = residentsOf(hierarchy, split).units.map((unit) => unitOf(hierarchy, unit))
    this.left = Float64Array.from(this.units, (unit) => leftOf(hierarchy, unit, before))
    this.shares = new Float64Array(this.units.length)
    this.tree = this.units.length > 0 ? new Flatbush(this.units.length) : null
    for (const { bounds } of this.units) this.tree?.add(...(bounds ?? NOWHERE))
    this.tree?.finish()
  }

  /** People, households and places of the members and everything in them. */
  ofMembers(codes: ReadonlySet<string>): Sum {
    return this.sum((at) => (this.units[at]!.line.some((code) => codes.has(code)) ? this.left[at]! : 0))
  }

  /** The same of the ground inside the line, by area. Only places within `change` are asked again. */
  ofLine(line: OutlineIndex, change: LineChange): Sum {
    if (change === 'all') this.shares.fill(0)
    const bounds = change === 'all' ? line.bounds : change === 'none' ? null : change.bounds
    for (const at of bounds ? (this.tree?.search(...bounds) ?? []) : [])
      this.shares[at] = this.shareOf(at, line)
    return this.sum((at) => this.shares[at]!)
  }

  private shareOf(at: number, line: OutlineIndex): number {
    const left = this.left[at]!
    const one = this.units[at]!
    if (left <= 0 || !one.bounds || isEmpty(one.unit)) return 0
    if (!line.bounds || !boundsMeet(one.bounds, line.bounds)) return 0
    if (!line.comesNear(one.bounds)) return line.holds(one.point!) ? Math.min(left, this.freeOf(one)) : 0
    const ground = this.groundOf(one)
    return ground ? Math.min(left, stepped(sharedAreaM2(ground.line, line) / ground.areaM2)) : 0
  }

  private freeOf(one: Unit): number {
    const { blocked } = this.taken
    if (!blocked?.bounds || !boundsMeet(blocked.bounds, one.bounds!)) return 1
    if (!blocked.comesNear(one.bounds!)) return blocked.holds(one.point!) ? 0 : 1
    return this.groundOf(one)?.free ?? 0
  }

  private groundOf(one: Unit): Ground | null {
    if (one.ground === undefined) one.ground = freeGround(one.unit.ground(), this.taken)
    return one.ground
  }

  private sum(shareOf: (at: number) => number): Sum {
    let [people, households, places, known]: [number | null, number | null, number, number] = [
      null,
      null,
      0,
      0,
    ]
    for (let at = 0; at < this.units.length; at++) {
      const share = shareOf(at)
      if (share <= 0) continue
      const { unit } = this.units[at]!
      if (unit.people !== null) people = (people ?? 0) + unit.people * share
      if (unit.households !== null) households = (households ?? 0) + unit.households * share
      places += unit.places * share
      known += unit.known * share
    }
    return { people, households, places, known }
  }
}

/** As `sumOf` says of a zone's shares. */
export function figuresOf(ground: number, sum: Sum): Omit<ReturnType<typeof sumOf>, 'areaM2'> {
  const nothing = ground === 0 && sum.places === 0 && !sum.people && !sum.households
  const { areaM2: _, ...figures } = sumOf(nothing ? [] : [{ zone: null, town: null, areaM2: ground, ...sum }])
  return figures
}

const NOWHERE: Bounds = [1e9, 1e9, 1e9, 1e9]

function unitOf(hierarchy: Hierarchy, unit: ResidentUnit): Unit {
  const around: Shape | null = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
  const wide = around ?? (isEmpty(unit) ? hierarchy.shapeOf(unit.code) : unit.ground())
  const first = wide?.[0]?.[0]
  return {
    unit,
    line: [unit.code, ...hierarchy.ancestorsOf(unit.code)],
    bounds: wide && boundsOf(wide),
    point: first ? [first[0]!, first[1]!] : null,
    ground: undefined,
  }
}

function stepped(share: number): number {
  return share > SHARE_STEP ? (share < 1 - SHARE_STEP ? share : 1) : 0
}

function freeGround(shape: Shape | null, { blocked, blockedShape }: Taken): Ground | null {
  if (!shape || shape.length === 0) return null
  const bounds = boundsOf(shape)
  const whole = areaM2(shape)
  if (!blocked?.bounds || !bounds || !boundsMeet(blocked.bounds, bounds))
    return { areaM2: whole, free: 1, line: lineOf(shape) }
  const left = parted(shape, blockedShape).outside
  return { areaM2: whole, free: stepped(areaM2(left) / whole), line: lineOf(left) }
}

function isEmpty(unit: ResidentUnit): boolean {
  return !unit.people && !unit.households && unit.places === 0
}

const covers = new WeakMap<Shape, ZoneCover>()

function coverOf(shape: Shape): ZoneCover {
  let cover = covers.get(shape)
  if (!cover) covers.set(shape, (cover = new ZoneCover(shape)))
  return cover
}

/** What the zones before leave of a place, in their order. */
function leftOf(hierarchy: Hierarchy, { unit, line }: Unit, before: readonly ZoneGround[]): number {
  let left = 1
  for (const zone of before) {
    if (left <= 0) break
    if (zone.members.length > 0) {
      if (line.some((code) => zone.members.includes(code))) left = 0
      continue
    }
    if (isEmpty(unit)) continue
    const around = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
    left -= Math.min(left, coverOf(zone.shape).shareOf(unit.ground, around))
  }
  return left
}
