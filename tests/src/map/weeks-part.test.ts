import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { SurveyWeeks } from '#geo'
import { apartUnit, type Disc, discRadius } from '../../../src/layers/cases/discs'
import { pictureOf } from '../../../src/layers/compose'
import type { MapFacts, MapViewState } from '../../../src/layers/part'
import { rateClass } from '../../../src/layers/weeks/weeks'
import { dotsBitmap } from '../../../src/map/hatch'
import { RATE_FILLS, THEMES } from '../../../src/ui/tokens'
import { mapDistrict } from '../../helpers/map-district'

const district = mapDistrict()
const [first, second, third] = district.register.places.filter(
  ({ kind, shape }) => kind === 'village' && shape,
)
const weeks: SurveyWeeks = {
  days: { from: '2022-05-20', to: '2022-05-26' },
  daysBefore: { from: '2022-05-13', to: '2022-05-19' },
  ...{ towns: [], townless: null, whole: { week: 49, before: 40, people: null, total: 90 } },
  villages: [
    { code: first!.code, week: 4, people: 1000 },
    { code: second!.code, week: 15, people: 5000 },
    { code: third!.code, week: 30, people: null },
  ],
  hotspots: [
    {
      ...{ code: first!.code, name: '', towns: [], villages: 2 },
      week: 40,
      before: 9,
      centre: [120.01, 31.01],
    },
    {
      ...{ code: second!.code, name: '', towns: [], villages: 1 },
      week: 9,
      before: 9,
      centre: [120.05, 31.01],
    },
  ],
}
const facts: MapFacts = { ...district, assess: null, survey: { ...district.survey!, zones: [], weeks } }
const view: MapViewState = {
  ...{ theme: 'dark', k: 1, band: 'wall', scale: 55, short: 690, layout: 'wall', locale: 'zh' },
  ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null, density: 1 },
  caseWindowDays: null,
}

describe('the map of a wall without zones', () => {
  test('M50 five fills by cases for 10,000, lower bound included; few cases and unknown people have no rate', () => {
    expect([29, 30, 59, 60, 119, 120, 5000].map((rate) => rateClass(rate, 10_000))).toEqual([
      0, 1, 1, 2, 2, 3, 3,
    ])
    expect([rateClass(4, 100), rateClass(5, 100), rateClass(50, null), rateClass(50, 0)]).toEqual([
      -1, 3, -1, -1,
    ])
    const picture = pictureOf(facts, view)
    const { data } = picture.sources.weeks as { data: FeatureCollection }
    expect(
      Object.fromEntries(data.features.map(({ properties }) => [properties!.code, properties!.rate])),
    ).toEqual({
      [first!.code]: -1,
      [second!.code]: 1,
      [third!.code]: -1,
    })
    expect(picture.legend.filter(({ id }) => id.startsWith('weeks')).map(({ text }) => text)).toEqual([
      ...['近 7 日每万人（例），按村社', '0', '1–4 例或人口未知，不算率'],
      ...['30 以下', '30–60', '60–120', '120 及以上'],
    ])
  })

  test('M64 every fill is a colour of its own layer: it is painted before the renderer has drawn', () => {
    const { layers } = pictureOf(facts, view)
    const fills = layers
      .filter(({ spec }) => /^weeks-\d$/.test(spec.id))
      .map(({ spec }) => spec.paint as object)
    expect(fills).toHaveLength(4)
    for (const fill of fills) expect(Object.values(fill)).toEqual([expect.stringMatching(/^#/)])
  })

  test('M50 only on a wall and only where there are weeks', () => {
    expect(pictureOf(facts, { ...view, layout: 'desk' }).sources.weeks).toBeUndefined()
    expect(pictureOf({ ...facts, survey: district.survey }, view).sources.weeks).toBeUndefined()
  })

  test('M50 each fill is lighter than the one before, and the dots are opaque', () => {
    const light = (hex: string): number => Number.parseInt(hex.slice(3, 5), 16)
    const fills = [THEMES.dark.land, ...RATE_FILLS].map(light)
    expect(fills).toEqual([...fills].sort((a, b) => a - b))
    expect(new Set(fills).size).toBe(5)
    const { data } = dotsBitmap(THEMES.dark, { scale: 2, ratio: 2 })
    const pixels = Array.from({ length: data.length / 4 }, (_, at) => [data[4 * at + 1], data[4 * at + 3]])
    expect(pixels.every(([, alpha]) => alpha === 255)).toBe(true)
    expect(new Set(pixels.map(([green]) => green)).size).toBeGreaterThan(2)
  })

  test('M51 no village is named where they are filled by their cases', () => {
    const named = (own: MapFacts): number =>
      pictureOf(own, { ...view, band: 'town' as never, scale: 120 }).labels.filter(
        ({ kind }) => kind === 'village',
      ).length
    expect(named(facts)).toBe(0)
    expect(named({ ...facts, survey: { ...facts.survey!, weeks: null } })).toBeGreaterThan(0)
  })

  test('M51 discs are the hotspots under their numbers, and hide no number of another', () => {
    const picture = pictureOf(facts, view)
    const counts = picture.labels.filter(({ kind }) => kind === 'count')
    expect(counts.map(({ lines }) => lines[0]!.text)).toEqual(['1', '2'])
    expect(picture.legend.find(({ id }) => id === 'cases')!.text).toBe('聚集，近 7 日（例）')
    const discs: Disc[] = [
      { position: [120, 31], count: 350 },
      { position: [120.004, 31], count: 150 },
    ]
    for (const perDegree of [500, 2000, 9000, 1e6]) {
      const unit = apartUnit(discs, perDegree, 690)
      expect(2 * discRadius(350, unit)).toBeLessThanOrEqual(690 / 12 + 1e-9)
      expect(discRadius(350, unit)).toBeLessThan(0.004 * Math.cos((31 * Math.PI) / 180) * perDegree)
    }
    expect(
      pictureOf(
        { ...facts, survey: { ...facts.survey!, weeks: { ...weeks, hotspots: null } } },
        view,
      ).legend.find(({ id }) => id === 'cases')!.text,
    ).toContain('累计')
  })
})
