import { shapeOutline } from '#geo'
import type { LabelRequest, MapFacts, MapPart, MapViewState } from '../part'
import { collect, labelPoint, multiPolygonOf } from '../shapes/geojson'
import { dashes, themeOf } from '../style'
import { WORDS } from './words'

/** Of more silent villages each town says how many: outlines everywhere would say nothing. */
export const MOST_OUTLINED = 8

/** Silent and expected villages of each town; empty where few are silent, so that each is outlined. */
export function silentByTown({ register, survey }: MapFacts): Map<string, { silent: number; of: number }> {
  const towns = new Map<string, { silent: number; of: number }>()
  const reporting = survey?.reporting
  if (!survey || !reporting || reporting.silentNames.length <= MOST_OUTLINED) return towns
  const kind = register.pack.reporting?.kind ?? 'village'
  for (const { code, silent } of survey.towns) {
    const of = register.places.filter((place) => place.parent === code && place.kind === kind).length
    if (silent) towns.set(code, { silent, of })
  }
  return towns
}

/** Up to eight villages that have not reported today: a dashed outline in the colour of gaps and the word. */
export function silentPart({ register, survey }: MapFacts, view: MapViewState): MapPart {
  const named = survey?.reporting?.silentNames ?? []
  const isMany = named.length > MOST_OUTLINED
  const silent = new Set(isMany ? [] : named.map(({ code }) => code))
  const places = view.hidden.has('silent') ? [] : register.places.filter((place) => silent.has(place.code))
  const shaped = places.filter((place) => place.shape && place.shape.length > 0)
  const word = WORDS[view.locale].none
  const width = 1.6
  return {
    id: 'silent',
    sources: {
      silent: {
        type: 'geojson',
        promoteId: 'code',
        data: collect(
          shaped.map((place) => ({
            type: 'Feature',
            properties: { code: place.code },
            geometry: multiPolygonOf(shapeOutline(place.shape!)),
          })),
        ),
      },
    },
    layers: [
      {
        slot: 'silent',
        spec: {
          id: 'silent',
          type: 'line',
          source: 'silent',
          paint: {
            'line-color': themeOf(view).flag,
            'line-width': width * view.k,
            'line-dasharray': dashes(width, 4, 3),
          },
        },
      },
    ],
    labels: shaped.map(
      (place): LabelRequest => ({
        id: `silent/${place.code}`,
        kind: 'gap',
        positions: [labelPoint(place.shape!)!],
        ground: place.shape!,
        lines: [{ text: word, size: 15, weight: 700, colour: 'flag' }],
        rank: 0,
      }),
    ),
    legend:
      shaped.length === 0 && !(isMany && !view.hidden.has('silent'))
        ? []
        : [
            {
              id: 'silent',
              sign: { kind: 'dashed' },
              text: WORDS[view.locale][isMany ? 'many' : 'one'],
            },
          ],
  }
}
