import { describe, expect, test } from 'vitest'
import {
  areaM2,
  boundsOf,
  type Facts,
  flatOf,
  Gauge,
  policiesOf,
  type Ring,
  type Road,
  type Shape,
  splitShape,
} from '#geo'
import { sumOf } from '../../geo/coverage/known-sum'
import { perimeter } from '../../geo/coverage/perimeter'
import { sharesOf } from '../../geo/coverage/shares'
import { districtGround } from '../../geo/coverage/town-grounds'
import { hierarchyOf } from '../../geo/places/hierarchy'
import { groundOf } from '../../geo/zones/ground/ground'
import { aFacts, aZone, moment, origin } from '../helpers/facts'
import { type Random, seeded } from '../helpers/seeded'
import { hasSharedData, readSharedData } from '../helpers/shared-data'
import { sharedPlaces } from '../helpers/shared-places'

const asOf = moment('2022-05-25T12:00').at
const policy = 'cn-2021-three-zone'

interface RoadFile {
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: number[][] }
  }[]
}

function roadsOf(pack: string): Road[] {
  if (!hasSharedData(`${pack}/roads.geojson`)) return []
  const lines = readSharedData<RoadFile>(`${pack}/roads.geojson`).features.filter(
    ({ geometry }) => geometry.type === 'LineString',
  )
  return lines.map(
    ({ geometry }, i): Road => ({
      ...{ name: null, class: 'road', closed: false, line: flatOf(geometry.coordinates) },
      origin: origin('roads.geojson', i + 1),
    }),
  )
}

function factsOf(pack: string): Facts {
  const stated: Facts['stated'] = new Set(['places', 'roads', 'zones', 'cases', 'facilities'])
  return aFacts({ places: sharedPlaces(pack), roads: roadsOf(pack), stated })
}

function aRing(random: Random, shape: Shape): Ring {
  const [west, south, east, north] = boundsOf(shape)!
  const within = (from: number, to: number): number => from + (to - from) * (0.2 + 0.6 * random.next())
  const [x, y, reach] = [within(west, east), within(south, north), 0.12 * (east - west)]
  const flat = Array.from({ length: 24 }, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.7 * random.next())) / 24
    const away = reach * (0.5 + 0.5 * random.next())
    return [x + away * Math.cos(angle), y + away * Math.sin(angle)]
  }).flat()
  return Float64Array.from([...flat, flat[0]!, flat[1]!])
}

describe.each(['liechtenstein', 'tainan-2015'])('on %s', (pack) => {
  const absent = !hasSharedData(`${pack}/places.geojson`)
  const seeds = [1, 2, 3, 4]

  test.skipIf(absent).each(seeds)(
    'B1 real borders and roads give a draft what they give a zone (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const bare = factsOf(pack)
      const hierarchy = hierarchyOf(bare.places)
      const district = districtGround(hierarchy).shape!
      const aStay = (id: string, level: string, drawn: Shape) =>
        aZone({ id, level, policy, drawn, from: '2022-05-01' })
      const stricter = aStay('A', 'sealed', [[aRing(random, district)]])
      const drawn: Shape = [[aRing(random, district)]]
      const before = { ...bare, zones: [stricter] }
      const options = { asOf, policyOf: policiesOf(before), level: 'controlled', policy, id: 'Z' }
      const figures = new Gauge(before, options).measure({ kind: 'drawn', shape: drawn })
      const after = { ...bare, zones: [stricter, aStay('Z', 'controlled', drawn)] }
      const zones = groundOf(after, asOf, policiesOf(after))
      const whole = sumOf(sharesOf(hierarchy, zones).filter(({ zone }) => zone === 'Z'))
      expect(Math.abs(figures.areaM2 - whole.areaM2)).toBeLessThan(5)
      expect(Math.abs((figures.people ?? 0) - (whole.people ?? 0))).toBeLessThanOrEqual(
        1e-5 * (whole.people ?? 0),
      )
      expect(figures.places).toBeCloseTo(whole.places!, 4)
      const outline = zones.find(({ id }) => id === 'Z')!.shape
      const line = { id: 'Z', name: '', level: '', outline }
      const [crossed] = perimeter(after, [line], { district: null, asOf }).perimeter!
      expect(figures.crossings!.list.map(({ kind }) => kind)).toEqual(
        crossed!.crossings.map(({ kind }) => kind),
      )
    },
  )

  test.skipIf(absent).each(seeds)('B4 the district itself is cut without loss (seed %i)', (seed) => {
    const { shape } = districtGround(hierarchyOf(factsOf(pack).places))
    const [west, south, east, north] = boundsOf(shape!)!
    const height = (): number => south + (north - south) * random.next()
    const random = seeded(seed)
    const answer = splitShape(shape!, Float64Array.from([west - 1, height(), east + 1, height()]))
    const parts = answer.ok ? answer.value : []
    expect(parts.length).toBeGreaterThan(1)
    const total = parts.reduce((sum, part) => sum + areaM2(part), 0)
    expect(Math.abs(total / areaM2(shape!) - 1)).toBeLessThan(1e-12)
  })
})
