import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { logFiles } from '../../../src/export/pack'
import { readLog } from '../../../src/import/files/read-log'
import { safePath } from '../../../src/import/files/zip'
import { ImportCancelled, type Work } from '../../../src/import/pace'
import { planImport } from '../../../src/import/plan'
import { cellAt } from '../../../src/log/rows/cells'
import { aCollection, aFeature, codesOf, input, MemoryLog, planOf } from '../../helpers/pack-input'

const PACK = { format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84' }
const CASES = 'id,reportedAt\nC1,2022-05-01\n'

describe('which file is what', () => {
  test('I10 files of later releases are kept byte for byte, unknown ones are reported', async () => {
    const bytes = strToU8('id,at\n1,2022-05-01\n')
    const plan = await planOf({
      'signals.csv': bytes,
      'readme.txt': 'hello',
      '.DS_Store': 'x',
      '__MACOSX/a.csv': 'x',
    })
    expect(plan.files.map(({ file, kind }) => [file, kind])).toEqual([
      ['readme.txt', 'unknown'],
      ['signals.csv', 'kept'],
    ])
    const [draft] = plan.drafts
    const block = plan.blocks.get(draft?.type === 'file.kept@1' ? draft.block : '')
    expect(cellAt(block?.columns.bytes, 0)).toEqual(bytes)
  })

  test('I10 places may come in a folder of their own, and a pack in a folder or an archive', async () => {
    const files = {
      'p/pack.json': PACK,
      'p/places/a.geojson': aCollection(aFeature({ code: 'A', kind: 'town' })),
      'p/cases.csv': CASES,
    }
    const packed = Object.fromEntries(input(files).map(({ path, bytes }) => [path, bytes]))
    const [loose, zipped] = [await planOf(files), await planOf({ 'my pack.zip': zipSync(packed) })]
    expect(loose.files.map(({ file }) => file)).toEqual(['cases.csv', 'pack.json', 'places/a.geojson'])
    expect(zipped.files).toEqual(loose.files)
    expect(zipped.drafts).toEqual(loose.drafts)
  })

  test('I10 of several archives each is read from its own folder', async () => {
    const places = strToU8(JSON.stringify(aCollection(aFeature({ code: 'A', kind: 'town' }))))
    const plan = await planOf({
      'a.zip': zipSync({ 'places.geojson': places }),
      'b.zip': zipSync({ '子夹/cases.csv': strToU8(CASES), '子夹/NOTICE.txt': strToU8('x') }),
    })
    expect(plan.files.map(({ file, kind }) => [file, kind])).toEqual([
      ['cases.csv', 'cases'],
      ['places.geojson', 'places'],
    ])
  })

  test('I10 with a log in the pack that alone is read, and its faults are said', async () => {
    const log = new MemoryLog()
    await log.take({ 'pack.json': { ...PACK, use: 'exercise' }, 'cases.csv': CASES })
    const files: Record<string, string> = {
      ...Object.fromEntries(logFiles(log)),
      'cases.csv': 'id,reportedAt\nC9,2022-05-01\n',
    }
    const plan = await planOf(files)
    expect(codesOf(plan)).toEqual(['cases.csv:- copy-of-log'])
    expect(plan.files.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['kept', null],
      ['log', 2],
      ['log', null],
    ])
    expect([plan.drafts, plan.pack.use, plan.described]).toEqual([[], 'exercise', true])
    expect(readLog(plan.log!).events).toEqual(log.events)
    const cut = await planOf({
      ...files,
      'log.ndjson': `${files['log.ndjson']!.replace('exercise', 'live')}{"half"`,
    })
    expect(codesOf(cut)).toEqual([
      'cases.csv:- copy-of-log',
      'log.ndjson:1 broken-log',
      'log.ndjson:3 broken-log',
    ])
  })

  test('I10 of two logs dropped at once one is read, and what came with the other is named as not read', async () => {
    const [one, other] = [new MemoryLog(), new MemoryLog()]
    await one.take({ 'pack.json': PACK, 'cases.csv': CASES })
    await other.take({ 'pack.json': { ...PACK, name: 'other' }, 'cases.csv': CASES })
    const under = (folder: string, log: MemoryLog): Record<string, string> =>
      Object.fromEntries([...logFiles(log)].map(([name, text]) => [`${folder}/${name}`, text]))
    const plan = await planOf({ ...under('a', one), ...under('b', other), 'a/cases.csv': CASES })
    expect(readLog(plan.log!).events).toEqual(one.events)
    expect(codesOf(plan)).toEqual([
      'a/cases.csv:- copy-of-log',
      'b/log.ndjson:- beside-log',
      expect.stringMatching(/^b\/segments\/.*:- beside-log$/),
    ])
  })
})

