import { LAYERS } from './layers'
import {
  type DiscScale,
  type LabelRequest,
  type LegendEntry,
  type MapFacts,
  type MapPart,
  type MapStop,
  type MapViewState,
  type Obstacle,
  type PartLayer,
  type PartSource,
  SLOTS,
} from './part'

/** The whole map as data: sources by name, layers in drawing order, and what stands on top of them. */
export interface MapPicture {
  readonly sources: Readonly<Record<string, PartSource>>
  readonly layers: readonly PartLayer[]
  readonly images: readonly string[]
  readonly labels: readonly LabelRequest[]
  readonly obstacles: readonly Obstacle[]
  readonly legend: readonly LegendEntry[]
  /** what the keyboard steps through, from north to south */
  readonly stops: readonly MapStop[]
}

/** Puts parts on top of each other by slot; within a slot the order of the parts stays. */
export function stack(parts: readonly MapPart[]): MapPicture {
  const layers = parts.flatMap((part) => part.layers)
  const rank = new Map(SLOTS.map((slot, i) => [slot, i]))
  return {
    sources: Object.assign({}, ...parts.map((part) => part.sources)),
    layers: [...layers].sort((a, b) => rank.get(a.slot)! - rank.get(b.slot)!),
    images: [...new Set(parts.flatMap((part) => part.images ?? []))].sort(),
    labels: parts.flatMap((part) => part.labels ?? []),
    obstacles: parts.flatMap((part) => part.obstacles ?? []),
    legend: parts.flatMap((part) => part.legend ?? []),
    stops: parts.flatMap((part) => part.stops ?? []).sort((a, b) => b.position[1] - a.position[1]),
  }
}

/** The map of one register and its answers, as one view sees it. */
export const pictureOf = (facts: MapFacts, view: MapViewState): MapPicture =>
  stack(LAYERS.map(({ part }) => part(facts, view)))

/** The scale of the discs a picture draws, with what it says where the legend does not; empty where it draws none. */
export function discScaleIn(picture: MapPicture | null): DiscScale {
  const entry = picture?.legend.find(({ sign }) => sign.kind === 'disc')
  const sizes = entry?.sign.kind === 'disc' ? (entry.sign.sizes ?? []) : []
  return { sizes, title: entry?.isAside ? entry.text : null }
}
