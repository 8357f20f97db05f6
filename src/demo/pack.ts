import { buildingsOf } from './buildings'
import { casesFile, casesOf } from './cases'
import { contactsFile } from './contacts'
import { type DemoFacility, facilitiesOf, occupancyFile } from './facilities'
import { backdropOf } from './land/backdrop'
import type { GridShape } from './land/dissolve'
import { fromGrid, type Point } from './land/ground'
import { hamletsOf } from './land/hamlets'
import { drawLand } from './land/land'
import { cellsAlong, lanes } from './land/lanes'
import { type DrawnRoad, mainRoads, townStreets } from './land/roads'
import { register } from './places'
import { lanxiPolicy } from './policy'
import { checksFile, crossingsOf, passagesFile, postsOf } from './posts'
import { roundsFile } from './rounds'
import { factsFile, indicators, metricsFile, REPORT_ITEMS, reportsFile, transitionsFile } from './statements'
import { type DemoStay, sealedPlots, zonesOf } from './zones'

type Positions = readonly (readonly [number, number])[]

/**
 * The pack of the demo district 澜溪区 (fictional): path → text of every file. Pure and seeded: the same bytes
 * on every call.
 */
export function generateDemo(): Map<string, string> {
  const land = drawLand()
  const plane = (course: Positions): Point[] => course.map(([x, y]) => fromGrid(x, y))
  const mains = mainRoads(land)
  const streets = townStreets(land)
  const hamlets = hamletsOf(
    land,
    mains.map((r) => plane(r.course)),
  )
  const rings = (shapes: Iterable<GridShape>): Point[][] =>
    [...shapes].flat(2).map((ring) => plane([...ring, ring[0]!]))
  const ofTowns = cellsAlong(rings(land.towns.values()), 0.05)
  const ofVillages = cellsAlong(rings(land.villages.map((v) => v.shape)), 0.05)
  const dear = (cell: number): number => (ofTowns.has(cell) ? 30 : ofVillages.has(cell) ? 20 : 1)
  const roads: DrawnRoad[] = [
    ...mains,
    ...streets,
    ...lanes(land, hamlets, { roads: [...mains, ...streets], dear }),
  ]
  const sealed = sealedPlots(land)
  const places = register(land, hamlets, sealed.names)
  const buildings = buildingsOf(land, places, sealed.byZone)
  const zones = zonesOf(land, places, sealed.byZone)
  const cases = casesOf(places, zones)
  const posts = postsOf(crossingsOf(places, zones, roads), zones)
  const files = new Map<string, string>()
  files.set('pack.json', json(description()))
  files.set(
    'places.geojson',
    collection(
      [...places.rows, ...buildings].map((p) =>
        feature(polygonal(p.shape), {
          code: p.code,
          name: p.name,
          kind: p.kind,
          parent: p.parent,
          people: p.people,
          households: p.households,
          aliases: p.aliases.length ? p.aliases.join(';') : null,
        }),
      ),
    ),
  )
  files.set(
    'roads.geojson',
    collection(
      roads.map((r) => feature(lineString(r.course), { name: r.name, class: r.class, closed: false })),
    ),
  )
  files.set(
    'backdrop.geojson',
    collection(
      backdropOf(land).map((b) =>
        feature(b.line ? lineString(b.line) : polygonal(b.shape), {
          kind: b.kind,
          name: b.name,
          widthM: b.widthM,
        }),
      ),
    ),
  )
  files.set('facilities.geojson', collection(facilitiesOf(places, posts).map(facilityFeature)))
  files.set('zones.geojson', collection(zones.map(zoneFeature)))
  files.set('transitions.csv', transitionsFile())
  files.set('cases.csv', casesFile(cases))
  files.set('contacts.csv', contactsFile(cases, places, zones))
  files.set('rounds.csv', roundsFile(places, zones, buildings))
  files.set('facts.csv', factsFile())
  files.set('reports.csv', reportsFile(places))
  files.set('occupancy.csv', occupancyFile())
  files.set('checks.csv', checksFile(posts))
  files.set('checkpoint-log.csv', passagesFile(posts))
  files.set('metrics.csv', metricsFile())
  files.set('indicators.json', json(indicators()))
  files.set('policies/lanxi-2022-05.json', json(lanxiPolicy()))
  return files
}

function description(): Record<string, unknown> {
  return {
    format: 'cordon-pack',
    version: 1,
    title: { zh: '澜溪区（虚构）', en: 'Lanxi District (fictional)' },
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'lanxi-2022-05',
    use: 'review',
    synthetic: true,
    licence: 'CC0-1.0',
    asOf: '2022-05-27T14:00:00+08:00',
    reporting: { kind: 'village', cutoff: '12:00', items: [...REPORT_ITEMS] },
    perimeter: { guardDistanceM: 50 },
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const at = ([x, y]: readonly [number, number]): [number, number] => [x / 1e6, y / 1e6]

function polygonal(shape: GridShape | null): object | null {
  if (!shape) return null
  const polygons = shape.map((polygon) => polygon.map((ring) => [...ring, ring[0]!].map(at)))
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

const lineString = (course: Positions): object => ({ type: 'LineString', coordinates: course.map(at) })

const feature = (geometry: object | null, properties: object): string =>
  JSON.stringify({ type: 'Feature', properties, geometry })

const collection = (features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`

function facilityFeature(f: DemoFacility): string {
  const { at: position, ...rest } = f
  const properties = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  return feature({ type: 'Point', coordinates: position.map((v) => Math.round(v * 1e6) / 1e6) }, properties)
}

function zoneFeature(z: DemoStay): string {
  return feature(null, {
    id: z.id,
    name: z.name,
    level: z.level,
    from: z.from,
    to: z.to,
    policy: 'lanxi-2022-05',
    members: z.members.join(';'),
    parent: z.parent,
    ...(z.arrivedFrom ? { arrivedFrom: z.arrivedFrom } : {}),
  })
}
