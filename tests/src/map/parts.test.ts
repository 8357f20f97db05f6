import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { caseColumns } from '../../../src/layers/cases/cases'
import {
  discRadius,
  discSizes,
  discUnit,
  gatherDiscs,
  holdsNumber,
  unhidden,
  withOthers,
} from '../../../src/layers/cases/discs'
import { type MapPicture, pictureOf } from '../../../src/layers/compose'
import { distinctCrossings } from '../../../src/layers/crossings/crossings'
import type { LayerGroup, MapFacts, MapViewState } from '../../../src/layers/part'
import { weightOf } from '../../../src/layers/roads/roads'
import { shortDate } from '../../../src/layers/zones/zone-words'
import { mapDistrict } from '../../helpers/map-district'

const facts: MapFacts = { ...mapDistrict(), assess: null }

const aView = (over: Partial<MapViewState> = {}): MapViewState => ({
  theme: 'dark',
  k: 1,
  band: 'wall',
  scale: 55,
  short: 690,
  layout: 'wall',
  locale: 'zh',
  selection: { selected: null, hovered: null },
  hidden: new Set(),
  roadClasses: null,
  density: 1,
  caseWindowDays: null,
  ...over,
})

const ids = (picture: MapPicture): string[] => picture.layers.map(({ spec }) => spec.id)
const features = (picture: MapPicture, source: string): FeatureCollection['features'] => {
  const found = picture.sources[source]
  return found?.type === 'geojson' ? found.data.features : []
}
const layer = (picture: MapPicture, id: string) => picture.layers.find(({ spec }) => spec.id === id)!.spec

describe('M8 the map is data: drawing order, hatches and states can be read without a screen', () => {
  const picture = pictureOf(facts, aView())

  test('fills lie mild to strict, then every administrative line, then the outlines, then symbols', () => {
    const order = [
      'land',
      'compounds',
      'zones-precaution',
      'zones-controlled',
      'zones-sealed',
      'border-village',
      'border-town',
      'border-district',
      'zones-precaution-outline',
      'zones-sealed-outline',
      'silent',
      'selected-line',
      'sites',
      'crossings',
      'discs',
      'gaps',
    ]
    const places = order.map((id) => ids(picture).indexOf(id))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(ids(picture)[0]).toBe('ground')
  })

  test('no level is a flat colour: every zone fill is a pattern, and every pattern is asked for', () => {
    for (const { spec } of picture.layers) {
      if (!spec.id.startsWith('zones-') || spec.type !== 'fill') continue
      expect(spec.paint).not.toHaveProperty('fill-color')
      expect(picture.images).toContain(spec.paint!['fill-pattern'])
    }
  })

  test('every source of a layer is there, every image of a symbol is asked for', () => {
    for (const { spec } of picture.layers)
      if ('source' in spec) expect(picture.sources).toHaveProperty(spec.source as string)
    for (const source of ['crossings', 'gaps', 'sites'])
      for (const feature of features(picture, source))
        expect(picture.images).toContain(feature.properties!.image)
  })

  test('fills are cut out where a stricter zone lies, outlines are whole', () => {
    const rings = (source: string): number => {
      const geometry = features(picture, source)[0]!.geometry
      return geometry.type === 'MultiPolygon' ? geometry.coordinates[0]!.length : 0
    }
    expect(rings('zones-controlled')).toBeGreaterThan(1)
    expect(layer(picture, 'zones-controlled-outline').type).toBe('line')
    expect(features(picture, 'zones-controlled-outline')).toHaveLength(1)
  })

  test('large layers are tiles, not feature lists', () => {
    expect(picture.sources.compounds!.type).toBe('tiles')
    expect(picture.sources.cases!.type).toBe('tiles')
  })

  test('time is one filter on the global state', () => {
    expect(layer(picture, 'case-dots')).toHaveProperty('filter', [
      '<=',
      ['get', 'day'],
      ['global-state', 'day'],
    ])
  })

  test('every length and every label grows with k', () => {
    const twice = pictureOf(facts, aView({ k: 2 }))
    expect(layer(twice, 'border-district').paint).toHaveProperty('line-width', 3.6)
    expect(layer(picture, 'border-district').paint).toHaveProperty('line-width', 1.8)
  })
})

