import { describe, expect, test } from 'vitest'
import { append, tailOf } from '../../src/log/append'
import type { Author, Body, LogEvent } from '../../src/log/events'
import { fold } from '../../src/log/fold/fold'
import { holdingIds, inOrder } from '../../src/log/order'
import { type Random, seeded } from '../helpers/seeded'

const AUTHORS: readonly Author[] = [
  { name: '周', unit: '街道' },
  { name: '沈', unit: '疾控' },
  { name: '方', unit: '指挥部' },
]
const drawn: Body = {
  type: 'zone.drawn@1',
  zone: {
    ...{ id: 'S', name: '甲', level: 'sealed', from: '2022-05-15', to: null, policy: null },
    ...{ members: ['A'], parent: null, arrivedFrom: null, coordinates: null },
  },
}
const stepEvents = (log: readonly LogEvent[]) => {
  const holding = holdingIds(inOrder(log))
  return log.filter(({ id, type }) => holding.has(id) && type.startsWith('transition.')) as (LogEvent & {
    follows?: string | null
    decision: string
    step: string
  })[]
}

/** One author goes on from what the log shows: a step, an approval with its move, a decline, or taking back. */
function deed(random: Random, log: readonly LogEvent[]): Body[] {
  const steps = stepEvents(inOrder(log))
  const follows = steps.at(-1)?.id ?? null
  const common = {
    ...{ zone: 'S', transition: 'unseal', at: '2022-05-27T14:00:00+08:00', note: null, follows },
  }
  const last = steps.at(-1)
  if (last && random.chance(0.15))
    return log
      .filter(({ batch }) => batch === last.batch)
      .toReversed()
      .map(({ id }) => ({ type: 'event.reversed@1', event: id }))
  if (random.chance(0.2))
    return [
      { type: 'transition.declined@1', step: 'assess', decision: 'declined', takesEffectAt: null, ...common },
    ]
  if (random.chance(0.4)) {
    const at = '2022-05-27T18:00:00+08:00'
    return [
      { type: 'transition.approved@1', step: 'approve', decision: 'given', takesEffectAt: at, ...common },
      { type: 'zone.moved@1', zone: 'S', to: 'controlled', at, because: '七天无新增' },
    ]
  }
  const step = random.chance(0.5) ? 'apply' : 'assess'
  return [{ type: 'transition.assessed@1', step, decision: 'given', takesEffectAt: null, ...common }]
}

function written(log: readonly LogEvent[], who: number, drafts: readonly Body[], now: number): LogEvent[] {
  return [...log, ...append(drafts, tailOf(inOrder(log)), { by: AUTHORS[who]!, device: `d${who}`, now })]
}

/** Three devices that work alone for a while and now and then exchange their whole logs. */
function worked(seed: number): LogEvent[] {
  const random = seeded(seed)
  let now = Date.parse('2022-05-27T06:00:00Z')
  const start = written([], 0, [drawn], now)
  const logs = AUTHORS.map(() => start)
  for (let turn = 0; turn < 14; turn += 1) {
    const who = random.between(0, 2)
    now += random.between(0, 5) * 1000
    logs[who] = written(logs[who]!, who, deed(random, logs[who]!), now)
    if (random.chance(0.3)) {
      const other = random.between(0, 2)
      logs[other] = inOrder([...logs[other]!, ...logs[who]!])
    }
  }
  return inOrder(logs.flat())
}
const register = (log: readonly LogEvent[]) => fold(log, new Map(), { known: null })

describe('approval by several people', () => {
  test('W18 any order of arrival gives the same register', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const log = worked(seed)
      const wanted = register(log)
      const random = seeded(seed * 31)
      const keyed = log.map((event) => ({ event, key: random.next() }))
      expect(register(keyed.sort((a, b) => a.key - b.key).map(({ event }) => event))).toEqual(wanted)
    }
  })

  test('W18 a move beside another author’s step is never made in silence, and no other is held back', () => {
    let held = 0
    let made = 0
    for (let seed = 1; seed <= 120; seed += 1) {
      const log = worked(seed)
      const steps = stepEvents(log)
      const rivals = new Set(
        steps
          .filter((one) =>
            steps.some(
              (other) =>
                other !== one &&
                (other.follows ?? null) === (one.follows ?? null) &&
                (other.by.name !== one.by.name || other.step !== one.step || other.decision !== one.decision),
            ),
          )
          .map(({ id }) => id),
      )
      const tainted = (event: (typeof steps)[number]): boolean =>
        rivals.has(event.id) || steps.some((one) => one.id === event.follows && tainted(one))
      const batches = new Set(steps.filter(tainted).map(({ batch }) => batch))
      const { unapplied } = register(log)
      const contested = new Set(
        unapplied.filter(({ code }) => code === 'contested').map(({ event }) => event),
      )
      const holding = holdingIds(log)
      for (const event of log) {
        if (event.type !== 'zone.moved@1' || !holding.has(event.id)) continue
        expect(contested.has(event.id)).toBe(batches.has(event.batch))
        if (batches.has(event.batch)) held += 1
        else made += 1
      }
    }
    expect(held).toBeGreaterThan(20)
    expect(made).toBeGreaterThan(5)
  })
})
