import type { LineCrossing } from '../answers'
import type { Facts } from '../facts'
import { dissolve } from '../geometry/overlay/dissolve'
import type { Shape } from '../geometry/rings/shape'
import { hierarchyOf } from '../places/hierarchy'
import type { OutsidePart } from './outside'

/** Ground that is being drawn: named places, whose shape follows from them, or a line. */
export type DraftGround =
  | { readonly kind: 'members'; readonly codes: readonly string[] }
  | { readonly kind: 'drawn'; readonly shape: Shape }

/** Ground that a draft shares with a zone in force. */
export interface DraftOverlap {
  readonly zone: string
  readonly name: string
  readonly level: string
  /** m² of the draft on ground that the zone holds now */
  readonly areaM2: number
  /** who has that ground once the draft is written: the stricter, then the smaller */
  readonly taker: 'draft' | 'zone'
}

/** What a survey will say of the draft once it is a zone, and what only the one who draws needs. */
export interface DraftFigures {
  /** m² in the district that the draft would hold, stricter zones cut out */
  readonly areaM2: number
  /** m² inside the line as drawn */
  readonly outlineM2: number
  /** m of the line as drawn, holes included */
  readonly perimeterM: number
  /** null = unknown */
  readonly people: number | null
  /** share of its places whose people are known */
  readonly peopleKnown: number
  /** a place states them for all of it: they are exact, though of some of its places they are not known. Else absent */
  readonly peopleStated?: true
  readonly households: number | null
  /** share of its places whose households are known */
  readonly householdsKnown: number
  readonly householdsStated?: true
  /** null where no list tells the places that lie there */
  readonly places: number | null
  /** in a town of it no list tells the places: there are at least `places`. Absent where all are listed */
  readonly isPartlyListed?: true
  /** null where the pack has no roads */
  readonly crossings: {
    /** these three are null where no list tells the checkpoints */
    readonly guarded: number | null
    readonly unguarded: number | null
    readonly closed: number | null
    readonly list: readonly LineCrossing[]
  } | null
  readonly outside: { readonly areaM2: number; readonly parts: readonly OutsidePart[] }
  /** by id */
  readonly overlaps: readonly DraftOverlap[]
  /** counted cases that would be the draft's; null where the list of cases is not known */
  readonly cases: number | null
  /** counted cases that stand on the ground, whosever they are; null likewise */
  readonly casesOnGround: number | null
}

/** The line of a draft (degrees WGS-84): as drawn, or the union of its members. Members without ground add nothing. */
export function shapeOfDraft(facts: Pick<Facts, 'places'>, ground: DraftGround): Shape {
  if (ground.kind === 'drawn') return ground.shape
  const hierarchy = hierarchyOf(facts.places)
  const parts = [...new Set(ground.codes)].flatMap((code) => {
    const shape = hierarchy.shapeOf(code)
    return shape && shape.length > 0 ? [shape] : []
  })
  return parts.length <= 1 ? (parts[0] ?? []) : dissolve(parts)
}