describe('M9 what is shown depends on how close one is', () => {
  const count = (over: Partial<MapViewState>, source: string): number =>
    features(pictureOf(facts, aView(over)), source).length
  const kinds = (over: Partial<MapViewState>): string[] => [
    ...new Set(pictureOf(facts, aView(over)).labels.map(({ kind }) => kind)),
  ]

  test('gaps and gateways at every scale, other crossings from the wall on', () => {
    expect(count({ band: 'district' }, 'gaps')).toBe(count({ band: 'street' }, 'gaps'))
    expect(count({ band: 'district' }, 'crossings')).toBe(6)
    expect(count({ band: 'wall' }, 'crossings')).toBeGreaterThan(6)
  })

  test('villages are named from the town band on, or on a wall of double density; compounds close up', () => {
    expect(kinds({ band: 'wall' })).not.toContain('village')
    expect(kinds({ band: 'wall', density: 2 })).toContain('village')
    expect(kinds({ band: 'town' })).toContain('village')
    expect(kinds({ band: 'town' })).not.toContain('compound')
    expect(kinds({ band: 'street' })).toContain('compound')
  })

  test('close up, hatches are soft and callouts give way to chips', () => {
    const close = pictureOf(facts, aView({ band: 'street' }))
    expect(layer(close, 'zones-controlled').paint).toHaveProperty('fill-pattern', 'hatch/controlled-close')
    expect(kinds({ band: 'street' })).not.toContain('callout')
    expect(kinds({ band: 'street' })).toContain('zoneCode')
  })

  test('close up, cases that lie at one spot are a disc of their number, single ones a dot, and the legend says so', () => {
    const day = new Int32Array([1, 1, 1, 1])
    const at = (lonLat: number[]): MapPicture => {
      const caseDots = { ...facts.survey!.caseDots, lonLat: new Float64Array(lonLat), day }
      return pictureOf({ ...facts, survey: { ...facts.survey!, caseDots } }, aView({ band: 'street' }))
    }
    const stacked = at([113, 23, 113, 23, 113, 23, 113.01, 23])
    expect(features(stacked, 'discs')).toMatchObject([{ geometry: { coordinates: [113, 23] } }])
    const counts = stacked.labels.filter(({ kind }) => kind === 'count')
    expect(counts.map(({ lines }) => lines[0]!.text)).toEqual(['3'])
    expect(stacked.legend).toContainEqual(
      expect.objectContaining({ id: 'cases', sign: expect.objectContaining({ kind: 'disc' }) }),
    )
    const apart = at([113, 23, 113.01, 23, 113.02, 23, 113.03, 23])
    expect(features(apart, 'discs')).toEqual([])
    const free = (apart.obstacles ?? []).filter(({ kind }) => kind === 'disc')
    expect(free.map(({ position }) => position)).toContainEqual([113.02, 23])
    expect(apart.legend.map(({ id }) => id)).toContain('cases')
  })

  test('a level that is switched off leaves layers, labels and legend', () => {
    const without = pictureOf(facts, aView({ hidden: new Set<LayerGroup>(['sealed']) }))
    expect(ids(without).some((id) => id.includes('sealed'))).toBe(false)
    expect(without.legend.map(({ id }) => id)).not.toContain('sealed')
    expect(without.labels.some(({ bar }) => bar === 'sealed')).toBe(false)
  })

  test('the legend names what is drawn and nothing else', () => {
    const legend = (given: MapFacts): string[] => pictureOf(given, aView()).legend.map(({ id }) => id)
    expect(legend(facts)).toEqual([
      'sealed',
      'controlled',
      'precaution',
      'cases',
      'crossing',
      'gap',
      'gateway',
      'quarantine',
      'hospital',
      'silent',
    ])
    expect(
      legend({ ...facts, survey: null, coverage: null, register: { ...facts.register, facilities: [] } }),
    ).toEqual([])
  })

  test('the road-class filter takes crossings of other classes away', () => {
    expect(count({ roadClasses: new Set(['primary']) }, 'crossings')).toBe(0)
    expect(count({ roadClasses: new Set(['secondary']) }, 'crossings')).toBe(count({}, 'crossings'))
  })

  test('close up, the crossings of the selected zone are numbered as in its list', () => {
    const selection = { selected: { kind: 'zone', id: '管01' } as const, hovered: null }
    const picture = pictureOf(facts, aView({ band: 'street', layout: 'desk', selection }))
    const images = [...features(picture, 'crossings'), ...features(picture, 'gaps')].map(
      (f) => f.properties!.image,
    )
    expect(images).toContain('symbol/numbered/1/guarded')
    expect(images).toContain('symbol/numbered/2/gap')
  })
})

