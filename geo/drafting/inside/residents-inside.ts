import { sumOf } from '../../coverage/known-sum'
import type { Share } from '../../coverage/shares'
import { ZoneCover } from '../../coverage/zone-cover'
import { sharedAreaM2 } from '../../geometry/overlay/shared-area'
import { areaM2 } from '../../geometry/rings/area'
import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import type { Shape } from '../../geometry/rings/shape'
import type { OutlineIndex } from '../../geometry/roads/outline-index'
import type { Hierarchy } from '../../places/hierarchy'
import { addStated, noStatedParts } from '../../places/stated-whole'
import type { ZoneGround } from '../../zones/ground/ground'
import { parted } from '../cut'
import { type LineChange, lineOf } from '../drawn-line'
import { isEmpty, type Residents, type Unit } from './residents'

/** As in `ZoneCover`: nearer to none or all than this is none or all. */
const SHARE_STEP = 1e-6

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

type Sum = Omit<Share, 'zone' | 'town' | 'areaM2' | 'holdsOf'>

/** The part of every place's people that stricter zones leave, and how much of it a draft would have. */
export class ResidentsInside {
  private readonly units: readonly Unit[]
  private readonly left: Float64Array
  private readonly shares: Float64Array
  private readonly grounds = new Map<Unit, Ground | null>()

  constructor(
    private readonly residents: Residents,
    private readonly taken: Taken,
  ) {
    const { hierarchy, units } = residents
    this.units = units
    const before = taken.before.map((zone) => ({ ...zone, codes: new Set(zone.members) }))
    this.left = Float64Array.from(units, (unit) => leftOf(hierarchy, unit, before))
    this.shares = new Float64Array(units.length)
  }

  /** People, households and places of the members and everything in them. */
  ofMembers(codes: ReadonlySet<string>): Sum {
    return this.sum((at) => (this.units[at]!.line.some((code) => codes.has(code)) ? this.left[at]! : 0))
  }

  /** The same of the ground inside the line, by area. Only places within `change` are asked again. */
  ofLine(line: OutlineIndex, change: LineChange): Sum {
    if (change === 'all') this.shares.fill(0)
    const bounds = change === 'all' ? line.bounds : change === 'none' ? null : change.bounds
    for (const at of this.residents.near(bounds)) this.shares[at] = this.shareOf(at, line)
    return this.sum((at) => this.shares[at]!)
  }

  private shareOf(at: number, line: OutlineIndex): number {
    const left = this.left[at]!
    const one = this.units[at]!
    if (left <= 0 || !one.bounds || isEmpty(one.unit)) return 0
    if (!line.bounds || !boundsMeet(one.bounds, line.bounds)) return 0
    if (!line.comesNear(one.bounds)) return line.holds(one.point!) ? Math.min(left, this.freeOf(one)) : 0
    const ground = this.groundOf(one)
    if (!ground) return 0
    const share = stepped(sharedAreaM2(ground.line, line) / ground.areaM2)
    return share < 1 && one.unit.goesWhole() ? 0 : Math.min(left, share)
  }

  private freeOf(one: Unit): number {
    const { blocked } = this.taken
    if (!blocked?.bounds || !boundsMeet(blocked.bounds, one.bounds!) || one.unit.goesWhole()) return 1
    if (!blocked.comesNear(one.bounds!)) return blocked.holds(one.point!) ? 0 : 1
    return this.groundOf(one)?.free ?? 0
  }

  private groundOf(one: Unit): Ground | null {
    let ground = this.grounds.get(one)
    if (ground === undefined) this.grounds.set(one, (ground = this.freeGroundOf(one)))
    return ground
  }

  /** What goes with the whole place only is asked of all its ground, whatever stricter zones have of it. */
  private freeGroundOf({ unit }: Unit): Ground | null {
    const taken = unit.goesWhole() ? { blocked: null, blockedShape: [] } : this.taken
    return freeGround(unit.ground(), taken)
  }

  private sum(shareOf: (at: number) => number): Sum {
    let [people, households]: [number | null, number | null] = [null, null]
    let [places, asked, known, householdsKnown, untold, householdsUntold] = [0, 0, 0, 0, 0, 0]
    const stated = noStatedParts()
    for (let at = 0; at < this.units.length; at++) {
      const share = shareOf(at)
      if (share <= 0) continue
      const { unit } = this.units[at]!
      if (unit.people !== null) people = (people ?? 0) + unit.people * share
      if (unit.households !== null) households = (households ?? 0) + unit.households * share
      places += unit.places * share
      asked += unit.asked * share
      known += unit.known * share
      householdsKnown += unit.householdsKnown * share
      untold += unit.untold * share
      householdsUntold += unit.householdsUntold * share
      addStated(stated, unit, share)
    }
    return { people, households, places, asked, known, householdsKnown, untold, householdsUntold, stated }
  }
}

/** As `sumOf` says of a zone's shares. */
export function figuresOf(ground: number, sum: Sum): Omit<ReturnType<typeof sumOf>, 'areaM2'> {
  const nothing = ground === 0 && sum.asked + sum.untold === 0 && !sum.people && !sum.households
  const { areaM2: _, ...figures } = sumOf(nothing ? [] : [{ zone: null, town: null, areaM2: ground, ...sum }])
  return figures
}

function stepped(share: number): number {
  return share > SHARE_STEP ? (share < 1 - SHARE_STEP ? share : 1) : 0
}

function freeGround(
  shape: Shape | null,
  { blocked, blockedShape }: Pick<Taken, 'blocked' | 'blockedShape'>,
): Ground | null {
  if (!shape || shape.length === 0) return null
  const bounds = boundsOf(shape)
  const whole = areaM2(shape)
  if (!blocked?.bounds || !bounds || !boundsMeet(blocked.bounds, bounds))
    return { areaM2: whole, free: 1, line: lineOf(shape) }
  const left = parted(shape, blockedShape).outside
  return { areaM2: whole, free: stepped(areaM2(left) / whole), line: lineOf(left) }
}

const covers = new WeakMap<Shape, ZoneCover>()

function coverOf(shape: Shape): ZoneCover {
  let cover = covers.get(shape)
  if (!cover) covers.set(shape, (cover = new ZoneCover(shape)))
  return cover
}

interface Before extends ZoneGround {
  readonly codes: ReadonlySet<string>
}

/** What the zones before leave of a place, in their order. */
function leftOf(hierarchy: Hierarchy, { unit, line }: Unit, before: readonly Before[]): number {
  let left = 1
  for (const zone of before) {
    if (left <= 0) break
    if (zone.members.length > 0) {
      if (line.some((code) => zone.codes.has(code))) left = 0
      continue
    }
    if (isEmpty(unit)) continue
    const around = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
    left -= Math.min(left, coverOf(zone.shape).shareOf(unit.ground, around))
  }
  return left
}
