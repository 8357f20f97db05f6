import { describe, expect, test } from 'vitest'
import { hierarchyOf, type Place, siblingOverlaps } from '#geo'
import { repaired } from '../../../geo/geometry/rings/repair'
import { LIMITS, nestsTooDeep } from '../../../src/formats/limits'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { aCollection, aFeature, aSquare, codesOf, planOf } from '../../helpers/pack-input'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const ofPlace = (geometry: object | null): object =>
  aCollection(aFeature({ code: 'A', kind: 'town' }, geometry), aFeature({ code: 'B', kind: 'town' }))

describe('tables', () => {
  test('I31 columns nobody knows are kept up to a number, the rest is named by its number', async () => {
    const features = Array.from({ length: 2000 }, (_, i) =>
      aFeature({ code: `P${i}`, kind: 'village', [`a${i}`]: i, [`b${i}`]: 'x' }),
    )
    const plan = await planOf({ 'places.geojson': aCollection(...features) })
    expect(plan.files[0]).toMatchObject({ rows: 2000, taken: 2000 })
    const [block] = plan.blocks.values()
    expect(Object.keys(block!.columns).length).toBeLessThan(LIMITS.foreignColumns + 10)
    const left = plan.problems.find(({ code }) => code === 'columns-left-out')!
    expect(left.detail?.count).toBe(4000 - LIMITS.foreignColumns)
    expect(sentenceOf(left, 'zh')).toContain('还有 3744 列')
  })

  test('I31 a daily report is not taken with some of its items: too many refuse it', async () => {
    const items = Array.from({ length: 300 }, (_, i) => `项${i}`).join(',')
    const plan = await planOf({ 'reports.csv': `place,day,${items}\nA,2022-05-01${',0'.repeat(300)}\n` })
    expect(codesOf(plan)).toEqual(['reports.csv:- too-many-columns'])
    expect(plan.drafts).toEqual([])
  })

  test.each([
    ['a million columns', `id,reportedAt,${Array.from({ length: 1e6 }, (_, i) => `c${i}`).join(',')}\n`],
    ['nothing but commas', ','.repeat(3e6)],
    ['one header a hundred thousand times', `id,reportedAt${',x'.repeat(1e5)}\nC1,2022-05-01\n`],
    ['headers without a name', `id;reportedAt${';'.repeat(1e5)}\nC1;2022-05-01\n`],
  ])('I31 %s is refused', async (_, text) => {
    const begun = process.cpuUsage().user
    const plan = await planOf({ 'cases.csv': text, 'contacts.csv': 'id,exposedAt\nK1,2022-05-01\n' })
    expect(codesOf(plan)).toEqual(['cases.csv:- too-many-columns'])
    expect(plan.files.map(({ taken }) => taken)).toEqual([0, 1])
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1000)
  })

  test('I31 a header as long as a page is refused; one that is not closed swallows nothing', async () => {
    const page = await planOf({ 'cases.csv': `id,reportedAt,"${'页\n'.repeat(600)}"\nC1,2022-05-01,\n` })
    expect(codesOf(page)).toEqual(['cases.csv:- header-too-long'])
    const rows = Array.from({ length: 200 }, (_, i) => `C${i},2022-05-01\n`).join('')
    const open = await planOf({ 'cases.csv': `"id,reportedAt\n${rows}` })
    expect([codesOf(open), open.files[0]!.taken]).toEqual([['cases.csv:- quotes-in-header'], 200])
  })

  test('I31 an open quotation mark looks ahead some pages, not to the end of the file', async () => {
    const lines = 'C1,2022-05-01,"" ""\n'.repeat(20_000)
    const plan = await planOf({ 'cases.csv': `id,reportedAt,chain\n${lines}C2,2022-05-02,a\n` })
    expect(plan.files[0]).toMatchObject({ rows: 20_001, taken: 1, refused: 20_000 })
  }, 180_000)

  test.each([
    ['a known column', 'cases.csv', 'id,reportedAt,chain'],
    ['a column nobody knows', 'occupancy.csv', 'site,at,颜色'],
  ])('I31 a cell of megabytes refuses its row alone, in %s', async (_, file, header) => {
    const plan = await planOf({
      [file]: `${header}\nC1,2022-05-01,"${'x y'.repeat(5e5)}"\nC2,2022-05-02,a\n`,
    })
    expect(plan.files[0]).toMatchObject({ taken: 1, refused: 1 })
    expect(plan.problems.at(-1)).toMatchObject({ row: 2, code: 'cell-too-long', seen: '1500000' })
    expect(JSON.stringify(plan.refused).length).toBeLessThan(1000)
  })

  test('I31 blanks cost what other characters cost', async () => {
    const blanks = ' '.repeat(400_000)
    const plan = await planOf({
      'cases.csv': `id,reportedAt,chain\nC1,2022-05-01,x${blanks}x\nC2,2022-05-01 1:${blanks}x,\nC3,2022-05-03,\n`,
    })
    expect(codesOf(plan)).toEqual(['cases.csv:2 cell-not-kept', 'cases.csv:3 not-a-day'])
    expect(plan.problems[1]!.seen).toBeNull()
    const rows = await planOf({ 'cases.csv': `id,reportedAt\n${'  \n\n,\n'.repeat(100_000)}C1,2022-05-01\n` })
    expect(rows.files[0]).toMatchObject({ rows: 1, taken: 1 })
  })

  test('I31 a cell of brackets that nothing closes costs what other characters cost', async () => {
    const begun = process.cpuUsage().user
    const plan = await planOf({ 'cases.csv': `id,reportedAt,chain\nC1,2022-05-01,${'('.repeat(200_000)}\n` })
    expect(plan.files[0]).toMatchObject({ rows: 1, taken: 1 })
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(1000)
  })

  test('I31 twenty thousand stays of one zone are compared with their neighbours only', async () => {
    const day = (i: number): string => new Date(Date.UTC(1990, 0, 1 + i)).toISOString()
    const stays = Array.from({ length: 20_000 }, (_, i) =>
      aFeature({ id: 'Z', level: 'sealed', from: day(20_000 - i), to: day(20_001 - i) }),
    )
    const late = aFeature({ id: 'Z', level: 'sealed', from: day(77), to: day(80) })
    const plan = await planOf({ 'zones.geojson': aCollection(...stays, late) })
    expect(plan.files[0]).toMatchObject({ taken: 20_000, refused: 1 })
    expect(codesOf(plan)).toContain('zones.geojson:20001 stays-overlap')
  })
})

