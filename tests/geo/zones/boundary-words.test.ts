import { describe, expect, test } from 'vitest'
import { type BoundaryStretch, boundaryStretches } from '#geo'
import { aPlace, aRoad, box } from '../../helpers/facts'

const outline = box(113, 31, 113.02, 31.01)
/** a river road along the north, another road that only crosses the east side, neighbours all round but in the west */
const places = [
  aPlace({ code: 'D', kind: 'district', shape: box(113, 30.98, 113.05, 31.03) }),
  aPlace({ code: 'N', name: '北村', parent: 'D', shape: box(113, 31.01, 113.02, 31.03) }),
  aPlace({ code: 'E', name: '东苑', parent: 'D', shape: box(113.02, 31, 113.05, 31.01) }),
  aPlace({ code: 'S1', name: '南一', parent: 'D', shape: box(113, 30.98, 113.015, 31) }),
  aPlace({ code: 'S2', name: '南二', parent: 'D', shape: box(113.015, 30.98, 113.05, 31) }),
  aPlace({ code: 'IN', name: '里面', parent: 'D', shape: outline }),
]
const roads = [
  aRoad([112.99, 31.0101, 113.03, 31.0101], { name: '滨江路', class: 'secondary' }),
  aRoad([113.01, 31.005, 113.04, 31.005], { name: '横穿路', class: 'primary' }),
  aRoad([113, 31, 113.02, 31], { class: 'residential' }),
]
const told = (stretches: readonly BoundaryStretch[]): string[] =>
  stretches.map(({ side, along }) => `${side} ${along.kind} ${'name' in along ? along.name : ''}`.trim())

describe('a boundary in words', () => {
  test('W19 along a named road, else the neighbour, else the line of the district; a road that crosses is none', () => {
    expect(told(boundaryStretches({ places, roads }, outline))).toEqual([
      'east place 东苑',
      'south place 南一',
      'south place 南二',
      'west district',
      'north road 滨江路',
    ])
  })

  test('W19 lengths add up to the line', () => {
    const sum = boundaryStretches({ places, roads }, outline).reduce((all, { lengthM }) => all + lengthM, 0)
    const metres = 2 * (0.02 * 95_492 + 0.01 * 110_852)
    expect(sum / metres).toBeGreaterThan(0.999)
    expect(sum / metres).toBeLessThan(1.001)
  })

  test('W19 the winding of the ring does not matter, and a part outside is walked too', () => {
    const backwards = outline.map((polygon) =>
      polygon.map((ring) => {
        const turned = new Float64Array(ring.length)
        for (let i = 0; i < ring.length; i += 2)
          turned.set([ring[ring.length - 2 - i]!, ring[ring.length - 1 - i]!], i)
        return turned
      }),
    )
    expect(told(boundaryStretches({ places, roads }, backwards))).toEqual(
      told(boundaryStretches({ places, roads }, outline)),
    )
    const two = [...outline, ...box(113.03, 31, 113.04, 31.01)]
    expect(told(boundaryStretches({ places, roads }, two))).toContain('east place 东苑')
  })

  test('W19 without places and roads every side is open; without ground there are no words', () => {
    expect(
      new Set(boundaryStretches({ places: [], roads: [] }, outline).map(({ along }) => along.kind)),
    ).toEqual(new Set(['open']))
    expect(boundaryStretches({ places, roads }, [])).toEqual([])
  })
})
