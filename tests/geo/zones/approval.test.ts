import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf, type TransitionStep } from '#geo'
import { aFact, aFacts, aPack, aRound, aStep, aZone, SHANGHAI } from '../../helpers/facts'
import { shanghai22May } from '../../helpers/policies'

const chain = [
  { step: 'apply', zh: '申报', en: 'Apply', actor: '镇街' },
  { step: 'review', zh: '初审', en: 'Review', actor: '街道', slaHours: 4 },
  { step: 'file', zh: '备案', en: 'File', blocking: false },
  { step: 'approve', zh: '审批', en: 'Approve', actor: '指挥部' },
]
const unseal = shanghai22May.transitions.find(({ from }) => from === 'sealed')!
const policy = {
  ...shanghai22May,
  approvals: { ...(shanghai22May as { approvals?: object }).approvals, four: chain },
  transitions: shanghai22May.transitions.map((one) => (one === unseal ? { ...one, approval: 'four' } : one)),
}
const due = aFacts({
  pack: aPack({ policy: policy.id }),
  policies: [policy],
  zones: [aZone({ id: 'S', from: '2022-05-15' })],
  statedFacts: ['allContactsControlled', 'environmentNegative', 'contactsNegative'].map((fact) =>
    aFact({ zone: 'S', at: '2022-05-20', fact }),
  ),
  rounds: [aRound({ zone: 'S', round: '3', startedAt: '2022-05-26T08:00', finishedAt: '2022-05-26T20:00' })],
})

interface Told extends Partial<Omit<TransitionStep, 'at' | 'takesEffectAt'>> {
  readonly takesEffectAt?: string
}
const step = (name: string, at: string, over: Told = {}): TransitionStep =>
  aStep({ zone: 'S', transition: unseal.id, step: name, at: `2022-05-27T${at}`, ...over })
const approvalOf = (steps: readonly TransitionStep[], asOf = '2022-05-27T14:00') => {
  const facts: Facts = { ...due, steps }
  return assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!.transitions.find(
    ({ id }) => id === unseal.id,
  )!
}

describe('the chain of a change', () => {
  test('W14 names the next step in the policy’s words, who takes it and until when', () => {
    const { approval } = approvalOf([step('apply', '10:00', { by: '镇街' })])
    expect(approval).toMatchObject({
      next: 'assess',
      nextStep: 'review',
      nextActor: '街道',
      nextDueAt: '2022-05-27T14:00:00+08:00',
      filings: [],
    })
  })

  test('W14 a filing is not waited for, its turn is said, and it changes nothing when it is taken', () => {
    const before = [step('apply', '10:00'), step('review', '11:00')]
    const open = approvalOf(before).approval
    expect(open).toMatchObject({ next: 'approve', nextStep: 'approve', filings: ['file'], nextDueAt: null })
    const filed = approvalOf([...before, step('file', '11:30')]).approval
    expect(filed).toMatchObject({ next: 'approve', nextStep: 'approve', filings: [] })
    const early = approvalOf([step('apply', '10:00'), step('file', '10:30')]).approval
    expect(early).toMatchObject({ nextStep: 'review' })
  })

  test('W14 a decline sends back to the first step and keeps its reason', () => {
    const { approval, state } = approvalOf([
      step('apply', '10:00'),
      step('review', '11:00', { decision: 'declined', note: '缺环境采样' }),
    ])
    expect(state).toBe('due')
    expect(approval).toMatchObject({ next: 'assess', nextStep: 'apply' })
    expect(approval!.steps.at(-1)).toMatchObject({ decision: 'declined', note: '缺环境采样' })
  })

  test('W14 opinions stand with their step, dissent beside consent', () => {
    const opinions = [
      { by: '何', unit: '疾控', for: true, text: null },
      { by: '陆', unit: null, for: false, text: '再观察' },
    ]
    const { approval } = approvalOf([step('apply', '10:00'), step('review', '11:00', { opinions })])
    expect(approval!.steps[1]!.opinions).toEqual(opinions)
  })
})

describe('two authors', () => {
  const applied = step('apply', '10:00', { event: 'e1', by: '镇街', person: '周' })
  const yes = step('review', '11:00', { event: 'e2', follows: 'e1', by: '街道', person: '沈' })
  const no = step('review', '11:05', {
    event: 'e3',
    follows: 'e1',
    by: '疾控',
    person: '何',
    decision: 'declined',
  })
  const built = step('approve', '12:00', {
    event: 'e4',
    follows: 'e2',
    by: '指挥部',
    person: '方',
    takesEffectAt: '2022-05-27T18:00',
  })

  test('W15 steps after the same one are a conflict: both are shown, none counts, nothing goes on', () => {
    const { approval, state } = approvalOf([applied, yes, no])
    expect(approval!.conflict!.map(({ event, decision }) => [event, decision])).toEqual([
      ['e2', 'given'],
      ['e3', 'declined'],
    ])
    expect(approval).toMatchObject({ next: 'assess', nextStep: 'review', takesEffectAt: null })
    expect(approval!.steps.map(({ event }) => event)).toEqual(['e1'])
    expect(state).toBe('approval')
  })

  test('W15 what was built on a contested step does not count either', () => {
    expect(approvalOf([applied, yes, no, built]).approval).toMatchObject({
      nextStep: 'review',
      takesEffectAt: null,
    })
  })

  test('W15 once one of them is taken back the other counts', () => {
    expect(approvalOf([applied, yes, built]).approval).toMatchObject({
      next: null,
      conflict: [],
      takesEffectAt: '2022-05-27T18:00:00+08:00',
    })
    expect(approvalOf([applied, no]).approval).toMatchObject({ nextStep: 'apply', conflict: [] })
  })

  test('W15 the same author twice to the same end, and steps of files, are none', () => {
    const again = { ...yes, event: 'e9', at: no.at }
    expect(approvalOf([applied, yes, again]).approval!.conflict).toEqual([])
    const filed = [step('apply', '10:00', { by: 'a' }), step('apply', '10:01', { by: 'b' })]
    expect(approvalOf(filed).approval!.conflict).toEqual([])
  })

  test('W15 a step that follows the decline is no rival of it', () => {
    const fresh = step('apply', '13:00', { event: 'e5', follows: 'e3', by: '镇街' })
    expect(approvalOf([applied, no, fresh]).approval).toMatchObject({ nextStep: 'review', conflict: [] })
  })
})
