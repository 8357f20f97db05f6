import { describe, expect, test } from 'vitest'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { crossings } from '../../../geo/geometry/roads/crossings'

const ring = (...flat: number[]): Float64Array => Float64Array.from(flat)
const SQUARE: Shape = [[ring(0, 0, 4, 0, 4, 4, 0, 4, 0, 0)]]
const HOLED: Shape = [[SQUARE[0]![0]!, ring(1, 1, 1, 3, 3, 3, 3, 1, 1, 1)]]
const TWO: Shape = [[ring(0, 0, 2, 0, 2, 2, 0, 2, 0, 0)], [ring(2, 2, 4, 2, 4, 4, 2, 4, 2, 2)]]
/** two parts that share a border, as members of a zone may come */
const UNJOINED: Shape = [[ring(0, 0, 2, 0, 2, 4, 0, 4, 0, 0)], [ring(2, 0, 4, 0, 4, 4, 2, 4, 2, 0)]]

const kinds = (road: number[], shape: Shape): string[] =>
  crossings(ring(...road), shape).map(({ kind, position }) => `${kind} ${position.join(' ')}`)

describe('what is a crossing', () => {
  test.each<[string, number[], Shape, string[]]>([
    ['straight in', [-1, 2, 2, 2], SQUARE, ['cross 0 2']],
    ['straight through', [-1, 2, 5, 2], SQUARE, ['cross 0 2', 'cross 4 2']],
    ['through a vertex of the outline', [-1, -1, 1, 1], SQUARE, ['cross 0 0']],
    ['with a vertex on the outline', [-1, 2, 0, 2, 2, 3], SQUARE, ['cross 0 2']],
    ['corner to corner', [0, 0, 4, 4], SQUARE, []],
    ['a touch from outside', [-1, 1, 0, 2, -1, 3], SQUARE, []],
    ['a touch from inside', [1, 1, 0, 2, 1, 3], SQUARE, []],
    ['past a corner', [-1, 1, 1, -1], SQUARE, []],
    ['ending on the line', [-1, 2, 0, 2], SQUARE, []],
    ['never near', [8, 8, 9, 9], SQUARE, []],
    ['a run', [-1, 1, 0, 1, 0, 3, 1, 3], SQUARE, ['run 0 1']],
    [
      'a run the other way is placed where it first meets the line',
      [1, 3, 0, 3, 0, 1, -1, 1],
      SQUARE,
      ['run 0 3'],
    ],
    ['a run in one straight piece', [0, -1, 0, 5], SQUARE, []],
    ['a run round the corner', [-1, 1, 0, 1, 0, 0, 2, 0, 2, 1], SQUARE, ['run 0 1']],
    ['in, on, in', [1, 1, 0, 1, 0, 3, 1, 3], SQUARE, []],
    ['out, on, out', [-1, 1, 0, 1, 0, 3, -1, 3], SQUARE, []],
    ['starting on the line', [0, 1, 0, 3, 1, 3], SQUARE, []],
    ['into a hole', [0.5, 2, 2, 2], HOLED, ['cross 1 2']],
    ['inside to inside through the point where two parts touch', [1, 1, 3, 3], TWO, []],
    ['outside to outside through that point', [1, 3, 3, 1], TWO, []],
    ['over a border between two parts', [1, 2, 3, 2], UNJOINED, []],
    ['a vertex twice', [-1, 2, 0, 2, 0, 2, 2, 3], SQUARE, ['cross 0 2']],
    ['nothing to cross', [-1, 2, 2, 2], [], []],
  ])('X3 %s', (_, road, shape, expected) => {
    expect(kinds(road, shape)).toEqual(expected)
  })

  test.each<[string, number[], string[]]>([
    ['beginning on the line, inside first', [0, 2, 2, 1, 2, 5, -2, 5, 0, 2], ['cross 2 4', 'cross 0 2']],
    ['beginning in a run', [0, 2, 0, 3, 2, 3, 2, 6, -2, 6, -2, 1, 0, 1, 0, 2], ['cross 2 4', 'run 0 1']],
    ['round the zone', [-1, -1, 5, -1, 5, 5, -1, 5, -1, -1], []],
    ['the zone itself', [0, 0, 4, 0, 4, 4, 0, 4, 0, 0], []],
  ])('X4 a closed road, %s, has an even number', (_, road, expected) => {
    expect(kinds(road, SQUARE)).toEqual(expected)
  })

  test('X3 a gap of one rounding step is a gap: no tolerance', () => {
    const below = -5e-324
    expect(kinds([1, below, 3, below], SQUARE)).toEqual([])
    expect(kinds([1, -1, 2, 0, 3, -1], SQUARE)).toEqual([])
    expect(kinds([1, -1, 2, 1e-300, 3, -1], SQUARE)).toHaveLength(2)
  })
})
