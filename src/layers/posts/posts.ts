import type { MapFacts, MapPart, MapViewState } from '../part'
import { collect, pointAt } from '../shapes/geojson'
import { themeOf } from '../style'
import { WORDS } from './words'

/** Where checkpoints stand, whatever road they hold. */
export function postsPart({ register }: MapFacts, view: MapViewState): MapPart {
  const posts = register.facilities.filter(({ kind, position }) => kind === 'checkpoint' && position)
  const shown = view.hidden.has('posts') ? [] : posts
  const paint = { 'circle-radius': 2 * view.k, 'circle-color': themeOf(view).ink2 }
  return {
    id: 'posts',
    sources: {
      posts: { type: 'geojson', data: collect(shown.map(({ position }) => pointAt(position!, {}))) },
    },
    layers: [{ slot: 'crossings', spec: { id: 'posts', type: 'circle', source: 'posts', paint } }],
    legend: shown.length
      ? [{ id: 'posts', sign: { kind: 'symbol', image: 'symbol/crossing' }, text: WORDS[view.locale].posts }]
      : [],
  }
}
