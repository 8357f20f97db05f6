import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf } from '#geo'
import { logFiles } from '../../src/export/pack'
import { hashOf } from '../../src/log/append'
import type { LogEvent } from '../../src/log/events'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { logFromNdjson } from '../../src/log/log-file'
import { inOrder } from '../../src/log/order'
import { invalidPart } from '../../src/log/outside/schema'
import { AUTHOR } from '../helpers/log'
import { randomLog, randomOf, shuffled } from '../helpers/random-log'

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)
const everything = { known: null }
const asOf = Date.parse('2022-05-20T12:00:00+08:00')

const JUNK: readonly unknown[] = [
  ...[null, true, 0, -1, 1e300, 0.5, '', 'x', '2022-05-40', '\u0000', [], {}, [[]], [null], { $: 1 }],
  ...[{ id: 7 }, [[[[1, 2]]]], [[[['a', null]]]], { length: 3 }],
]

/** The event with a part of its body replaced by junk, or taken out; whole by its hash. */
function broken(event: LogEvent, random: () => number, n: number): LogEvent {
  const copy = JSON.parse(JSON.stringify(event)) as Record<string, unknown>
  const envelope = new Set(['id', 'device', 'recordedAt', 'batch', 'prev', 'hash', 'type', 'by'])
  const names = Object.keys(copy).filter((name) => !envelope.has(name))
  let holder = copy
  let name = names[Math.floor(random() * names.length)]!
  while (random() < 0.5 && typeof holder[name] === 'object' && holder[name] !== null) {
    const inner = holder[name] as Record<string, unknown>
    const parts = Object.keys(inner)
    if (parts.length === 0) break
    holder = inner
    name = parts[Math.floor(random() * parts.length)]!
  }
  if (random() < 0.2) delete holder[name]
  else holder[name] = JUNK[Math.floor(random() * JUNK.length)]
  const open = {
    ...(JSON.parse(JSON.stringify(copy)) as object),
    id: `broken-${n}`,
    device: 'other',
    batch: `broken-${n}`,
    prev: n === 0 ? null : `p${n}`,
  }
  return { ...open, hash: hashOf(open as never) } as unknown as LogEvent
}

/** Facts alone: where the log itself is a source, its lines count every event of it. */
function factsOf({ head: _, events: __, setAside: ___, ...facts }: Register) {
  return JSON.parse(
    JSON.stringify({ ...facts, stated: [...facts.stated].sort() }, (name, value) =>
      name === 'origin' && value.file === 'log.ndjson' ? { ...value, row: 0 } : value,
    ),
  )
}

/** Deeds that random logs lack, as other devices may have done them. */
const MORE = [
  {
    type: 'zone.drawn@1',
    zone: {
      ...{
        id: 'Z9',
        name: '九',
        level: 'sealed',
        from: '2022-05-03',
        to: null,
        policy: null,
        members: ['a'],
      },
      ...{
        parent: null,
        arrivedFrom: null,
        coordinates: [
          [
            [
              [113, 23],
              [113.1, 23],
              [113.1, 23.1],
              [113, 23],
            ],
          ],
        ],
      },
    },
  },
  { type: 'zone.reshaped@1', zone: 'Z1', at: '2022-05-09', because: '', members: ['a'], coordinates: null },
  { type: 'policy.adopted@1', policy: { id: 'p', extends: 'cn-9th-2022', name: { zh: '甲', en: 'a' } } },
  { type: 'indicators.defined@1', indicators: [{ id: 'i', zh: '消杀', kind: 'new' }] },
  {
    type: 'pack.described@1',
    pack: {
      ...{ title: { zh: '甲', en: null }, timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'cn-9th-2022' },
      ...{ use: 'review', synthetic: false, licence: null, asOf: '2022-05-20', reporting: null },
      perimeter: { guardDistanceM: 50 },
    },
  },
].map((body, i) => {
  const at = { id: `more-${i}`, recordedAt: Date.parse('2022-05-20T00:00:09Z') + i, batch: `more-${i}` }
  const open = { ...body, ...at, by: AUTHOR, device: 'more', prev: `m${i}` }
  return { ...open, hash: hashOf(open as never) } as unknown as LogEvent
})

describe('events from outside', () => {
  test.each(SEEDS)(
    'L45 broken events among others change nothing, whatever their order (seed %i)',
    (seed) => {
      const random = randomOf(seed)
      const pen = randomLog(seed, 30)
      const whole = [...pen.events, ...MORE]
      const junk = Array.from({ length: 25 }, (_, n) =>
        broken(whole[Math.floor(random() * whole.length)]!, random, n),
      )
      const aside = junk.filter((event) => invalidPart(event) !== null)
      const valid = junk.filter((event) => invalidPart(event) === null)
      expect(aside.length).toBeGreaterThan(5)
      const register = fold([...whole, ...junk], pen.blocks, everything)
      expect(register.setAside.map(({ event }) => event).sort()).toEqual(aside.map(({ id }) => id).sort())
      expect(factsOf(register)).toEqual(factsOf(fold([...whole, ...valid], pen.blocks, everything)))
      expect(fold(shuffled([...whole, ...junk], random), pen.blocks, everything)).toEqual(register)
      const log = logFiles({ events: [...whole, ...junk], blocks: pen.blocks }).get('log.ndjson')!
      expect(logFromNdjson(log).events).toEqual(inOrder([...whole, ...junk]))
      if (seed % 6 === 0) expect(() => answersOf(register, { asOf, known: null })).not.toThrow()
    },
  )

  test('L45 whatever stands in an event, the log opens', () => {
    const types = [...MORE, ...randomLog(3, 30).events]
    const part = fc.anything({ withBigInt: false, withSparseArray: false })
    fc.assert(
      fc.property(fc.nat(types.length - 1), fc.nat(20), part, (at, n, value) => {
        const event = types[at]!
        const names = Object.keys(event).filter((name) => name !== 'id')
        const odd = { ...event, [names[n % names.length]!]: value } as unknown as LogEvent
        const register = fold([...types.filter((one) => one !== event), odd], new Map(), everything)
        expect(register.events).toBe(types.length)
      }),
      { seed: 20221107, numRuns: 400 },
    )
  })
})
