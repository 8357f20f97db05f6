import { lineOf } from '../../drafting/drawn-line'
import { buffer, circle } from '../../geometry/overlay/buffer'
import { dissolve } from '../../geometry/overlay/dissolve'
import { union } from '../../geometry/overlay/overlay'
import { sharedAreaM2 } from '../../geometry/overlay/shared-area'
import type { Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { SLIVER_M2 } from '../../places/overlaps'
import { byCode } from '../../places/tree'
import type { Delimit, Policy, Unit } from '../policy/policy'
import type { Exposed, Say } from './exposed'
import { foundWithin, isInWindow } from './exposed'
import { holdsOfPlace, type Truth } from './risk'
import type { Because } from './scheme'
import { kindOfUnit, touch, unitOf } from './units'

/** What one rule takes for one reason: a unit, or a line. */
export interface Piece {
  readonly code: string | null
  readonly shape: Shape
  readonly because: Because
}

/** Everything the rules of a level may look at. */
export interface Workshop {
  readonly hierarchy: Hierarchy
  readonly timezone: string
  readonly asOf: number
  readonly policy: Policy
  readonly exposed: readonly Exposed[]
  /** lines of a level: of the scheme so far, and of zones in force that were left alone */
  readonly linesOf: (
    level: string,
  ) => readonly { readonly shape: Shape; readonly members: readonly string[] }[]
  readonly riskOf: (exposed: Exposed) => (flag: string) => Truth
  readonly say: Say
}

type Of<T extends Delimit['type']> = Extract<Delimit, { type: T }>

const reason = (exposed: Exposed, rule: string): Because => ({ ...exposed.because, rule })

/** Units in which cases live or were, by the risk of each. */
export function adminUnits(shop: Workshop, rule: string, delimit: Of<'adminUnit'>): Piece[] {
  const unit = delimit.unit ?? shop.policy.unit?.default ?? 'compound'
  const chosen = shop.exposed.filter((one) => appliesTo(shop, one, { rule, delimit }))
  const pieces = chosen.flatMap((one): Piece[] => {
    const because = reason(one, rule)
    if (one.place === null) {
      shop.say('place-outside-district', because)
      return []
    }
    const { code, fit } = unitOf(shop.hierarchy, unit as Unit, one.place)
    if (fit === 'wide') shop.say('place-too-wide', because)
    const isTooFar = fit !== 'exact' && isBeyondVillage(shop.hierarchy, code)
    const shape = isTooFar ? null : shop.hierarchy.shapeOf(code)
    if (fit === 'coarse') shop.say(shape ? 'drawn-whole' : 'unit-not-told', because)
    if (isTooFar) return []
    if (!shape) shop.say('place-without-ground', because)
    return [{ code, shape: shape ?? [], because: { ...because, place: code } }]
  })
  return enough(shop, pieces, delimit.minCases)
}

/** A town or district never stands for a narrower unit: that would seal everybody for one house. */
const isBeyondVillage = (hierarchy: Hierarchy, code: string): boolean =>
  ['town', 'district'].includes(hierarchy.place(code)!.kind)

function appliesTo(shop: Workshop, one: Exposed, about: { rule: string; delimit: Of<'adminUnit'> }): boolean {
  const { rule, delimit } = about
  const because = reason(one, rule)
  if (one.kind === 'home') {
    if (!delimit.of.some((word) => word === 'home' || word === 'premises' || word === 'case')) return false
    if (delimit.minCases === undefined || delimit.lookbackDays === undefined) return true
    return foundWithin(one, delimit.lookbackDays, shop)
  }
  if (!delimit.of.includes('activity')) return false
  if (!isInWindow(one, delimit.lookbackDays, shop.timezone)) {
    shop.say('outside-window', because)
    return false
  }
  const flagOf = shop.riskOf(one)
  const truth = delimit.when
    ? holdsOfPlace(delimit.when, flagOf, () => shop.say('condition-not-about-a-place', because))
    : flagOf('highSpreadRiskAndContactsHardToTrace')
  if (truth === null) shop.say('risk-unknown', because)
  return truth === true
}

/** Units with at least so many cases. */
function enough(shop: Workshop, pieces: readonly Piece[], minCases = 1): Piece[] {
  const casesOf = (code: string | null): number =>
    new Set(pieces.filter((one) => one.code === code).map(({ because }) => because.case)).size
  return pieces.filter((piece) => {
    const holds = casesOf(piece.code) >= minCases
    if (!holds) shop.say('too-few-cases', piece.because)
    return holds
  })
}

/** Circles on cases, or a way beyond the edge of an establishment or of the zones of a level. */
export function buffers(shop: Workshop, rule: string, delimit: Of<'buffer'>): Piece[] {
  const [what, edge] = delimit.of.split(/\.(?=edge$)/) as [string, string | undefined]
  if (what.startsWith('zone:')) {
    const lines = shop.linesOf(what.slice('zone:'.length)).map(({ shape }) => shape)
    if (lines.length === 0) return []
    const because: Because = { rule, case: null, exposure: null, place: null }
    return [{ code: null, shape: buffer(union(lines), delimit.radiusM), because }]
  }
  return shop.exposed
    .filter(({ kind }) => kind === 'home')
    .flatMap((one): Piece[] => {
      const because = reason(one, rule)
      const ground = edge && one.place !== null ? premisesOf(shop.hierarchy, one.place) : null
      if (edge && !ground) shop.say('edge-unknown', because)
      if (ground) return [{ code: null, shape: buffer(ground, delimit.radiusM), because }]
      if (!one.position) {
        shop.say('place-without-ground', because)
        return []
      }
      return [{ code: null, shape: circle(one.position, delimit.radiusM), because }]
    })
}

const NARROW: ReadonlySet<string> = new Set(['compound', 'building', 'unit'])

/** The ground of the establishment itself; of a place as wide as a village nobody knows where in it. */
function premisesOf(hierarchy: Hierarchy, place: string): Shape | null {
  return NARROW.has(hierarchy.place(place)!.kind) ? hierarchy.shapeOf(place) : null
}

/** The units around the zones of stricter levels: the zone itself is cut out by being stricter. */
export function unitsAround(shop: Workshop, rule: string, delimit: Of<'ringOf'>): Piece[] {
  const members = delimit.minus.flatMap((level) => shop.linesOf(level)).flatMap((line) => line.members)
  const units = members.map((code) => unitOf(shop.hierarchy, delimit.unit, code))
  const codes = new Set(
    units.flatMap(({ code, fit }) =>
      fit !== 'exact' && isBeyondVillage(shop.hierarchy, code) ? [] : [code],
    ),
  )
  return [...codes].sort(byCode).map((code) => pieceOf(shop, rule, code))
}

/** Units that have a border in common with the zones of a level. */
export function unitsBeside(shop: Workshop, rule: string, delimit: Of<'adjacent'>): Piece[] {
  const lines = shop.linesOf(delimit.to).filter(({ shape }) => shape.length > 0)
  const inside = new Set(lines.flatMap(({ members }) => members))
  const isInside = (code: string): boolean =>
    [code, ...shop.hierarchy.ancestorsOf(code)].some((one) => inside.has(one))
  return shop.hierarchy
    .ofKind(kindOfUnit(delimit.unit))
    .filter((code) => {
      const shape = shop.hierarchy.shapeOf(code)
      return shape !== null && !isInside(code) && lines.some((line) => touch(shape, line.shape))
    })
    .map((code) => pieceOf(shop, rule, code))
}

function pieceOf({ hierarchy }: Workshop, rule: string, code: string): Piece {
  return {
    code,
    shape: hierarchy.shapeOf(code) ?? [],
    because: { rule, case: null, exposure: null, place: code },
  }
}

/** Pieces that lie together are one zone: units that touch, lines that overlap. */
export function together(pieces: readonly Piece[]): (readonly Piece[])[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const own = groups.filter((group) => group.some((other) => belong(piece, other)))
    const joined = [...own.flat(), piece]
    for (const group of own) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups
}

function belong(a: Piece, b: Piece): boolean {
  if (a.code !== null && a.code === b.code) return true
  return touch(a.shape, b.shape) || overlap(a.shape, b.shape)
}

function overlap(a: Shape, b: Shape): boolean {
  return a.length > 0 && b.length > 0 && sharedAreaM2(lineOf(a), lineOf(b)) > SLIVER_M2
}

/** The line of a group. */
export function outlineOf(pieces: readonly Piece[]): Shape {
  const shapes = [...new Map(pieces.map((one) => [one.code ?? one, one.shape])).values()]
  const grounds = shapes.filter((shape) => shape.length > 0)
  return grounds.length <= 1 ? (grounds[0] ?? []) : dissolve(grounds)
}
