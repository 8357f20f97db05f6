import { collect, labelPoint, multiPolygonOf } from '../geojson'
import type { LabelRequest, MapFacts, MapPart, MapViewState } from '../part'
import { dashes, themeOf } from './style'

/** Villages that have not reported today: a dashed outline in the colour of gaps and the word. */
export function silentPart({ register, survey }: MapFacts, view: MapViewState): MapPart {
  const silent = new Set(survey?.reporting?.silentNames.map(({ code }) => code) ?? [])
  const places = view.hidden.has('silent') ? [] : register.places.filter((place) => silent.has(place.code))
  const shaped = places.filter((place) => place.shape && place.shape.length > 0)
  const word = view.locale === 'zh' ? '未报' : 'No report'
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
            geometry: multiPolygonOf(place.shape!),
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
        lines: [{ text: word, size: 15, weight: 700, colour: 'flag' }],
        rank: 0,
      }),
    ),
    legend:
      shaped.length === 0
        ? []
        : [
            {
              id: 'silent',
              sign: { kind: 'dashed' },
              text: view.locale === 'zh' ? '今日未报' : 'Not reported today',
            },
          ],
  }
}
