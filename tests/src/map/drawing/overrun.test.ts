import { describe, expect, test } from 'vitest'
import { along, areaM2, faultsOf, nearDistanceM, type Position } from '#geo'
import { closedAtCrossing } from '../../../../src/map/drawing/overrun'
import { Drawer } from '../../../helpers/drawing'

const START: Position = [120.01, 31.01]
const at = (eastM: number, northM: number): Position =>
  along(along(START, { bearing: 90, distanceM: eastM }), { bearing: 0, distanceM: northM })
/** A square of 100 m from its south-west corner, drawn in steps of 5 m, up to `overM` beyond its first side. */
function square(overM: number, aside = 3): Position[] {
  const line: Position[] = []
  for (let m = 0; m < 100; m += 5) line.push(at(m, 0))
  for (let m = 0; m < 100; m += 5) line.push(at(100, m))
  for (let m = 100; m > aside; m -= 5) line.push(at(m, 100))
  for (let m = 100; m > 0; m -= 5) line.push(at(aside, m))
  line.push(at(aside, -overM))
  return line
}

describe('a line drawn a little over its own beginning', () => {
  test('M24 is closed where it crosses itself, and both ends that run over go', () => {
    const line = closedAtCrossing(square(6), 12)
    expect(line[0]).toEqual(line.at(-1))
    expect(nearDistanceM(line[0]!, at(3, 0))).toBeLessThan(0.01)
    expect(faultsOf([[Float64Array.from(line.flat())]])).toEqual([])
    expect(line.slice(1, -1)).toEqual(square(6).slice(1, -1))
  })

  test('M24 stays as it was drawn where it runs farther over, ends elsewhere or does not cross', () => {
    for (const line of [square(20), square(-4), square(6, 15)]) expect(closedAtCrossing(line, 12)).toBe(line)
    expect(closedAtCrossing([START, at(5, 0), at(0, 0)], 12)).toHaveLength(3)
  })

  test('M24 a freehand line gives sound ground when it overshoots, and keeps a figure-eight', () => {
    const sound = pulled(square(6))
    expect(faultsOf(sound)).toEqual([])
    expect(areaM2(sound) / (97 * 100)).toBeCloseTo(1, 1)
    const eight = [at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 8)]
    expect(faultsOf(pulled(eight)).map(({ code }) => code)).toContain('self-crossing')
  })
})

function pulled(line: readonly Position[]) {
  const drawer = new Drawer().send({ kind: 'snapping' }).take('freehand')
  drawer.hand('down', line[0]!)
  for (const position of line.slice(1)) drawer.hand('move', position)
  drawer.hand('up', line.at(-1)!)
  const { ground } = drawer.draft.work
  return ground?.kind === 'drawn' ? ground.shape : []
}
