import { gapsByZone } from '#geo'
import type { LabelRequest, MapFacts, MapViewState } from '../part'
import type { PlacedZone } from '../zones/called-out'
import { stylesIn } from '../zones/zone-words'

/** So many roads without anybody are marked one by one; of more each zone bears one mark with their number. */
export const MOST_MARKED = 8
/** css px a kilometre at k = 1 (zoom 13) from which each has its own mark again. */
const EACH_FROM = 120
/** More zones than this would hide each other's numbers: the marks stay where the roads are. */
const MOST_ZONES = 24

/** Unguarded crossings of each zone that bears one mark for all of them; empty where each has its own. */
export function gathered(facts: MapFacts, view: MapViewState): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  if (view.scale >= EACH_FROM || view.isPublic || view.hidden.has('gaps')) return counts
  const styles = stylesIn(facts)
  const marked = new Set(
    (facts.survey?.zones ?? [])
      .filter(({ level }) => styles[level] !== undefined && !view.hidden.has(styles[level]))
      .map(({ id }) => id),
  )
  const gaps = (facts.survey?.perimeter?.gaps ?? []).filter(
    ({ zone, others = [], crossing }) =>
      [zone, ...others].some((one) => marked.has(one)) &&
      (!view.roadClasses || view.roadClasses.has(crossing.class)),
  )
  if (gaps.length <= MOST_MARKED) return counts
  for (const [zone, count] of gapsByZone(gaps)) if (marked.has(zone)) counts.set(zone, count)
  return counts.size > MOST_ZONES ? new Map() : counts
}

/** The mark of a zone that has no callout to bear it: its code with the number of its unguarded crossings, on its ground. */
export function gatheredLabel(
  zone: PlacedZone,
  gaps: number,
  facts: MapFacts,
  view: MapViewState,
): LabelRequest {
  const style = stylesIn(facts)[zone.level]!
  return {
    id: `gaps/${zone.id}`,
    kind: 'zoneGaps',
    positions: [zone.centre],
    ground: zone.shape,
    lines: [{ text: zone.code[view.locale], size: 15.5, weight: 700, colour: `${style}Text`, gaps }],
    rank: zone.rank * 1000 + gaps,
  }
}
