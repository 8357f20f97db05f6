import { describe, expect, test } from 'vitest'
import { roadCrossings } from '../../../geo/coverage/passages'
import { perimeter } from '../../../geo/coverage/perimeter'
import { difference } from '../../../geo/geometry/overlay/overlay'
import { readAsOf } from '../../../geo/time/calendar'
import { aCheck, aFacility, aFacts, aRoad, box, moment, SHANGHAI } from '../../helpers/facts'

const asOf = readAsOf(SHANGHAI, '2022-05-27T14:00')!
const inner = box(113.01, 33.01, 113.02, 33.02)
const outer = box(113, 33, 113.03, 33.03)
const zone = (id: string, outline = inner, level = 'sealed') => ({ id, name: id, level, outline })
/** from the west through both zones to the east, through the middle of the inner one */
const through = aRoad([112.99, 33.015, 113.04, 33.015], { name: '幸福路', class: 'primary' })
const roads = (over = {}) =>
  aFacts({ stated: new Set(['roads', 'facilities', 'checks'] as const), roads: [through], ...over })
/** `metres` north of the western crossing of the inner zone */
const post = (metres: number, over = {}) =>
  aFacility({ id: `K${metres}`, kind: 'checkpoint', position: [113.01, 33.015 + metres / 110_930], ...over })
const seen = (checkpoint: string, missing: string | null = null) =>
  aCheck({ checkpoint, at: '2022-05-27T13:00', missing })
const west = (facts: ReturnType<typeof aFacts>) => {
  const [crossing] = perimeter(facts, [zone('S1')], { district: null, asOf }).perimeter![0]!.crossings
  return [crossing!.state, crossing!.post, crossing!.checkpoint]
}

describe('perimeter at an hour', () => {
  test('X8 roads not known: null, not an empty list', () => {
    expect(perimeter(aFacts(), [zone('S1')], { district: null, asOf })).toEqual({
      perimeter: null,
      total: null,
      distinct: [],
      endsAtLine: null,
    })
  })

  test('X8 no list of zones: no line is known but the one of the district, and no total', () => {
    const facts = roads()
    const untold = { ...facts, stated: new Set([...facts.stated].filter((list) => list !== 'zones')) }
    const none = perimeter(untold, [], { district: null, asOf })
    expect(none).toEqual({ perimeter: null, total: null, distinct: [], endsAtLine: null })
    const district = { id: 'D', name: '', outline: zone('S1').outline }
    const own = perimeter(untold, [], { district, asOf })
    expect(own.perimeter!.map(({ kind, crossings }) => [kind, crossings.length])).toEqual([['district', 2]])
    expect(own.total).toBeNull()
    expect(perimeter(untold, [zone('S1')], { district: null, asOf }).total).not.toBeNull()
  })

  test('X8 a list without zones: an empty list', () => {
    const facts = roads()
    const told = { ...facts, stated: new Set([...facts.stated, 'zones' as const]) }
    const answer = perimeter(told, [], { district: null, asOf })
    expect(answer).toEqual({
      perimeter: [],
      total: { guarded: 0, unguarded: 0, closed: 0 },
      distinct: [],
      endsAtLine: [],
    })
  })

  test('X8 a road that cuts the line, with its name, class and place', () => {
    const answer = perimeter(roads(), [zone('S1')], { district: null, asOf })
    expect(answer.perimeter).toHaveLength(1)
    const [one] = answer.perimeter!
    expect([one!.guarded, one!.unguarded, one!.closed]).toEqual([0, 2, 0])
    expect(one!.crossings[0]).toMatchObject({
      road: '幸福路',
      class: 'primary',
      kind: 'cross',
      state: 'unguarded',
      post: null,
      checkpoint: null,
    })
    expect(one!.crossings.map(({ position }) => position[0])).toEqual([113.01, 113.02])
  })

  const posts: [string, object, unknown[]][] = [
    [
      'on duty within the distance',
      { facilities: [post(49)], checks: [seen('K49')] },
      ['guarded', 'onDuty', 'K49'],
    ],
    ['beyond the distance', { facilities: [post(51)], checks: [seen('K51')] }, ['unguarded', null, null]],
    [
      'a role missing',
      { facilities: [post(10)], checks: [seen('K10', 'medic1')] },
      ['unguarded', 'short', 'K10'],
    ],
    ['empty', { facilities: [post(10)], checks: [seen('K10', 'all')] }, ['unguarded', 'empty', 'K10']],
    ['not looked at', { facilities: [post(10)] }, ['unguarded', 'noRecord', 'K10']],
    [
      'the manned one behind the empty one',
      { facilities: [post(5), post(20)], checks: [seen('K5', 'all'), seen('K20')] },
      ['guarded', 'onDuty', 'K20'],
    ],
    ['locked', { facilities: [post(10, { lockedHours: '13-15' })] }, ['closed', 'locked', 'K10']],
    ['a closed road', { roads: [{ ...through, closed: true }] }, ['closed', null, null]],
    [
      'a closed road with a manned post',
      { roads: [{ ...through, closed: true }], facilities: [post(10)], checks: [seen('K10')] },
      ['closed', 'onDuty', 'K10'],
    ],
    [
      'not yet posted',
      { facilities: [post(10, { from: moment('2022-05-28') })], checks: [seen('K10')] },
      ['unguarded', null, null],
    ],
    [
      'already withdrawn',
      { facilities: [post(10, { to: moment('2022-05-27T14:00') })], checks: [seen('K10')] },
      ['unguarded', null, null],
    ],
    [
      'something else stands there',
      { facilities: [post(10, { kind: 'testing' }), post(5_000)], checks: [seen('K10')] },
      ['unguarded', null, null],
    ],
    [
      'checks not known, shift planned',
      { stated: new Set(['roads', 'facilities']), facilities: [post(10, { shifts: '08-16 police1' })] },
      ['guarded', 'planned', 'K10'],
    ],
  ]
  test.each(posts)('X9 %s', (_, over, expected) => {
    expect(west(roads(over))).toEqual(expected)
  })

  test('X10 the rim of the hole is the line of both zones, and once in the total', () => {
    const answer = perimeter(roads(), [zone('S1'), zone('C1', difference(outer, inner), 'controlled')], {
      district: null,
      asOf,
    })
    expect(answer.perimeter!.map(({ id, unguarded }) => [id, unguarded])).toEqual([
      ['C1', 4],
      ['S1', 2],
    ])
    expect(answer.total).toEqual({ guarded: 0, unguarded: 4, closed: 0 })
    expect(answer.distinct.map(({ zones }) => zones.join('+')).sort()).toEqual(['C1', 'C1', 'C1+S1', 'C1+S1'])
  })

  test('X10 the district is listed and stays out of the total; two roads through one point are two', () => {
    const facts = roads({ roads: [through, { ...through, name: '另一条' }] })
    const district = { id: 'D', name: '澜溪区', outline: outer }
    const answer = perimeter(facts, [zone('S1')], { district, asOf })
    expect(answer.perimeter!.map(({ id, kind, unguarded }) => [id, kind, unguarded])).toEqual([
      ['D', 'district', 4],
      ['S1', 'zone', 4],
    ])
    expect(answer.total).toEqual({ guarded: 0, unguarded: 4, closed: 0 })
  })

  test('X11 where roads cut a line is found once and kept while the hour moves', () => {
    const facts = roads()
    expect(roadCrossings(facts.roads, inner)).toBe(roadCrossings(facts.roads, inner))
    expect(roadCrossings([...facts.roads], inner)).not.toBe(roadCrossings(facts.roads, inner))
  })
})

