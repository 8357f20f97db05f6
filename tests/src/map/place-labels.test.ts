import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelKind, LabelRequest } from '../../../src/layers/part'
import {
  type Box,
  inRings,
  inside,
  overlaps,
  segmentDistance,
  segmentMeets,
} from '../../../src/map/labels/box'
import { LABEL_ORDER, placeLabels } from '../../../src/map/labels/place'
import type { Measure, PlacedLabel, Scene } from '../../../src/map/labels/screen'
import { sizeOf } from '../../../src/map/labels/size'

const measure: Measure = (text, { size, spacing }) => [...text].length * size * (1 + spacing)
const FRAME: Box = [0, 0, 1000, 800]

function aLabel(id: string, kind: LabelKind, over: Partial<LabelRequest> = {}): LabelRequest {
  return {
    id,
    kind,
    positions: [[0, 0]],
    lines: [{ text: '文昌街道', size: 15, weight: 700, colour: 'ink' }],
    rank: 0,
    ...over,
  }
}

const aScene = (over: Partial<Scene>): Scene => ({
  labels: [],
  obstacles: [],
  zones: [],
  frame: FRAME,
  k: 1,
  measure,
  ...over,
})

const spot = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 800 }) })
const scenes = fc
  .record({
    labels: fc.array(
      fc.record({
        at: spot,
        kind: fc.constantFrom<LabelKind>(
          'callout',
          'gap',
          'town',
          'shield',
          'village',
          'compound',
          'zoneCode',
        ),
        text: fc.string({ minLength: 1, maxLength: 8 }),
        rank: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 40 },
    ),
    gaps: fc.array(spot, { maxLength: 8 }),
    sites: fc.array(spot, { maxLength: 8 }),
    k: fc.constantFrom(1, 2),
  })
  .map(({ labels, gaps, sites, k }): Scene => {
    const box = ({ x, y }: { x: number; y: number }): Box => [x - 10 * k, y - 10 * k, x + 10 * k, y + 10 * k]
    return aScene({
      k,
      labels: labels.map(({ at, kind, text, rank }, i) => ({
        request: aLabel(`${kind}/${i}`, kind, {
          rank,
          lines: [{ text, size: 13, weight: 400, colour: 'ink' }],
        }),
        points: [[at.x, at.y]],
      })),
      obstacles: [
        ...gaps.map((gap) => ({ kind: 'gap' as const, box: box(gap) })),
        ...sites.map((site) => ({ kind: 'site' as const, box: box(site) })),
      ],
    })
  })

const boxOf = (placed: readonly PlacedLabel[], id: string): Box | undefined =>
  placed.find(({ request }) => request.id === id)?.box

describe('M3 labels never overlap and a callout never covers a gap', () => {
  test('whatever is asked for, no two labels overlap, and none leaves the frame', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const placed = placeLabels(scene)
        for (const [i, one] of placed.entries()) {
          expect(inside(one.box, FRAME)).toBe(true)
          for (const other of placed.slice(i + 1)) expect(overlaps(one.box, other.box)).toBe(false)
        }
      }),
      { seed: 20220527, numRuns: 150 },
    )
  })

  test('no label covers the symbol of a gap, and no name lies on a leader', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const placed = placeLabels(scene)
        const gaps = scene.obstacles.filter(({ kind }) => kind === 'gap')
        for (const { box } of placed) for (const gap of gaps) expect(overlaps(box, gap.box)).toBe(false)
        const leaders = placed.flatMap(({ leader }) => (leader ? [leader] : []))
        for (const { box, request } of placed)
          if (request.kind !== 'callout')
            for (const leader of leaders) expect(segmentMeets(...leader, box)).toBe(false)
      }),
      { seed: 20220527, numRuns: 150 },
    )
  })

  test('the same scene in another order gives the same labels in the same places', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const turned = { ...scene, labels: [...scene.labels].reverse() }
        const sorted = (placed: PlacedLabel[]) =>
          placed.map(({ request, box }) => `${request.id} ${box}`).sort()
        expect(sorted(placeLabels(turned))).toEqual(sorted(placeLabels(scene)))
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})

