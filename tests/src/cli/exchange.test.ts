import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { logFiles, zipOf } from '../../../src/export/pack'
import { runCommand } from '../../helpers/command'
import { Machine } from '../../helpers/exchange'
import { aDay } from '../../helpers/log'

const root = mkdtempSync(join(tmpdir(), 'cordon-exchange-'))
afterAll(() => rmSync(root, { recursive: true }))
let place = ''
let turn = 0
let one: Machine

const at = (...names: string[]): string => join(place, ...names)
const run = (...args: readonly string[]) => runCommand('exchange', ...args)
function lay(name: string, machine: Machine): string {
  for (const [path, text] of logFiles(machine)) {
    mkdirSync(at(name, 'segments'), { recursive: true })
    writeFileSync(at(name, path), text)
  }
  return at(name, 'log.ndjson')
}

beforeEach(() => {
  place = join(root, String((turn += 1)))
  mkdirSync(place)
  one = new Machine('a1')
  one.bring('cases', [
    { id: 'C1', kind: 'confirmed', reportedAt: aDay('2022-05-20') },
    { id: 'C2', kind: 'confirmed', reportedAt: aDay('2022-05-20') },
  ])
})

test('H48 a file made of one log begins another, which is the same byte for byte; taken twice it adds nothing', async () => {
  const [mine, theirs] = [lay('a', one), at('b', 'log.ndjson')]
  mkdirSync(at('b'))
  expect(await run(mine, '--to', at('all.zip'))).toMatchObject({ code: 0 })
  const { code, document } = await run(theirs, '--with', at('all.zip'), '--json')
  expect([code, document.schema, document.way, document.taken.news, document.given]).toEqual([
    0,
    'cordon-exchanged/1',
    'file',
    1,
    { events: 0, segments: 0 },
  ])
  expect(document.heads).toEqual({ a1: { sequence: 1, hash: one.events[0]!.hash } })
  expect(readFileSync(theirs)).toEqual(readFileSync(mine))
  expect(readdirSync(at('b', 'segments'))).toEqual(readdirSync(at('a', 'segments')))
  const again = await run(theirs, '--with', at('all.zip'), '--json')
  expect([again.document.taken.news, again.document.taken.here]).toEqual([0, 1])
  expect(readFileSync(theirs)).toEqual(readFileSync(mine))
})

test('H48 an answer holds only what the other lacks, and a preview writes nothing', async () => {
  const mine = lay('a', one)
  await run(mine, '--to', at('all.zip'))
  const other = new Machine('b1')
  other.events = [...one.events]
  for (const [hash, block] of one.blocks) other.blocks.set(hash, block)
  other.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
  const theirs = lay('b', other)
  const answer = await run(theirs, '--with', at('all.zip'), '--to', at('answer.zip'), '--json')
  expect(answer.document).toMatchObject({ taken: { news: 0, here: 1 }, given: { events: 1, segments: 0 } })
  const before = readFileSync(mine)
  const seen = await run(mine, '--with', at('answer.zip'), '--preview')
  expect(seen.out).toContain('1 new event · 0 here already')
  expect(seen.out).toContain('a preview: nothing was written')
  expect(readFileSync(mine)).toEqual(before)
  await run(mine, '--with', at('answer.zip'))
  expect(readFileSync(mine)).toEqual(readFileSync(theirs))
})

test('H48 over a folder both come to one log', async () => {
  const [mine, theirs] = [lay('a', one), at('b', 'log.ndjson')]
  mkdirSync(at('b'))
  mkdirSync(at('share'))
  expect((await run(mine, '--with', at('share'), '--json')).document.given).toEqual({
    events: 1,
    segments: 1,
  })
  expect((await run(theirs, '--with', at('share'), '--json')).document.taken.news).toBe(1)
  expect(readFileSync(theirs)).toEqual(readFileSync(mine))
})

