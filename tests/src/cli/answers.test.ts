import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { AssessAnswer, CoverageAnswer } from '#geo'
import { main } from '../../../src/cli/main'
import { packFiles, zipOf } from '../../../src/export/pack'
import { aCollection, aFeature, aSquare, type Content, input, MemoryLog } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, files: Readonly<Record<string, Content>>): string {
  for (const { path, bytes } of input(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), bytes)
  }
  return join(folder, name)
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'C' },
  })
  return { code, out, err }
}

async function answer<T>(...args: string[]): Promise<T> {
  const { code, out } = await run(...args, '--json')
  expect(code).toBe(0)
  return JSON.parse(out) as T
}

const FILES: Record<string, Content> = {
  'pack.json': {
    format: 'cordon-pack',
    version: 1,
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'cn-2021-three-zone',
  },
  'places.geojson': aCollection(
    aFeature({ code: 'D', kind: 'district' }),
    aFeature({ code: 'T', kind: 'town', parent: 'D', people: 100, households: 40 }, aSquare(120, 30)),
  ),
  'roads.geojson': aCollection(
    aFeature(
      { class: 'primary', name: '人民路' },
      {
        type: 'LineString',
        coordinates: [
          [119.99, 30.005],
          [120.02, 30.005],
        ],
      },
    ),
  ),
  'zones.geojson': aCollection(
    aFeature({
      id: 'Z1',
      name: '城关',
      level: 'sealed',
      from: '2022-05-01',
      members: ['T'],
      policy: 'cn-2021-three-zone',
    }),
  ),
  'cases.csv':
    'id,reportedAt,kind,zone,knownAt\nC1,2022-05-01,confirmed,Z1,\nC2,2022-05-09,confirmed,Z1,2022-05-12T08:00\n',
}
const pack = written('pack', FILES)

describe('assess', () => {
  const lifted = (a: AssessAnswer) => a.zones[0]!.transitions.find(({ id }) => id === 'unseal')!
  const days = (a: AssessAnswer) => lifted(a).conditions.find(({ at }) => at !== null)!.at

  test('H7 a late report changes the picture of the day, not the picture that was known then', async () => {
    const now = await answer<AssessAnswer>('assess', pack, '--as-of', '2022-05-10')
    const then = await answer<AssessAnswer>('assess', pack, '--as-of', '2022-05-10', '--known', '2022-05-11')
    expect([now.known, then.known]).toEqual([null, '2022-05-12T00:00:00+08:00'])
    expect([now.asOf, then.asOf]).toEqual(['2022-05-11T00:00:00+08:00', '2022-05-11T00:00:00+08:00'])
    expect([days(then), days(now)].map((at) => at!.slice(0, 10))).toEqual(['2022-05-15', '2022-05-23'])
  })

  test('O5 evidence names its row by segment, file and number', async () => {
    const { zones } = await answer<AssessAnswer>('assess', pack, '--as-of', '2022-05-10')
    const evidence = zones[0]!.transitions.flatMap(({ conditions }) =>
      conditions.flatMap((one) => one.evidence),
    )
    const cases = evidence.filter(({ file }) => file === 'cases.csv')
    expect(cases.length).toBeGreaterThan(0)
    for (const one of evidence)
      expect(one).toEqual({
        file: expect.any(String),
        row: expect.any(Number),
        segment: expect.stringMatching(/^[0-9a-f]{64}$/),
        at: expect.any(String),
        value: expect.anything(),
      })
  })

  test('O10 the row of evidence is the line of its file, the header counted, under a title too', async () => {
    const text = String(FILES['cases.csv'])
    const titled = written('titled', { ...FILES, 'cases.csv': `某区病例台账\n单位：某区\n${text}` })
    for (const [folder, lines] of [
      [pack, text.split('\n')],
      [titled, ['', '', ...text.split('\n')]],
    ] as const) {
      const { zones } = await answer<AssessAnswer>('assess', folder, '--as-of', '2022-05-10')
      const cases = zones
        .flatMap(({ transitions }) => transitions.flatMap(({ conditions }) => conditions))
        .flatMap(({ evidence }) => evidence.filter(({ file }) => file === 'cases.csv'))
      expect(cases.length).toBeGreaterThan(0)
      for (const { row, value } of cases) expect(lines[row - 1]!.split(',')[0]).toBe(value)
    }
  })

  test('H7 another policy may be asked for; one that does not exist is no answer', async () => {
    const other = await answer<AssessAnswer>(
      'assess',
      pack,
      '--as-of',
      '2022-05-10T09:00',
      '--policy',
      'cn-9th-2022',
    )
    expect([other.policy, other.asOf]).toEqual(['cn-9th-2022', '2022-05-10T09:00:00+08:00'])
    const { code, out, err } = await run(
      'assess',
      pack,
      '--as-of',
      '2022-05-10',
      '--policy',
      'nowhere',
      '--json',
    )
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('nowhere')
  })

  test.each([
    [['assess', pack], '--as-of is missing'],
    [['assess', pack, '--as-of', '2022-02-30'], '2022-02-30'],
    [['assess', pack, '--as-of', '2022-05-10', '--known', 'soon'], '--known soon'],
    [['clusters', pack, '--as-of', '2022-05-10', '--radius', '0'], '--radius 0'],
    [['clusters', pack, '--as-of', '2022-05-10', '--radius', '0.5'], '--radius 0.5'],
    [['clusters', pack, '--as-of', '2022-05-10', '--min', '0.5'], '--min 0.5'],
    [['clusters', pack, '--as-of', '2022-05-10', '--window', '-1'], '--window'],
  ])('H1 %j is wrong use', async (args, said) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })
})