describe('M10 symbols say the state of their hour', () => {
  test('a site is full from 97 %, and has no bar where occupancy is not known', () => {
    const picture = pictureOf(facts, aView())
    const image = (id: string) =>
      features(picture, 'sites').find((f) => f.properties!.id === id)!.properties!.image
    expect(image('Q1')).toBe('symbol/site/quarantine/1')
    expect(image('Q0')).toBe('symbol/site/quarantine/0.4')
    expect(features(pictureOf({ ...facts, survey: null }, aView()), 'sites')[0]!.properties!.image).toBe(
      'symbol/site/quarantine',
    )
  })

  test('a crossing of which nobody knows whether it is guarded has a sign and words of its own', () => {
    const perimeter = facts.coverage!.perimeter!.map((line) => ({
      ...line,
      crossings: line.crossings.map((crossing) => ({ ...crossing, state: null })),
      ...{ guarded: null, unguarded: null, closed: null },
    }))
    const unheld = { ...facts, coverage: { ...facts.coverage!, perimeter } }
    const zone = perimeter.find(({ kind }) => kind === 'zone')!
    const selection = { selected: { kind: 'zone' as const, id: zone.id }, hovered: null }
    const picture = pictureOf(unheld, aView({ layout: 'desk', band: 'street', selection }))
    const images = features(picture, 'crossings').map(({ properties }) => String(properties!.image))
    expect(images).toContain('symbol/numbered/1/unknown')
    expect(images.filter((image) => image.includes('guarded') || image === 'symbol/crossing')).toEqual([])
    expect(features(picture, 'gaps')).toEqual([])
    const told = picture.legend.filter(({ id }) => ['crossing', 'unknown', 'gap'].includes(id))
    expect(told.map(({ id, text }) => [id, text])).toEqual([['unknown', '出入口，是否值守未知']])
  })

  test('a crossing shared by two zones is drawn once, and a gap in one of them stays a gap', () => {
    const zone = facts.coverage!.perimeter!.find(
      ({ unguarded, kind }) => kind === 'zone' && (unguarded ?? 0) > 0,
    )!
    const other = {
      ...zone,
      id: 'other',
      crossings: zone.crossings.map((c) => ({ ...c, state: 'guarded' as const })),
    }
    const drawn = distinctCrossings([zone, other])
    expect(drawn).toHaveLength(zone.crossings.length)
    expect(drawn.filter(({ crossing }) => crossing.state === 'unguarded')).toHaveLength(1)
    expect(distinctCrossings([other, zone])).toEqual(drawn)
  })

  test('M41 gaps of one zone that would be named alike are named once, with how many they are', () => {
    const zone = facts.coverage!.perimeter!.find(
      ({ unguarded, kind }) => kind === 'zone' && (unguarded ?? 0) > 0,
    )!
    const gap = zone.crossings.find(({ state }) => state === 'unguarded')!
    const at = (lon: number, road: string | null) => ({ ...gap, road, position: [lon, 31] as never })
    const line = { ...zone, crossings: [at(120.1, null), at(120.2, null), at(120.3, '环城路')] }
    const coverage = {
      ...facts.coverage!,
      perimeter: [line, { ...line, id: 'other', crossings: [at(120.4, null)] }],
    }
    const view = aView({ layout: 'desk', band: 'street' })
    const named = pictureOf({ ...facts, coverage }, view).labels.filter(({ id }) => id.startsWith('gap/'))
    expect(named.map(({ lines, positions }) => [lines[0]!.text, positions.length]).sort()).toEqual([
      ['无卡点 2 处', 2],
      ['无卡点', 1],
      ['环城路 无卡点', 1],
    ])
  })

  test('M42 of more than eight gaps each zone bears one mark with their number, in its callout or on its ground', () => {
    const survey = facts.survey!
    const line = facts.coverage!.perimeter!.find(
      ({ kind, crossings }) => kind === 'zone' && crossings.length > 0,
    )!
    const gapsIn = (zone: string, count: number, from: number) =>
      Array.from({ length: count }, (_, i) => ({
        zone,
        town: null,
        crossing: {
          ...line.crossings[0]!,
          state: 'unguarded' as const,
          position: [119 + from + i / 100, 31] as never,
        },
      }))
    const precaution = survey.zones.find(({ level }) => level === 'precaution')!.id
    const withGaps = (sealed: number): MapFacts => {
      const gaps = [...gapsIn('封01', sealed, 0), ...gapsIn(precaution, 3, 1)]
      const crossingsOf = (id: string) =>
        gaps.filter(({ zone }) => zone === id).map(({ crossing }) => crossing)
      const perimeter = ['封01', precaution].map((id) => ({ ...line, id, crossings: crossingsOf(id) }))
      return {
        ...facts,
        survey: { ...survey, perimeter: { ...survey.perimeter!, gaps } },
        coverage: { ...facts.coverage!, perimeter },
      }
    }
    const drawn = (sealed: number, over: Partial<MapViewState> = {}) => {
      const picture = pictureOf(withGaps(sealed), aView({ callout: ({ name }) => [name, ''], ...over }))
      const marked = picture.labels.flatMap(({ id, lines }) => (lines[0]!.gaps ? [[id, lines[0]!.gaps]] : []))
      return { single: features(picture, 'gaps').length, marked, picture }
    }
    expect(drawn(5)).toMatchObject({ single: 8, marked: [] })
    const many = drawn(6)
    expect([many.single, many.marked]).toEqual([
      0,
      [
        ['callout/封01', 6],
        [`gaps/${precaution}`, 3],
      ],
    ])
    expect(many.picture.legend.find(({ id }) => id === 'gap')!.text).toBe('无卡点（该区处数）')
    expect(many.picture.labels.find(({ id }) => id === 'callout/封01')!.lines[0]!.note).toMatch(/^\d+ 例$/)
    expect(drawn(6, { scale: 130, band: 'town' })).toMatchObject({ single: 9, marked: [] })
    expect(drawn(6, { hidden: new Set(['sealed']) }).single, 'a zone that is not drawn bears no mark').toBe(9)
  })

  test('callouts follow the state: approved, awaiting approval, plain', () => {
    const labels = pictureOf(facts, aView()).labels.filter(({ kind }) => kind === 'callout')
    const standing = Object.fromEntries(labels.map(({ id, standing }) => [id, standing]))
    expect(standing).toMatchObject({
      'callout/封06': 'approved',
      'callout/封03': 'toApprove',
      'callout/封01': 'plain',
    })
    expect(labels.find(({ id }) => id === 'callout/封01')!.lines[1]!.text).toBe('条件未满足：269 人未采样')
    expect(Object.keys(standing)).toContain('callout/管03')
    expect(Object.keys(standing)).not.toContain('callout/管02')
  })

  test('for the public zones bear their codes, and no state or reason of any', () => {
    for (const band of ['district', 'wall', 'town', 'street'] as const) {
      const labels = pictureOf(facts, aView({ band, isPublic: true })).labels
      expect(labels.filter(({ kind }) => kind === 'callout')).toEqual([])
      expect(labels.filter(({ id }) => id === 'zone/封01')).toHaveLength(1)
      expect(JSON.stringify(labels)).not.toMatch(/未满足|未采样|最早|批准|待审批/)
    }
  })

  test('text of a pack stays text: a name with markup is a label like any other', () => {
    const name = '<img src=x onerror=alert(1)>'
    const places = facts.register.places.map((place) => (place.code === 'T1' ? { ...place, name } : place))
    const label = pictureOf({ ...facts, register: { ...facts.register, places } }, aView()).labels.find(
      ({ id }) => id === 'town/T1',
    )
    expect(label!.lines[0]!.text).toBe(name)
  })
})

