import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AssessAnswer, assess, readAsOf } from '#geo'
import { readInput } from '../../../src/cli/read-pack'
import type { InputFile } from '../../../src/import/files/zip'
import { append, tailOf } from '../../../src/log/append'
import { fold } from '../../../src/log/fold/fold'
import { inOrder } from '../../../src/log/order'
import { MemoryLog } from '../../helpers/pack-input'

const DEMO = join(import.meta.dirname, '../../../public/demo/lanxi')
const TWO = readAsOf('Asia/Shanghai', '2022-05-27T14:00')!

let files: readonly InputFile[]
let plain: AssessAnswer

/** The demo with one more line in its cases. */
async function withCase(line: string): Promise<MemoryLog> {
  const text = readFileSync(join(DEMO, 'cases.csv'), 'utf8').trimEnd()
  const log = new MemoryLog()
  const bytes = new TextEncoder().encode(`${text}\n${line}\n`)
  await log.take(files.map((file) => (file.path === 'cases.csv' ? { path: file.path, bytes } : file)))
  return log
}

const states = ({ zones }: AssessAnswer): Map<string, string> =>
  new Map(zones.flatMap(({ id, transitions }) => transitions.map((one) => [`${id} ${one.id}`, one.state])))

const changed = (answer: AssessAnswer): string[] =>
  [...states(answer)].filter(([key, state]) => states(plain).get(key) !== state).map(([key]) => key)

const AT_ZERO = 'LX22-999,2022-05-27T12:00:00+08:00,,,confirmed,,local,community,,,0,0,,,,'

beforeAll(async () => {
  files = readInput(DEMO)
  const log = new MemoryLog()
  await log.take(files)
  plain = assess(log.register(), { asOf: TWO })
}, 120_000)

describe('the demo with a case that nobody can place', () => {
  test('Z55 as it is it has no unplaced row', () => {
    expect(plain.unplaced).toEqual([])
  })

  test('Z55 a case at 0, 0 holds exactly the leaves that are met without it, and frees them all when it is placed', async () => {
    const log = await withCase(AT_ZERO)
    const held = assess(log.register(), { asOf: TWO })
    const [row, ...others] = held.unplaced!
    expect([others, row!.why, row!.id]).toEqual([[], 'position-at-zero', 'LX22-999'])
    const metBefore = (zone: string, transition: string, leaf: string) =>
      plain.zones
        .find(({ id }) => id === zone)!
        .transitions.find(({ id }) => id === transition)!
        .conditions.find(({ id }) => id === leaf)!.state
    expect(row!.holds.length).toBeGreaterThan(0)
    for (const { zone, transition, leaf } of row!.holds)
      expect(metBefore(zone, transition, leaf), `${zone} ${transition} ${leaf}`).toBe('met')
    const zones = new Set(row!.holds.map(({ zone }) => zone))
    expect([...zones]).toEqual(expect.arrayContaining(['S-01', 'S-03', 'S-07']))
    expect([...states(held)].filter(([, state]) => state === 'due')).toEqual([])

    const events = append(
      [
        {
          ...{ type: 'case.located@1', rows: [{ file: 'cases.csv', row: row!.row }] },
          ...{ place: '339901005001', zone: null, position: null, at: null, because: null },
        },
      ],
      tailOf(inOrder(log.events)),
      { by: { name: '林', unit: '县指挥部' }, device: 'd1', now: Date.parse('2022-06-01T00:00:00Z') },
    )
    const facts = fold([...log.events, ...events], log.blocks, { known: null, learned: 'fromTheBeginning' })
    const placed = assess(facts, { asOf: TWO })
    expect([placed.unplaced, changed(placed)]).toEqual([[], []])
  }, 120_000)

  test('Z51 with the name of its village in place of the code it counts there', async () => {
    const text = readFileSync(join(DEMO, 'places.geojson'), 'utf8')
    const places = (JSON.parse(text) as { features: { properties: Record<string, string> }[] }).features
    const names = places.map(({ properties }) => properties.name!)
    const sealed = places.find(
      ({ properties: { code, name } }) =>
        ['339901001008003', '339901001008004', '339901001008005'].includes(code!) &&
        names.filter((one) => one === name).length === 1,
    )!
    const log = await withCase(
      `LX22-999,2022-05-27T12:00:00+08:00,,,confirmed,,local,community,${sealed.properties.name},,,,,,,`,
    )
    const answer = assess(log.register(), { asOf: TWO })
    expect(answer.unplaced).toEqual([])
    const [lowering] = answer.zones.find(({ id }) => id === 'S-01')!.transitions
    expect(lowering!.conditions.find(({ id }) => id === 'noNewCase')!.state).toBe('unmet')
  }, 120_000)

  test('L33 a refused row holds until the file comes again mended, and a repeated line leaves nothing open', async () => {
    const broken = 'LX22-999,2022-02-30,,,confirmed,,local,community,,,0,0,,,,'
    const log = await withCase(broken)
    const held = assess(log.register(), { asOf: TWO })
    expect(held.unplaced).toMatchObject([{ list: 'cases', refused: true, why: 'no-such-day', row: 90 }])
    expect(held.unplaced![0]!.holds.length).toBeGreaterThan(0)
    const before = log.events.length
    await log.take([files.find(({ path }) => path === 'cases.csv')!])
    expect(log.events.length).toBe(before + 1)
    const mended = assess(log.register(), { asOf: TWO })
    expect([mended.unplaced, changed(mended)]).toEqual([[], []])
    await log.take([files.find(({ path }) => path === 'cases.csv')!])
    expect(log.events.length).toBe(before + 1)

    const first = readFileSync(join(DEMO, 'cases.csv'), 'utf8').split('\n')[1]!
    const twice = await withCase(first)
    expect(assess(twice.register(), { asOf: TWO }).unplaced).toEqual([])
  }, 120_000)
})

describe('a later round of the demo', () => {
  test('C4 S-03 with a positive sixth round of 27 May 12:30 is blocked', async () => {
    const text = readFileSync(join(DEMO, 'rounds.csv'), 'utf8').trimEnd()
    const line =
      'S-03,,S-03-6,zone,single,2022-05-27T11:00:00+08:00,2022-05-27T12:30:00+08:00,3495,41,3454,3454,3454,1,1,positive,'
    const log = new MemoryLog()
    const bytes = new TextEncoder().encode(`${text}\n${line}\n`)
    await log.take(files.map((file) => (file.path === 'rounds.csv' ? { path: file.path, bytes } : file)))
    const lowering = (answer: AssessAnswer) =>
      answer.zones.find(({ id }) => id === 'S-03')!.transitions.find(({ kind }) => kind === 'downgrade')!
    expect(lowering(plain).state).toBe('approval')
    const { state, conditions } = lowering(assess(log.register(), { asOf: TWO }))
    expect(state).toBe('blocked')
    expect(conditions.filter(({ reason }) => reason === 'round-positive').map(({ id }) => id)).toContain(
      'finalRound',
    )
  }, 120_000)
})
