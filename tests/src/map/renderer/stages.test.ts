import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, test, vi } from 'vitest'
import { pictureOf } from '../../../../src/layers/compose'
import type { MapFacts, MapViewState } from '../../../../src/layers/part'
import { Resting } from '../../../../src/map/renderer/resting'
import { nextStage, programOf } from '../../../../src/map/renderer/stages'
import { mapDistrict } from '../../../helpers/map-district'

const facts: MapFacts = { ...mapDistrict(), assess: null }
const view: MapViewState = {
  ...{ theme: 'dark', k: 1, band: 'wall', scale: 55, short: 690, layout: 'desk', locale: 'zh' },
  ...{ selection: { selected: null, hovered: null }, hidden: new Set(), roadClasses: null },
  ...{ density: 1, caseWindowDays: null },
}

describe('M61 a first picture comes program by program', () => {
  const whole = pictureOf(facts, view)

  test('each stage has the layers of one program more, in their order, and the last is the picture', () => {
    const known = new Set<string>()
    const stages = [nextStage(whole, known)]
    while (stages.at(-1) !== whole) stages.push(nextStage(whole, known))
    expect(stages.length).toBeGreaterThan(4)
    const order = whole.layers.map(({ spec }) => spec.id)
    const programs = stages.map(({ layers }) => new Set(layers.map(({ spec }) => programOf(spec))).size)
    expect(programs).toEqual(programs.map((_, i) => i + 1))
    for (const { layers } of stages) {
      const ids = layers.map(({ spec }) => spec.id)
      expect(ids).toEqual(order.filter((id) => ids.includes(id)))
    }
  })

  test('a picture that known programs draw comes at once', () => {
    const known = new Set<string>()
    while (nextStage(whole, known) !== whole);
    const other = pictureOf(facts, { ...view, hidden: new Set(['backdrop', 'gaps']) })
    expect(nextStage(other, known)).toBe(other)
  })

  test('dashes, patterns and what comes from the data are programs of their own', () => {
    const line = (paint: object): LayerSpecification => ({ id: 'a', type: 'line', source: 'a', paint })
    const plain = programOf(line({ 'line-color': '#000' }))
    expect(programOf(line({ 'line-color': '#fff', 'line-width': 3 }))).toBe(plain)
    expect(programOf(line({ 'line-dasharray': [1, 2] }))).not.toBe(plain)
    expect(programOf(line({ 'line-width': ['get', 'widthM'] }))).not.toBe(plain)
  })
})

describe('M62 what is dear to make rests until another wants it', () => {
  test('one of each kind, and the next takes it', () => {
    const ended: string[] = []
    const resting = new Resting<string>((value) => ended.push(value))
    expect(resting.take('a')).toBeNull()
    resting.rest('a', 'first')
    resting.rest('a', 'second')
    resting.rest('b', 'third')
    expect(ended).toEqual(['second'])
    expect([resting.take('a'), resting.take('a'), resting.take('b')]).toEqual(['first', null, 'third'])
  })

  test('after a minute it is ended, once', () => {
    vi.useFakeTimers()
    const ended: string[] = []
    const resting = new Resting<string>((value) => ended.push(value))
    resting.rest('a', 'first')
    resting.rest('b', 'taken')
    resting.take('b')
    vi.advanceTimersByTime(61_000)
    expect([ended, resting.take('a')]).toEqual([['first'], null])
    vi.useRealTimers()
  })
})
