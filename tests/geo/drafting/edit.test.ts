import { describe, expect, test } from 'vitest'
import {
  areaM2,
  dividedMembers,
  insertVertex,
  lassoed,
  membersWithin,
  mergedMembers,
  moveVertex,
  removeVertex,
  roundLine,
  roundPositions,
  type Shape,
  splitShape,
  toggleMember,
  widened,
  withHole,
} from '#geo'
import { contains } from '../../../geo/geometry/rings/contains'
import { aFacts, aPlace, box, ring } from '../../helpers/facts'

const square = box(120, 31, 120.01, 31.01)
const spot = (vertex: number, polygon = 0, at = 0) => ({ polygon, ring: at, vertex })

describe('editing vertices', () => {
  test('B11 the first vertex moves with the one that closes the ring; the shape it came from stays', () => {
    const moved = moveVertex(square, spot(0), { to: [119.99, 30.99] })
    expect([...moved[0]![0]!]).toEqual([119.99, 30.99, 120.01, 31, 120.01, 31.01, 120, 31.01, 119.99, 30.99])
    expect(square[0]![0]![0]).toBe(120)
    expect(() => moveVertex(square, spot(4), { to: [0, 0] })).toThrow('0 … 3, got 4')
  })

  test('B11 a vertex shared by two polygons stays shared where that is asked for', () => {
    const two: Shape = [square[0]!, box(120.01, 31, 120.02, 31.01)[0]!]
    const together = moveVertex(two, spot(1), { to: [120.011, 31.001], together: true })
    expect([...together[1]![0]!.slice(0, 2)]).toEqual([120.011, 31.001])
    expect([...together[1]![0]!.slice(-2)]).toEqual([120.011, 31.001])
    const alone = moveVertex(two, spot(1), { to: [120.011, 31.001] })
    expect(alone[1]).toBe(two[1])
  })

  test('B11 a vertex put on an edge and taken off again leaves the ring as it was', () => {
    const more = insertVertex(square, spot(3), [120, 31.005])
    expect(more[0]![0]!.length).toBe(12)
    expect(areaM2(more)).toBeCloseTo(areaM2(square), 3)
    const less = removeVertex(more, spot(4))!
    expect([...less[0]![0]!]).toEqual([...square[0]![0]!])
  })

  test('B11 of a triangle no vertex can be taken, but a hole and a part can go', () => {
    const triangle: Shape = [[ring([120, 31, 120.01, 31, 120, 31.01, 120, 31])]]
    expect(removeVertex(triangle, spot(0))).toBeNull()
    const two: Shape = [...square, ...triangle]
    expect(removeVertex(two, spot(0, 1))).toEqual(square)
  })
})

