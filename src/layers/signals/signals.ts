import type { Position, SurveySignal } from '#geo'
import { formatCount } from '../../i18n/format'
import { discsOf } from '../cases/cases'
import { discRadius } from '../cases/discs'
import { apart } from '../cases/gather-spots'
import type { LabelRequest, MapFacts, MapPart, MapViewState, Obstacle } from '../part'
import { collect } from '../shapes/geojson'
import { isShownLarger } from '../shown-larger'
import { dashes, themeOf } from '../style'
import { ringAround } from '../unplaced/unplaced'
import { WORDS } from './words'

/** css px at k = 1 */
const RADIUS = 12
/** kilometres a degree of latitude */
const KILOMETRES = 111

/** Signals that nobody has decided, as dashed rings with the people who wait inside; what colour a zone has is not theirs. */
export function signalsPart(facts: MapFacts, view: MapViewState): MapPart {
  const { survey } = facts
  const open = view.isPublic || view.hidden.has('signals') ? [] : (survey?.signals?.open ?? [])
  const placed = open.filter(isPlaced).filter(({ position }) => !isShownLarger(position, view))
  if (placed.length === 0) return { id: 'signals', sources: {}, layers: [] }
  const theme = themeOf(view)
  const drawn = ringsOf(placed, facts, view)
  const perDegree = Math.max(1, view.scale) * KILOMETRES
  return {
    id: 'signals',
    sources: {
      'signal-rings': sourceOf(drawn, perDegree),
      'signal-grounds': sourceOf(
        drawn.filter(({ isRoundDisc }) => !isRoundDisc),
        perDegree,
      ),
    },
    layers: [
      {
        slot: 'discs',
        spec: {
          id: 'signal-grounds',
          type: 'fill',
          source: 'signal-grounds',
          paint: { 'fill-color': theme.bg, 'fill-opacity': 0.9 },
        },
      },
      {
        slot: 'discs',
        spec: {
          id: 'signal-rings',
          type: 'line',
          source: 'signal-rings',
          paint: {
            'line-color': theme.ink,
            'line-width': 2 * view.k,
            'line-dasharray': dashes(2, 3, 2.2),
          },
        },
      },
    ],
    obstacles: drawn.map(
      ({ position, radius }): Obstacle => ({
        ...{ position, halfWidth: radius + 2, halfHeight: radius + 2, kind: 'disc' },
      }),
    ),
    labels: drawn.map(labelOf),
    legend: [
      {
        id: 'signals',
        sign: { kind: 'dashedRing', isInk: true },
        text: WORDS[view.locale].people,
      },
    ],
  }
}

const sourceOf = (rings: readonly Ring[], perDegree: number) => ({
  type: 'geojson' as const,
  data: collect(
    rings.map(({ position, radius }) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: { type: 'Polygon' as const, coordinates: [ringAround(position, radius / perDegree)] },
    })),
  ),
})

interface Ring extends Placed {
  readonly radius: number
  /** it goes round the disc of the cases there, whose number stays; the people then stand beside it */
  readonly isRoundDisc: boolean
}

/** css px between a disc and the ring round it, at k = 1 */
const ROUND_DISC = 5

/** The rings of signals; one that would lie on a disc of cases goes round it. */
function ringsOf(placed: readonly Placed[], facts: MapFacts, view: MapViewState): Ring[] {
  const { discs, unit } = discsOf(facts, view)
  const perDegree = view.scale * KILOMETRES
  return placed.map((signal) => {
    const disc = discs.find(
      ({ position, count }) =>
        apart(...signal.position, ...position, perDegree) < RADIUS + discRadius(count, unit),
    )
    if (!disc) return { ...signal, radius: RADIUS, isRoundDisc: false }
    const radius = Math.max(RADIUS, discRadius(disc.count, unit) + ROUND_DISC)
    return { ...signal, position: disc.position, radius, isRoundDisc: true }
  })
}

type Placed = SurveySignal & { readonly position: Position }
const isPlaced = (one: SurveySignal): one is Placed => one.position !== null

const labelOf = ({ id, position, people, radius, isRoundDisc }: Ring): LabelRequest => ({
  id: `count/signal/${id}`,
  kind: 'count',
  positions: [position],
  lines: [{ text: people === null ? '?' : formatCount(people), size: 12, weight: 700, colour: 'ink' }],
  rank: 1_000_000 + (people ?? 0),
  ...(isRoundDisc ? { radius } : {}),
})
