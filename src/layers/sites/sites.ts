import { type Facility, isSeenMoment } from '#geo'
import type { LayerGroup, LegendEntry, MapFacts, MapPart, MapViewState } from '../part'
import { collect, pointAt } from '../shapes/geojson'

/** Kinds of facility that have a glyph, with their layer and their words. Checkpoints are drawn as crossings. */
const KINDS: Readonly<Record<string, { group: LayerGroup; glyph: string; zh: string; en: string }>> = {
  quarantine: {
    group: 'quarantine',
    glyph: 'quarantine',
    zh: '隔离点及入住率',
    en: 'Quarantine site and occupancy',
  },
  hospital: { group: 'hospital', glyph: 'hospital', zh: '定点医院', en: 'Hospital' },
  testing: { group: 'testing', glyph: 'testing', zh: '采样点', en: 'Testing site' },
  lab: { group: 'testing', glyph: 'testing', zh: '实验室', en: 'Laboratory' },
  vaccination: { group: 'vaccination', glyph: 'vaccination', zh: '接种点', en: 'Vaccination' },
  store: { group: 'store', glyph: 'store', zh: '物资库', en: 'Supplies' },
  school: { group: 'school', glyph: 'school', zh: '学校', en: 'School' },
  market: { group: 'market', glyph: 'market', zh: '农贸市场', en: 'Market' },
  liveMarket: { group: 'market', glyph: 'market', zh: '活禽市场', en: 'Live market' },
}

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
  const shown = facts.register.facilities.filter((site) => {
    const kind = KINDS[site.kind]
    if (!kind || !site.position || view.hidden.has(kind.group) || !inUse(site, asOf)) return false
    return close || !CLOSE_UP.has(site.kind)
  })
  const image = (site: Facility): string => {
    const share = site.kind === 'quarantine' ? occupancy(facts, site) : null
    return `symbol/site/${KINDS[site.kind]!.glyph}${share === null ? '' : `/${share}`}`
  }
  const kinds = [...new Set(shown.map((site) => site.kind))]
  return {
    id: 'sites',
    sources: {
      sites: {
        type: 'geojson',
        promoteId: 'id',
        data: collect(shown.map((site) => pointAt(site.position!, { id: site.id, image: image(site) }))),
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
    images: [...new Set(shown.map(image)), ...kinds.map((kind) => `symbol/site/${KINDS[kind]!.glyph}`)],
    obstacles: shown.map((site) => ({
      position: site.position!,
      halfWidth: 11,
      halfHeight: 14,
      kind: 'site',
    })),
    stops: shown.map((site) => ({
      target: { kind: 'facility', id: site.id },
      position: site.position!,
      name: site.name ?? site.id,
    })),
    legend: Object.keys(KINDS)
      .filter((kind) => kinds.includes(kind))
      .map(
        (kind): LegendEntry => ({
          id: kind,
          sign: { kind: 'symbol', image: `symbol/site/${KINDS[kind]!.glyph}` },
          text: KINDS[kind]![view.locale],
        }),
      ),
  }
}
