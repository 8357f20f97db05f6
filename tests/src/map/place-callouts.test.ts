import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabelRequest } from '../../../src/layers/part'
import { type Box, segmentMeets } from '../../../src/map/labels/box'
import { placeCallouts } from '../../../src/map/labels/callout'
import { placeLabels } from '../../../src/map/labels/place'
import type { Measure, PlacedLabel, Scene } from '../../../src/map/labels/screen'
import { discIn, passesOver } from '../../../src/map/labels/taken'
import { placeCalloutsSlowly } from '../../helpers/labels/slow-callouts'

const measure: Measure = (text, { size }) => [...text].length * size
const FRAME: Box = [0, 0, 1000, 800]
const aCallout = (id: string, rank = 0): LabelRequest => ({
  ...{ id, kind: 'callout', positions: [[0, 0]], rank, code: id },
  lines: [{ text: `封${id}`, size: 15, weight: 700, colour: 'ink' }],
})
const spot = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 800 }))
const box = (reach: number) =>
  spot.map(([x, y]): Box => [x - reach, y - reach * 0.7, x + reach, y + reach * 0.7])
const scenes = fc.record({
  callouts: fc.array(spot, { minLength: 1, maxLength: 14 }),
  obstacles: fc.array(
    fc.record({ box: box(11), kind: fc.constantFrom('gap', 'disc', 'site', 'crossing', 'ring') }),
    {
      maxLength: 60,
    },
  ),
  zones: fc.array(
    box(70).map(([l, t, r, b]) => [Float64Array.of(l, t, r, t, r, b, l, b)]),
    { maxLength: 12 },
  ),
  words: fc.array(box(20), { maxLength: 6 }),
  k: fc.constantFrom(1, 2),
})
const sceneOf = ({
  callouts,
  obstacles,
  zones,
  k,
}: Omit<typeof scenes extends fc.Arbitrary<infer T> ? T : never, 'words'>): Scene => ({
  labels: callouts.map((at, i) => ({ request: aCallout(String(i)), points: [at] })),
  ...{ obstacles: obstacles as Scene['obstacles'], zones, frame: FRAME, k, measure },
})

test('M29 by the grid every callout stands where looking at everything puts it', () => {
  fc.assert(
    fc.property(scenes, (made) => {
      const scene = sceneOf(made)
      const ground = { scene, words: made.words }
      expect(placeCallouts(scene.labels, ground)).toEqual(placeCalloutsSlowly(scene.labels, ground))
    }),
    { numRuns: 60, seed: 20_221_129 },
  )
})

test('M29 no callout lies on the leader of another, however near their zones are', () => {
  fc.assert(
    fc.property(scenes, (made) => {
      const scene = sceneOf(made)
      const placed = placeCallouts(scene.labels, { scene, words: made.words })
      for (const one of placed)
        for (const other of placed)
          if (one !== other) expect(segmentMeets(...one.leader!, other.box)).toBe(false)
    }),
    { numRuns: 60, seed: 20_221_130 },
  )
})

test('M29 a leader goes round a disc where there is a place without one', () => {
  const discs = Array.from({ length: 21 }, (_, at): Scene['obstacles'][number] => {
    const angle = ((at - 10) / 24) * 2 * Math.PI
    const [x, y] = [500 + 14 * Math.cos(angle), 400 + 14 * Math.sin(angle)]
    return { kind: 'disc', box: [x - 5, y - 5, x + 5, y + 5] }
  })
  const scene = sceneOf({ callouts: [[500, 400]], obstacles: discs as never, zones: [], k: 1 })
  const [{ leader }] = placeCallouts(scene.labels, { scene, words: [] }) as [PlacedLabel]
  expect(discs.filter(({ box }) => passesOver(leader!, discIn(box)))).toEqual([])
})

test('M29 more zones than can be read: so many callouts, then codes, then counts, and none is left out', () => {
  const many = Array.from({ length: 400 }, (_, i): [number, number] => [
    20 + (i % 20) * 50,
    20 + Math.floor(i / 20) * 40,
  ])
  const scene = sceneOf({ callouts: many, obstacles: [], zones: [], k: 1 })
  const placed = placeLabels(scene)
  const callouts = placed.filter(({ request }) => request.kind === 'callout')
  const chips = placed.filter(({ request }) => request.kind === 'zoneCode')
  const more = chips.map(({ request }) => Number(request.lines[0]!.text.split('+')[1] ?? 0))
  expect(callouts.length).toBeGreaterThan(8)
  expect(callouts.length).toBeLessThanOrEqual(33)
  expect(chips.length).toBeGreaterThan(20)
  expect(callouts.length + chips.length + more.reduce((sum, n) => sum + n, 0)).toBe(400)
})

test('M29 a callout that would take more than two fifths of the width names its zone by the code alone', () => {
  const named = (name: string): PlacedLabel => {
    const lines = [
      { text: name, size: 15, weight: 700, colour: 'ink' },
      { text: '达标', size: 12.5, weight: 600, colour: 'ink2' },
    ] as const
    const scene = sceneOf({ callouts: [[500, 400]], obstacles: [], zones: [], k: 1 })
    const request = { ...aCallout('1'), code: 'S-1', lines }
    return placeLabels({ ...scene, labels: [{ request, points: [[500, 400]] }] })[0]!
  }
  expect(named('S-1 河湾村').request.lines[0]!.text).toBe('S-1 河湾村')
  expect(named('S-1 名字很长很长很长很长很长很长很长很长很长很长很长很长的分区').request.lines).toMatchObject(
    [{ text: 'S-1', size: 15 }, { text: '达标' }],
  )
})

test('M29 a few without room for their callouts keep their codes', () => {
  const near = Array.from({ length: 9 }, (_, i): [number, number] => [100 + i * 100, 400])
  const scene = sceneOf({ callouts: near, obstacles: [], zones: [], k: 1 })
  const narrow = { ...scene, frame: [0, 388, 1000, 412] as Box }
  const told = placeLabels(narrow).map(({ request }) => `${request.kind} ${request.lines[0]!.text}`)
  expect(told.filter((text) => text.startsWith('zoneCode'))).toEqual(near.map((_, i) => `zoneCode ${i}`))
})
