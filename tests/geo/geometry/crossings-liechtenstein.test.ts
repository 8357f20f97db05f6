import { describe, expect, test } from 'vitest'
import { flatOf, shapeOfGeometry } from '../../../geo/geometry/rings/geojson'
import { metresPerDegree } from '../../../geo/geometry/rings/plane'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { runsOn } from '../../../geo/geometry/roads/along'
import type { CrossingOfMany } from '../../../geo/geometry/roads/crossings'
import { crossingsOfMany } from '../../../geo/geometry/roads/crossings-of-many'
import { meetingsOf } from '../../../geo/geometry/roads/joins'
import { hasSharedData, readSharedData } from '../../helpers/shared-data'

interface Feature<P> {
  properties: P
  geometry: { type: string; coordinates: unknown }
}
interface Reference {
  zones: {
    zone: string
    crossings: number
    points: { lon: number; lat: number; kind: string; road: string | null; cls: string }[]
  }[]
}

const features = <P>(name: string): Feature<P>[] =>
  readSharedData<{ features: Feature<P>[] }>(`liechtenstein/${name}.geojson`).features

const { lon: perLon, lat: perLat } = metresPerDegree(47.15)

/** Each reference point takes the nearest free crossing of the same kind and road within a metre; what is left over is returned. */
function unmatched(
  found: readonly CrossingOfMany[],
  reference: Reference['zones'][number],
  roads: Feature<{ name?: string; class: string }>[],
): string[] {
  const free = new Set(found)
  const missing: string[] = []
  for (const point of reference.points) {
    const hit = [...free].find(
      ({ position, kind, line }) =>
        Math.hypot((position[0] - point.lon) * perLon, (position[1] - point.lat) * perLat) < 1 &&
        kind === point.kind &&
        (roads[line]!.properties.name || null) === point.road &&
        roads[line]!.properties.class === point.cls,
    )
    if (hit) free.delete(hit)
    else missing.push(`missing ${point.kind} ${point.lon},${point.lat} ${point.road} ${point.cls}`)
  }
  return [
    ...missing,
    ...[...free].map(({ position, kind, line }) => `extra ${kind} ${position} of road ${line}`),
  ]
}

describe.skipIf(!hasSharedData('liechtenstein'))(
  'crossings of Liechtenstein (skipped without ../shared/data)',
  () => {
    const load = () => {
      const places = new Map(
        features<{ code: string }>('places').map(({ properties, geometry }) => [
          properties.code,
          shapeOfGeometry(geometry),
        ]),
      )
      const zones = features<{ id: string; members: string[] }>('zones')
      const roads = features<{ name?: string; class: string }>('roads')
      const lines = roads.map(({ geometry }) => flatOf(geometry.coordinates as number[][]))
      const reference = readSharedData<Reference>('liechtenstein/crossings-reference.json')
      const drawn = (id: string): Shape =>
        shapeOfGeometry(zones.find(({ properties }) => properties.id === id)!.geometry)!
      const ofMembers = (id: string): Shape =>
        zones
          .find(({ properties }) => properties.id === id)!
          .properties.members.flatMap((code) => places.get(code)!)
      return { roads, lines, reference, drawn, ofMembers }
    }

    test.each(['drawn', 'ofMembers'] as const)(
      'X1 exactly the 648 crossings of the reference, each within 1 m, none extra (%s)',
      (how) => {
        const { roads, lines, reference, [how]: shape } = load()
        const all = crossingsOfMany(
          lines,
          reference.zones.map(({ zone }) => shape(zone)),
        )
        const wrong = reference.zones.flatMap((zone, at) =>
          unmatched(
            all.filter(({ outline }) => outline === at),
            zone,
            roads,
          ),
        )
        expect(wrong).toEqual([])
        expect(all).toHaveLength(648)
      },
    )

    test('X12 X15 beside the 648 no roads join on a line or run along one, and five ends stand at one', () => {
      const { lines, reference, drawn } = load()
      const met = reference.zones.map(({ zone }) => {
        const shape = drawn(zone)
        const crossings = crossingsOfMany(lines, [shape])
        const runs = runsOn(lines, shape, crossings)
        expect(runs.crossings).toEqual(crossings)
        return { ...meetingsOf(lines, shape, crossings), runs }
      })
      expect(met.flatMap(({ runs }) => [...runs.along, ...runs.passes])).toEqual([])
      expect(met.flatMap(({ joins }) => joins)).toEqual([])
      expect(met.flatMap(({ ends }) => ends)).toHaveLength(5)
    })
  },
)
