import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { CoverageAnswer } from '#geo'
import { logFiles } from '../../../src/export/pack'
import { runCommand } from '../../helpers/command'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-say-'))
afterAll(() => rmSync(folder, { recursive: true }))
const [LOG, DEED] = [join(folder, 'log.ndjson'), join(folder, 'deed.json')]

const run = runCommand
async function say(deed: unknown, ...more: string[]) {
  writeFileSync(DEED, typeof deed === 'string' ? deed : JSON.stringify(deed))
  return run('say', LOG, DEED, '--by', '林', ...more)
}
async function districtAt(day: string) {
  const { out } = await run('coverage', folder, '--as-of', day, '--json')
  const { district } = (JSON.parse(out) as CoverageAnswer).levels
  return { people: district.people, places: district.places }
}
const village = (code: string, lon: number): object =>
  aFeature({ code, name: code, kind: 'village', parent: 'T', people: 1_000 }, aSquare(lon, 30))

beforeEach(async () => {
  const log = new MemoryLog()
  const frame = [
    aFeature({ code: 'D', kind: 'district' }),
    aFeature({ code: 'T', kind: 'town', parent: 'D' }),
  ]
  const pack = {
    format: 'cordon-pack',
    version: 1,
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'cn-2021-three-zone',
  }
  await log.take({
    'pack.json': pack,
    'places.geojson': aCollection(...frame, village('A', 120), village('B', 120.01), village('C', 120.02)),
  })
  for (const [path, text] of logFiles(log)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})

const MERGED = {
  ...{ type: 'place.merged@1', places: ['A', 'B'], at: '2022-05-10', because: '民政批复' },
  into: { code: 'B', name: null, people: null, households: null },
}

describe('H37 one act is written at the end of an exported log', () => {
  test('it holds from its day on, and the log stays whole', async () => {
    const before = readFileSync(LOG, 'utf8')
    const { code, out } = await say(MERGED, '--unit', '县指挥部', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ schema: 'cordon-say/1', type: 'place.merged@1' })
    const after = readFileSync(LOG, 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(JSON.parse(after.slice(before.length))).toMatchObject({
      ...MERGED,
      by: { name: '林', unit: '县指挥部' },
    })
    expect((await run('verify', LOG)).code).toBe(0)
    expect(await districtAt('2022-05-09')).toEqual({ people: 3_000, places: 3 })
    expect(await districtAt('2022-05-10')).toEqual({ people: 3_000, places: 2 })
  })

  test.each<[string, unknown, RegExp]>([
    [
      'a place that is none',
      { ...MERGED, places: ['A', 'Q'] },
      /cannot be recorded: The place is none any more/,
    ],
    [
      'another kind of deed',
      { type: 'case.retracted@1', case: 'C1', because: 'x' },
      /only changes of places and what is entered by hand/,
    ],
    ['what is not valid', { ...MERGED, places: 'A' }, /is not valid: /],
    [
      'a field that the act does not have',
      { ...MERGED, note: '张三 13800000000' },
      /has no such field.*: note$/m,
    ],
    [
      'one within it',
      { ...MERGED, into: { ...MERGED.into, lead: '张三' } },
      /has no such field.*: into\.lead$/m,
    ],
    ['no date', { ...MERGED, at: 'soon' }, /is not valid|cannot be recorded/],
    ['no JSON', '{', /is no JSON/],
  ])('%s: the log stays as it is, and the reason is said', async (_, deed, reason) => {
    const before = readFileSync(LOG, 'utf8')
    const { code, err } = await say(deed)
    expect(err).toMatch(reason)
    expect(code).toBe(1)
    expect(readFileSync(LOG, 'utf8')).toBe(before)
  })

  test('a row entered, corrected and withdrawn by hand', async () => {
    const entered = {
      type: 'case.reported@1',
      case: {
        ...{ id: 'C1', reportedAt: '2022-05-10 09:00', sampledAt: null, kind: 'confirmed', origin: 'local' },
        ...{ foundIn: 'community', place: 'A', position: null },
      },
    }
    expect((await say(entered)).code).toBe(0)
    expect(await say(entered)).toMatchObject({ code: 1, err: expect.stringContaining('has this number') })
    const unplaced = { ...entered, case: { ...entered.case, id: 'C2', place: 'Q' } }
    expect(await say(unplaced)).toMatchObject({ code: 1, err: expect.stringContaining('no such place') })
    const corrected = { type: 'cases.corrected@1', row: 'C1', set: { place: 'B' }, because: 'address' }
    expect((await say(corrected)).code).toBe(0)
    expect((await say({ ...corrected, row: 'C7' })).err).toMatch(/no such row/)
    expect((await say({ type: 'cases.retracted@1', row: 'C1', because: '' })).err).toMatch(/Write why/)
    expect((await say({ type: 'cases.retracted@1', row: 'C1', because: 'entered twice' })).code).toBe(0)
    expect((await run('verify', LOG)).code).toBe(0)
  })

  test('a signal told, and decided once it is told', async () => {
    const at = '2022-05-20T10:00:00+08:00'
    const signal = { kind: 'pooled', at, place: 'A', position: null, tubes: 1, people: 10 }
    expect(await say({ type: 'signal.reported@1', signal: { ...signal, place: 'Q' } })).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('There is no such place') },
    })
    const told = await say({ type: 'signal.reported@1', signal }, '--json')
    expect(told.code).toBe(0)
    const { id } = JSON.parse(readFileSync(LOG, 'utf8').trim().split('\n').at(-1)!) as { id: string }
    const cleared = { type: 'signal.decided@1', signal: id, outcome: 'cleared', case: null, at }
    expect((await say({ ...cleared, signal: 'nobody' })).code).toBe(1)
    expect((await say({ ...cleared, outcome: 'case' })).err).toContain('Write the number of the case')
    expect((await say(cleared)).code).toBe(0)
    expect((await run('verify', LOG)).code).toBe(0)
  })

  test('L110 an order given, and closed once it is given', async () => {
    const at = '2022-05-20T10:00:00+08:00'
    const order = {
      ...{ subject: { kind: 'unit', place: 'A', day: '2022-05-20' }, unit: '城东镇', text: '补报日报' },
      ...{ at, dueAt: '2022-05-20 12:00' },
    }
    expect(await say({ type: 'order.given@1', order: { ...order, unit: ' ' } })).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('Write which unit') },
    })
    expect((await say({ type: 'order.given@1', order: { ...order, subject: { kind: 'else' } } })).code).toBe(
      1,
    )
    expect((await say({ type: 'order.given@1', order })).code).toBe(0)
    const { id } = JSON.parse(readFileSync(LOG, 'utf8').trim().split('\n').at(-1)!) as { id: string }
    const closed = { type: 'order.closed@1', order: id, at, words: '' }
    expect((await say(closed)).err).toContain('Write why it can be closed')
    expect((await say({ ...closed, order: 'nobody', words: 'sent' })).code).toBe(1)
    expect((await say({ ...closed, words: 'sent' })).code).toBe(0)
    expect((await run('verify', LOG)).code).toBe(0)
  })

  test('L97, L100 a round and a contact, and what has become of them', async () => {
    const at = '2022-05-20T10:00:00+08:00'
    const round = {
      ...{
        zone: null,
        place: 'A',
        round: '1',
        scope: null,
        method: 'pool10',
        startedAt: at,
        finishedAt: null,
      },
      ...{ listed: 1_000, excused: 0, sampled: null, sent: null, resulted: null },
      ...{ positiveTubes: null, positivePeople: null, result: null },
    }
    expect((await say({ type: 'round.reported@1', at, round })).code).toBe(0)
    const closed = { ...round, finishedAt: at, excused: 1_000, sampled: 0, resulted: 0, result: 'negative' }
    expect((await say({ type: 'round.reported@1', at, round: closed })).err).toContain(
      'Everybody listed is excused',
    )
    const contact = {
      ...{ id: 'M1', case: null, kind: 'close', place: 'A', exposedAt: '2022-05-19' },
      ...{ transferredAt: null, site: null, releasedAt: null, result: null },
    }
    expect((await say({ type: 'contact.added@1', contact })).code).toBe(0)
    expect((await say({ type: 'contact.added@1', contact })).code).toBe(1)
    expect((await say({ type: 'contact.released@1', row: 'M1|', at })).code).toBe(0)
    expect((await say({ type: 'contact.released@1', row: 'M2|', at })).err).toContain('no such row')
    expect((await run('verify', LOG)).code).toBe(0)
  })

  test('an act that would undo a later one is not written', async () => {
    await say({ ...MERGED, at: '2022-05-20' })
    const { code, err } = await say({
      type: 'place.merged@1',
      places: ['A', 'C'],
      into: { ...MERGED.into, code: 'C' },
      at: '2022-05-10',
      because: null,
    })
    expect([code, err]).toEqual([1, expect.stringContaining('later changes would no longer hold')])
  })

  test('an altered log, one without its segments, and a call without a name or a deed are no ground to write on', async () => {
    writeFileSync(LOG, readFileSync(LOG, 'utf8').replace('Asia/Shanghai', 'Asia/Tokyo'))
    expect(await say(MERGED)).toMatchObject({ code: 1, err: expect.stringContaining('not whole') })
    expect((await run('say', LOG, DEED)).code).toBe(2)
    expect((await run('say', LOG, '--by', 'x')).code).toBe(2)
    rmSync(join(folder, 'segments'), { recursive: true })
    expect((await say(MERGED)).code).toBe(1)
  })
})