describe('M4 who matters more is served first, and what does not fit is dropped', () => {
  test('a callout is served before a town, and a town before the village on the same spot', () => {
    const labels = (['village', 'town', 'callout'] as const).map((kind) => ({
      request: aLabel(kind, kind),
      points: [[500, 400] as const],
    }))
    const placed = placeLabels(aScene({ labels }))
    expect(placed.map(({ request }) => request.kind)).toEqual(['callout', 'town'])
    expect(LABEL_ORDER.indexOf('gap')).toBeLessThan(LABEL_ORDER.indexOf('town'))
  })

  test('M69 the word of a silent village stands beside the ring where an unplaced row may be', () => {
    const word = aLabel('silent/1', 'gap', {
      lines: [{ text: '未报', size: 15, weight: 700, colour: 'flag' }],
    })
    const ring = { kind: 'ring' as const, box: [495, 395, 505, 405] as Box }
    const at = (obstacles: Scene['obstacles']): Box =>
      boxOf(
        placeLabels(aScene({ labels: [{ request: word, points: [[500, 400]] }], obstacles })),
        'silent/1',
      )!
    expect(overlaps(at([]), ring.box)).toBe(true)
    expect(overlaps(at([ring]), ring.box)).toBe(false)
  })

  test('a village without room is left out, and nothing is shrunk', () => {
    const request = aLabel('v', 'village')
    const wall: Box = [300, 300, 700, 500]
    const placed = placeLabels(
      aScene({ labels: [{ request, points: [[500, 400]] }], obstacles: [{ kind: 'site', box: wall }] }),
    )
    expect(placed).toEqual([])
    const free = placeLabels(aScene({ labels: [{ request, points: [[500, 400]] }] }))[0]!
    const [w, h] = sizeOf(request, 1, measure)
    expect([free.box[2] - free.box[0], free.box[3] - free.box[1]]).toEqual([w, h])
  })

  test('a callout keeps off a zone that it could lie on', () => {
    const zone = Float64Array.from([500, 300, 700, 300, 700, 500, 500, 500, 500, 300])
    const labels = [{ request: aLabel('c', 'callout'), points: [[510, 400] as const] }]
    const box = boxOf(placeLabels(aScene({ labels, zones: [[zone]] })), 'c')!
    expect(overlaps(box, [500, 300, 700, 500])).toBe(false)
  })

  test('a road shield goes on to the next point of its road when the first is taken', () => {
    const labels = [{ request: aLabel('s', 'shield'), points: [[200, 200] as const, [600, 600] as const] }]
    const obstacles = [{ kind: 'site' as const, box: [180, 180, 220, 220] as Box }]
    expect(placeLabels(aScene({ labels, obstacles }))[0]!.position).toBe(1)
  })
})

