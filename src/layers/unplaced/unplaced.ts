import { type Facts, type Position, type SurveyUnplaced, shapeOutline } from '#geo'
import { unplacedSpots } from '../cases/discs'
import type { MapFacts, MapPart, MapViewState } from '../part'
import { collect, labelPoint, multiPolygonOf } from '../shapes/geojson'
import { dashes, themeOf } from '../style'
import { WORDS } from './words'

/** More candidates than this tell nothing on a map: then their common ground is drawn. */
const MOST = 60
/** css px at k = 1 */
const RADIUS = 4.4
/** kilometres a degree of latitude */
const KILOMETRES = 111
const CORNERS = 24

type Place = Facts['places'][number]

/** Unplaced cases where their rows say, and where rows may be that nobody has placed: dashed rings, of wide ground and of many places the dashed outline. */
export function unplacedPart({ register, survey }: MapFacts, view: MapViewState): MapPart {
  const { rings: near, outlines } = view.isPublic
    ? { rings: [], outlines: [] }
    : candidatesOf(register, survey?.unplaced ?? null)
  const own = view.isPublic || !survey ? [] : unplacedSpots(survey.caseDots)
  const rings = [...new Map([...near, ...own].map((at) => [at.join(), at])).values()]
  const around = (at: Position): number[][] => ringAround(at, RADIUS / Math.max(1, view.scale) / KILOMETRES)
  return {
    id: 'unplaced',
    sources: {
      unplaced: {
        type: 'geojson',
        data: collect([
          ...rings.map((at) => ({
            type: 'Feature' as const,
            properties: {},
            geometry: { type: 'Polygon' as const, coordinates: [around(at)] },
          })),
          ...outlines.map((place) => ({
            type: 'Feature' as const,
            properties: {},
            geometry: multiPolygonOf(shapeOutline(place.shape!)),
          })),
        ]),
      },
    },
    layers: [
      {
        slot: 'silent',
        spec: {
          id: 'unplaced',
          type: 'line',
          source: 'unplaced',
          paint: {
            'line-color': themeOf(view).flag,
            'line-width': 1.5 * view.k,
            'line-dasharray': dashes(1.5, 2.6, 2),
          },
        },
      },
    ],
    obstacles: rings.map((position) => ({
      ...{ position, halfWidth: RADIUS + 1, halfHeight: RADIUS + 1, kind: 'ring' },
    })),
    legend:
      rings.length + outlines.length === 0
        ? []
        : [
            {
              id: 'unplaced',
              sign: { kind: 'dashedRing' },
              text: WORDS[view.locale].maybe,
            },
          ],
  }
}

/** The places that open rows may be in: small ones as points, towns and the district, and too many, as ground. */
export function candidatesOf(
  { places }: Pick<Facts, 'places'>,
  unplaced: SurveyUnplaced | null,
): { readonly rings: readonly Position[]; readonly outlines: readonly Place[] } {
  const codes = new Set(unplaced?.items.flatMap(({ rows }) => rows.flatMap(({ near }) => near)) ?? [])
  if (codes.size === 0) return { rings: [], outlines: [] }
  const known = places.filter(({ code, shape }) => codes.has(code) && shape && shape.length > 0)
  const isWide = ({ kind }: Place): boolean => kind === 'town' || kind === 'district'
  const small = known.filter((place) => !isWide(place))
  const outlines = known.filter(isWide)
  if (small.length > MOST) {
    const parents = new Set(small.map(({ parent }) => parent))
    return {
      rings: [],
      outlines: [...outlines, ...places.filter(({ code, shape }) => parents.has(code) && shape)],
    }
  }
  return { rings: small.map(({ shape }) => labelPoint(shape!)).filter((at) => at !== null), outlines }
}

/** A ring round a position, as wide as so many degrees of latitude. */
export function ringAround([lon, lat]: Position, degrees: number): number[][] {
  const shrink = Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS
    return [lon + (degrees * Math.cos(angle)) / shrink, lat + degrees * Math.sin(angle)]
  })
}
