import { districtGround } from '../../coverage/town-grounds'
import { lineOf } from '../../drafting/drawn-line'
import { outsideParts } from '../../drafting/outside'
import { sharedAreaM2 } from '../../geometry/overlay/shared-area'
import { areaM2 } from '../../geometry/rings/area'
import type { Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { SLIVER_M2 } from '../../places/overlaps'
import { byCode } from '../../places/tree'
import type { Policy } from '../policy/policy'
import type { Exposed } from './exposed'
import { holdingsOf, takerOf } from './holdings'
import type { NoteBook } from './notes'
import { codesOf, type Drawn, type Plan } from './plan'
import type { Because, ProposedZone, Scheme } from './scheme'

export interface SchemeParts {
  readonly policy: Policy
  readonly notes: NoteBook
  readonly exposed: readonly Exposed[]
  readonly neighbours: readonly { readonly name: string; readonly shape: Shape }[]
}

const idOf = (at: number): string => `\u{10ffff}${String(at).padStart(6, '0')}`

/** The plan as a scheme: who holds which ground, what lies outside the district, who loses ground. */
export function assemble(plan: Plan, { policy, notes, exposed, neighbours }: SchemeParts): Scheme {
  const { drawn, standing, hierarchy } = plan
  const takers = drawn.map(({ level, outline }, at) => takerOf(idOf(at), level.rank, outline))
  const held = holdingsOf([...takers, ...standing.map((zone) => takerOf(zone.id, zone.rank, zone.outline))])
  const district = districtGround(hierarchy).shape
  const near = neighbours.map(({ name, shape }) => ({ name, line: lineOf(shape) }))
  const zones = drawn.flatMap((one, at): ProposedZone[] => {
    const own = held.get(idOf(at))!
    const area = areaM2(own)
    if (one.outline.length > 0 && area <= SLIVER_M2) {
      noteLost(plan, one, notes)
      return []
    }
    const outside = outsideOf(one.outline, district, near)
    return [{ ...zoneOf(hierarchy, one), held: own, areaM2: area, outside }]
  })
  noteTaken(plan, { held, zones }, notes)
  const places = new Set(exposed.flatMap(({ kind, place }) => (kind === 'activity' && place ? [place] : [])))
  const byHand = plan.byHand.map(({ id }) => ({ level: id, places: [...places].sort(byCode) }))
  return { policy: policy.id, zones, leftAlone: plan.leftAlone, notes: notes.all, byHand }
}

/** Drawn, but stricter or smaller zones hold all of it already. */
function noteLost(plan: Plan, { level, outline, pieces }: Drawn, notes: NoteBook): void {
  const line = lineOf(outline)
  const holder = plan.standing.find(
    (zone) => zone.rank >= level.rank && sharedAreaM2(lineOf(zone.outline), line) > SLIVER_M2,
  )
  const [because] = pieces.map((piece) => piece.because)
  if (holder && because)
    plan.leftAlone.push({ place: because.place, zone: holder.id, level: holder.level, because })
  else if (because) notes.add({ code: 'within-stricter', level: level.id, because, zone: null })
}

/** Which standing zone gives ground, and to which level: the strictest of the proposed that lie on it. */
function noteTaken(
  { standing }: Plan,
  { held, zones }: { held: ReadonlyMap<string, Shape>; zones: readonly ProposedZone[] },
  notes: NoteBook,
): void {
  const strictestFirst = [...zones].sort((a, b) => b.rank - a.rank)
  for (const zone of standing) {
    const lost = areaM2(zone.shape) - areaM2(held.get(zone.id)!)
    if (lost <= SLIVER_M2) continue
    const line = lineOf(zone.shape)
    const taker = strictestFirst.find((one) => sharedAreaM2(lineOf(one.held), line) > SLIVER_M2)
    const because: Because = { rule: null, case: null, exposure: null, place: null }
    notes.add({ code: 'takes-ground', level: taker?.level ?? null, because, zone: zone.id })
  }
}

function zoneOf(hierarchy: Hierarchy, { level, pieces, outline, remainder }: Drawn) {
  const codes = codesOf(pieces)
  const because = pieces.map((piece) => piece.because)
  const named = codes.length > 0 ? codes : because.flatMap(({ place }) => place ?? [])
  const names = [...new Set(named)].map((code) => hierarchy.place(code)?.name ?? code)
  return {
    ...{ level: level.id, rank: level.rank, name: names.join('、'), outline, because, remainder },
    ground:
      codes.length > 0 ? ({ kind: 'members', codes } as const) : ({ kind: 'drawn', shape: outline } as const),
  }
}

function outsideOf(
  outline: Shape,
  district: Shape | null,
  neighbours: readonly { readonly name: string; readonly line: ReturnType<typeof lineOf> }[],
): ProposedZone['outside'] {
  if (!district || outline.length === 0) return null
  const line = lineOf(outline)
  const beyond = areaM2(outline) - sharedAreaM2(line, lineOf(district))
  if (beyond <= SLIVER_M2) return null
  const within = neighbours.map(({ name, line: theirs }) => ({ name, areaM2: sharedAreaM2(line, theirs) }))
  return { areaM2: beyond, parts: outsideParts(beyond, within) }
}
