import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { logFiles } from '../../../src/export/pack'
import { hashOf } from '../../../src/log/append'
import type { LogEvent } from '../../../src/log/events'
import { MemoryLog, planOf } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(path: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(['verify', path, ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'zh_CN.UTF-8' },
  })
  return { code, out, err }
}

/** What `verify` says of a log of this content alone in a folder; fails where it did not end in its own words. */
async function verdictOf(content: string | Uint8Array): Promise<{ code: number; faults: string[] | null }> {
  const path = join(folder, 'log.ndjson')
  writeFileSync(path, content)
  const { code, out, err } = await run(path, '--json')
  expect(err).not.toMatch(/^\s+at /m)
  expect([0, 1]).toContain(code)
  if (out === '') expect(err).toContain('没有一行是日志事件')
  const found = out === '' ? null : (JSON.parse(out).faults as { line: number; code: string }[])
  return { code, faults: found?.map((fault) => `${fault.line} ${fault.code}`) ?? null }
}

async function aLog(): Promise<Map<string, string>> {
  const log = new MemoryLog()
  await log.take({ 'cases.csv': 'id,reportedAt\nC1,2022-05-01\n' })
  await log.take({ 'contacts.csv': 'id,exposedAt\nP1,2022-05-01\n' })
  return new Map(logFiles(log))
}

/** The event, hashed again with what is laid over it: altered, and whole by its hash. */
function rehashed(line: string, over: object): string {
  const open = { ...(JSON.parse(line) as LogEvent), ...over }
  return JSON.stringify({ ...open, hash: hashOf(open) })
}

const NESTED = '['.repeat(100_000) + ']'.repeat(100_000)

test.each([
  ['nothing', ''],
  ['spaces', ' \n\n\t\n'],
  ['null', 'null\n'],
  ['lists and numbers', '[]\n[null]\n5\n"log"\ntrue\n{}\n'],
  ['bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x0a, 0])],
  ['nested deep', `${NESTED}\n{"type":${NESTED}}\n`],
])('H30 verify of %s is no answer, in words', async (_, content) => {
  expect(await verdictOf(content)).toEqual({ code: 1, faults: null })
})

test('H30 a line that lacks anything an event has, or has it in another type, cannot be read', async () => {
  const files = await aLog()
  const [first, second] = files.get('log.ndjson')!.split('\n') as [string, string]
  const event = JSON.parse(second) as Record<string, unknown>
  for (const name of ['type', 'id', 'hash', 'recordedAt', 'device', 'prev', 'batch', 'by'])
    for (const value of [undefined, 7.5e300, [], { a: 1 }, ...(name === 'prev' ? [] : [null])]) {
      if (name === 'recordedAt' && typeof value === 'number') continue
      const line = JSON.stringify({ ...event, [name]: value })
      expect(await verdictOf(`${first}\n${line}\n`), `${name} ${JSON.stringify(value)}`).toEqual({
        code: 1,
        faults: ['2 unreadable'],
      })
    }
})

test('H30 whatever stands in what an event says, verify ends in its own words', async () => {
  const files = await aLog()
  const [first, second] = files.get('log.ndjson')!.split('\n') as [string, string]
  const event = JSON.parse(second) as Record<string, unknown>
  const odd = [
    '1e999',
    '"\\ud800"',
    '[]',
    'null',
    '5',
    '{"seen":{"a":1e999},"digest":7}',
    NESTED,
    '"__proto__"',
  ]
  for (const name of ['segment', 'file', 'rows', 'evidence', 'type', 'hash', 'by', 'extra', '__proto__'])
    for (const value of odd) {
      const rest = { ...event }
      delete rest[name]
      await verdictOf(`${first}\n${JSON.stringify(rest).slice(0, -1)},"${name}":${value}}\n`)
    }
  const wrong = [{ segment: 5 }, { type: 'file.kept@1', block: [] }, { evidence: { digest: {} } }]
  for (const over of wrong) expect((await verdictOf(`${rehashed(first, over)}\n`)).code).toBe(1)
  await fc.assert(
    fc.asyncProperty(fc.anything({ withBigInt: false }), fc.nat(8), async (value, at) => {
      const name = Object.keys(event)[at % Object.keys(event).length]!
      await verdictOf(`${first}\n${JSON.stringify({ ...event, [name]: value })}\n`)
    }),
    { seed: 20221107, numRuns: 60 },
  )
})

test('H31 lines are numbered as the file has them: blank, broken and foreign ones count', async () => {
  const [first, second] = (await aLog()).get('log.ndjson')!.split('\n') as [string, string]
  const altered = second.replace('contacts.csv', 'contacts.CSV')
  expect((await verdictOf(`\n${first}\n\n{"half"\n  \n${altered}\n`)).faults).toEqual([
    '4 unreadable',
    '6 altered',
  ])
  const bytes = Buffer.from(`${first}\r\n\r\nxx\r\n${altered}\r\n`)
  bytes[bytes.indexOf('xx\r\n')] = 0xff
  expect((await verdictOf(bytes)).faults).toEqual(['3 unreadable', '4 altered'])
  const plan = await planOf({ 'log.ndjson': `\n\n${altered}\n` })
  expect(plan.problems.map(({ row, seen }) => `${row} ${seen?.split(' ')[0]}`)).toEqual([
    '3 altered',
    '3 missing',
    '3 segment-missing',
  ])
})

test('H32 a log that names segments is not called whole where they are not at hand', async () => {
  const files = await aLog()
  const bare = join(folder, 'bare', 'log.ndjson')
  mkdirSync(dirname(bare))
  writeFileSync(bare, files.get('log.ndjson')!)
  const { code, out } = await run(bare, '--json')
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    { ok: null, faults: [], segments: { named: 2, atHand: false } },
  ])
  const said = await run(bare)
  expect(said.out).toContain('2 个数据段未核对')
  expect(said.out).not.toContain('完好；')
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, 'whole', path)), { recursive: true })
    writeFileSync(join(folder, 'whole', path), content)
  }
  const whole = await run(join(folder, 'whole', 'log.ndjson'), '--json')
  expect([whole.code, JSON.parse(whole.out)]).toMatchObject([
    0,
    { ok: true, faults: [], segments: { named: 2, atHand: true } },
  ])
})
