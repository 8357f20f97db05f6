import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersOf, type Instant } from '#geo'
import { main } from '../../../src/cli/main'
import { answeredPlan } from '../../../src/cli/planned'
import { factsOf, readInput, readPack } from '../../../src/cli/read-pack'
import { hasSharedData, sharedData } from '../../helpers/shared-data'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-convert-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cordon(...args: string[]) {
  let [out, err] = ['', '']
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), env: {} })
  return { code, out, err }
}

const written = (name: string, content: string | object): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const square = (lon: number, lat: number) => [
  [
    [lon, lat],
    [lon + 0.02, lat],
    [lon + 0.02, lat + 0.02],
    [lon, lat + 0.02],
    [lon, lat],
  ],
]
const village = (code: string, name: string, lon: number) => ({
  type: 'Feature',
  properties: { code, name, kind: 'village', people: 900 },
  geometry: { type: 'Polygon', coordinates: square(lon, 33.5) },
})
const villages = { type: 'FeatureCollection', features: [village('411104001201', '东村', 114)] }

/**
 * What every command answers from, as an import of the files gives it and as the written pack does: but for when it was
 * learned, which files do not tell and a log does.
 */
async function bothOf(
  source: string,
  pack: string,
  { asOf, answer }: { readonly asOf: string; readonly answer: string | undefined },
) {
  const plan = await answeredPlan(readInput(source), { clock: Date.now(), answer })
  const facts = [factsOf(plan, Date.now())(null), (await readPack(pack)).factsKnown(null)]
  const at = Date.parse(asOf) as Instant
  return facts.map((one) =>
    JSON.stringify(answersOf(one, { asOf: at, known: null })).replaceAll(
      /"knownAt":"[^"]*"/g,
      '"knownAt":null',
    ),
  )
}

describe('cordon convert', () => {
  test('H41 writes a pack with its log, which is whole and answers as an import of the files does', async () => {
    const paths = [
      written('村界.geojson', villages),
      written('7月9日病例.csv', '现住址,报告日期,诊断类型\n东村,7月8日,确诊\n东村,7月9日,确诊\n'),
    ]
    const to = join(folder, 'pack')
    const { code, out } = await cordon('convert', ...paths, '--to', to, '--answer', '1=2022', '--json')
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer.written).toEqual(
      expect.arrayContaining(['pack.json', 'places.geojson', 'cases.csv', 'log.ndjson']),
    )
    expect(answer.questions).toMatchObject([{ kind: 'year', answer: '2022' }])
    expect((await cordon('verify', join(to, 'log.ndjson'))).code).toBe(0)
    const { factsKnown } = await readPack(to)
    expect(factsKnown(null).cases.length).toBe(2)
    expect(factsKnown(null).head).toBe(answer.head)
    // the log of a pack goes on as it is
    const again = join(folder, 'again')
    expect((await cordon('convert', to, '--to', again)).code).toBe(0)
    for (const name of ['log.ndjson', 'places.geojson', 'pack.json'])
      expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(to, name), 'utf8'))
  })

  test('H41 without an answer what hangs on it is left out and stays open', async () => {
    const path = written('台账.csv', '现住址,报告日期,诊断类型\n东村,7月8日,确诊\n西村,2022-07-07,确诊\n')
    const to = join(folder, 'open')
    const { code, out } = await cordon('convert', path, '--to', to, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).questions).toMatchObject([{ kind: 'year', answer: null }])
    const { factsKnown } = await readPack(to)
    expect(factsKnown(null).cases.length).toBe(1)
    const { unplaced } = JSON.parse((await cordon('check', to, '--json')).out)
    expect(unplaced).toEqual(expect.arrayContaining([expect.objectContaining({ why: 'no-year', row: 2 })]))
  })

  test('H41 the frame given is that of files that state none, and of no other', async () => {
    const stated = { ...villages, crs: { type: 'name', properties: { name: 'EPSG:4490' } } }
    const rows = 'id,reportedAt,kind,lng,lat\nC1,2022-07-08,confirmed,114.01,33.51\n'
    const paths = [written('甲.geojson', stated), written('cases.csv', rows)]
    const to = join(folder, 'framed')
    await cordon('convert', ...paths, '--to', to, '--frame', 'gcj02')
    const facts = (await readPack(to)).factsKnown(null)
    expect(facts.places[0]!.shape![0]![0]!.slice(0, 2)).toEqual(Float64Array.of(114, 33.5))
    expect(Math.abs(facts.cases.lon[0]! - 114.01)).toBeGreaterThan(0.004)
    expect(await cordon('convert', ...paths, '--to', join(folder, 'x'), '--frame', 'mars')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--frame mars'),
    })
  })

  test('H41 nothing is written where nothing can be taken, nor into a folder that holds anything', async () => {
    const to = join(folder, 'none')
    const noise = written('x.bin', '%PDF-1.4')
    expect(await cordon('convert', noise, '--to', to)).toMatchObject({
      code: 1,
      err: expect.stringContaining('PDF'),
    })
    expect(existsSync(to)).toBe(false)
    const full = readdirSync(folder)
    const path = written('村界.geojson', villages)
    expect(await cordon('convert', path, '--to', folder)).toMatchObject({ code: 1 })
    expect(readdirSync(folder).sort()).toEqual([...new Set([...full, '村界.geojson', 'x.bin'])].sort())
    expect((await cordon('convert', path)).code).toBe(2)
  })

  test('O11 a time that no row and no file tells is an empty cell of the pack', async () => {
    const rows = '街道,应检人数,已采人数\n甲街道,100,90\n乙街道,200,180\n'
    const to = join(folder, 'untimed')
    const made = await cordon('convert', written('核酸统计.csv', rows), '--to', to)
    expect(made).toMatchObject({ code: 0, err: '' })
    const [header, first] = readFileSync(join(to, 'rounds.csv'), 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\r\n')
    const cells = Object.fromEntries(header!.split(',').map((name, i) => [name, first!.split(',')[i]]))
    expect(cells).toMatchObject({ place: '甲街道', listed: '100', sampled: '90' })
    expect(cells.startedAt ?? '').toBe('')
  })

  test('H41 files of one name from two folders are two files', async () => {
    const [one, two] = ['甲镇', '乙镇'].map((name) => mkdtempSync(join(folder, name)))
    writeFileSync(join(one!, '台账.csv'), '现住址,报告日期,诊断类型\n东村,2022-07-08,确诊\n')
    writeFileSync(join(two!, '台账.csv'), '现住址,报告日期,诊断类型\n西村,2022-07-07,确诊\n')
    const to = join(folder, 'both')
    await cordon('convert', join(one!, '台账.csv'), join(two!, '台账.csv'), '--to', to)
    expect((await readPack(to)).factsKnown(null).cases.length).toBe(2)
  })
})

