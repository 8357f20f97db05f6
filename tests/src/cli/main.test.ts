import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { textTable } from '../../../src/cli/printed/text-table'
import { logFiles } from '../../../src/export/pack'
import { hashOf } from '../../../src/log/append'
import type { LogEvent } from '../../../src/log/events'
import { aCollection, aFeature, aSquare, type Content, input, MemoryLog } from '../../helpers/pack-input'
import { hasSharedData, sharedData } from '../../helpers/shared-data'

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
    env: { LANG: 'zh_CN.UTF-8' },
  })
  return { code, out, err }
}

const noTainan = !hasSharedData('tainan-2015')

const small = written('small', {
  'places.geojson': aCollection(aFeature({ code: 'A', kind: 'town' }, aSquare(120, 30))),
  'cases.csv': 'id,reportedAt\nC1,2022-05-01\nC2,2022-02-30\n',
})

describe('use', () => {
  test.each([
    [[], 'command is missing'],
    [['chekc'], 'unknown command chekc'],
    [['check'], 'path is missing'],
    [['check', 'a', 'b'], 'one path'],
    [['check', 'a', '--as-of', '2022-05-01'], '--as-of'],
    [['check', 'a', '--jsn'], '--jsn'],
  ])('H1 %j is wrong use: exit 2, nothing on stdout', async (args, said) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain('cordon check PACK [--answer N=ANSWER,…] [--recipe FILE] [--against HELD] [--json]')
  })

  test.each([
    [['--help'], 'cordon verify LOG.ndjson'],
    [['help'], 'cordon verify LOG.ndjson'],
    [['assess', '--help'], 'cordon assess PACK --as-of T'],
    [['coverage', '-h'], 'cordon coverage PACK --as-of T'],
    [['help', 'assess'], 'cordon assess PACK --as-of T'],
  ])('H39 %j says how it is used: exit 0, nothing on stderr', async (args, said) => {
    const { code, out, err } = await run(...args)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(said)
    expect(out.includes('cordon check')).toBe(!args.includes('assess') && !args.includes('coverage'))
  })

  test('H1 a pack that is not there is no answer: exit 1', async () => {
    const { code, out, err } = await run('check', join(folder, 'nowhere'), '--json')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('ENOENT')
  })
})

