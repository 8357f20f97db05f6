import type { Feature } from 'geojson'
import type { LineCrossing, PerimeterAnswer } from '#geo'
import { filled } from '../filled'
import type { LabelRequest, LegendEntry, MapFacts, MapPart, MapViewState, Obstacle, PartLayer } from '../part'
import { collect, pointAt } from '../shapes/geojson'
import { stylesIn } from '../zones/zone-words'
import { gathered } from './gathered-gaps'
import { WORDS } from './words'

/** One crossing as it is drawn: once, however many zones share it. */
export interface DrawnCrossing {
  readonly id: string
  readonly crossing: LineCrossing
  readonly gateway: boolean
  /** zones whose line it crosses, sorted */
  readonly zones: readonly string[]
}

const identity = (crossing: LineCrossing): string =>
  `${crossing.position[0].toFixed(7)},${crossing.position[1].toFixed(7)},${crossing.road ?? ''}`

/** Every crossing of the perimeters once; one on the district's own line is a gateway. */
export function distinctCrossings(perimeter: readonly PerimeterAnswer[]): DrawnCrossing[] {
  const found = new Map<string, DrawnCrossing>()
  for (const line of perimeter)
    for (const crossing of line.crossings) {
      const id = identity(crossing)
      const before = found.get(id)
      const zones = line.kind === 'zone' ? [line.id] : []
      found.set(id, {
        id,
        crossing: before && before.crossing.state === 'unguarded' ? before.crossing : crossing,
        gateway: (before?.gateway ?? false) || line.kind === 'district',
        zones: [...(before?.zones ?? []), ...zones].sort(),
      })
    }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

type Form = 'gap' | 'gateway' | 'crossing' | 'closed' | 'unknown'

const formOf = ({ crossing, gateway }: DrawnCrossing): Form => {
  if (crossing.state === 'unguarded') return 'gap'
  if (crossing.state === null) return 'unknown'
  if (gateway) return 'gateway'
  return crossing.state === 'closed' ? 'closed' : 'crossing'
}

/** Half size of each symbol in css px at k = 1, halo included. */
const HALF: Readonly<Record<Form, number>> = { gap: 10, gateway: 8, crossing: 4, closed: 4, unknown: 4 }

/**
 * Which crossings the band has room for: gateways and gaps always, the others on controlled zones from the
 * wall on, and all of them from the town band on. The road-class filter applies to every one. Of many gaps the zones
 * bear one mark each.
 */
function shownCrossings(facts: MapFacts, view: MapViewState): DrawnCrossing[] {
  const zones = gathered(facts, view)
  const selected = view.selection.selected
  const isGathered = ({ id, zones: own }: DrawnCrossing): boolean =>
    own.some((zone) => zones.has(zone)) && !(selected?.kind === 'crossing' && selected.id === id)
  const styles = stylesIn(facts)
  const controlled = new Set(
    (facts.survey?.zones ?? []).filter((zone) => styles[zone.level] === 'controlled').map((zone) => zone.id),
  )
  return distinctCrossings(facts.coverage?.perimeter ?? []).filter((drawn) => {
    if (view.roadClasses && !view.roadClasses.has(drawn.crossing.class)) return false
    const form = formOf(drawn)
    if (form === 'gap') return !view.hidden.has('gaps') && !isGathered(drawn)
    if (form === 'gateway') return !view.hidden.has('gateways')
    if (view.hidden.has('crossings') || view.band === 'district') return false
    return view.band !== 'wall' || drawn.zones.some((id) => controlled.has(id))
  })
}

function numbers(facts: MapFacts, view: MapViewState): ReadonlyMap<string, number> {
  const selected = view.selection.selected
  if (view.band !== 'street' || selected?.kind !== 'zone') return new Map()
  const line = facts.coverage?.perimeter?.find((answer) => answer.id === selected.id)
  return new Map((line?.crossings ?? []).map((crossing, i) => [identity(crossing), i + 1]))
}

/** Crossings of zone lines and district gateways, each in the state it had at the hour asked. */
export function crossingsPart(facts: MapFacts, view: MapViewState): MapPart {
  const shown = shownCrossings(facts, view)
  const order = numbers(facts, view)
  const label = (drawn: DrawnCrossing): string => {
    const n = order.get(drawn.id)
    const form = formOf(drawn)
    return n === undefined
      ? `symbol/${form}`
      : `symbol/numbered/${n}/${form === 'gap' || form === 'unknown' ? form : 'guarded'}`
  }
  const features = (which: (form: Form) => boolean): Feature[] =>
    shown
      .filter((drawn) => which(formOf(drawn)))
      .map((drawn) => pointAt(drawn.crossing.position, { id: drawn.id, image: label(drawn) }))
  const layer = (id: 'crossings' | 'gaps'): PartLayer => ({
    slot: id,
    hit: 'crossing',
    spec: {
      id,
      type: 'symbol',
      source: id,
      layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  })
  const forms = [...new Set(shown.map(formOf))]
  const isGathered = gathered(facts, view).size > 0
  const size = (drawn: DrawnCrossing): number => (order.has(drawn.id) ? 10 : HALF[formOf(drawn)])
  return {
    id: 'crossings',
    sources: {
      crossings: { type: 'geojson', promoteId: 'id', data: collect(features((form) => form !== 'gap')) },
      gaps: { type: 'geojson', promoteId: 'id', data: collect(features((form) => form === 'gap')) },
    },
    layers: [layer('crossings'), layer('gaps')],
    images: [...new Set(shown.map(label))],
    obstacles: shown.map(
      (drawn): Obstacle => ({
        position: drawn.crossing.position,
        halfWidth: size(drawn),
        halfHeight: size(drawn),
        kind: formOf(drawn) === 'gap' ? 'gap' : 'crossing',
      }),
    ),
    labels: gapLabels(shown, view),
    stops: shown.map((drawn) => ({
      target: { kind: 'crossing', id: drawn.id },
      position: drawn.crossing.position,
      name: `${drawn.crossing.road ?? ''} ${WORDS[view.locale].drawn[formOf(drawn)]}`.trim(),
    })),
    legend: (['crossing', 'unknown', 'gap', 'gateway', 'closed'] as const)
      .filter((form) => forms.includes(form) || (form === 'gap' && isGathered))
      .map(
        (form): LegendEntry => ({
          id: form,
          sign: { kind: 'symbol', image: `symbol/${form}` },
          text: form === 'gap' && isGathered ? WORDS[view.locale].gathered : WORDS[view.locale].drawn[form],
        }),
      ),
  }
}

/** At a desk close up, a gap names its road; equal ones of a zone are said once, with how many they are. */
function gapLabels(shown: readonly DrawnCrossing[], view: MapViewState): LabelRequest[] {
  if (view.layout !== 'desk' || view.band !== 'street') return []
  const equal = new Map<string, DrawnCrossing[]>()
  for (const drawn of shown.filter((one) => formOf(one) === 'gap')) {
    const key = `${drawn.zones[0] ?? ''}\n${drawn.crossing.road ?? ''}`
    equal.set(key, [...(equal.get(key) ?? []), drawn])
  }
  return [...equal.values()].map((all) => ({
    id: `gap/${all[0]!.id}`,
    kind: 'gap' as const,
    positions: all.map(({ crossing }) => crossing.position),
    lines: [{ text: gapText(all, view), size: 12.5, weight: 700 as const, colour: 'flagInk' as const }],
    rank: all.length,
  }))
}

function gapText([first, ...others]: readonly DrawnCrossing[], { locale }: MapViewState): string {
  const text = `${first?.crossing.road ?? ''} ${WORDS[locale].drawn.gap}`.trim()
  if (others.length === 0) return text
  return filled(WORDS[locale].several, { text, n: others.length + 1 })
}