test('H48 what is cut, foreign or altered ends in a sentence and exit 1, and the log stays as it is', async () => {
  const mine = lay('a', one)
  const before = readFileSync(mine)
  await run(mine, '--to', at('all.zip'))
  writeFileSync(at('cut.zip'), readFileSync(at('all.zip')).subarray(0, 300))
  const cut = await run(mine, '--with', at('cut.zip'))
  expect([cut.code, cut.out]).toEqual([1, ''])
  expect(cut.err).toContain('cut.zip is not whole: the copy was broken off or came to harm')
  const stranger = new Machine('x1')
  stranger.bring('cases', [{ id: 'S1', kind: 'confirmed', reportedAt: aDay('2022-05-20') }])
  const theirs = lay('x', stranger)
  mkdirSync(at('share'))
  await run(theirs, '--with', at('share'))
  const lies = readdirSync(at('share'))
  const foreign = await run(mine, '--with', at('share'))
  expect(foreign.code).toBe(1)
  expect(foreign.out).toContain('This is of another workspace')
  expect(readdirSync(at('share'))).toEqual(lies)
  expect(readFileSync(mine)).toEqual(before)
  const twice = await run(mine, '--to', at('all.zip'))
  expect([twice.code, twice.err]).toEqual([1, `${at('all.zip')}: is there already, nothing was written\n`])
  expect((await run(mine)).code).toBe(2)
  expect((await run(at('none.zip'), '--with', at('all.zip'))).code).toBe(1)
  expect(existsSync(at('none.zip'))).toBe(false)
})

test('H48 where a file cannot be written that is a sentence, and no draft is left beside it', async () => {
  const mine = lay('a', one)
  const { code, err } = await run(mine, '--to', at('nowhere', 'all.zip'))
  expect([code, err.trim()]).toEqual([1, `${at('nowhere', 'all.zip')}: ENOENT`])
  mkdirSync(at('b', 'segments'), { recursive: true })
  for (const hash of one.blocks.keys()) mkdirSync(at('b', 'segments', `${hash}.ndjson`))
  await run(mine, '--to', at('all.zip'))
  const taking = await run(at('b', 'log.ndjson'), '--with', at('all.zip'))
  expect([taking.code, taking.err.trim()]).toEqual([1, `${at('b', 'log.ndjson')}: EISDIR`])
  expect(readdirSync(at('b', 'segments'))).toHaveLength(one.blocks.size)
  expect(existsSync(at('b', 'log.ndjson'))).toBe(false)
})

test('H49 two commands at once on one log: what both bring is in it, and the lock of a command that was killed is taken over', async () => {
  const start = lay('a', one)
  const others = ['b1', 'c1', 'd1'].map((name) => {
    const other = new Machine(name)
    other.events = [...one.events]
    for (const [hash, block] of one.blocks) other.blocks.set(hash, block)
    other.say({ type: 'cases.retracted@1', row: 'C2', because: name })
    return lay(name, other)
  })
  for (const other of others) await run(other, '--to', `${other}.zip`)
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(`${start}.lock`, String(pid))
  const answers = await Promise.all(others.map((other) => run(start, '--with', `${other}.zip`, '--json')))
  expect(answers.map(({ document }) => document.taken.news)).toEqual([1, 1, 1])
  expect(readFileSync(start, 'utf8').trim().split('\n')).toHaveLength(4)
  expect(readdirSync(at('a')).sort()).toEqual(['log.ndjson', 'segments'])
})

test('H49 a segment in a folder that was cut or zeroed without change of length is given again', async () => {
  const mine = lay('a', one)
  mkdirSync(at('share'))
  await run(mine, '--with', at('share'))
  const [name] = readdirSync(at('share', 'segments'))
  const whole = readFileSync(at('share', 'segments', name!))
  for (const harmed of [whole.subarray(0, 20), Buffer.alloc(whole.length)]) {
    writeFileSync(at('share', 'segments', name!), harmed)
    await run(mine, '--with', at('share'))
    expect(readFileSync(at('share', 'segments', name!))).toEqual(whole)
  }
})

test('H49 an archive that would unpack far beyond an exchange file is told as what it is', async () => {
  const mine = lay('a', one)
  writeFileSync(at('bomb.zip'), zipOf(new Map([['log.ndjson', new Uint8Array(20_000_000)]])))
  const { code, err } = await run(mine, '--with', at('bomb.zip'))
  expect([code, err.includes('holds far more than an exchange file does')]).toEqual([1, true])
})