describe('M11 cases', () => {
  test('columns hold the reported cases with a position, and the day of the pack’s zone', () => {
    const columns = caseColumns(facts.register)
    expect(columns.lonLat.length).toBe(80)
    expect(columns.properties.day![0]).toBe(Date.parse('2022-05-12T00:00:00Z') / 86_400_000)
    expect(caseColumns(facts.register)).toBe(columns)
  })

  test('gathered discs lose no case and do not touch, whatever the scale', () => {
    const dots = facts.survey!.caseDots
    for (const scale of [500, 5000, 50_000, 5e6]) {
      const { discs } = gatherDiscs(dots, scale, 690)
      expect(discs.reduce((sum, { count }) => sum + count, 0)).toBe(dots.day.length)
    }
    expect(gatherDiscs(dots, 1, 690).discs).toHaveLength(1)
    const { discs, unit } = gatherDiscs(dots, 2000, 690)
    for (const [i, one] of discs.entries())
      for (const other of discs.slice(i + 1)) {
        const shrink = Math.cos((one.position[1] * Math.PI) / 180)
        const [dx, dy] = [(one.position[0] - other.position[0]) * shrink, one.position[1] - other.position[1]]
        expect(Math.hypot(dx, dy) * 2000).toBeGreaterThan(
          discRadius(one.count, unit) + discRadius(other.count, unit),
        )
      }
  })

  test('M11 beside discs others stand alone or are counted in the one that they would touch', () => {
    const at = (x: number, count: number): { position: [number, number]; count: number } => ({
      ...{ position: [x, 0], count },
    })
    const scale = { perDegree: 100, unit: 3 }
    expect(withOthers([at(0, 9)], [at(1, 4), at(0.05, 2)], scale)).toEqual([at(0, 11), at(1, 4)])
    expect(withOthers([], [at(1, 4)], scale)).toEqual([at(1, 4)])
  })

  test('M11 of sealed discs those that would hide a number are one, those whose rims meet stay two; none is lost', () => {
    const at = (lon: number, count: number) => ({ position: [lon, 0] as const, count })
    const scale = { perDegree: 100, unit: 3 }
    // radii 9 and 6: numbers stay free from a way of 15 / 1.35 = 11.1 px on
    expect(unhidden([at(0, 9), at(0.12, 4)], scale)).toEqual([at(0, 9), at(0.12, 4)])
    expect(unhidden([at(0.1, 4), at(0, 9)], scale)).toEqual([at(0, 13)])
  })

  test('M25 discs are area-true at every count, and the largest is at most a twelfth of the short side', () => {
    for (const most of [1, 19, 350, 13_326])
      for (const short of [200, 690, 2000]) {
        const unit = discUnit(most, short)
        expect(2 * discRadius(most, unit)).toBeLessThanOrEqual(short / 12 + 1e-9)
        for (const count of [1, 2, 7, 104, 1213])
          expect(discRadius(count, unit) ** 2 / discRadius(1, unit) ** 2).toBeCloseTo(count, 6)
      }
    const unit = discUnit(13_326, 696)
    expect([13_326, 1213, 113].map((count) => Math.round(discRadius(count, unit) * 10) / 10)).toEqual([
      29, 8.7, 2.7,
    ])
  })

  test('M25 every counted case is in a disc: those in no zone in discs of their own, in one scale; the legend has the largest', () => {
    const lonLat = new Float64Array([113, 23, 113.5, 23, 113.5, 23, 113.9, 23.2])
    const day = new Int32Array(4)
    const caseDots = {
      lonLat,
      day,
      community: new Uint8Array(4),
      ground: Uint8Array.of(1, 0, 0, 2),
      unplaced: Int32Array.of(3),
    }
    const zones = facts.survey!.zones.map((zone, i) => ({ ...zone, cases: i === 0 ? 95 : 0 }))
    for (const band of ['district', 'wall', 'town'] as const) {
      const picture = pictureOf({ ...facts, survey: { ...facts.survey!, zones, caseDots } }, aView({ band }))
      const discs = features(picture, 'discs').map(({ properties }) => properties!)
      expect(discs.map(({ isHollow }) => isHollow)).toEqual([false, true])
      const sign = picture.legend.find(({ id }) => id === 'cases')!.sign
      const sizes = sign.kind === 'disc' ? sign.sizes! : []
      expect(sizes[0]!.count).toBe(95)
      expect(sizes[0]!.radius).toBeCloseTo(Math.max(...discs.map(({ radius }) => radius as number)), 9)
      expect(2 * sizes[0]!.radius).toBeLessThanOrEqual(690 / 12 + 1e-9)
      expect(picture.legend.map(({ id }) => id)).toContain('casesOutside')
      expect(features(picture, 'unplaced')).toHaveLength(1)
    }
  })

  test('M11 an unplaced case is a dashed ring at every zoom, and never a dot or a disc', () => {
    const dots = { ...facts.survey!.caseDots, ground: new Uint8Array(80).fill(2) }
    dots.unplaced = Int32Array.from({ length: 80 }, (_, i) => i)
    for (const band of ['district', 'street'] as const) {
      const picture = pictureOf({ ...facts, survey: { ...facts.survey!, caseDots: dots } }, aView({ band }))
      expect(features(picture, 'unplaced').length).toBeGreaterThan(0)
      expect(picture.legend.map(({ id }) => id)).toContain('unplaced')
      const { cases } = picture.sources
      expect(
        cases!.type === 'tiles' && cases!.columns.kind === 'points' && cases!.columns.lonLat.length,
      ).toBe(0)
    }
    const street = pictureOf(
      { ...facts, survey: { ...facts.survey!, caseDots: dots } },
      aView({ band: 'street' }),
    )
    expect(features(street, 'discs')).toEqual([])
  })

  test('M25 a number stands in a disc that is as wide as it where its digits end', () => {
    const least = (text: string): number => {
      let tenths = 10
      while (!holdsNumber(tenths / 10, text, 14)) tenths++
      return tenths / 10
    }
    expect(['8', '34', '434', '1,395', '13,326'].map(least)).toEqual([7, 8.5, 11.7, 16.6, 20])
  })

  test('M25 the legend has three round sizes, drawn in the scale of the map', () => {
    const sizes = discSizes([{ position: [0, 0], count: 350 }], 1.2)
    expect(sizes.map(({ count }) => count)).toEqual([350, 150, 50])
    for (const { count, radius } of sizes) expect(radius).toBeCloseTo(1.2 * Math.sqrt(count), 9)
    expect(discSizes([{ position: [0, 0], count: 1 }], 3.4).map(({ count }) => count)).toEqual([1])
  })
})

