import { describe, expect, test } from 'vitest'
import { assess, readAsOf } from '#geo'
import { admit } from '../../../src/log/admit'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aPack } from '../../helpers/facts'
import { aDay, aTime, LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const NO_CASE = { id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true }
const aCase = (id: string, place: string, at = '2022-05-03T10:00:00+08:00') => ({
  ...{ id, place, kind: 'confirmed', reportedAt: aTime(at) },
})
const described = {
  type: 'pack.described@1' as const,
  pack: aPack({ policy: 'test-one', use: 'review' }),
}

/** Two towns with a sealed zone each; nothing is said of cases. */
function aLog({ use = 'review' }: { use?: 'review' | 'live' } = {}): LogPen {
  const pen = new LogPen()
  pen.say(
    { type: 'policy.adopted@1', policy: onePolicy(NO_CASE) },
    { ...described, pack: { ...described.pack, use } },
  )
  pen.bring('places', [
    { code: 'D', name: '甲县', kind: 'district' },
    ...['1', '2'].flatMap((n) => [
      { code: `T${n}`, name: `${n}镇`, kind: 'town', parent: 'D' },
      { code: `V${n}`, name: `${n}村`, kind: 'village', parent: `T${n}` },
    ]),
  ])
  const zone = { level: 'sealed', from: aDay('2022-05-01'), policy: 'test-one' }
  pen.bring(
    'zones',
    ['1', '2'].map((n) => ({ id: `Z${n}`, members: `V${n}`, ...zone })),
  )
  return pen
}

const stated = (over: object): Body =>
  ({
    type: 'list.stated@1',
    list: 'cases',
    source: null,
    ground: null,
    until: null,
    because: null,
    ...over,
  }) as Body

const register = (pen: LogPen, known: number | null = null) =>
  fold(pen.events, pen.blocks, { known, learned: 'atImport' })

function seen(pen: LogPen, asOf = '2022-05-20T12:00') {
  const facts = register(pen)
  const { zones, sources } = assess(facts, { asOf: readAsOf('Asia/Shanghai', asOf)! })
  return {
    states: zones.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', '),
    cases: sources!.find(({ list }) => list === 'cases'),
    unapplied: facts.unapplied.map(({ code }) => code),
  }
}

describe('what a file speaks for', () => {
  test('L70 files that come with the description of the pack speak for its district, loose ones for the towns of their rows', () => {
    const loose = aLog()
    loose.bring('cases', [aCase('C1', 'V1')])
    expect(seen(loose)).toMatchObject({ states: 'Z1 due, Z2 unknown', cases: { speaksFor: ['T1'] } })
    loose.bring('cases', [aCase('C2', 'V2')], 'second.csv')
    expect(seen(loose)).toMatchObject({ states: 'Z1 due, Z2 due', cases: { speaksFor: 'district' } })
    const packed = aLog()
    packed.say(
      { ...described, pack: { ...described.pack, licence: 'CC0-1.0' } },
      packed.importing('cases', [aCase('C1', 'V1')]),
    )
    expect(seen(packed)).toMatchObject({ states: 'Z1 due, Z2 due', cases: { speaksFor: 'district' } })
  })

  test('L70 a pack whose description the log knows speaks for the district all the same', () => {
    const pen = aLog()
    const draft = pen.importing('cases', [aCase('C1', 'V1')])
    const offer = { drafts: [described, draft], blocks: pen.blocks }
    const { drafts } = admit(offer, pen.events, pen.blocks)
    expect(drafts).toMatchObject([{ type: 'cases.imported@1', speaks: { ground: 'district' } }])
    pen.say(...drafts)
    expect(seen(pen).cases).toMatchObject({ speaksFor: 'district' })
  })

  test('L70 a grown file speaks for the towns of the rows that the log held before, too', () => {
    const pen = aLog()
    pen.bring('cases', [aCase('C1', 'V1')], 'old.csv')
    const grown = pen.importing('cases', [aCase('C1', 'V1'), aCase('C2', 'V2', '2022-05-11T10:00:00+08:00')])
    const { drafts, blocks } = admit({ drafts: [grown], blocks: pen.blocks }, pen.events, pen.blocks)
    for (const [hash, block] of blocks) pen.blocks.set(hash, block)
    expect(drafts).toMatchObject([{ rows: 1, speaks: { ground: null, names: ['V1', 'V2'] } }])
    pen.say(...drafts)
    expect(seen(pen).cases).toMatchObject({ speaksFor: 'district', until: '2022-05-11T10:00:00+08:00' })
  })

  test('L70 an empty loose file speaks for no ground, and until its import', () => {
    const pen = aLog({ use: 'live' })
    pen.bring('cases', [])
    expect(seen(pen)).toMatchObject({ states: 'Z1 unknown, Z2 unknown', cases: { speaksFor: [] } })
    pen.say(stated({ ground: 'district' }))
    expect(seen(pen)).toMatchObject({ states: 'Z1 due, Z2 due', cases: { speaksFor: 'district' } })
    expect(seen(pen).cases!.until!.slice(0, 13)).toBe('2022-05-20T08')
  })
})