test('H2 what is not known is null, and a stated list without a row is not called unknown', async () => {
  const asOf = ['--as-of', '2022-05-10']
  const { 'pack.json': described, ...rest } = FILES
  const plain = written('no-policy', {
    'pack.json': { ...(described as object), policy: undefined },
    ...rest,
  })
  expect((await answer<AssessAnswer>('assess', plain, ...asOf)).policy).toBeNull()
  const stated = written('no-round', { ...FILES, 'rounds.csv': 'zone,round,startedAt\n' })
  const [told, untold] = [await run('coverage', stated, ...asOf), await run('coverage', pack, ...asOf)]
  expect(told.out).toContain('Testing\nnone\n')
  expect(untold.out).toContain('Testing\nnot known')
})

test('H2 an unknown condition names the list that is not there, and towns are named beside their codes', async () => {
  const asOf = ['--as-of', '2022-05-10']
  const unlisted = Object.fromEntries(Object.entries(FILES).filter(([name]) => name !== 'contacts.csv'))
  const { out } = await run('assess', written('no-contacts', unlisted), ...asOf)
  expect(out).toMatch(/\? \(not connected: [a-z, ]*contact list/)
  const places = aCollection(
    aFeature({ code: 'D', kind: 'district' }),
    aFeature({ code: 'T', name: '万金镇', kind: 'town', parent: 'D', people: 100 }, aSquare(120, 30)),
  )
  const named = await run('coverage', written('named', { ...FILES, 'places.geojson': places }), ...asOf)
  expect(named.out).toContain('T 万金镇')
})

test('H38 crossings of roads without access are printed with their lines, and count', async () => {
  const roads = FILES['roads.geojson'] as { features: { properties: object }[] }
  const closed = roads.features.map((road) => ({
    ...road,
    properties: { ...road.properties, access: 'no' },
  }))
  const ask = (files: Record<string, Content>) =>
    run('coverage', written('no-access', files), '--as-of', '2022-05-10')
  const { out } = await ask({ ...FILES, 'roads.geojson': { type: 'FeatureCollection', features: closed } })
  expect(out).toMatch(/of these on roads without access, counted as any other: \d+ \(.*Z1 2/)
  expect((await ask(FILES)).out).not.toContain('without access')
})

test('K2 a window of no day and a minimum of one case are asked for', async () => {
  const { code } = await run('clusters', pack, '--as-of', '2022-05-10', '--window', '0', '--min', '1')
  expect(code).toBe(0)
})

describe('what is answered from', () => {
  test('H8, H42 a folder, its archive and an exported pack answer alike, whatever the machine calls its zone', async () => {
    const log = new MemoryLog()
    await log.take(FILES)
    const files = packFiles(log, log.register())
    const zip = join(folder, 'pack.zip')
    writeFileSync(zip, zipOf(files))
    const ask = (path: string) => answer<CoverageAnswer>('coverage', path, '--as-of', '2022-05-10')
    const coverage = await ask(pack)
    expect(await ask(zip)).toEqual(coverage)
    expect(await ask(written('exported', Object.fromEntries(files)))).toEqual(coverage)
    expect(coverage).toMatchObject({
      ...{ perimeterTotal: { guarded: 0, unguarded: 2, closed: 0 }, testing: [] },
      unknownLists: ['checkpoints', 'rounds'],
    })
    expect(coverage.perimeter!.find(({ id }) => id === 'Z1')!.crossings.map(({ road }) => road)).toEqual([
      '人民路',
      '人民路',
    ])
  })

  test('H8 without a usable description there is no answer; a refused row is said on stderr', async () => {
    const broken = written('broken', { ...FILES, 'pack.json': '{"format":"cordon-pack"' })
    const none = await run('coverage', broken, '--as-of', '2022-05-10', '--json')
    expect([none.code, none.out]).toEqual([1, ''])
    expect(none.err).toContain('pack.json: broken-json')
    const worse = written('worse', { ...FILES, 'cases.csv': 'id,reportedAt\nC1,2022-02-30\n' })
    const some = await run('coverage', worse, '--as-of', '2022-05-10', '--json')
    expect(some.code).toBe(0)
    expect(some.err).toContain('1 row and 0 files not taken')
  })
})

test('H9 the demo comes out of one command, and check refuses nothing of it', async () => {
  const target = join(folder, 'demo')
  expect((await run('demo', target)).code).toBe(0)
  const { files } = await answer<{ files: { file: string; refused: number | null }[] }>('check', target)
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter(({ refused }) => refused)).toEqual([])
}, 240_000)