test('M27 up to eight silent villages are outlined; of more their towns say how many of how many', () => {
  const { register, survey } = facts
  const villages = register.places.filter(({ kind, shape }) => kind === 'village' && shape)
  const town = villages[0]!.parent!
  const silentOf = (count: number): MapFacts => ({
    ...facts,
    survey: {
      ...survey!,
      towns: [{ code: town, silent: count } as NonNullable<MapFacts['survey']>['towns'][number]],
      reporting: {
        ...survey!.reporting!,
        silentNames: Array.from({ length: count }, (_, i) => {
          const { code, name } = villages[i % villages.length]!
          return { code, name, town: null }
        }),
      },
    },
  })
  const tags = (count: number): string[] =>
    pictureOf(silentOf(count), aView()).labels.flatMap(({ lines }) =>
      lines.filter(({ framed }) => framed).map(({ text }) => text),
    )
  const words = (count: number): number =>
    pictureOf(silentOf(count), aView()).labels.filter(({ id }) => id.startsWith('silent/')).length
  expect(tags(8)).toEqual([])
  expect(words(8)).toBeGreaterThan(0)
  const due = register.places.filter(({ kind, parent }) => kind === 'village' && parent === town).length
  expect(tags(9)).toEqual([`未报 9/${due}`])
  expect(words(9)).toBe(0)
})