describe('cutting by hand', () => {
  test('B12 a line that ends inside, or passes outside, parts nothing and says so', () => {
    const refused = { ok: false, reason: 'line-does-not-part' }
    expect(splitShape(square, Float64Array.from([119.9, 31.005, 120.005, 31.005]))).toEqual(refused)
    expect(splitShape(square, Float64Array.from([119, 30, 119.5, 30.5]))).toEqual(refused)
    expect(splitShape([], Float64Array.from([119, 30, 119.5, 30.5]))).toEqual({
      ok: false,
      reason: 'nothing-there',
    })
  })

  test('B12 a straight line, a line to and fro and a loop cut two, three and two parts', () => {
    const partsOf = (line: number[]): number => {
      const answer = splitShape(square, Float64Array.from(line))
      return answer.ok ? answer.value.length : 0
    }
    expect(partsOf([119.99, 31.005, 120.02, 31.005])).toBe(2)
    expect(partsOf([119.99, 31.002, 120.02, 31.002, 120.02, 31.008, 119.99, 31.008])).toBe(3)
    expect(
      partsOf([120.003, 31.003, 120.007, 31.003, 120.007, 31.007, 120.003, 31.007, 120.003, 31.003]),
    ).toBe(2)
    expect(partsOf([120, 31, 120.01, 31.01])).toBe(2)
  })

  test('B13 a hole lies wholly inside or is refused', () => {
    const holed = withHole(square, box(120.004, 31.004, 120.006, 31.006))
    expect(holed.ok && contains(holed.value, [120.005, 31.005])).toBe(false)
    expect(withHole(square, box(120.009, 31.004, 120.02, 31.006))).toEqual({
      ok: false,
      reason: 'hole-reaches-the-line',
    })
    expect(withHole(square, box(121, 31, 121.1, 31.1))).toEqual({ ok: false, reason: 'does-not-meet' })
  })

  test('B14 what lies within a distance of points, a line and a shape is as wide as asked', () => {
    const round = roundPositions(
      [
        [120, 31],
        [120.001, 31],
      ],
      500,
    )
    expect(round.ok && contains(round.value, [120.0005, 31.004])).toBe(true)
    const line = roundLine(Float64Array.from([120, 31, 120.02, 31]), 100)
    const lengthM = 1909
    expect(line.ok && areaM2(line.value) / (200 * lengthM + Math.PI * 1e4)).toBeCloseTo(1, 2)
    const narrower = widened(square, -5000)
    expect(narrower).toEqual({ ok: false, reason: 'nothing-left' })
    const spotted = roundLine(Float64Array.from([120, 31, 120, 31]), 100)
    expect(spotted.ok && areaM2(spotted.value)).toBeCloseTo(Math.PI * 1e4, -2)
  })
})

const cell = (code: string, parent: string, column: number) =>
  aPlace({ code, parent, shape: box(120 + 0.01 * column, 31, 120.01 + 0.01 * column, 31.01) })
const facts = aFacts({
  places: [
    aPlace({ code: 'v', kind: 'village' }),
    ...[0, 1, 2].map((i) => cell(`v${i}`, 'v', i)),
    aPlace({ code: 'w', kind: 'village' }),
    ...[3, 4].map((i) => cell(`w${i}`, 'w', i)),
  ],
})
const members = (...codes: string[]) => ({ kind: 'members' as const, codes })

describe('members', () => {
  test('B15 a part taken out of a larger member leaves its other parts; a larger one takes its parts in', () => {
    expect(toggleMember(facts, members('v'), 'v1').codes).toEqual(['v0', 'v2'])
    expect(toggleMember(facts, members('v0', 'w3'), 'v').codes).toEqual(['v', 'w3'])
    expect(toggleMember(facts, members('v0', 'w3'), 'w3').codes).toEqual(['v0'])
    expect(mergedMembers(facts, [members('v'), members('v1', 'w4')]).codes).toEqual(['v', 'w4'])
  })

  test('B15 a lasso takes what lies in it by more than half', () => {
    const lasso = box(120.004, 30.9, 120.026, 31.1)
    expect(membersWithin(facts, lasso, 'compound')).toEqual(['v0', 'v1', 'v2'])
    expect(membersWithin(facts, lasso, 'village')).toEqual(['v'])
    expect(lassoed(facts, members('w3'), { shape: lasso, kind: 'compound' }).codes).toEqual([
      'v0',
      'v1',
      'v2',
      'w3',
    ])
    expect(lassoed(facts, members('v'), { shape: lasso, kind: 'compound', remove: true }).codes).toEqual([])
  })

  test('B15 a split gives each member whole to the part with most of it, and names those it divides', () => {
    const parts = [box(120, 31, 120.013, 31.01), box(120.013, 31, 120.03, 31.01)]
    const answer = dividedMembers(facts, members('v0', 'v1', 'v2'), parts)
    expect(answer.parts).toEqual([['v0'], ['v1', 'v2']])
    expect(answer.divided).toEqual([{ code: 'v1', part: 1, share: expect.closeTo(0.7, 6) }])
  })
})
