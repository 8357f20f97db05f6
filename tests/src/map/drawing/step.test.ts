import { describe, expect, test } from 'vitest'
import { distanceM, type Position } from '#geo'
import { withPointer } from '../../../../src/map/drawing/preview'
import { Drawer } from '../../../helpers/drawing'

/** Far from every border: nothing snaps there. */
const FREE: readonly Position[] = [
  [120.008, 31.008],
  [120.012, 31.008],
  [120.012, 31.012],
]
const triangle = (): Drawer => {
  const drawer = new Drawer().take('polygon')
  for (const at of FREE) drawer.click(at)
  return drawer.key('Enter').key('Escape')
}

describe('polygon', () => {
  test('M16 each click is one step of its own undo, and redo brings it back', () => {
    const drawer = new Drawer().take('polygon').click(FREE[0]!).click(FREE[1]!)
    const two = drawer.draft.work
    drawer.send({ kind: 'undo' })
    expect(drawer.draft.work.line).toEqual([FREE[0]])
    drawer.send({ kind: 'redo' })
    expect(drawer.draft.work).toBe(two)
    drawer.send({ kind: 'undo' }).send({ kind: 'undo' }).send({ kind: 'undo' })
    expect(drawer.draft.work.line).toEqual([])
  })

  test('M18 two clicks on one spot are one vertex; the first vertex closes', () => {
    const drawer = new Drawer().take('polygon').click(FREE[0]!).click(FREE[0]!)
    expect(drawer.draft.work.line).toHaveLength(1)
    expect(drawer.draft.said?.code).toBe('sameSpot')
    drawer.click(FREE[1]!).click(FREE[2]!).click(FREE[0]!)
    expect(drawer.ring).toEqual(FREE)
    expect(drawer.draft.tool).toBe('select')
  })

  test('M18 two vertices enclose nothing, and that is said', () => {
    const drawer = new Drawer().take('polygon').click(FREE[0]!).click(FREE[1]!).key('Enter')
    expect(drawer.draft.finishing).toBe(false)
    expect(drawer.draft.said?.code).toBe('tooFew')
  })

  test('a pull of the map between two clicks sets no vertex', () => {
    const drawer = new Drawer().take('polygon').click(FREE[0]!)
    drawer.hand('down', FREE[1]!).hand('move', FREE[2]!).hand('up', FREE[2]!)
    expect(drawer.draft.work.line).toHaveLength(1)
  })

  test('M17 a figure-eight stays as it was drawn, alone and beside other ground', () => {
    const eight: Position[] = [
      [120.013, 31.013],
      [120.016, 31.016],
      [120.016, 31.013],
      [120.013, 31.016],
    ]
    const drawer = triangle()
    drawer.take('polygon')
    for (const at of eight) drawer.click(at)
    drawer.key('Enter')
    const ground = drawer.draft.work.ground
    if (ground?.kind !== 'drawn') throw new Error('nothing drawn')
    expect(ground.shape).toHaveLength(2)
    expect([...ground.shape[1]![0]!]).toEqual([...eight, eight[0]!].flat())
  })

  test('M20 a vertex set by Space stands in the middle of the map, and no pointer is left behind there', () => {
    const drawer = new Drawer().take('polygon').key(' ')
    expect(drawer.draft.work.line).toEqual([[120.01, 31.01]])
    expect(drawer.draft.pointer).toBeNull()
    drawer.type('90 120').key('Enter').type('0 120').key('Enter')
    expect(withPointer(drawer.draft)).toBe(drawer.draft.work.line)
  })

  test('M20 a typed bearing and distance is the next side; a distance alone goes straight on', () => {
    const drawer = new Drawer()
      .take('polygon')
      .click(FREE[0]!)
      .type('90 120')
      .key('Enter')
      .type('80')
      .key('Enter')
    const [a, b, c] = drawer.draft.work.line
    expect(distanceM(a!, b!)).toBeCloseTo(120, 0)
    expect(b![1]).toBeCloseTo(a![1], 7)
    expect(distanceM(a!, c!)).toBeCloseTo(200, 0)
    drawer.type('-').key('Enter')
    expect(drawer.draft.said?.code).toBe('notMeasured')
    expect(drawer.draft.work.line).toHaveLength(3)
  })

  test('M19 a vertex keeps to a corner within reach, and not while Alt is down or snapping is off', () => {
    const near: Position = [120.00203, 31.00403]
    const corner: Position = [120.002, 31.004]
    expect(new Drawer().take('polygon').click(near).draft.work.line).toEqual([corner])
    expect(new Drawer().take('polygon').click(near, { alt: true }).draft.work.line).toEqual([near])
    const off = new Drawer().take('polygon').key('x').send({ kind: 'snapping' }).click(near)
    expect(off.draft.work.line).toEqual([near])
  })

  test('M19 while Shift is down the side turns by a right angle, whatever is near', () => {
    const drawer = new Drawer().take('measure').click([120.002, 31.003]).click([120.0025, 31.003])
    drawer.click([120.00252, 31.00401], { shift: true })
    const corner = drawer.draft.work.line[2]!
    expect(corner[0]).toBeCloseTo(120.0025, 7)
    expect(corner[1]).toBeGreaterThan(31.0039)
  })

  test('M19 between two vertices on one border lie those of the border', () => {
    const drawer = new Drawer().take('polygon').click([120.004, 31.001]).click([120.003, 31.004])
    expect(drawer.draft.work.line).toEqual([
      [120.004, 31.001],
      [120.004, 31.004],
      [120.003, 31.004],
    ])
  })
})

describe('vertices', () => {
  test('M16 a pulled vertex is one step back, however far it was pulled', () => {
    const drawer = triangle()
    const before = drawer.draft.work
    drawer.hand('move', FREE[1]!).hand('down', FREE[1]!)
    for (const share of [1, 2, 3]) drawer.hand('move', [120.012 + share * 1e-4, 31.008])
    drawer.hand('up', [120.0123, 31.008])
    expect(drawer.ring[1]![0]).toBeCloseTo(120.0123, 9)
    drawer.send({ kind: 'undo' })
    expect(drawer.draft.work).toEqual(before)
    expect(drawer.draft.past).toHaveLength(4)
  })

  test('M16 Esc while a vertex is held puts it back', () => {
    const drawer = triangle()
    drawer.hand('move', FREE[1]!).hand('down', FREE[1]!).hand('move', [120.0123, 31.008]).key('Escape')
    expect(drawer.ring).toEqual(FREE)
  })

  test('the middle of an edge becomes a vertex', () => {
    const drawer = triangle()
    const middle: Position = [120.01, 31.008]
    drawer
      .hand('move', middle)
      .hand('down', middle)
      .hand('move', [120.01, 31.007])
      .hand('up', [120.01, 31.007])
    expect(drawer.ring).toHaveLength(4)
    expect(drawer.ring[1]).toEqual([120.01, 31.007])
  })

  test('M20 keys choose a vertex, move it by 1 m and 10 m, and delete it down to three', () => {
    const drawer = triangle().key('.').key('ArrowLeft').key('ArrowDown', true)
    expect(distanceM(drawer.ring[0]!, [FREE[0]![0], drawer.ring[0]![1]])).toBeCloseTo(1, 1)
    expect(distanceM(drawer.ring[0]!, [drawer.ring[0]![0], FREE[0]![1]])).toBeCloseTo(10, 1)
    drawer.key('Delete')
    expect(drawer.ring).toHaveLength(3)
    expect(drawer.draft.said?.code).toBe('keepsThree')
  })
})
