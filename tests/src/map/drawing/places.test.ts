import { expect, test } from 'vitest'
import { areaM2 } from '#geo'
import { EMPTY_DRAFT } from '../../../../src/map/drawing/draft'
import { keptDraft, keptText } from '../../../../src/map/drawing/keep'
import { previewOf } from '../../../../src/map/drawing/preview'
import { thinned } from '../../../../src/map/drawing/thin'
import { Drawer, squares } from '../../../helpers/drawing'
import { seeded } from '../../../helpers/seeded'

test('M22 a click takes a compound in and out again, a name does the same', () => {
  const drawer = new Drawer().take('place').click([120.001, 31.001]).send({ kind: 'place', code: '1122' })
  expect(drawer.codes).toEqual(['1111', '1122'])
  drawer.click([120.001, 31.001])
  expect(drawer.codes).toEqual(['1122'])
  drawer.send({ kind: 'undo' })
  expect(drawer.codes).toEqual(['1111', '1122'])
})

test('M22 a compound of a member village comes out alone', () => {
  const drawer = new Drawer().take('place').send({ kind: 'place', code: '112' }).click([120.003, 31.001])
  expect(drawer.codes).toEqual(['1122'])
})

test('M22 a lasso takes in what lies in it by more than half; drawn once more it takes it out', () => {
  const drawer = new Drawer().take('place')
  const lasso = (): void => {
    drawer.hand('down', [119.9995, 30.9995], { shift: true })
    drawer
      .hand('move', [120.0025, 30.9995])
      .hand('move', [120.0025, 31.0045])
      .hand('move', [119.9995, 31.0045])
    drawer.hand('up', [119.9995, 31.0045])
  }
  lasso()
  expect(drawer.codes).toEqual(['1111', '1112'])
  lasso()
  expect(drawer.codes).toEqual([])
})

test('M17 a line drawn over a zone of members is refused, not turned into another ground', () => {
  const drawer = new Drawer().take('place').click([120.001, 31.001])
  drawer
    .take('polygon')
    .click([120.008, 31.008])
    .click([120.012, 31.008])
    .click([120.012, 31.012])
    .key('Enter')
  expect(drawer.codes).toEqual(['1111'])
  expect(drawer.draft.said?.code).toBe('isMembers')
})

test('M21 a kept drawing comes back with ground, line and tool; what is no drawing does not', () => {
  const drawer = new Drawer()
    .take('polygon')
    .click([120.008, 31.008])
    .click([120.012, 31.008])
    .click([120.012, 31.012])
  const open = keptDraft(keptText(drawer.draft))!
  expect(open.work).toEqual(drawer.draft.work)
  drawer.key('Enter')
  expect(keptDraft(keptText(drawer.draft))!.work).toEqual(drawer.draft.work)
  const members = new Drawer().take('place').click([120.001, 31.001])
  expect(keptDraft(keptText(members.draft))!.work).toEqual(members.draft.work)
  expect(keptDraft('{"tool":"hammer"}')).toBeNull()
  expect(keptDraft('nothing')).toBeNull()
})

test('a line through members parts them whole, and names those it cuts', () => {
  const around = squares()
  const ground = { kind: 'members', codes: ['1111', '1112', '1121', '1122'] } as const
  const line = [
    [119.999, 31.0019],
    [120.005, 31.0019],
  ] as const
  const draft = { ...EMPTY_DRAFT, tool: 'split', work: { ground, line, other: null } } as const
  const { parts, divided, refusal } = previewOf(draft, around)
  expect(refusal).toBeNull()
  expect(parts.map((part) => (part.kind === 'members' ? part.codes : []))).toEqual([
    ['1112', '1122'],
    ['1111', '1121'],
  ])
  expect(divided.map(({ code }) => code)).toEqual(['1111', '1121'])
  expect(previewOf({ ...draft, work: { ...draft.work, line: line.slice(0, 1) } }, around).parts).toEqual([])
  const short = [line[0], [120.001, 31.0019]] as const
  expect(previewOf({ ...draft, work: { ...draft.work, line: short } }, around).refusal).toBe(
    'line-does-not-part',
  )
})

test('a polygon is measured with the pointer as its next vertex', () => {
  const drawer = new Drawer().take('polygon').click([120.008, 31.008]).click([120.012, 31.008])
  drawer.hand('move', [120.012, 31.012])
  const { ground } = previewOf(drawer.draft, drawer.around)
  expect(ground?.kind === 'drawn' && areaM2(ground.shape)).toBeGreaterThan(80_000)
})

test.each([1, 2, 3, 4, 5])(
  'M23 thinning keeps the ends and strays no further than its tolerance (seed %i)',
  (seed) => {
    const random = seeded(seed).next
    const line = Array.from({ length: 300 }, (_, i) => [120 + i * 1e-5, 31 + random() * 2e-5] as const)
    const thin = thinned(line, 1)
    expect(thin.length).toBeLessThan(line.length)
    expect(thin[0]).toBe(line[0])
    expect(thin.at(-1)).toBe(line.at(-1))
    for (const [lon, lat] of line) {
      const next = thin.findIndex(([x]) => x >= lon)
      const [a, b] = [thin[Math.max(0, next - 1)]!, thin[next]!]
      const share = b[0] === a[0] ? 0 : (lon - a[0]) / (b[0] - a[0])
      expect(Math.abs(lat - a[1] - share * (b[1] - a[1])) * 110_900).toBeLessThan(1.5)
    }
  },
)