describe('check', () => {
  test.each<Readonly<Record<string, Content>>>([
    { 'cases.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'x.docx': 'PK', '封控区.kml': '<kml/>' },
    { 'cases.csv': 'id,reportedAt\nC1,2022-02-30\n', 'notes.txt': '三例' },
    { 'cases.csv': Uint8Array.of(0xb2, 0xa1, 0xc0, 0xfd) },
    { 'log.ndjson': 'no event\n' },
  ])('H1 of files of which nothing could be taken it says why and exits 1 (%#)', async (files) => {
    const pack = written(`nothing-${Object.keys(files).join('-')}`, files)
    const { code, out, err } = await run('check', pack, '--json')
    const { problems } = JSON.parse(out) as { problems: { file: string; severity: string }[] }
    expect([code, err]).toEqual([1, `${pack}: 没有任何内容可以采用：原因见上面各项。\n`])
    const wrong = problems.filter(({ severity }) => severity === 'error').map(({ file }) => file)
    expect([...new Set(wrong)].sort()).toEqual(Object.keys(files).sort())
  })

  test('I1 a file that was not read is an error beside what was taken', async () => {
    const pack = written('half', { 'cases.csv': 'id,reportedAt\nC1,2022-05-01\n', 'zones.kml': '<kml/>' })
    const { code, out } = await run('check', pack, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).problems).toMatchObject([
      { file: 'zones.kml', code: 'empty-file', severity: 'error' },
    ])
    expect((await run('check', written('none', { 'cases.csv': 'id,reportedAt\n' }), '--json')).code).toBe(0)
  })

  test('H2 prints one JSON document, keys always present', async () => {
    const { code, out, err } = await run('check', small, '--json')
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual({
      schema: 'cordon-check/1',
      ...{ compared: null, changes: null, counts: null },
      questions: [],
      sources: [{ list: 'cases', speaksFor: [], until: null, holdsUntil: null }],
      unplaced: [
        expect.objectContaining({ list: 'cases', row: 2, why: 'no-ground', refused: false }),
        expect.objectContaining({ list: 'cases', row: 3, why: 'no-such-day', refused: true }),
      ],
      files: [
        { file: 'cases.csv', kind: 'cases', encoding: 'utf-8', frame: null, rows: 2, taken: 1, refused: 1 },
        {
          file: 'places.geojson',
          kind: 'places',
          encoding: 'utf-8',
          frame: 'wgs84',
          rows: 1,
          taken: 1,
          refused: 0,
        },
      ],
      problems: [
        {
          file: 'cases.csv',
          row: 3,
          column: 'reportedAt',
          code: 'no-such-day',
          severity: 'error',
          seen: '2022-02-30',
          more: 0,
          suggestion: '2022-02-28',
          detail: null,
        },
      ],
    })
  })

  test('H2 prints a table and sentences for people, in the language of the shell', async () => {
    const { out } = await run('check', small)
    expect(out).toContain('文件            类型    编码   坐标系  行数  采用  退回')
    expect(out).toContain('cases.csv 第 3 行：reportedAt 的 2022-02-30 这一天不存在。')
  })

  test.skipIf(noTainan)(
    'H3 takes the real cases and villages of Tainan and reports 472 overlaps once',
    async () => {
      const { code, out } = await run('check', sharedData('tainan-2015'), '--json')
      const { files, problems } = JSON.parse(out)
      const taken = Object.fromEntries(files.map((f: { file: string; taken: number }) => [f.file, f.taken]))
      expect(code).toBe(0)
      expect(taken).toMatchObject({ 'cases.csv': 22_755, 'places.geojson': 790 })
      expect(files.every((f: { refused: number | null }) => !f.refused)).toBe(true)
      const overlaps = problems.filter((p: { code: string }) => p.code === 'siblings-overlap')
      expect(overlaps).toHaveLength(1)
      expect(overlaps[0].detail.pairs).toHaveLength(472)
      expect(overlaps[0].detail.areaM2 / 2.42e6).toBeCloseTo(1, 1)
    },
  )
})

describe('verify', () => {
  test('H4 a whole log is whole; an altered or cut event, or segment, is named and exits 1', async () => {
    const log = new MemoryLog()
    await log.take({ 'cases.csv': 'id,reportedAt\nC1,2022-05-01\n' })
    await log.take({ 'contacts.csv': 'id,exposedAt\nP1,2022-05-01\n' })
    const path = written('log', Object.fromEntries(logFiles(log)))
    const file = join(path, 'log.ndjson')
    const good = readFileSync(file, 'utf8')
    const verdict = async (): Promise<[number, string[]]> => {
      const { code, out } = await run('verify', file, '--json')
      return [code, JSON.parse(out).faults.map((f: { line: number; code: string }) => `${f.line} ${f.code}`)]
    }
    expect(await verdict()).toEqual([0, []])
    writeFileSync(file, good.replace('cases.csv', 'cases.CSV'))
    expect(await verdict()).toEqual([1, ['1 altered']])
    writeFileSync(file, good.slice(good.indexOf('\n') + 1))
    expect(await verdict()).toEqual([1, ['1 missing']])
    writeFileSync(file, `${good}{"half":`)
    expect(await verdict()).toEqual([1, ['3 unreadable']])
    writeFileSync(file, good)
    rmSync(join(path, 'segments'), { recursive: true })
    mkdirSync(join(path, 'segments'))
    expect(await verdict()).toEqual([1, ['1 segment-missing', '2 segment-missing']])
  })

  test('H4 an answer from a log that is not whole says so on stderr', async () => {
    const log = new MemoryLog()
    await log.take({ 'cases.csv': 'id,reportedAt\nC1,2022-05-01\n' })
    const path = written('torn-log', Object.fromEntries(logFiles(log)))
    const ask = () => run('clusters', path, '--as-of', '2022-05-10', '--json')
    expect((await ask()).err).toBe('')
    rmSync(join(path, 'segments'), { recursive: true })
    const { code, err } = await ask()
    expect([code, err]).toEqual([0, '日志有 1 处不完整，回答可能缺少其中的事实，详见 cordon verify。\n'])
  })
})