describe('what a person says of a list', () => {
  test('L71 the ground of a file, and undo brings back what was there', () => {
    for (const ground of ['district', ['T2']]) {
      const pen = aLog()
      pen.bring('cases', [aCase('C1', 'V1')])
      pen.say(stated({ source: 'cases.csv', ground, because: '电话核实' }))
      expect(seen(pen)).toMatchObject({ states: 'Z1 due, Z2 due', cases: { speaksFor: 'district' } })
      pen.say(...undoDrafts(pen.events, pen.device))
      expect(seen(pen)).toMatchObject({ states: 'Z1 due, Z2 unknown', cases: { speaksFor: ['T1'] } })
    }
  })

  test('L71 until when: of a file, of all that a list speaks for; a day is over at its end, never after it was said', () => {
    const pen = aLog({ use: 'live' })
    pen.bring('cases', [aCase('C1', 'V1'), aCase('C2', 'V2')])
    expect(seen(pen).states).toBe('Z1 unknown, Z2 unknown')
    pen.say(stated({ until: '2022-05-18' }))
    expect(seen(pen)).toMatchObject({
      states: 'Z1 due, Z2 due',
      cases: { until: '2022-05-19T00:00:00+08:00', holdsUntil: '2022-05-21T00:00:00+08:00' },
    })
    expect(seen(pen, '2022-05-21T00:01').states).toBe('Z1 unknown, Z2 unknown')
    pen.say(stated({ source: 'cases.csv', until: '2023-05-18' }))
    expect(seen(pen).cases!.until!.slice(0, 13)).toBe('2022-05-20T08')
  })

  test('L71 it is known from when it was said', () => {
    const pen = aLog()
    pen.bring('cases', [aCase('C1', 'V1')])
    const before = pen.now
    pen.now += 60_000
    pen.say(stated({ ground: 'district' }))
    expect(register(pen, before).listSources).toHaveLength(1)
    expect(register(pen).listSources).toHaveLength(2)
  })

  test('L71 what says nothing, or no time, is told and changes nothing; what is no statement is set aside', () => {
    const pen = aLog()
    pen.bring('cases', [aCase('C1', 'V1')])
    pen.say(stated({}))
    expect(seen(pen)).toMatchObject({ states: 'Z1 due, Z2 unknown', unapplied: ['not-a-value'] })
    const [event] = pen.say(stated({ ground: 'district' }))
    expect(invalidPart(event)).toBeNull()
    const parts = [{ list: 'roads' }, { ground: 'county' }, { until: 'gestern' }, { source: 3 }]
    for (const part of parts)
      expect(invalidPart({ ...event, ...part } as LogEvent)).toBe(Object.keys(part)[0])
  })
})
