import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { areaM2, type Shape } from '#geo'
import { findJsonFault } from '../../../src/formats/geojson/json-fault'
import { sentenceOf, toldOf } from '../../../src/import/sentences/sentences'
import { cellAt } from '../../../src/log/rows/cells'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const place = (code: string, geometry: object | null = null, more: object = {}): object =>
  aFeature({ code, name: code, kind: 'village', ...more }, geometry)
const ring = (...positions: number[][]): object => ({ type: 'Polygon', coordinates: [positions] })

/** A good row and a bad one: what the bad one says, and that the good one stays. */
async function placesWith(
  bad: object,
): Promise<{ codes: string[]; taken: number | null; refused: number | null }> {
  const plan = await planOf({ 'places.geojson': aCollection(place('A', aSquare(120, 30)), bad) })
  const [file] = plan.files
  return { codes: codesOf(plan), taken: file!.taken, refused: file!.refused }
}

describe('geometry', () => {
  test('I7 a ring of two points is refused, the other rows are taken', async () => {
    expect(await placesWith(place('B', ring([120, 30], [120.1, 30], [120, 30])))).toEqual({
      codes: ['places.geojson:2 ring-too-short'],
      taken: 1,
      refused: 1,
    })
  })

  test('I7 a bow-tie is parted where it crosses itself and said so', async () => {
    const bowTie = ring([121, 30], [121.02, 30.02], [121.02, 30], [121, 30.02], [121, 30])
    const plan = await planOf({
      'places.geojson': aCollection(place('A', aSquare(120, 30)), place('B', bowTie)),
    })
    expect(codesOf(plan)).toEqual(['places.geojson:2 self-crossing'])
    expect(plan.problems[0]!.seen).toMatch(/^121\.0[01]\d*, 30\.0[01]\d*$/)
    const [block] = plan.blocks.values()
    const shape = cellAt(block!.columns.shape, 1) as Shape
    expect(shape).toHaveLength(2)
    const square = cellAt(block!.columns.shape, 0) as Shape
    expect(areaM2(shape) / areaM2(square)).toBeCloseTo(2, 2)
  })

  test('I7 a hole that reaches beyond its boundary is told as one, not as parts', async () => {
    const beyond = {
      type: 'Polygon',
      coordinates: [aSquare(121, 30, 0.02), aSquare(121.01, 30.005, 0.02)].flatMap(
        (square) => (square as { readonly coordinates: readonly unknown[] }).coordinates,
      ),
    }
    const plan = await planOf({ 'places.geojson': aCollection(place('B', beyond)) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 holes-beyond'])
    expect(sentenceOf(plan.problems[0]!, 'en')).toMatch(
      /reach beyond it or lie over each other, \d{1,3}(,\d{3})+ m²/,
    )
  })

  test('I7 parts that lie over each other are kept as drawn and said so, with the size', async () => {
    const square = (size: number): number[][] => [
      [121, 30],
      [121 + size, 30],
      [121 + size, 30 + size],
      [121, 30 + size],
      [121, 30],
    ]
    const twice = { type: 'MultiPolygon', coordinates: [[square(0.02)], [square(0.01)]] }
    const plan = await planOf({ 'places.geojson': aCollection(place('B', twice)) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 parts-overlap'])
    const [block] = plan.blocks.values()
    const shape = cellAt(block!.columns.shape, 0) as Shape
    expect(shape).toHaveLength(2)
    const inner = areaM2([shape[1]!])
    expect(Number(plan.problems[0]!.seen) / inner).toBeCloseTo(1, 4)
    expect(areaM2(shape) / areaM2([shape[0]!])).toBeCloseTo(1, 9)
    const beside = {
      type: 'MultiPolygon',
      coordinates: [[square(0.02)], [square(0.02).map(([x, y]) => [x! + 0.02, y!])]],
    }
    expect((await placesWith(place('B', beside))).codes).toEqual([])
  })

  test('I7 coordinates in metres are refused by name', async () => {
    const metres = ring([302000, 2771000], [302100, 2771000], [302100, 2771100], [302000, 2771000])
    expect((await placesWith(place('B', metres))).codes).toEqual(['places.geojson:2 metres-not-degrees'])
  })

  test('I7 a swapped position is off the map', async () => {
    const swapped = ring([30, 120], [30.1, 120], [30.1, 120.1], [30, 120])
    expect((await placesWith(place('B', swapped))).codes).toEqual(['places.geojson:2 off-the-map'])
  })

  test('I7 a ring that does not end where it began is closed and said so', async () => {
    const open = ring([121, 30], [121.1, 30], [121.1, 30.1], [121, 30.1])
    expect(await placesWith(place('B', open))).toEqual({
      codes: ['places.geojson:2 ring-closed'],
      taken: 2,
      refused: 0,
    })
  })

  test('I7 a line is no place, a null geometry is', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [120, 30],
        [120.1, 30],
      ],
    }
    expect((await placesWith(place('B', line))).codes).toEqual(['places.geojson:2 wrong-geometry'])
    expect((await placesWith(place('B'))).codes).toEqual([])
  })

  test('I7 a road of several lines is taken, each line as one road', async () => {
    const lines = (...coordinates: number[][][]) => ({ type: 'MultiLineString', coordinates })
    const log = new MemoryLog()
    const parts = [
      [
        [120, 30],
        [120.1, 30],
      ],
      [
        [120.1, 30],
        [120.1, 30.1],
      ],
    ]
    const files = { 'roads.geojson': aCollection(aFeature({ name: 'R', class: 'primary' }, lines(...parts))) }
    await log.take(files)
    const roads = log.register().roads
    expect(roads.map(({ name, line, origin }) => [name, [...line], origin.row])).toEqual(
      parts.map((part) => ['R', part.flat(), 1]),
    )
    expect(await log.take(files)).toEqual([])
    expect(codesOf(await planOf({ 'roads.geojson': aCollection(aFeature({ name: 'E' }, lines())) }))).toEqual(
      ['roads.geojson:1 missing'],
    )
  })

  test('I7 a geometry of any type without a position is none, is noted and keeps its row', async () => {
    const empty = (type: string, coordinates: unknown[]): object => ({ type, coordinates })
    for (const nothing of [
      empty('Polygon', []),
      empty('Polygon', [[]]),
      empty('MultiPolygon', []),
      empty('MultiPolygon', [[], [[]]]),
      empty('Point', []),
      empty('MultiPoint', []),
      empty('LineString', []),
      { type: 'GeometryCollection', geometries: [] },
      {
        type: 'GeometryCollection',
        geometries: [empty('Point', []), { type: 'GeometryCollection', geometries: [] }],
      },
    ]) {
      const read = await placesWith(place('B', nothing))
      expect(read, JSON.stringify(nothing)).toMatchObject({ taken: 2, refused: 0 })
      expect(read.codes).toContain('places.geojson:2 empty-geometry')
      const zone = aFeature({ id: 'Z', level: 'sealed', from: '2022-05-10T08:00' }, nothing)
      const zoned = await planOf({ 'zones.geojson': aCollection(zone) })
      expect(zoned.files[0]).toMatchObject({ taken: 1, refused: 0 })
      expect(codesOf(zoned)).toContain('zones.geojson:1 empty-geometry')
      const posts = aCollection(aFeature({ id: 'K1', kind: 'checkpoint' }, nothing))
      const posted = await planOf({ 'facilities.geojson': posts })
      expect(posted.files[0]).toMatchObject({ taken: 1, refused: 0 })
      expect(codesOf(posted)).toContain('facilities.geojson:1 empty-geometry')
    }
    for (const other of [
      { type: 'Circle', coordinates: [] },
      { type: 'GeometryCollection', geometries: [empty('Polygon', []), { type: 'Circle', coordinates: [] }] },
    ])
      expect(await placesWith(place('B', other))).toMatchObject({ taken: 1, refused: 1 })
    const half = empty('MultiPolygon', [[], (aSquare(121, 30) as { coordinates: unknown }).coordinates])
    const plan = await planOf({ 'places.geojson': aCollection(place('A', half)) })
    expect(codesOf(plan)).toEqual([])
    expect(cellAt([...plan.blocks.values()][0]!.columns.shape, 0)).toHaveLength(1)
  })

  test('I7 an empty hole, and an empty line among lines, cost nothing; an outer ring without positions does', async () => {
    const [ring] = (aSquare(121, 30) as { coordinates: number[][][] }).coordinates
    const shaped = (coordinates: unknown[]) =>
      placesWith(place('B', { type: 'Polygon', coordinates } as object))
    expect(await shaped([ring, [], [[]]])).toEqual({ codes: [], taken: 2, refused: 0 })
    expect(await shaped([[], ring])).toMatchObject({ refused: 1 })
    const coordinates = [
      [
        [120, 30],
        [120.1, 30],
      ],
      [],
    ]
    const road = aFeature({ name: 'R' }, { type: 'MultiLineString', coordinates })
    expect((await planOf({ 'roads.geojson': aCollection(road) })).files[0]).toMatchObject({ refused: 0 })
  })

  test('I7 a ring wider than half the Earth is no ground that is known: its row is taken without it, and it is noted with its width', async () => {
    const across = ring([179.9, -17], [-179.9, -17], [-179.9, -16.8], [179.9, -16.8], [179.9, -17])
    const plan = await planOf({ 'places.geojson': aCollection(place('A', across)) })
    expect(codesOf(plan)).toEqual(['places.geojson:1 wider-than-180'])
    expect(plan.problems[0]).toMatchObject({ seen: '359.8', severity: 'warning' })
    expect(sentenceOf(plan.problems[0]!, 'en')).toContain('359.8 degrees of longitude wide')
    const [wide] = plan.blocks.values()
    expect([wide!.length, cellAt(wide!.columns.shape, 0)]).toEqual([1, null])
    const halves = {
      type: 'MultiPolygon',
      coordinates: [179.9, -180].map((x) => (aSquare(x, -17, 0.1) as { coordinates: unknown }).coordinates),
    }
    expect((await placesWith(place('B', halves))).codes).toEqual([])
  })

  test('I7 a line wider than half the Earth is taken as it is drawn and noted with its width', async () => {
    const road = (...coordinates: number[][]) => aFeature({ name: 'R' }, { type: 'LineString', coordinates })
    const across = road([179.9, -17], [-179.9, -17])
    const plan = await planOf({ 'roads.geojson': aCollection(across, road([179.9, -17], [180, -17])) })
    expect(codesOf(plan)).toEqual(['roads.geojson:1 line-wider-than-180'])
    expect(plan.problems[0]).toMatchObject({ seen: '359.8', severity: 'warning' })
    expect(plan.files[0]).toMatchObject({ taken: 2, refused: 0 })
  })

  test('I7 a shape whose holes leave no ground is refused, in any winding', async () => {
    const [outer] = (aSquare(120, 30, 0.1) as { coordinates: number[][][] }).coordinates
    const halves = [120, 120.05].map((west) => outer!.map(([x, y]) => [west + (x === 120 ? 0 : 0.05), y!]))
    for (const holes of [[outer], [outer!.toReversed()], halves]) {
      const polygon = { type: 'Polygon', coordinates: [outer, ...holes] }
      const plan = await planOf({ 'places.geojson': aCollection(place('A', polygon)) })
      expect(codesOf(plan)).toEqual(['places.geojson:1 no-ground'])
      expect(plan.files[0]).toMatchObject({ taken: 0, refused: 1 })
    }
  })

  test('I7 a coordinate that is no number is refused', async () => {
    const broken = {
      type: 'Polygon',
      coordinates: [
        [
          [120, '30'],
          [120.1, 30],
          [120, 30.1],
        ],
      ],
    }
    expect((await placesWith(place('B', broken))).codes).toEqual(['places.geojson:2 broken-coordinates'])
  })
})

describe('files', () => {
  const cases = 'id,reportedAt\nC1,2022-05-01\nC2,2022-05-02\n'

  test('I1 truncated GeoJSON is refused with the place where it ends; the other files are read', async () => {
    const whole = JSON.stringify(aCollection(place('A', aSquare(120, 30))))
    const plan = await planOf({ 'places.geojson': whole.slice(0, 120), 'cases.csv': cases })
    const [problem] = plan.problems
    expect(problem).toMatchObject({ file: 'places.geojson', row: null, code: 'broken-json' })
    expect(problem!.seen).toMatch(/^1:121 ⏏/)
    expect(plan.files.find(({ file }) => file === 'cases.csv')).toMatchObject({ taken: 2, refused: 0 })
    expect(plan.drafts.map(({ type }) => type)).toEqual(['cases.imported@1'])
  })

  test('I1 a row with a wrong number of columns is refused alone', async () => {
    const plan = await planOf({
      'cases.csv':
        'id,reportedAt,place\nC1,2022-05-01,P\nC2,2022-05-02\nC3,2022-05-03,P,x\nC4,2022-05-04,P\n',
    })
    expect(codesOf(plan)).toEqual(['cases.csv:3 short-row', 'cases.csv:4 wrong-number-of-columns'])
    expect(plan.files[0]).toMatchObject({ rows: 4, taken: 3, refused: 1 })
    expect(plan.refused[0]!.cells).toEqual({ id: 'C3', reportedAt: '2022-05-03', place: 'P' })
  })

  test('I1 text that is damaged is refused, never guessed', async () => {
    const damaged = strToU8(`id,place\nC1,${'东村西村'.repeat(9)}\n`)
    damaged[14] = 0xff
    const plan = await planOf({
      'cases.csv': damaged,
      'contacts.csv': Uint8Array.from([0x69, 0x64, 0xff, 0xff]),
    })
    expect(plan.problems.map(({ code, seen }) => [code, seen])).toEqual([
      ['not-utf8', 'byte 14: 0xff'],
      ['no-encoding', 'byte 2: 0xff'],
    ])
    expect(plan.isEmpty).toBe(true)
  })

  test('I1 a byte order mark is no part of the first header', async () => {
    const plan = await planOf({ 'cases.csv': `\uFEFF${cases}` })
    expect(plan.problems).toEqual([])
    expect(plan.files[0]).toMatchObject({ encoding: 'utf-8', taken: 2 })
  })

  test('I2 a file without rows says none; one whose rows are all refused says nothing', async () => {
    const none = await planOf({ 'cases.csv': 'id,reportedAt\n' })
    expect(none.drafts).toMatchObject([{ type: 'cases.imported@1', segment: null, rows: 0 }])
    const refused = await planOf({ 'cases.csv': 'id,reportedAt\nC1,2022-02-30\n' })
    expect(refused.drafts).toEqual([])
  })

  test('I2 a header without a column of its kind says nothing: the list stays unknown', async () => {
    const titled = await planOf({ 'cases.csv': '澜溪区病例一览表\n' })
    expect(codesOf(titled)).toContain('cases.csv:- missing-column')
    expect(titled.drafts).toEqual([])
    const stated = await planOf({ 'cases.csv': '病例编号,报告日期\n' })
    expect([codesOf(stated), stated.drafts.length]).toEqual([[], 1])
    const empty = await planOf({ 'zones.geojson': aCollection() })
    expect([codesOf(empty), empty.drafts.length]).toEqual([[], 1])
  })

  test('I2 a required column that is not there is said once, for the file', async () => {
    const plan = await planOf({ 'facts.csv': '姓名,zone,at,fact\na,Z,2022-05-01,f\nb,Z,2022-05-02,f\n' })
    expect(codesOf(plan)).toEqual(['facts.csv:- missing-column', 'facts.csv:- personal-dropped'])
    expect(plan.files[0]).toMatchObject({ taken: 0, refused: 2 })
  })

  test('I1 findJsonFault names the line and column', () => {
    expect(findJsonFault('{"a":1}')).toBeNull()
    expect(findJsonFault('{\n "a": [1,\n 2 3]}')).toMatchObject({ line: 3, column: 4, cut: false })
    expect(findJsonFault('{"a": "x')).toMatchObject({ line: 1, column: 9, cut: true })
    expect(findJsonFault('[1,]')).toMatchObject({ column: 4 })
  })
})

describe('between rows', () => {
  test('I8 the later row of a code is refused and names the earlier', async () => {
    const plan = await planOf({
      'places/a.geojson': aCollection(place('A')),
      'places/b.geojson': aCollection(place('A'), place('B')),
    })
    expect(codesOf(plan)).toEqual(['places/b.geojson:1 duplicate-code'])
    expect(plan.problems[0]).toMatchObject({ seen: 'A', suggestion: 'places/a.geojson:1' })
    expect(plan.files.map(({ taken }) => taken)).toEqual([1, 1])
  })

  test('I8 overlapping stays: the later row is refused; stays that follow each other are taken', async () => {
    const stay = (id: string, from: string, to: string | null) =>
      aFeature({ id, level: 'sealed', from, to, policy: 'cn-2021-three-zone' })
    const zones = aCollection(
      stay('Z1', '2022-05-01', '2022-05-08'),
      stay('Z1', '2022-05-08', null),
      stay('Z1', '2022-05-07', '2022-05-09'),
      stay('Z2', '2022-05-07', null),
    )
    const plan = await planOf({ 'zones.geojson': zones })
    expect(codesOf(plan)).toEqual(['zones.geojson:3 stays-overlap'])
    expect(plan.files[0]).toMatchObject({ taken: 3, refused: 1 })
  })

  test('I9 an unknown policy, place or zone is kept and noted once', async () => {
    const zones = aCollection(
      aFeature({ id: 'Z1', level: 'sealed', from: '2022-05-01', policy: 'eu-2020', members: ['A', 'X'] }),
    )
    const plan = await planOf({
      'places.geojson': aCollection(place('A')),
      'zones.geojson': zones,
      'cases.csv': 'id,reportedAt,place,zone\nC1,2022-05-01,Q,Z1\nC2,2022-05-01,Q,Z9\n',
    })
    expect(codesOf(plan)).toEqual([
      'cases.csv:2 unknown-place',
      'cases.csv:3 unknown-zone',
      'zones.geojson:1 unknown-place',
      'zones.geojson:1 unknown-policy',
    ])
    expect(plan.problems[0]!.detail).toMatchObject({ count: 2 })
    expect(plan.files.every(({ refused }) => refused === 0)).toBe(true)
  })

  test('I9 a policy whose file was refused is no policy that nobody brought: its zones name the file', async () => {
    const zones = aCollection(
      aFeature({ id: 'Z1', level: 'sealed', from: '2022-05-01', policy: 'own-2022', members: ['A'] }),
    )
    const plan = await planOf({
      'places.geojson': aCollection(place('A')),
      'zones.geojson': zones,
      'policies/own.json': JSON.stringify({ id: 'own-2022', levels: 'three' }),
    })
    expect(codesOf(plan).filter((code) => code.startsWith('zones'))).toEqual([
      'zones.geojson:1 policy-refused',
    ])
    expect(plan.problems.some(({ code }) => code === 'broken-policy')).toBe(true)
    const told = plan.problems.find(({ code }) => code === 'policy-refused')
    expect(told).toMatchObject({ seen: 'own-2022', suggestion: 'policies/own.json' })
  })

  test('I9 steps of an unknown zone or transition, or without a decision, are kept and noted once', async () => {
    const zones = aCollection(
      aFeature({ id: 'Z1', name: '甲', level: 'sealed', from: '2022-05-01', policy: 'cn-2021-three-zone' }),
    )
    const steps = [
      ['Z1', 'unseal', 'given'],
      ['甲', '解除封控', 'given'],
      ['Z9', 'unseal', 'given'],
      ['Z1', 'unsael', 'declined'],
      ['Z1', 'unsael', ''],
      ['Z1', 'unseal', ''],
    ].map(([zone, transition, decision]) => `${zone},${transition},approve,2022-05-20 08:00,${decision}`)
    const plan = await planOf({
      'zones.geojson': zones,
      'transitions.csv': ['zone,transition,step,at,decision', ...steps].join('\n'),
    })
    expect(codesOf(plan).filter((one) => one.startsWith('transitions'))).toEqual([
      'transitions.csv:3 zone-by-name',
      'transitions.csv:4 unknown-zone',
      'transitions.csv:5 unknown-transition',
      'transitions.csv:6 no-decision',
    ])
    const [named, undecided] = plan.problems.filter(({ row }) => row === 5 || row === 6)
    expect(named).toMatchObject({ seen: 'unsael', detail: { count: 2 } })
    expect(undecided).toMatchObject({ column: 'decision', detail: { count: 2 } })
  })

  test('I9 siblings that overlap are reported once, with pairs and area', async () => {
    const plan = await planOf({
      'places.geojson': aCollection(
        place('A', aSquare(120, 30)),
        place('B', aSquare(120.005, 30)),
        place('C', aSquare(120.012, 30)),
      ),
    })
    expect(codesOf(plan)).toEqual(['places.geojson:- siblings-overlap'])
    const { detail } = plan.problems[0]!
    expect(detail!.pairs.map(({ a, b }) => a + b)).toEqual(['AB', 'BC'])
    expect(detail!.areaM2).toBeCloseTo(detail!.pairs[0]!.areaM2 + detail!.pairs[1]!.areaM2, 6)
    expect(detail!.count).toBe(2)
  })

  test('I9 a drawn zone that differs from its members by more than 1 % is noted', async () => {
    const zone = (id: string, size: number) =>
      aFeature(
        {
          id,
          level: 'sealed',
          from: `2022-05-0${id[1]}`,
          to: `2022-05-0${id[1]}T23:00`,
          policy: 'cn-2021-three-zone',
          members: ['A'],
        },
        aSquare(120, 30, size),
      )
    const plan = await planOf({
      'places.geojson': aCollection(place('A', aSquare(120, 30))),
      'zones.geojson': aCollection(zone('Z1', 0.01), zone('Z2', 0.0101), zone('Z3', 0.01001)),
    })
    expect(codesOf(plan)).toEqual(['zones.geojson:2 shape-differs'])
  })
})

test('I12 markup in a name is text and stays what it is', async () => {
  const name = '<img src=x onerror=alert(1)>'
  const plan = await planOf({ 'places.geojson': aCollection(aFeature({ code: 'A', kind: 'village', name })) })
  const [block] = plan.blocks.values()
  expect(block!.columns.name).toMatchObject({ values: [name] })
  expect(plan.problems).toEqual([])
})

test('I12 what a sentence shows of a cell is only ever text', async () => {
  const plan = await planOf({ 'rounds.csv': 'zone,startedAt\nZ1,<img onerror>\n' })
  expect(toldOf(plan.problems[0]!, 'en')[0]).toBe('<img onerror> in startedAt is no day.')
  expect(sentenceOf(plan.problems[0]!, 'zh')).toMatch(
    /^rounds\.csv 第 2 行：startedAt 的 <img onerror> 不是日期。/,
  )
})
