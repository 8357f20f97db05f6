import { describe, expect, test } from 'vitest'
import type { Policy } from '#geo'
import { areaM2 } from '../../../geo/geometry/rings/area'
import type { Shape } from '../../../geo/geometry/rings/shape'
import { groundOf } from '../../../geo/zones/ground/ground'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'
import { randomOf } from '../../helpers/random-log'

const policy = {
  levels: [
    { id: 'sealed', rank: 3 },
    { id: 'controlled', rank: 2 },
    { id: 'precaution', rank: 1 },
    { id: 'normal', rank: 0 },
  ],
} as unknown as Policy
const on = (facts: ReturnType<typeof aFacts>, day = '2022-05-10') =>
  groundOf(facts, moment(day).at, () => policy)

describe('ground of zones', () => {
  test('Z1 with members the shape is their union, and a drawn line serves only members without polygon', () => {
    const places = [
      aPlace({ code: 'A', shape: box(113, 31, 113.01, 31.01) }),
      aPlace({ code: 'B', shape: box(113.01, 31, 113.02, 31.01) }),
      aPlace({ code: 'C' }),
    ]
    const drawn = box(113.05, 31, 113.06, 31.01)
    const both = on(
      aFacts({ places, zones: [aZone({ id: 'z', from: '2022-05-01', members: ['A', 'B'], drawn })] }),
    )
    expect(both[0]!.areaM2).toBeCloseTo(areaM2(box(113, 31, 113.02, 31.01)), 1)
    const three = on(
      aFacts({ places, zones: [aZone({ id: 'z', from: '2022-05-01', members: ['A', 'B', 'C'], drawn })] }),
    )
    expect(three[0]!.areaM2).toBeCloseTo(areaM2(box(113, 31, 113.02, 31.01)) + areaM2(drawn), 1)
  })

  test('Z1 a member without polygon is the union of its children', () => {
    const places = [
      aPlace({ code: 'V', kind: 'village' }),
      aPlace({ code: 'A', parent: 'V', shape: box(113, 31, 113.01, 31.01) }),
    ]
    const ground = on(aFacts({ places, zones: [aZone({ id: 'z', from: '2022-05-01', members: ['V'] })] }))
    expect(ground[0]!.areaM2).toBeCloseTo(areaM2(box(113, 31, 113.01, 31.01)), 3)
  })

  test('Z2 a stricter zone is cut out of a weaker one and enclosed by it', () => {
    const inner = aZone({ id: 's', from: '2022-05-01', drawn: box(113.02, 31.02, 113.03, 31.03) })
    const outer = aZone({
      id: 'c',
      from: '2022-05-01',
      level: 'controlled',
      drawn: box(113, 31, 113.1, 31.1),
    })
    const [c, s] = on(aFacts({ zones: [inner, outer] }))
    expect(s!.enclosedBy).toBe('c')
    expect(c!.enclosedBy).toBeNull()
    expect(areaM2(c!.shape) + areaM2(s!.shape)).toBeCloseTo(areaM2(outer.drawn!), 0)
    expect(c!.shape[0]!.length).toBe(2)
  })

  test('Z2 the cut keeps every vertex of both lines: what touches a line touches what is left of it', () => {
    const next = randomOf(7)
    for (let round = 0; round < 60; round++) {
      const corner = (): [number, number] => [113 + 0.1 * next(), 31 + 0.1 * next()]
      const [a, b, c] = [corner(), corner(), corner()]
      const drawn: Shape = [[Float64Array.of(...a, ...b, ...c, ...a)]]
      const weaker = box(113.02, 31.02, 113.08, 31.08)
      const [left] = on(
        aFacts({
          zones: [
            aZone({ id: 's', from: '2022-05-01', drawn }),
            aZone({ id: 'c', from: '2022-05-01', level: 'controlled', drawn: weaker }),
          ],
        }),
      )
      for (const ring of left!.shape.flat())
        for (let i = 0; i < ring.length; i += 2) {
          const [x, y] = [ring[i]!, ring[i + 1]!]
          const isCorner = [a, b, c].some(([east, north]) => east === x && north === y)
          const isOnLine = [113.02, 113.08].includes(x) || [31.02, 31.08].includes(y)
          expect(isCorner || isOnLine, `${x} ${y} of round ${round}`).toBe(true)
        }
    }
  })

  test('Z2 more than half of the line decides: a third of it, and exactly half, do not', () => {
    const outer = aZone({
      id: 'c',
      from: '2022-05-01',
      level: 'controlled',
      drawn: box(113, 31, 113.1, 31.1),
    })
    const at = (west: number, south: number) =>
      on(
        aFacts({
          zones: [
            outer,
            aZone({ id: 's', from: '2022-05-01', drawn: box(west, south, west + 0.02, south + 0.02) }),
          ],
        }),
      )[1]!.enclosedBy
    expect(at(113.04, 31.04)).toBe('c')
    expect(at(113.085, 31.04)).toBe('c')
    expect(at(113.1, 31.04)).toBeNull()
    expect(at(113.095, 31.095)).toBeNull()
  })

  test('Z2 a hole that fits the stricter zone encloses it as well as overlap does', () => {
    const hole = box(113.04, 31.04, 113.05, 31.05)
    const drawn = [[box(113, 31, 113.1, 31.1)[0]![0]!, hole[0]![0]!]]
    const zones = [
      aZone({ id: 'c', from: '2022-05-01', level: 'controlled', drawn }),
      aZone({ id: 's', from: '2022-05-01', drawn: hole }),
    ]
    expect(on(aFacts({ zones })).map((zone) => zone.enclosedBy)).toEqual([null, 'c'])
  })

  test('Z2 the zone that holds the ground beside the line encloses, not the one behind it', () => {
    const zones = [
      aZone({ id: 'a-sealed', from: '2022-05-01', drawn: box(113.04, 31.04, 113.05, 31.05) }),
      aZone({
        id: 'b-controlled',
        from: '2022-05-01',
        level: 'controlled',
        drawn: box(113.02, 31.02, 113.07, 31.07),
      }),
      aZone({ id: 'c-rest', from: '2022-05-01', level: 'precaution', drawn: box(113, 31, 113.1, 31.1) }),
    ]
    expect(on(aFacts({ zones })).map((zone) => zone.enclosedBy)).toEqual(['b-controlled', 'c-rest', null])
  })

  test('Z2 a named parent encloses without any geometry; a parent that is not weaker does not', () => {
    const zones = [
      aZone({ id: 'c', from: '2022-05-01', level: 'controlled' }),
      aZone({ id: 's', from: '2022-05-01', parent: 'c' }),
      aZone({ id: 't', from: '2022-05-01', parent: 's' }),
    ]
    expect(on(aFacts({ zones })).map((zone) => zone.enclosedBy)).toEqual([null, 'c', null])
  })

  const levelsAt = (to: string, from: string, at: string): string[] => {
    const zones = [
      aZone({ id: 'z', from: '2022-05-01', to }),
      aZone({ id: 'z', from, level: 'controlled' }),
      aZone({ id: 'ended', from: '2022-05-01', to, level: 'precaution' }),
    ]
    return on(aFacts({ zones }), at).map((zone) => `${zone.id} ${zone.level}`)
  }

  test('Z3 a stay is in force from its first instant and no longer at its last', () => {
    const clock = (at: string): string[] => levelsAt('2022-05-10T08:00', '2022-05-10T08:00', at)
    expect(clock('2022-05-10T07:59')).toEqual(['ended precaution', 'z sealed'])
    expect(clock('2022-05-10T08:00')).toEqual(['z controlled'])
    expect(clock('2022-04-30')).toEqual([])
  })

  test('E3 a stay that begins or ends on a day does so after its 00:00, and two that follow are never both or neither', () => {
    const [day, midnight] = ['2022-05-10', '2022-05-10T00:00']
    expect(levelsAt(day, day, midnight)).toEqual(['ended precaution', 'z sealed'])
    expect(levelsAt(day, day, '2022-05-10T00:01')).toEqual(['z controlled'])
    expect(levelsAt(midnight, day, midnight)).toEqual(['z sealed'])
    expect(levelsAt(day, midnight, midnight)).toEqual(['ended precaution', 'z controlled'])
    expect(levelsAt(midnight, midnight, midnight)).toEqual(['z controlled'])
    expect(levelsAt(day, day, '2022-05-01T00:00')).toEqual([])
  })
})