test('M28 the pointer draws a line and no fill', () => {
  const zone = facts.survey!.zones[0]!.id
  const hovered = { selected: null, hovered: { kind: 'zone' as const, id: zone } }
  const [plain, under] = [pictureOf(facts, aView()), pictureOf(facts, aView({ selection: hovered }))]
  const fills = (picture: MapPicture): string[] =>
    picture.layers.filter(({ spec }) => spec.type === 'fill').map(({ spec }) => JSON.stringify(spec))
  expect(fills(under)).toEqual(fills(plain))
  const hover = under.layers.filter(({ spec }) => 'source' in spec && spec.source === 'hovered')
  expect(hover.map(({ spec }) => spec.type)).toEqual(['line'])
})

test('M28 without rules a zone is drawn by its line, and the legend says that its level is not known', () => {
  const survey = facts.survey!
  const zones = survey.zones.map((zone) => ({ ...zone, level: 'unranked', rank: 0 }))
  const without = { ...survey, zones, levels: [], policy: { ...survey.policy, id: '' } }
  const picture = pictureOf({ ...facts, survey: without }, aView())
  expect(picture.layers.map(({ spec }) => spec.id)).toContain('zones-plain')
  expect(picture.legend.map(({ text }) => text)).toContain('分区，级别未知')
  expect(pictureOf(facts, aView()).layers.map(({ spec }) => spec.id)).not.toContain('zones-plain')
})