const REAL = [
  ['../cases/morning', '2022-07-10T00:00:00+08:00', 'proposed'],
  ['tainan-2015', '2015-09-01T00:00:00+08:00', undefined],
] as const

describe.each(REAL)('real files (%s; skipped where they are absent)', (name, asOf, answer) => {
  test.skipIf(!hasSharedData(name))(
    'H41 the written pack answers what an import of its files answers',
    async () => {
      const to = join(folder, name.replace(/\W/g, ''))
      const source = sharedData(name)
      const answered = answer ? ['--answer', answer] : []
      expect((await cordon('convert', source, '--to', to, ...answered)).code).toBe(0)
      const [came, wrote] = await bothOf(source, to, { asOf, answer })
      expect(came!.length).toBeGreaterThan(1_000)
      expect(wrote === came).toBe(true)
    },
  )
})

test('L119 a log written of a pack answers as the pack does: it has no clock, and nothing was learned when it was written', async () => {
  const pack = join(import.meta.dirname, '../../../public/demo/lanxi')
  const to = join(folder, 'as-log')
  expect((await cordon('export', pack, '--format', 'log', '--to', to)).code).toBe(0)
  const at = ['--as-of', '2022-05-27T14:00', '--json']
  const [ofPack, ofLog] = [await cordon('assess', pack, ...at), await cordon('assess', to, ...at)]
  const zones = ({ out }: { out: string }) => (JSON.parse(out) as { zones: object[] }).zones
  expect(zones(ofPack).length).toBeGreaterThan(10)
  expect(ofLog.out).not.toContain('1970')
  const deadlines = (answer: { out: string }) =>
    zones(answer).map((zone) => (zone as { deadlines?: object[] }).deadlines)
  expect(deadlines(ofLog)).toEqual(deadlines(ofPack))
})
