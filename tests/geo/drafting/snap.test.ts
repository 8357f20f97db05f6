import { describe, expect, test } from 'vitest'
import { along, bearingOf, distanceM, nudge, type Position, rightAngle, SnapIndex } from '#geo'
import { aFacts, aPlace, aZone, box, moment, origin, ring } from '../../helpers/facts'

const asOf = moment('2022-05-25').at

/** Two places side by side with a bent border in common, a road across, a zone further north. */
const west = ring([120, 31, 120.01, 31, 120.012, 31.004, 120.01, 31.01, 120, 31.01, 120, 31])
const east = ring([120.01, 31, 120.02, 31, 120.02, 31.01, 120.01, 31.01, 120.012, 31.004, 120.01, 31])
const facts = aFacts({
  places: [
    aPlace({ code: '1', name: '西村', kind: 'village', shape: [[west]] }),
    aPlace({ code: '2', name: '东村', kind: 'village', shape: [[east]] }),
  ],
  roads: [
    {
      ...{ name: '环路', class: 'primary', closed: false },
      line: Float64Array.from([119.99, 31.005, 120.005, 31.0051, 120.03, 31.005]),
      origin: origin('roads.geojson'),
    },
  ],
  zones: [aZone({ id: 'Z', name: '北区', from: '2022-05-01', drawn: box(120, 31.02, 120.02, 31.03) })],
})
const index = new SnapIndex(facts, { asOf })
const near = (at: Position, eastM: number, northM: number): Position => nudge(at, { eastM, northM })

describe('snapping', () => {
  test('B8 a vertex goes before an edge, an edge before a road, a road before the line of another zone', () => {
    const vertex: Position = [120.012, 31.004]
    const snapped = index.nearest(near(vertex, 3, 2), { withinM: 10 })!
    expect(snapped.kind).toBe('vertex')
    expect(snapped.position).toEqual(vertex)
    expect(snapped.owners.map(({ name }) => name)).toEqual(['西村', '东村'])
    const onEdge = index.nearest([120.005, 31.00004], { withinM: 10 })!
    expect(onEdge).toMatchObject({ kind: 'edge', position: [120.005, 31] })
    const onRoad = index.nearest(near([120.0175, 31.00505], 0, 1), { withinM: 10 })!
    expect(onRoad.kind).toBe('road')
    expect(onRoad.owners).toEqual([{ type: 'road', id: null, name: '环路' }])
    expect(index.nearest([120.01, 31.02003], { withinM: 10 })).toMatchObject({
      kind: 'zone',
      owners: [{ id: 'Z' }],
    })
    expect(index.nearest([120.01, 31.015], { withinM: 10 })).toBeNull()
  })

  test('B8 only the kinds that are asked for hold the pointer, and the zone that is redrawn does not', () => {
    const at: Position = [120.012, 31.004]
    expect(index.nearest(at, { withinM: 10, kinds: ['road'] })).toBeNull()
    const redrawn = new SnapIndex(facts, { asOf, except: 'Z' })
    expect(redrawn.nearest([120.01, 31.02003], { withinM: 10 })).toBeNull()
  })

  test('B9 a traced line follows the border vertex by vertex, the shorter way or the longer', () => {
    const from = index.nearest([120.004, 31], { withinM: 5 })!
    const to = index.nearest([120.006, 31.01], { withinM: 5 })!
    const short = index.trace(from, to)!
    expect([...short]).toEqual([120.004, 31, 120, 31, 120, 31.01, 120.006, 31.01])
    const long = index.trace(from, to, { longWay: true })!
    expect([...long]).toEqual([120.004, 31, 120.01, 31, 120.012, 31.004, 120.01, 31.01, 120.006, 31.01])
    expect([...index.trace(to, from)!]).toEqual([120.006, 31.01, 120, 31.01, 120, 31, 120.004, 31])
  })

  test('B9 from vertex to vertex the border that both places share is traced to the last bit', () => {
    const [a, b] = [[120.01, 31] as Position, [120.01, 31.01] as Position].map(
      (at) => index.nearest(at, { withinM: 1 })!,
    )
    expect([...index.trace(a!, b!)!]).toEqual([120.01, 31, 120.012, 31.004, 120.01, 31.01])
  })

  test('B9 where no one border passes both, the shortest way along borders that meet is traced', () => {
    const [a, b] = [[120, 31.01] as Position, [120.02, 31.01] as Position].map(
      (at) => index.nearest(at, { withinM: 1 })!,
    )
    expect([...index.trace(a!, b!)!]).toEqual([120, 31.01, 120.01, 31.01, 120.02, 31.01])
    const onEdges = [[120.004, 31] as Position, [120.02, 31.003] as Position].map(
      (at) => index.nearest(at, { withinM: 1 })!,
    )
    expect([...index.trace(onEdges[0]!, onEdges[1]!)!]).toEqual([
      120.004, 31, 120.01, 31, 120.02, 31, 120.02, 31.003,
    ])
    expect(index.trace(a!, b!, { longWay: true })).toBeNull()
  })

  test('B9 positions with no border in common have no way', () => {
    const road = index.nearest([120.025, 31.00502], { withinM: 10 })!
    const border = index.nearest([120, 31], { withinM: 10 })!
    expect(index.trace(road, border)).toBeNull()
  })
})

describe('measured input', () => {
  test.each([0, 45, 90, 200, 359])('B10 %i° and 400 m lead where the measure says', (bearing) => {
    const from: Position = [120.3, 31.2]
    const to = along(from, { bearing, distanceM: 400 })
    expect(distanceM(from, to)).toBeCloseTo(400, 1)
    expect(bearingOf(from, to).bearing).toBeCloseTo(bearing, 2)
  })

  test('B10 a nudge is in metres on the ground', () => {
    const from: Position = [120.3, 31.2]
    expect(distanceM(from, nudge(from, { eastM: 30, northM: 40 }))).toBeCloseTo(50, 2)
  })

  test('B10 a right angle keeps the pointer on the line across, or straight on, whichever is nearer', () => {
    const a: Position = [120, 31]
    const b = along(a, { bearing: 30, distanceM: 200 })
    const across = rightAngle([a, b], along(b, { bearing: 125, distanceM: 90 }))
    expect(bearingOf(b, across).bearing).toBeCloseTo(120, 1)
    const onwards = rightAngle([a, b], along(b, { bearing: 38, distanceM: 90 }))
    expect(bearingOf(b, onwards).bearing).toBeCloseTo(30, 1)
    expect(rightAngle([a, a], [120.1, 31.1])).toEqual([120.1, 31.1])
  })
})
