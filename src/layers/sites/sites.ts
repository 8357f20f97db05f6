import { type Facility, isSeenMoment, type Position } from '#geo'
import type { LayerRooms, LegendEntry, MapFacts, MapPart, MapViewState } from '../part'
import { collect, pointAt } from '../shapes/geojson'
import { WORDS } from './words'

/** Kinds of facility that have a glyph, with their layer, which is its name. Checkpoints are drawn as crossings. */
const KINDS: Readonly<Record<keyof typeof WORDS.zh.drawn, LayerRooms['sites']>> = {
  quarantine: 'quarantine',
  hospital: 'hospital',
  testing: 'testing',
  lab: 'testing',
  vaccination: 'vaccination',
  store: 'store',
  school: 'school',
  market: 'market',
  liveMarket: 'market',
}
type Kind = keyof typeof KINDS
type Drawn = Facility & { readonly kind: Kind; readonly position: Position }
const isDrawn = (site: Facility): site is Drawn => Object.hasOwn(KINDS, site.kind) && site.position !== null

/** Everyday places: only from the town band on; a wall shows where people are held and treated. */
const CLOSE_UP = new Set(['testing', 'lab', 'vaccination', 'store', 'school', 'market', 'liveMarket'])

const inUse = (site: Facility, asOf: number): boolean =>
  (site.from === null || isSeenMoment(site.from, asOf)) && !isSeenMoment(site.to, asOf)

/** Share of rooms in use in steps of a twentieth, or null where it is not known. */
function occupancy(facts: MapFacts, site: Facility): number | null {
  const row = facts.survey?.quarantine?.sites.find((answer) => answer.id === site.id)
  if (!row || row.rooms === null || row.occupied === null || row.rooms === 0) return null
  const share = Math.min(1, row.occupied / row.rooms)
  return share >= 0.97 ? 1 : Math.round(share * 20) / 20
}

/** Quarantine sites with occupancy, hospitals, testing and the other sites in use at the hour asked. */
export function sitesPart(facts: MapFacts, view: MapViewState): MapPart {
  const asOf = facts.survey ? Date.parse(facts.survey.asOf) : Number.POSITIVE_INFINITY
  const close = view.band === 'town' || view.band === 'street'
  const shown = facts.register.facilities.filter(isDrawn).filter((site) => {
    if (view.hidden.has(KINDS[site.kind]) || !inUse(site, asOf)) return false
    return close || !CLOSE_UP.has(site.kind)
  })
  const image = (site: Drawn): string => {
    const share = site.kind === 'quarantine' ? occupancy(facts, site) : null
    return `symbol/site/${KINDS[site.kind]}${share === null ? '' : `/${share}`}`
  }
  const kinds = [...new Set(shown.map((site) => site.kind))]
  return {
    id: 'sites',
    sources: {
      sites: {
        type: 'geojson',
        promoteId: 'id',
        data: collect(shown.map((site) => pointAt(site.position, { id: site.id, image: image(site) }))),
      },
    },
    layers: [
      {
        slot: 'sites',
        hit: 'facility',
        spec: {
          id: 'sites',
          type: 'symbol',
          source: 'sites',
          layout: {
            'icon-image': ['get', 'image'],
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
          },
        },
      },
    ],
    images: [...new Set(shown.map(image)), ...kinds.map((kind) => `symbol/site/${KINDS[kind]}`)],
    obstacles: shown.map((site) => ({
      position: site.position,
      halfWidth: 11,
      halfHeight: 14,
      kind: 'site',
    })),
    stops: shown.map((site) => ({
      target: { kind: 'facility', id: site.id },
      position: site.position,
      name: site.name ?? site.id,
    })),
    legend: (Object.keys(KINDS) as Kind[])
      .filter((kind) => kinds.includes(kind))
      .map(
        (kind): LegendEntry => ({
          id: kind,
          sign: { kind: 'symbol', image: `symbol/site/${KINDS[kind]}` },
          text: WORDS[view.locale].drawn[kind],
        }),
      ),
  }
}
