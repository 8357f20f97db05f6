import { lineOf } from '../../drafting/drawn-line'
import { sharedAreaM2 } from '../../geometry/overlay/shared-area'
import { areaM2 } from '../../geometry/rings/area'
import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import type { Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import type { FigurePart, Held, ZoneRecord } from '../record/record'
import type { ZoneGround } from './ground'

type Figures = ReadonlyMap<string, ReadonlyMap<string, readonly Held<number | null>[]>>

/** Share of a place that may be lost to rounding where it lies wholly in the ground. */
const WHOLE = 1e-6
const NOTHING: FigurePart['held'] = []

/**
 * The parts of a zone's ground by metric: its members, those without figures by their children; without members the
 * places of the kinds that have the metric and share ground with its line.
 */
export function figurePartsOf(
  { members, outline }: Pick<ZoneGround, 'members' | 'outline'>,
  { figures, hierarchy }: { readonly figures: Figures; readonly hierarchy: Hierarchy },
): ZoneRecord['partsOf'] {
  const known = new Map<string, readonly FigurePart[]>()
  return (metric) => {
    let parts = known.get(metric)
    if (!parts) {
      const about = { metric, figures, hierarchy }
      parts =
        members.length > 0 ? members.flatMap((code) => partsOfPlace(code, about)) : partsOn(outline, about)
      known.set(metric, parts)
    }
    return parts
  }
}

interface About {
  readonly metric: string
  readonly figures: Figures
  readonly hierarchy: Hierarchy
}

function partsOfPlace(code: string, about: About): FigurePart[] {
  const held = about.figures.get(code)?.get(about.metric)
  if (held) return [{ held, isWhole: true }]
  const children = about.hierarchy.childrenOf(code)
  const below = children.flatMap((child) => partsOfPlace(child, about))
  return below.some((part) => part.held !== NOTHING) ? below : [{ held: NOTHING, isWhole: true }]
}

function partsOn(outline: Shape, { metric, figures, hierarchy }: About): FigurePart[] {
  const bounds = boundsOf(outline)
  const codes = [...figures].flatMap(([code, byName]) => (byName.has(metric) ? [code] : []))
  const kinds = new Set(codes.flatMap((code) => hierarchy.place(code)?.kind ?? []))
  if (!bounds || kinds.size === 0) return []
  const line = lineOf(outline)
  return [...kinds]
    .flatMap((kind) => hierarchy.ofKind(kind))
    .flatMap((code): FigurePart[] => {
      const shape = hierarchy.shapeOf(code)
      const box = shape && boundsOf(shape)
      if (!shape || !box || !boundsMeet(box, bounds)) return []
      const share = sharedAreaM2(lineOf(shape), line) / areaM2(shape)
      if (!(share > WHOLE)) return []
      return [{ held: figures.get(code)?.get(metric) ?? NOTHING, isWhole: share >= 1 - WHOLE }]
    })
}