test('L84 of a split, the people of the parts are told beside those of the place', async () => {
  const part = (code: string, people: number | null) => ({ code, name: code, people, households: null })
  const split = (...people: (number | null)[]) => ({
    ...{ type: 'place.split@1', place: 'A', at: '2022-05-10', because: '划分' },
    into: people.map((one, i) => part(`A${i + 1}`, one)),
  })
  const { code, out } = await say(split(400, 700))
  expect([code, out]).toEqual([0, expect.stringContaining('1,100, in the place: 1,000; that is 100 more')])
})

test('L84 of a split whose parts say nothing of their people nothing is told', async () => {
  const part = (code: string) => ({ code, name: code, people: null, households: null })
  const deed = {
    type: 'place.split@1',
    place: 'A',
    at: '2022-05-10',
    because: '划分',
    into: [part('A1'), part('A2')],
  }
  const { code, out } = await say(deed)
  expect([code, out]).toEqual([0, expect.not.stringContaining('People of the parts')])
})

describe('L96 a stated fact', () => {
  const at = '2022-05-20T10:00:00+08:00'
  const fact = {
    ...{ type: 'fact.stated@1', zone: null, place: 'A', at, fact: 'allContactsControlled', value: 'true' },
    ...{ unit: '区疾控中心', paper: null },
  }
  test('is written, or its fault is told', async () => {
    expect((await say(fact)).code).toBe(0)
    expect((await say({ ...fact, place: 'Q' })).err).toContain('There is no such place')
    expect((await say({ ...fact, zone: 'Z' })).err).toContain('There is no such zone')
  })

  test('what the list of contacts says against it is told beside it, and it is written all the same', async () => {
    const log = new MemoryLog()
    await log.take({
      'pack.json': {
        format: 'cordon-pack',
        version: 1,
        timezone: 'Asia/Shanghai',
        policy: 'cn-guangzhou-2021-n20',
      },
      'places.geojson': aCollection(village('A', 120)),
      'zones.geojson': aCollection(
        aFeature({ id: 'Z', level: 'sealed', from: '2022-05-01', members: 'A' }, null),
      ),
      'cases.csv': 'id,reportedAt,kind,place\nC1,2022-05-02,confirmed,A\n',
      'contacts.csv': 'id,case,kind,place,exposedAt\nM1,C1,close,A,2022-05-18\n',
    })
    for (const [path, text] of logFiles(log)) writeFileSync(join(folder, path), text)
    const { code, out } = await say({ ...fact, zone: 'Z', place: null })
    expect([code, out]).toEqual([0, expect.stringContaining('contradicts the list')])
    const denied = await say({
      ...fact,
      zone: 'Z',
      place: null,
      value: 'false',
      at: '2022-05-20T11:00:00+08:00',
    })
    expect([denied.code, denied.out]).toEqual([0, expect.not.stringContaining('contradicts')])
  })
})