describe('roads that meet on the line', () => {
  const split = [
    aRoad([112.99, 33.015, 113.01, 33.015], { name: '西段' }),
    aRoad([113.01, 33.015, 113.015, 33.016], { name: '东段' }),
  ]
  const line = (over = {}) =>
    perimeter(roads({ roads: split, ...over }), [zone('S1')], { district: null, asOf })

  test('X12 a passage of two roads is counted, guarded and closed like one of one road', () => {
    const [open] = line().perimeter!
    expect([open!.unguarded, open!.crossings]).toMatchObject([
      1,
      [{ kind: 'join', road: '西段 / 东段', state: 'unguarded', position: [113.01, 33.015] }],
    ])
    const manned = line({ facilities: [post(20)], checks: [seen('K20')] })
    expect(manned.perimeter![0]!.crossings[0]).toMatchObject({ state: 'guarded', checkpoint: 'K20' })
    const shut = line({ roads: [{ ...split[0]!, closed: true }, split[1]!] })
    expect(shut.perimeter![0]!.closed).toBe(1)
  })

  test('X12 a passage that zones share counts once in the total', () => {
    const facts = roads({ roads: split })
    const shared = perimeter(facts, [zone('S1'), zone('S2')], { district: null, asOf })
    expect(shared.total).toEqual({ guarded: 0, unguarded: 1, closed: 0 })
    expect(shared.distinct.map(({ zones }) => zones)).toEqual([['S1', 'S2']])
  })

  test('X12 a node that zones share is in the total as loosely held as in any of them', () => {
    const facts = roads({
      roads: [
        aRoad([113.005, 33.005, 113.015, 33.015], { name: '甲', closed: true }),
        aRoad([113.005, 33.015, 113.01, 33.01], { name: '乙' }),
        aRoad([113.01, 33.01, 113.015, 33.005], { name: '丙' }),
      ],
    })
    const [west, north] = [box(113, 33, 113.01, 33.02), box(113.01, 33.01, 113.02, 33.02)]
    const { perimeter: lines, total } = perimeter(facts, [zone('S1', west), zone('S2', north)], {
      district: null,
      asOf,
    })
    const open = lines!.map(({ unguarded }) => unguarded!)
    expect(Math.max(...open)).toBe(1)
    expect(total!.unguarded).toBe(1)
  })

  test('X13 across a gap nobody guards, whoever stands there; a loose end is told and counts for nothing', () => {
    const gap = [split[0]!, aRoad([113.010002, 33.015, 113.015, 33.016])]
    const over = line({ roads: gap, facilities: [post(20)], checks: [seen('K20')] })
    expect(over.perimeter![0]!.crossings).toMatchObject([{ kind: 'join', state: 'unguarded' }])
    expect(over.endsAtLine).toEqual([])
    const beside = zone('S2', box(112.98, 33.01, 113.01, 33.02))
    const both = perimeter(roads({ roads: gap }), [zone('S1'), beside], { district: null, asOf })
    expect(both.perimeter!.map(({ unguarded }) => unguarded)).toEqual([1, 1])
    expect(both.total).toEqual({ guarded: 0, unguarded: 1, closed: 0 })
    const alone = line({ roads: [split[0]!] })
    expect(alone.perimeter![0]).toMatchObject({ crossings: [], guarded: 0, unguarded: 0, closed: 0 })
    expect(alone.endsAtLine).toEqual([
      { id: 'S1', kind: 'zone', position: [113.01, 33.015], road: '西段', class: split[0]!.class },
    ])
  })
})
