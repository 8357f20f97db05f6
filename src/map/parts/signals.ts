import type { Position, SurveySignal } from '#geo'
import { formatCount } from '../../i18n/format'
import { collect } from '../geojson'
import type { LabelRequest, MapFacts, MapPart, MapViewState, Obstacle } from '../part'
import { isShownLarger } from './shown-larger'
import { dashes, themeOf } from './style'
import { ringAround } from './unplaced'

/** css px at k = 1 */
const RADIUS = 12
/** kilometres a degree of latitude */
const KILOMETRES = 111

/** Signals that nobody has decided, as dashed rings with the people who wait inside; what colour a zone has is not theirs. */
export function signalsPart({ survey }: MapFacts, view: MapViewState): MapPart {
  const open = view.isPublic || view.hidden.has('signals') ? [] : (survey?.signals?.open ?? [])
  const drawn = open.filter(isPlaced).filter(({ position }) => !isShownLarger(position, view))
  if (drawn.length === 0) return { id: 'signals', sources: {}, layers: [] }
  const theme = themeOf(view)
  const degrees = RADIUS / Math.max(1, view.scale) / KILOMETRES
  return {
    id: 'signals',
    sources: {
      'signal-rings': {
        type: 'geojson',
        data: collect(
          drawn.map(({ position }) => ({
            type: 'Feature' as const,
            properties: {},
            geometry: { type: 'Polygon' as const, coordinates: [ringAround(position, degrees)] },
          })),
        ),
      },
    },
    layers: [
      {
        slot: 'discs',
        spec: {
          id: 'signal-grounds',
          type: 'fill',
          source: 'signal-rings',
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
      ({ position }): Obstacle => ({ position, halfWidth: RADIUS + 2, halfHeight: RADIUS + 2, kind: 'disc' }),
    ),
    labels: drawn.map(labelOf),
    legend: [
      {
        id: 'signals',
        sign: { kind: 'dashedRing', isInk: true },
        text: view.locale === 'zh' ? '阳性线索待复核（涉及人数）' : 'Signals not decided (people)',
      },
    ],
  }
}

type Placed = SurveySignal & { readonly position: Position }
const isPlaced = (one: SurveySignal): one is Placed => one.position !== null

const labelOf = ({ id, position, people }: Placed): LabelRequest => ({
  id: `count/signal/${id}`,
  kind: 'count',
  positions: [position],
  lines: [{ text: people === null ? '?' : formatCount(people), size: 12, weight: 700, colour: 'ink' }],
  rank: 1_000_000 + (people ?? 0),
})
