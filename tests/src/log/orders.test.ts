import { describe, expect, test } from 'vitest'
import { answersOf, assess, readAsOf } from '#geo'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { stepTargetOf } from '../../../src/operations/approval/step-target'
import { fateOf, isUndermined } from '../../../src/operations/approval/withdraw'
import { aPack, SHANGHAI } from '../../helpers/facts'
import { aTime, LogPen } from '../../helpers/log'
import { oneOrder } from '../../helpers/one-order'

const withoutChain = {
  ...{ ...oneOrder, id: 'no-chain', approvals: {} },
  transitions: oneOrder.transitions.map(({ approval: _, ...rest }) => rest),
}
const drawn: Body = {
  type: 'zone.drawn@1',
  zone: {
    ...{ id: 'S', name: '甲', level: 'sealed', from: '2022-05-13T20:00', to: null, policy: null },
    ...{ members: [], parent: null, arrivedFrom: null, coordinates: null },
  },
}
const approved: Body = {
  ...{ type: 'transition.approved@1', zone: 'S', transition: 'unseal', step: 'approve', decision: 'given' },
  ...{
    at: '2022-05-27T09:30:00+08:00',
    takesEffectAt: '2022-05-27T18:00:00+08:00',
    note: null,
    follows: null,
  },
}
const moved: Body = {
  ...{ type: 'zone.moved@1', zone: 'S', to: 'controlled', because: '批准' },
  at: '2022-05-27T18:00:00+08:00',
}
const reshaped: Body = {
  ...{ type: 'zone.reshaped@1', zone: 'S', at: '2022-05-28T08:00:00+08:00', because: '补入一栋' },
  ...{ members: ['B'], coordinates: null },
}

function penWith(cases: readonly object[]): LogPen {
  const pen = new LogPen()
  pen.say({ type: 'pack.described@1', pack: aPack({ policy: oneOrder.id }) })
  pen.say({ type: 'policy.adopted@1', policy: oneOrder })
  pen.say(drawn)
  pen.bring('cases', cases as never)
  pen.bring('rounds', [
    {
      ...{ zone: 'S', round: '1', startedAt: aTime('2022-05-26T06:00+08:00'), listed: 100, sampled: 100 },
      ...{ finishedAt: aTime('2022-05-26T12:00+08:00'), resulted: 100, result: 'negative' },
    },
  ])
  return pen
}

const registerOf = ({ events, blocks }: LogPen) => fold(events, blocks, { known: null })
const levels = (pen: LogPen) => registerOf(pen).zones.map(({ level }) => level)
const aCase = { id: 'N', zone: 'S', reportedAt: aTime('2022-05-27T15:00+08:00'), kind: 'confirmed' }

describe('an approval and its move in the log', () => {
  test('W35 the move that was written ahead happens at its hour where nothing came between', () => {
    const pen = penWith([{ ...aCase, reportedAt: aTime('2022-05-14T15:00+08:00') }])
    pen.say(approved, moved)
    expect(levels(pen)).toEqual(['sealed', 'controlled'])
    expect(registerOf(pen).orders).toEqual([])
  })

  test('W35 a case between approval and hour: the move does not happen and is listed as suspended', () => {
    const pen = penWith([aCase])
    pen.say(approved, moved)
    expect(levels(pen)).toEqual(['sealed'])
    expect(registerOf(pen).unapplied).toEqual([
      expect.objectContaining({ type: 'zone.moved@1', code: 'suspended' }),
    ])
    const facts = registerOf(pen)
    const [zone] = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-05-28T12:00')! }).zones
    expect(zone).toMatchObject({ level: 'sealed', transitions: [{ approval: { suspended: ['quiet'] } }] })
  })

  test('W35 Z33 a case of the day before that is brought between approval and hour suspends the move too', () => {
    const pen = penWith([])
    pen.now = Date.parse('2022-05-27T09:31:00+08:00')
    pen.say(approved, moved)
    pen.now = Date.parse('2022-05-27T12:00:00+08:00')
    pen.bring('cases', [{ ...aCase, reportedAt: aTime('2022-05-26T10:00+08:00') }], 'cases-27.csv')
    expect(levels(pen)).toEqual(['sealed'])
    expect(registerOf(pen).unapplied).toEqual([
      expect.objectContaining({ type: 'zone.moved@1', code: 'suspended' }),
    ])
  })

  test('W35 what was drawn after the hour stands on the zone as it then is, in whatever order the log is read', () => {
    const pen = penWith([aCase])
    pen.say(approved, moved)
    pen.say(reshaped)
    expect(levels(pen)).toEqual(['sealed', 'sealed'])
    const free = penWith([{ ...aCase, kind: 'suspected' }])
    free.say(approved, moved)
    free.say(reshaped)
    expect(levels(free)).toEqual(['sealed', 'controlled', 'controlled'])
    expect(fold(free.events.toReversed(), free.blocks, { known: null }).zones).toEqual(registerOf(free).zones)
  })

  test('W35 an approval taken back takes its move with it, suspended or not', () => {
    const pen = penWith([aCase])
    const [step, move] = pen.say(approved, moved)
    pen.say({ type: 'event.reversed@1', event: move!.id }, { type: 'event.reversed@1', event: step!.id })
    expect(levels(pen)).toEqual(['sealed'])
    expect(registerOf(pen).unapplied).toEqual([])
  })

  test('W35 Z33 a decision where the rule asks for no steps is suspended by a case before its hour all the same', () => {
    const penOf = (rows: readonly object[]): LogPen => {
      const pen = penWith(rows)
      pen.say({ type: 'policy.adopted@1', policy: withoutChain as never })
      pen.say({ type: 'pack.described@1', pack: aPack({ policy: withoutChain.id }) })
      pen.say(approved, moved)
      return pen
    }
    expect(levels(penOf([{ ...aCase, reportedAt: aTime('2022-05-14T15:00+08:00') }]))).toEqual([
      'sealed',
      'controlled',
    ])
    const held = penOf([aCase])
    expect(levels(held)).toEqual(['sealed'])
    expect(registerOf(held).unapplied).toEqual([
      expect.objectContaining({ type: 'zone.moved@1', code: 'suspended' }),
    ])
    const register = registerOf(held)
    const answers = answersOf(register, { asOf: readAsOf(SHANGHAI, '2022-05-27T16:00')! })
    const target = stepTargetOf({ register, ...answers }, { zone: 'S', transition: 'unseal' })!
    expect([isUndermined(target), fateOf(target)]).toEqual([true, 'suspended'])
  })
})
