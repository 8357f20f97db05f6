import { describe, expect, test } from 'vitest'
import { type Facility, type Facts, perimeter, type Road, readAsOf } from '#geo'
import { aFacility, aFacts, aRoad, box, SHANGHAI } from '../../helpers/facts'

const asOf = readAsOf(SHANGHAI, '2022-05-27T14:00')!
const zone = { id: 'S', name: 'S', level: 'sealed', outline: box(113, 31, 113.01, 31.01) }
/** Over the western line at one point: a street, and a bridge above it. */
const street = (over: Partial<Road> = {}) =>
  aRoad([112.99, 31.005, 113.005, 31.005], { name: '东门路', ...over })
const bridge = (over: Partial<Road> = {}) =>
  aRoad([112.99, 31.0051, 113.005, 31.0051], { name: '高架桥', bridge: 'viaduct', ...over })
const post = (over: Partial<Facility> = {}) =>
  aFacility({ id: 'K1', kind: 'checkpoint', position: [113, 31.005], shifts: '00-24 police1', ...over })

function crossings(roads: readonly Road[], facilities: readonly Facility[]) {
  const facts: Facts = aFacts({ roads, facilities, stated: new Set(['roads', 'facilities']) })
  return perimeter(facts, [zone], { district: null, asOf }).perimeter![0]!.crossings
}
const states = (facilities: readonly Facility[]) =>
  crossings([street(), bridge()], facilities).map(({ road, state }) => `${road} ${state}`)

describe('which road a post serves', () => {
  test('X16 one that names none serves all within reach', () => {
    expect(states([post()])).toEqual(['东门路 guarded', '高架桥 guarded'])
  })

  test('X16 one that names a road or a level serves that alone', () => {
    expect(states([post({ road: '东门路' })])).toEqual(['东门路 guarded', '高架桥 unguarded'])
    expect(states([post({ layer: 1 })])).toEqual(['东门路 unguarded', '高架桥 guarded'])
    expect(states([post({ layer: 0 })])).toEqual(['东门路 guarded', '高架桥 unguarded'])
    expect(states([post({ road: '西门路' })])).toEqual(['东门路 unguarded', '高架桥 unguarded'])
    expect(states([post({ road: '东门路' }), post({ id: 'K2', layer: 1 })])).toEqual([
      '东门路 guarded',
      '高架桥 guarded',
    ])
  })

  test('X16 of roads that meet on the line a post of one does not guard the other, cut there or whole', () => {
    const cut = (road: Road): Road[] => {
      const [x1, y1, x2, y2] = road.line
      return [Float64Array.of(x1!, y1!, 113, 31.005), Float64Array.of(113, 31.005, x2!, y2!)].map((line) => ({
        ...road,
        line,
      }))
    }
    const over = [aRoad([112.99, 31.004, 113.01, 31.006], { name: '高架桥', bridge: 'yes' })]
    const at = (roads: readonly Road[], ...posts: Facility[]) =>
      crossings(roads, posts).map(({ state }) => state)
    const met = [street(), ...over].flatMap(cut)
    for (const roads of [met, [street(), ...over]]) {
      expect(at(roads, post({ layer: 1 })).sort()).toEqual(['guarded', 'unguarded'])
      expect(at(roads, post({ layer: 1 }), post({ id: 'K2', road: '东门路' }))).toEqual([
        'guarded',
        'guarded',
      ])
    }
    expect(at(over.flatMap(cut), post({ layer: 1 }))).toEqual(['guarded'])
    const shut = [...over.map((one) => ({ ...one, closed: true })), ...cut(street())]
    expect(at(shut)).toContain('unguarded')
  })

  test('X16 a level that is stated goes before bridge and tunnel', () => {
    const at = (over: Partial<Road>) => crossings([street(over)], [post({ layer: -1 })])[0]!.state
    expect([at({ tunnel: 'yes' }), at({ tunnel: 'no' }), at({ tunnel: 'yes', layer: -2 })]).toEqual([
      'guarded',
      'unguarded',
      'unguarded',
    ])
  })

  test('X16 what the road says stands with its crossing; without access it counts as any other', () => {
    const [closed] = crossings([street({ access: 'private', oneway: 'yes', layer: 0 })], [])
    expect(closed).toMatchObject({
      state: 'unguarded',
      way: { access: 'private', noAccess: true, oneway: true, layer: 0 },
    })
    expect(crossings([street({ access: 'yes', bridge: 'no' })], [])[0]!.way).toEqual({
      access: 'yes',
      noAccess: false,
    })
    expect('way' in crossings([street()], [])[0]!).toBe(false)
  })
})