describe('M26 names lie in their place or have a leader to it', () => {
  const square = (x: number, y: number, side: number): Float64Array =>
    Float64Array.from([x, y, x + side, y, x + side, y + side, x, y + side, x, y])
  const towns = fc.array(
    fc.record({
      x: fc.integer({ min: 60, max: 880 }),
      y: fc.integer({ min: 60, max: 680 }),
      side: fc.integer({ min: 8, max: 200 }),
    }),
    { minLength: 1, maxLength: 25 },
  )

  test('whatever the size of the towns: a name within, or a leader that begins in its town and meets no other name', () => {
    fc.assert(
      fc.property(towns, fc.constantFrom('town' as const, 'village' as const), (grounds, kind) => {
        const labels = grounds.map(({ x, y, side }, i) => ({
          request: aLabel(`${kind}/${i}`, kind),
          points: [[x + side / 2, y + side / 2] as const],
          ground: () => [square(x, y, side)],
        }))
        const placed = placeLabels(aScene({ labels }))
        for (const one of placed) {
          const { x, y, side } = grounds[Number(one.request.id.split('/')[1])]!
          const [left, top, right, bottom] = one.box
          const middle = [(left + right) / 2, (top + bottom) / 2] as const
          const lies = middle[0] >= x && middle[0] <= x + side && middle[1] >= y && middle[1] <= y + side
          if (!lies) {
            expect(kind, 'a village is left out rather than drawn out').toBe('town')
            expect(one.leader![0]).toEqual([x + side / 2, y + side / 2])
          }
          if (kind === 'town' && !one.leader) expect(lies).toBe(true)
          for (const other of placed) {
            if (other === one) continue
            expect(overlaps(one.box, other.box)).toBe(false)
            if (one.leader) expect(segmentMeets(...one.leader, other.box)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a town too small for its name is named all the same', () => {
    const [placed] = placeLabels(
      aScene({
        labels: [
          { request: aLabel('town/1', 'town'), points: [[500, 400]], ground: () => [square(490, 390, 20)] },
        ],
      }),
    )
    expect(placed!.leader![0]).toEqual([500, 400])
    expect(overlaps(placed!.box, [490, 390, 510, 410])).toBe(false)
  })

  test('no leader passes over a disc; one whose town has its middle under a disc begins beside it', () => {
    const disc: Box = [440, 340, 560, 460]
    const [placed, covered] = placeLabels(
      aScene({
        labels: [
          { request: aLabel('town/1', 'town'), points: [[540, 400]], ground: () => [square(530, 390, 20)] },
          { request: aLabel('town/2', 'town'), points: [[550, 400]], ground: () => [square(535, 385, 30)] },
          { request: aLabel('town/3', 'town'), points: [[500, 400]], ground: () => [square(490, 390, 20)] },
        ],
        obstacles: [{ kind: 'disc', box: disc }],
      }),
    ).filter(({ request }) => request.id !== 'town/1')
    const [from, to] = placed!.leader!
    expect(
      segmentDistance(...covered!.leader!, [500, 400]),
      'one all under a disc begins at its rim',
    ).toBeGreaterThan(58)
    expect(inRings([square(535, 385, 30)], ...from)).toBe(true)
    expect(segmentDistance(from, to, [500, 400])).toBeGreaterThanOrEqual(60)
  })

  test('a number that does not fit its disc stands beside it', () => {
    const count = aLabel('count/0', 'count', {
      radius: 4,
      lines: [{ text: '12', size: 12, weight: 600, colour: 'ink' }],
    })
    const [placed] = placeLabels(
      aScene({
        labels: [{ request: count, points: [[300, 300]] }],
        obstacles: [{ kind: 'disc', box: [294, 294, 306, 306] }],
      }),
    )
    expect(overlaps(placed!.box, [294, 294, 306, 306])).toBe(false)
  })

  test('M25 where discs stand on all sides of a large one, its number stands off a corner, clear of every rim', () => {
    const around: Box[] = [
      [340, 290, 360, 310],
      [240, 290, 260, 310],
      [290, 240, 310, 260],
      [290, 340, 310, 360],
    ]
    const own: Box = [276, 276, 324, 324]
    const count = aLabel('count/0', 'count', {
      radius: 22,
      lines: [{ text: '1,395', size: 12, weight: 600, colour: 'ink' }],
    })
    const obstacles = [own, ...around].map((box) => ({ kind: 'disc' as const, box }))
    const [placed] = placeLabels(
      aScene({ labels: [{ request: count, points: [[300, 300]] }], obstacles, measure: () => 31 }),
    )
    expect(placed).toBeDefined()
    const [left, top, right, bottom] = placed!.box
    for (const [x0, y0, x1, y1] of [own, ...around]) {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
      const away = Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0))
      expect(away).toBeGreaterThanOrEqual((x1 - x0) / 2)
    }
  })

  test('M25 a number whose disc bears a symbol in its middle stands beside the disc, else in it', () => {
    const lines = [{ text: '34', size: 12, weight: 600, colour: 'caseInk' }] as const
    const beside = aLabel('count/0', 'count', { lines, radius: 13 })
    const count = aLabel('count/0', 'count', { lines, beside })
    const disc: Box = [287, 287, 313, 313]
    const boxOf = (kind: 'gap' | 'site' | 'disc', at: Box): Box =>
      placeLabels(
        aScene({
          labels: [{ request: count, points: [[300, 300]] }],
          obstacles: [
            { kind: 'disc', box: disc },
            { kind, box: at },
          ],
        }),
      )[0]!.box
    for (const kind of ['gap', 'site'] as const)
      expect(overlaps(boxOf(kind, [294, 296, 312, 314]), disc), kind).toBe(false)
    expect(overlaps(boxOf('disc', [294, 296, 312, 314]), disc)).toBe(true)
    expect(overlaps(boxOf('gap', [315, 296, 333, 314]), disc)).toBe(true)
  })

  test('M26 the leader of a callout whose zone lies under a disc begins at the rim, not on the number', () => {
    const scene = aScene({
      labels: [{ request: aLabel('a', 'callout', { code: 'a' }), points: [[500, 400]] }],
      obstacles: [{ kind: 'disc', box: [490, 380, 530, 420] }],
    })
    const [{ leader }] = placeLabels(scene) as [PlacedLabel]
    const away = Math.hypot(leader![0][0] - 510, leader![0][1] - 400)
    expect(away).toBeGreaterThanOrEqual(20)
    expect(away).toBeLessThan(24)
  })

  test('M26 a zone whose code and name fit nowhere has its code', () => {
    const zone = aLabel('zone/0', 'zoneCode', {
      code: '封07',
      lines: [{ text: '封07 水上社区北苑片区', size: 12.5, weight: 700, colour: 'ink' }],
    })
    const shownAt = (x: number) =>
      placeLabels(aScene({ labels: [{ request: zone, points: [[x, 300]] }] })).map(
        ({ request }) => request.lines[0]!.text,
      )
    expect(shownAt(400)).toEqual(['封07 水上社区北苑片区'])
    expect(shownAt(aScene({}).frame[0] + 40)).toEqual(['封07'])
  })

  test.each([
    ['zoneCode', '封07'],
    ['gap', '未报'],
  ] as const)(
    'M26 a %s lies on its ground or at its middle; where another thing stands there, it has a leader',
    (kind, text) => {
      const request = aLabel('own', kind, {
        code: text,
        lines: [{ text, size: 15, weight: 700, colour: 'ink' }],
      })
      const placedOn = (side: number, ...taken: Box[]) =>
        placeLabels(
          aScene({
            labels: [
              {
                request,
                points: [[500, 400]],
                ground: () => [square(500 - side / 2, 400 - side / 2, side)],
              },
            ],
            obstacles: taken.map((box) => ({ kind: 'gap' as const, box })),
          }),
        )[0]!
      const mark: Box = [480, 388, 520, 412]
      expect(placedOn(12).leader, 'smaller than itself').toBeNull()
      expect(overlaps(placedOn(12).box, [494, 394, 506, 406])).toBe(true)
      expect(placedOn(120, mark).leader, 'room beside the mark on its ground').toBeNull()
      const out = placedOn(12, mark)
      expect(out.leader![0], 'drawn out of ground that the mark fills').toEqual([500, 400])
      expect(overlaps(out.box, mark)).toBe(false)
    },
  )

  test('M25 the number of a large disc comes before the names of towns, of a small one after them', () => {
    const placedOf = (radius: number) => {
      const box: [number, number, number, number] = [300 - radius, 290 - radius, 300 + radius, 290 + radius]
      const count = aLabel('count/0', 'count', {
        radius,
        lines: [{ text: '1,234', size: 12, weight: 600, colour: 'ink' }],
      })
      const labels = [
        { request: aLabel('town/0', 'town'), points: [[300, 300] as [number, number]] },
        { request: count, points: [[300, 290] as [number, number]] },
      ]
      return placeLabels(aScene({ labels, obstacles: [{ kind: 'disc', box }] })).map(
        ({ request }) => request.id,
      )
    }
    expect(placedOf(13)[0]).toBe('count/0')
    expect(placedOf(4)[0]).toBe('town/0')
  })
})