test('road classes fall into five weights; links go with their road, tracks are paths', () => {
  expect(
    ['motorway', 'motorway_link', 'trunk', 'secondary', 'residential', 'track', 'footway'].map(weightOf),
  ).toEqual(['expressway', 'expressway', 'national', 'provincial', 'minor', 'path', 'path'])
})

test('short dates', () => {
  expect([shortDate('2022-05-28', 'zh'), shortDate('2022-05-28T08:00:00+08:00', 'en')]).toEqual([
    '5/28',
    '28 May',
  ])
})

test('M25 a signal is a dashed ring with its people inside; on a disc of cases it goes round it, and both numbers stay', () => {
  const survey = facts.survey!
  const withSignal = (position: readonly [number, number]): MapFacts => {
    const open = {
      ...{ id: 's1', kind: 'pooled', at: '2022-05-27T13:00', place: null, position, tubes: 1, people: 20 },
      ...{ dueAt: null, overMinutes: null, zones: [], awaitsCase: null },
    }
    return {
      ...facts,
      survey: { ...survey, signals: { open: [open], people: 20, isAtLeast: false } },
    } as unknown as MapFacts
  }
  const ringOf = (position: readonly [number, number]) => {
    const picture = pictureOf(withSignal(position), aView({ band: 'desk' } as never))
    const [ring] = features(picture, 'signal-rings')
    const { coordinates } = ring!.geometry as unknown as { coordinates: [number, number][][] }
    const lats = coordinates[0]!.map(([, lat]) => lat)
    const label = picture.labels.find(({ id }) => id === 'count/signal/s1')!
    const wide = Math.max(...lats) - Math.min(...lats)
    return {
      wide,
      middle: (Math.max(...lats) + Math.min(...lats)) / 2,
      filled: features(picture, 'signal-grounds').length,
      label,
    }
  }
  const zone = survey.zones.find(({ cases, caseCentre }) => cases > 0 && caseCentre !== null)!
  const [lng, lat] = zone.caseCentre!
  const [alone, on] = [ringOf([lng + 3, lat + 3]), ringOf([lng + 1e-5, lat])]
  expect([alone.filled, alone.label.radius, alone.label.lines[0]!.text]).toEqual([1, undefined, '20'])
  expect([on.filled, on.label.lines[0]!.text]).toEqual([0, '20'])
  expect(on.label.radius).toBeGreaterThanOrEqual(12)
  expect(on.wide).toBeGreaterThanOrEqual(alone.wide)
  expect(on.middle).toBeCloseTo(lat, 3)
})

test('M67 of a shape whose parts lie over each other no edge within it is drawn, filled twice or selected', () => {
  const square = (x: number, y: number, side: number) =>
    Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y)
  const [first, ...others] = facts.register.places
  const at = facts.register.places.findIndex(({ kind, shape }) => kind === 'village' && shape)
  const [x, y] = facts.register.places[at]!.shape![0]![0]!
  const parts = [[square(x!, y!, 0.01)], [square(x! + 0.005, y! + 0.005, 0.01)]]
  const places = [first!, ...others].map((place, i) => (i === at ? { ...place, shape: parts } : place))
  const { code } = places[at]!
  const picture = pictureOf(
    { ...facts, register: { ...facts.register, places } },
    aView({ selection: { selected: { kind: 'place', id: code }, hovered: null } }),
  )
  const [selected] = features(picture, 'selected')
  expect(selected!.geometry).toMatchObject({ type: 'MultiPolygon' })
  const { coordinates } = selected!.geometry as GeoJSON.MultiPolygon
  expect(coordinates.length).toBe(1)
  // the corners of the two squares that lie in neither, and where their lines meet
  expect(coordinates[0]!.map((ring) => ring.length)).toEqual([9])
})
