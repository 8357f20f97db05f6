import { describe, expect, test } from 'vitest'
import { pictureOf } from '../../../src/layers/compose'
import { keptPictures } from '../../../src/layers/keep'
import type { LayerGroup, MapFacts, MapTarget, MapViewState } from '../../../src/layers/part'
import { sameData } from '../../../src/layers/shapes/same-data'
import { mapDistrict } from '../../helpers/map-district'
import { type Random, seeded } from '../../helpers/seeded'

const facts: MapFacts = { ...mapDistrict(), assess: null }
const zones = facts.survey!.zones.map(({ id }): MapTarget => ({ kind: 'zone', id }))
const GROUPS: readonly LayerGroup[] = ['sealed', 'controlled', 'cases', 'gaps', 'towns', 'backdrop', 'silent']

const aView: MapViewState = {
  ...{ theme: 'dark', k: 1, band: 'wall', scale: 55, short: 690, layout: 'desk', locale: 'zh' },
  ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null },
  ...{ density: 1, caseWindowDays: null },
}

/** What comes from a worker: the same facts in arrays of their own. */
const answeredAgain = (before: MapFacts): MapFacts => ({
  ...structuredClone({ survey: before.survey, coverage: before.coverage, assess: before.assess }),
  register: before.register,
})

/** The view or the facts with one thing changed, as a hand, a slider or a camera changes them. */
function moved(
  [facts, view]: readonly [MapFacts, MapViewState],
  random: Random,
): readonly [MapFacts, MapViewState] {
  const target = random.chance(0.3) ? null : zones[random.between(0, zones.length - 1)]!
  switch (random.between(0, 6)) {
    case 0:
      return [facts, { ...view, selection: { ...view.selection, hovered: target } }]
    case 1:
      return [facts, { ...view, selection: { ...view.selection, selected: target } }]
    case 2: {
      const hidden = new Set(view.hidden)
      const group = GROUPS[random.between(0, GROUPS.length - 1)]!
      if (!hidden.delete(group)) hidden.add(group)
      return [facts, { ...view, hidden }]
    }
    case 3:
      return [
        facts,
        { ...view, band: (['district', 'wall', 'town', 'street'] as const)[random.between(0, 3)]! },
      ]
    case 4:
      return [facts, { ...view, locale: view.locale === 'zh' ? 'en' : 'zh' }]
    case 5:
      return [answeredAgain(facts), view]
    default: {
      const survey = facts.survey!
      const fewer = { ...survey, zones: survey.zones.filter(() => random.chance(0.9)) }
      return [{ ...facts, survey: fewer }, view]
    }
  }
}

describe('M60 pictures one after the other', () => {
  test('are those that are made from nothing, whatever was moved between', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed)
      const kept = keptPictures()
      let now: readonly [MapFacts, MapViewState] = [facts, aView]
      for (let step = 0; step < 25; step++) {
        expect(kept(...now)).toEqual(pictureOf(...now))
        now = moved(now, random)
      }
    }
  })

  test('the pointer makes nothing anew but the line under it', () => {
    const kept = keptPictures()
    const before = kept(facts, aView)
    const hovering = { ...aView, selection: { selected: null, hovered: zones[0]! } }
    const after = kept(facts, hovering)
    expect(after.labels).toBe(before.labels)
    expect(after.obstacles).toBe(before.obstacles)
    const renewed = Object.keys(after.sources).filter((id) => after.sources[id] !== before.sources[id])
    expect(renewed.sort()).toEqual(['hovered', 'selected'])
    expect(kept(facts, { ...hovering, selection: { ...hovering.selection } })).toBe(after)
  })

  test('an answer in arrays of its own makes no ground of a zone anew', () => {
    const before = pictureOf(facts, aView)
    const after = pictureOf(answeredAgain(facts), aView)
    const features = (picture: typeof before) =>
      Object.values(picture.sources).flatMap((source) =>
        source.type === 'geojson' && source.promoteId === 'id' ? source.data.features : [],
      )
    const grounds = features(before).filter(({ geometry }) => geometry.type === 'MultiPolygon')
    expect(grounds.length).toBeGreaterThan(5)
    for (const ground of grounds) expect(features(after)).toContain(ground)
  })
})

test('M60 values are the same by what they hold', () => {
  const value = { a: [1, Number.NaN, 'x'], b: Float64Array.of(1, 2), c: { d: null } }
  expect(sameData(value, structuredClone(value))).toBe(true)
  for (const other of [
    { ...value, a: [1, Number.NaN] },
    { ...value, b: Float64Array.of(1, 3) },
    { ...value, b: [1, 2] },
    { ...value, c: { d: undefined } },
    { ...value, c: { e: null } },
    { ...value, e: 1 },
    null,
    'x',
  ])
    expect(sameData(value, other)).toBe(false)
})
