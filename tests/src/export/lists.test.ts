import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { areaM2, type Instant, zoneShape } from '#geo'
import type { ListFormat } from '../../../src/export/tables/file-name'
import { listFilesOf } from '../../../src/export/tables/list-files'
import { KINDS } from '../../../src/log/kinds'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

const ALL = new Set(KINDS.map(({ list }) => list))
const NAMES = ['=1+1', '+cmd', "'=1+1", "''-x", '"甲", 乙', '上\n下', '🏥北口', '０１２', '@SUM(A1)', '1,871']

/** A place and a post of every name, codes with zeros and of 18 digits, a zone of members, two cases. */
async function aLog(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take({
    'pack.json': {
      ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84', use: 'review' },
      ...{ policy: 'cn-2021-three-zone', title: { zh: '召陵区', en: 'Shaoling' } },
    },
    'places.geojson': aCollection(
      aFeature({ code: '001', kind: 'district', name: '召陵区' }),
      ...NAMES.map((name, at) =>
        aFeature(
          { code: `00${at}123456789012345`, kind: 'village', name, parent: '001', people: at },
          aSquare(114 + at / 100, 33.5),
        ),
      ),
    ),
    'facilities.geojson': aCollection(
      ...NAMES.map((name, at) =>
        aFeature(
          { id: `0${at}`, kind: 'checkpoint', name },
          { type: 'Point', coordinates: [114.005, 33.505] },
        ),
      ),
    ),
    'zones.geojson': aCollection(
      aFeature({
        ...{ id: 'Z1', level: '封控', from: '2022-05-20T00:00' },
        members: ['000123456789012345', '001123456789012345'],
      }),
    ),
    'cases.csv':
      'id,reportedAt,kind,place,ageBand\nC1,2022-05-20,confirmed,000123456789012345,5-9\nC2,2022-05-25T09:30:30,asymptomatic,,\n',
  })
  return log
}

async function filesOf(
  log: MemoryLog,
  format: ListFormat,
  written: 'zh' | 'en',
  asOf: Instant | null = null,
): Promise<Record<string, string | Uint8Array>> {
  const made = await listFilesOf(log.register(), format, { lists: ALL, written, asOf, notice: '内部资料' })
  return made.ok ? Object.fromEntries(made.files) : {}
}

const sum = (counts: readonly { added: number; changed: number; equal: number }[]): number[] =>
  (['added', 'changed', 'equal'] as const).map((name) => counts.reduce((all, one) => all + one[name], 0))

describe.each(['zh', 'en'] as const)('in %s', (written) => {
  test.each(['csv', 'xlsx', 'geojson'] as const)(
    'O12, O14 text of any kind comes back equal from %s',
    async (format) => {
      const log = await aLog()
      const { offer, plan } = await log.offer(await filesOf(log, format, written))
      expect(plan.refused).toEqual([])
      expect(offer.changes).toEqual([])
      expect(sum(offer.counts)).toEqual([0, 0, format === 'geojson' ? 22 : 24])
    },
  )
})

test('O12 an edited cell is the one change', async () => {
  const log = await aLog()
  const files = await filesOf(log, 'csv', 'zh')
  const [name, text] = Object.entries(files).find(([path]) => path.includes('病例'))!
  const { offer } = await log.offer({ ...files, [name]: String(text).replace('无症状', '确诊') })
  expect(offer.changes).toMatchObject([
    { list: 'cases', cells: [{ column: 'kind', before: 'asymptomatic', after: 'confirmed' }] },
  ])
  expect(sum(offer.counts)).toEqual([0, 1, 23])
})

test('O12 files are called by district, list and as-of, in the language that was chosen', async () => {
  const log = await aLog()
  const at = Date.parse('2022-05-22T18:00:00+08:00') as Instant
  expect(Object.keys(await filesOf(log, 'csv', 'zh', at))).toContain('召陵区-病例-202205221800-内部资料.csv')
  expect(Object.keys(await filesOf(log, 'xlsx', 'en', at))).toEqual([
    'Shaoling-lists-202205221800-internal.xlsx',
  ])
  expect(
    await listFilesOf(new MemoryLog().register(), 'csv', {
      lists: ALL,
      written: 'zh',
      asOf: null,
      notice: '',
    }),
  ).toEqual({
    ...{ ok: false, why: 'no-rows' },
  })
})

test('O13 what a person corrected leaves as it stands and comes back equal, also beside what the file said', async () => {
  const log = await aLog()
  const { file, segment, row } = log.register().cases
  expect([file.values[file.codes[1]!], row[1]]).toEqual(['cases.csv', 3])
  const id = log.blocks.get(segment!.values[segment!.codes[1]!]!)!.ids[1]!
  log.say([{ type: 'cases.corrected@1', row: id, set: { kind: 'confirmed' }, because: '复核' } as never])
  expect(log.register().cases.kind.values).not.toContain('asymptomatic')
  const { offer } = await log.offer(await filesOf(log, 'xlsx', 'zh'))
  expect(offer.changes).toEqual([])
  expect(sum(offer.counts)).toEqual([0, 0, 24])
})

test('O14 a zone opens elsewhere with the ground of its members, to the square metre', async () => {
  const log = await aLog()
  const facts = log.register()
  const files = await filesOf(log, 'geojson', 'en')
  const other = new MemoryLog()
  await other.take(Object.fromEntries(Object.entries(files).filter(([path]) => path.includes('zones'))))
  const [zone] = other.register().zones
  const meant = areaM2(zoneShape(facts.zones[0]!, facts.places))
  expect(meant).toBeGreaterThan(1e6)
  expect(areaM2(zone!.drawn!)).toBeCloseTo(meant, 3)
})

test('O15 at an as-of what lies after it is left out, and nothing of what is there', async () => {
  const log = await aLog()
  const files = await filesOf(log, 'csv', 'en', Date.parse('2022-05-22T18:00:00+08:00') as Instant)
  const cases = String(Object.entries(files).find(([path]) => path.includes('cases'))![1])
  expect([cases.includes('C1'), cases.includes('C2')]).toEqual([true, false])
  const { offer } = await log.offer(files)
  expect([offer.changes, sum(offer.counts)]).toEqual([[], [0, 0, 23]])
})

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Needs LibreOffice (`soffice`); without it the test is skipped and says so by its name. */
test.skipIf(!hasOffice())(
  'O12 a workbook that LibreOffice saved comes back equal',
  { timeout: 180_000 },
  async () => {
    const log = await aLog()
    const [[, bytes]] = Object.entries(await filesOf(log, 'xlsx', 'zh')) as [[string, Uint8Array]]
    const folder = mkdtempSync(join(tmpdir(), 'cordon-office-'))
    writeFileSync(join(folder, 'lists.xlsx'), bytes)
    const home = `-env:UserInstallation=file://${folder}/home`
    execFileSync('soffice', [
      home,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'lists.xlsx'),
    ])
    const saved = new Uint8Array(readFileSync(join(folder, 'out', 'lists.xlsx')))
    rmSync(folder, { recursive: true })
    expect(saved).not.toEqual(bytes)
    const { offer } = await log.offer({ '召陵区-资料.xlsx': saved })
    expect([offer.changes, sum(offer.counts)]).toEqual([[], [0, 0, 24]])
  },
)