describe('what is set aside', () => {
  /** A log of a case list and of events by another device that are whole by their hashes. */
  async function aLogWith(...bodies: object[]): Promise<string> {
    const log = new MemoryLog()
    await log.take({ 'cases.csv': 'id,reportedAt,lng,lat\nC1,2022-05-01,113,23\nC2,2022-05-02,114,23\n' })
    const later = log.events.at(-1)!.recordedAt + 1
    const added: LogEvent[] = []
    for (const [i, body] of bodies.entries()) {
      const envelope = { by: { name: '沈', unit: '镇' }, device: 'far', batch: `e${i}`, id: `e${i}` }
      const open = {
        ...envelope,
        recordedAt: later + i,
        prev: added.at(-1)?.hash ?? null,
        ...body,
      } as LogEvent
      added.push({ ...open, hash: hashOf(open) })
    }
    return written(
      `aside-${bodies.length}`,
      Object.fromEntries(logFiles({ events: [...log.events, ...added], blocks: log.blocks })),
    )
  }
  const retraction = { type: 'cases.retracted@1', row: 'C1', because: '' }
  const far = { recordedAt: Date.now() + 3 * 24 * 3600_000 }

  test('L45, L47 check lists it, an answer leaves it out and says so, verify lists it beside a whole chain', async () => {
    const path = await aLogWith(
      { ...retraction, row: 7 },
      { type: 'dragons.seen@1' },
      { ...retraction, ...far },
    )
    const checked = JSON.parse((await run('check', path, '--json')).out)
    const aside = checked.problems.map((p: { row: number; code: string; column: string }) => [
      p.row,
      p.code,
      p.column,
    ])
    expect(aside).toEqual([
      [2, 'not-valid', 'row'],
      [3, 'unknown-type', null],
      [4, 'dated-ahead', null],
    ])
    expect((await run('check', path)).out).toContain('已搁置：原样保存、随导出带走，不参与任何计算。')
    const answer = await run('clusters', path, '--as-of', '2022-05-10', '--min', '1', '--json')
    expect([answer.code, JSON.parse(answer.out).clusters.length]).toEqual([0, 2])
    expect(answer.err).toBe('有 3 条记录搁置，不参与回答，详见 cordon check。\n')
    const { code, out } = await run('verify', join(path, 'log.ndjson'), '--json')
    expect([code, JSON.parse(out).ok]).toEqual([0, true])
    expect(
      JSON.parse(out).setAside.map((one: { event: string; code: string }) => [one.event, one.code]),
    ).toEqual([
      ['e0', 'not-valid'],
      ['e1', 'unknown-type'],
      ['e2', 'dated-ahead'],
    ])
    expect((await run('verify', join(path, 'log.ndjson'))).out).toContain('2: cases.retracted@1 · e0 · 镇 沈')
  })

  test('L47 where more than half is ahead there is no answer but to check the clock', async () => {
    const path = await aLogWith({ ...retraction, ...far }, { ...retraction, ...far })
    const { code, out, err } = await run('clusters', path, '--as-of', '2022-05-10', '--json')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('请核对本机的日期和时间后重试')
  })
})

test('H5 tables stay aligned where Han and Latin signs mix, numbers stand right, unknown is a dash', () => {
  expect(
    textTable(
      ['名称', 'n'],
      [
        ['东街', 5],
        ['a', null],
        ['北街道', 12],
      ],
    ).split('\n'),
  ).toEqual(['名称     n', '东街     5', 'a        —', '北街道  12'])
})