describe('archives', () => {
  test.each([
    ['../../etc/passwd', null],
    ['/etc/passwd', null],
    ['C:\\data\\cases.csv', null],
    ['a\\cases.csv', 'a/cases.csv'],
    ['./a/./b.csv', 'a/b.csv'],
  ])('I11 the path %s is %s', (path, safe) => {
    expect(safePath(path)).toBe(safe)
  })

  test('I11 an unsafe path in an archive is refused alone', async () => {
    const plan = await planOf({
      'a.zip': zipSync({ '../evil.csv': strToU8('x'), 'cases.csv': strToU8(CASES) }),
    })
    expect(codesOf(plan)).toEqual(['a.zip:- unsafe-path'])
    expect(plan.files).toMatchObject([{ file: 'cases.csv', taken: 1 }])
  })

  test('I11 an archive that unpacks out of proportion is not opened', async () => {
    const plan = await planOf({ 'bomb.zip': zipSync({ 'cases.csv': new Uint8Array(4_000_000) }) })
    expect(codesOf(plan)).toEqual(['bomb.zip:- zip-too-large'])
  })

  test('I11 a broken archive is one problem', async () => {
    const whole = zipSync({ 'cases.csv': strToU8(CASES) })
    const plan = await planOf({
      'cut.zip': whole.slice(0, 40),
      'contacts.csv': 'id,exposedAt\nK1,2022-05-01\n',
    })
    expect(codesOf(plan)).toEqual(['cut.zip:- broken-zip'])
    expect(plan.files).toMatchObject([{ file: 'contacts.csv', taken: 1 }])
  })

  test('I11 Chinese file names of an archive are read', async () => {
    const plan = await planOf({ 'a.zip': zipSync({ '说明.txt': strToU8('x') }) })
    expect(plan.files.map(({ file }) => file)).toEqual(['说明.txt'])
  })
})

describe('settings', () => {
  test('I13 a setting that cannot be used falls back and says so; the others hold', async () => {
    const pack = {
      ...PACK,
      timezone: 'Asia/Shangri-La',
      use: 'exercise',
      asOf: '2022-02-30',
      perimeter: { guardDistanceM: 80 },
    }
    const plan = await planOf({ 'pack.json': pack })
    expect(plan.problems.map(({ column, seen }) => [column, seen])).toEqual([
      ['timezone', '"Asia/Shangri-La"'],
      ['asOf', '"2022-02-30"'],
    ])
    expect(plan.pack).toMatchObject({
      timezone: 'Asia/Shanghai',
      use: 'exercise',
      asOf: null,
      perimeter: { guardDistanceM: 80 },
    })
  })

  test('I13 a frame that cannot be converted refuses what has a position, and nothing else', async () => {
    const files = {
      'pack.json': { ...PACK, frame: 'EPSG:28992' },
      'cases.csv': 'id,reportedAt,lng,lat\nC1,2022-05-01,302000,2771000\nC2,2022-05-01,,\n',
    }
    const plan = await planOf(files)
    expect(codesOf(plan)).toEqual(['cases.csv:2 frame-not-yet'])
    expect(plan.files[0]).toMatchObject({ frame: 'EPSG:28992', taken: 1, refused: 1 })
  })

  test('I13 GCJ-02 comes in as WGS-84 and is remembered', async () => {
    const files = {
      'pack.json': { ...PACK, frame: 'gcj02' },
      'cases.csv': 'id,reportedAt,lng,lat\nC1,2022-05-01,121.4737,31.2304\n',
    }
    const log = new MemoryLog()
    await log.take(files)
    const { cases, sources } = log.register()
    expect(cases.lon[0]).toBeCloseTo(121.4692, 3)
    expect(cases.lat[0]).toBeCloseTo(31.2323, 3)
    expect(sources[0]!.file.frame).toBe('gcj02')
  })

  test('I13 a policy of the pack is adopted, with the levels of what it extends', async () => {
    const zones = aCollection(
      aFeature({ id: 'Z1', level: 'sealed', from: '2022-05-01', policy: 'city' }),
      aFeature({ id: 'Z2', level: 'red', from: '2022-05-01', policy: 'city' }),
    )
    const files = {
      'policies/city.json': { id: 'city', extends: 'cn-2021-three-zone', levels: [{ id: 'watch', rank: 1 }] },
      'policies/bad.json': { id: 'bad', extends: 'city', dayCount: 'moons' },
      'zones.geojson': zones,
    }
    expect(codesOf(await planOf(files))).toEqual([
      'policies/bad.json:- broken-policy',
      'zones.geojson:2 unknown-level',
    ])
  })
})