describe('JSON', () => {
  test.each([
    ['places.geojson', nested(100_000)],
    ['places.geojson', '['.repeat(1_000_000)],
    ['pack.json', `{"format":"cordon-pack","version":1,"use":${nested(100_000)}}`],
    ['indicators.json', nested(100_000)],
    ['policies/a.json', `{"id":"a","levels":${nested(100_000)}}`],
    [
      'policies/a.json',
      `{"id":"a","transitions":[{"when":${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}}]}`,
    ],
    [
      'places.geojson',
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(5000)}${']}'.repeat(5000)}}]}`,
    ],
  ])('I31 %s nested without end (%#) is refused in words', async (path, text) => {
    const plan = await planOf({ [path]: text })
    expect(codesOf(plan)).toEqual([`${path}:- nested-too-deep`])
    expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('嵌套超过 200 层')
    expect(plan.drafts).toEqual([])
  })

  test('I31 brackets within strings nest nothing', () => {
    const text = JSON.stringify({ a: '[{'.repeat(1000), b: '\\"[', c: ['"'.repeat(500)] })
    expect(nestsTooDeep(text)).toBe(false)
    expect(nestsTooDeep(nested(LIMITS.depth))).toBe(false)
    expect(nestsTooDeep(nested(LIMITS.depth + 1))).toBe(true)
  })
})

describe('geometry', () => {
  const ringOf = (positions: number[][]): object => ({
    type: 'Polygon',
    coordinates: [[...positions, positions[0]]],
  })
  const onCircle = (turn: number): number[] => [120 + 0.1 * Math.cos(turn), 30 + 0.1 * Math.sin(turn)]
  const N = 20_001

  test.each([
    ['a star of 20,001', Array.from({ length: N }, (_, i) => onCircle((i * 10_000 * 2 * Math.PI) / N))],
    [
      'a scribble of 20,001',
      Array.from({ length: N }, (_, i) => [120 + ((i * 7919) % N) / N, 30 + ((i * 10_007) % N) / N]),
    ],
    [
      'a comb across a comb, 20,000',
      [
        ...Array.from({ length: 10_000 }, (_, i) => [120 + i * 1e-5, 30 + (i % 2) * 1e-4]),
        ...Array.from({ length: 10_000 }, (_, i) => [
          120 + (9_999 - i) * 1e-5,
          30.00005 + (i % 2 ? 6e-5 : -6e-5),
        ]),
      ],
    ],
  ])('I31 %s is a knot: its row is refused, the others are taken', async (_, positions) => {
    const plan = await planOf({ 'places.geojson': ofPlace(ringOf(positions)) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 tangled'])
    expect(plan.files[0]).toMatchObject({ taken: 1, refused: 1 })
  })

  test('I31 a long border that crosses itself once is parted', async () => {
    const circle = Array.from({ length: N }, (_, i) => onCircle((i * 2 * Math.PI) / N))
    ;[circle[500], circle[501]] = [circle[501]!, circle[500]!]
    const plan = await planOf({ 'places.geojson': ofPlace(ringOf(circle)) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 self-crossing'])
  })

  test('I31 ten thousand spikes are taken off in one walk', () => {
    const teeth = Array.from({ length: 10_000 }, (_, i) => [
      [120 + i * 1e-6, 30],
      [120 + i * 1e-6, 30.00001],
      [120 + i * 1e-6, 30],
    ]).flat()
    const positions = [...teeth, [120.02, 30.1], [120, 30.1], [120, 30]]
    const shape = repaired([[Float64Array.from(positions.flat())]])!
    expect(shape).toHaveLength(1)
    expect(shape[0]![0]!.filter((_, i) => i % 2 === 1 && shape[0]![0]![i] === 30.00001)).toHaveLength(0)
  })

  test('I31 a ring of one point, and twenty thousand grounds in one place, are taken for what they are', async () => {
    const point = { type: 'Polygon', coordinates: [Array.from({ length: 200_000 }, () => [120, 30])] }
    expect(codesOf(await planOf({ 'places.geojson': ofPlace(point) }))).toEqual([
      'places.geojson:1 ring-too-short',
    ])
    const grounds = Array.from({ length: 20_000 }, (_, i) => {
      const [x, y] = [100 + (i % 1000) * 1e-3, 30 + Math.floor(i / 1000) * 1e-3]
      return [
        [
          [x, y],
          [x + 5e-4, y],
          [x + 5e-4, y + 5e-4],
          [x, y],
        ],
      ]
    })
    const plan = await planOf({
      'places.geojson': ofPlace({ type: 'MultiPolygon', coordinates: grounds }),
    })
    expect(codesOf(plan)).toEqual([])
    expect(plan.files[0]).toMatchObject({ taken: 2 })
  })

  const part = (x: number, y: number, size: number): number[][][] => [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ]
  const many = (count: number, one: (i: number) => number[][][]): number[][][][] =>
    Array.from({ length: count }, (_, i) => one(i))

  test.each([
    ['three thousand parts that are one', many(3000, () => part(120, 30, 1))],
    ['three thousand parts over each other', many(3000, (i) => part(120 + i * 1e-4, 30 + (i % 7) * 1e-3, 1))],
    ['a hundred parts over each other', many(100, (i) => part(120 + i * 1e-4, 30, 1))],
    [
      'five thousand holes that are one',
      [[...part(119, 29, 3), ...many(5000, () => part(120, 30, 0.1)).flat()]],
    ],
  ])('I31 %s are a knot', async (_, coordinates) => {
    const begun = process.cpuUsage().user
    const plan = await planOf({ 'places.geojson': ofPlace({ type: 'MultiPolygon', coordinates }) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 tangled'])
    expect(plan.files[0]).toMatchObject({ taken: 1, refused: 1 })
    expect((process.cpuUsage().user - begun) / 1000).toBeLessThan(3000)
  })

  test('I31 a hundred by a hundred squares side by side, and five in one place, are taken', async () => {
    const grid = many(10_000, (i) => part(120 + (i % 100) * 1e-3, 30 + Math.floor(i / 100) * 1e-3, 1e-3))
    expect(
      codesOf(await planOf({ 'places.geojson': ofPlace({ type: 'MultiPolygon', coordinates: grid }) })),
    ).toEqual([])
    const five = many(5, (i) => part(120 + i * 1e-4, 30, 1e-3))
    expect(
      codesOf(await planOf({ 'places.geojson': ofPlace({ type: 'MultiPolygon', coordinates: five }) })),
    ).toEqual(['places.geojson:1 parts-overlap'])
  })

  test('I31 places that overlap everywhere are said once, and not compared without end', async () => {
    const features = Array.from({ length: 300 }, (_, i) =>
      aFeature({ code: `P${i}`, kind: 'village' }, aSquare(120 + i * 1e-6, 30)),
    )
    const plan = await planOf({ 'places.geojson': aCollection(...features) })
    expect(codesOf(plan)).toEqual(['places.geojson:- siblings-overlap-everywhere'])
    expect(plan.problems[0]!.detail!.count).toBe(2000 + 3 * 300)
  })
})

test('I31 a hundred and fifty thousand places without a parent have a hierarchy', () => {
  const places = Array.from(
    { length: 150_000 },
    (_, i): Place => ({
      code: `P${i}`,
      name: '',
      kind: 'village',
      parent: null,
      people: null,
      households: null,
      aliases: [],
      shape: null,
      origin: { file: 'places.csv', row: i + 1, knownAt: null },
    }),
  )
  const hierarchy = hierarchyOf(places)
  expect(hierarchy.tops).toHaveLength(150_000)
  expect(siblingOverlaps(hierarchy)).toEqual({ pairs: [], isComplete: true })
})