describe('persons', () => {
  test('I14 of a list about persons only its own columns are kept; known phrases of remarks are tags', async () => {
    const rows =
      'id,reportedAt,姓名,联系电话,身份证号,备注\nC1,2022-05-01,张三丰,13812345678,110101199003071234,已转运见13912345678\n'
    const plan = await planOf({ 'cases.csv': rows })
    const [block] = plan.blocks.values()
    expect(Object.keys(block!.columns).sort()).toEqual(['ageBand', 'id', 'reportedAt', 'sex', 'tags'])
    expect(cellAt(block!.columns.tags, 0)).toBe('已转运')
    expect(JSON.stringify([...plan.blocks.values(), plan.problems])).not.toMatch(/三丰|12345678|19900307/)
    expect(plan.problems.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'age-band-from-identity 身份证号',
      'column-not-kept 备注',
      'personal-dropped 姓名',
      'personal-dropped 联系电话',
      'personal-dropped 身份证号',
      'sex-from-identity 身份证号',
    ])
  })

  test('I14 a refused row leaves as it was, nothing of it is written, and an identity number is no id', async () => {
    const plan = await planOf({ 'cases.csv': 'id,reportedAt,姓名\n110101199003071234,2022-05-01,李四\n' })
    expect(codesOf(plan)).toContain('cases.csv:2 personal-id')
    expect(plan.refused[0]!.cells).toEqual({
      id: '110101199003071234',
      reportedAt: '2022-05-01',
      姓名: '李四',
    })
    const written = [...plan.blocks.values(), plan.drafts, plan.refusals, plan.problems, plan.files]
    expect(JSON.stringify(written)).not.toMatch(/李四|19900307/)
    expect(plan.refusals).toEqual([
      {
        type: 'rows.refused@1',
        list: 'cases',
        source: 'cases.csv',
        refused: [{ row: 2, why: 'personal-id' }],
      },
    ])
  })
})

test('I15 an import can be followed and cancelled', async () => {
  const files = input({ 'cases.csv': CASES, 'contacts.csv': 'id,exposedAt\nK1,2022-05-01\n' })
  const seen: string[] = []
  await planImport(files, {}, { progress: (done, of, file) => seen.push(`${done}/${of} ${file}`) })
  expect([...new Set(seen)]).toEqual(['0/2 cases.csv', '1/2 contacts.csv', '2/2 '])
  let asked = 0
  await expect(planImport(files, {}, { cancelled: () => ++asked > 1 })).rejects.toThrow(ImportCancelled)
})

test('I15 amid a file it says how far it is and ends when asked, at any step', async () => {
  const rows = Array.from({ length: 9_000 }, (_, i) => `C-${i},2022-05-01,P`).join('\n')
  const files = input({ 'cases.csv': `id,reportedAt,place\n${rows}\n` })
  const work: Work[] = []
  await planImport(files, {}, { progress: (_done, _of, _file, at) => work.push(at) })
  const shares = work.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.filter((share) => share > 0.3 && share < 0.7).length).toBeGreaterThan(2)
  expect(shares.at(-1)).toBeLessThanOrEqual(1)
  expect(work.some(({ rows }) => rows > 0 && rows < 9_000)).toBe(true)
  for (let end = 1; end <= work.length; end += 4) {
    let asked = 0
    await expect(planImport(files, {}, { cancelled: () => ++asked >= end })).rejects.toThrow(ImportCancelled)
  }
})

test('I1 a workbook that cannot be read is one error under its own name, not one for each part of it', async () => {
  const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') })
  const plan = await planOf({ '日报.xlsx': workbook })
  expect(plan.problems.map(({ file, code, severity }) => [file, code, severity])).toEqual([
    ['日报.xlsx', 'broken-workbook', 'error'],
  ])
  expect(plan.isEmpty).toBe(true)
})
