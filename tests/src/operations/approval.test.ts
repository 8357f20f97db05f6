import { describe, expect, test } from 'vitest'
import { answersOf, policyDocuments, readAsOf, resolvePolicy } from '#geo'
import { evidenceOf, isWholeEvidence } from '../../../src/log/fold/evidence'
import { emptyRegister, type Register } from '../../../src/log/fold/register'
import { signedAgain } from '../../../src/log/fold/signed-steps'
import type { ZoneDeed } from '../../../src/log/fold/zone-deeds'
import { onePerson } from '../../../src/operations/approval/one-person'
import { roleOf } from '../../../src/operations/approval/role'
import { type StepForm, stepWriting } from '../../../src/operations/approval/step-drafts'
import { type StepTarget, stepTargetOf } from '../../../src/operations/approval/step-target'
import { lapsesAt, nextFullHour } from '../../../src/operations/approval/taking'
import { fateOf, isUndermined, reversalOf } from '../../../src/operations/approval/withdraw'
import { smallDistrict } from '../../geo/survey/small-district'
import { SHANGHAI } from '../../helpers/facts'

const register: Register = { ...emptyRegister(), ...smallDistrict, head: 'abc', events: 3 }
const { assess, survey } = answersOf(register, { asOf: readAsOf(SHANGHAI, '2022-05-27T14:20')! })
const policy = resolvePolicy(register.pack.policy!, policyDocuments(register)).policy
const targetOf = (zone: string): StepTarget => {
  const transition = survey.zones.find(({ id }) => id === zone)!.decisive!
  return stepTargetOf({ register, assess, survey }, { zone, transition })!
}
const targets = survey.zones.filter(({ decisive }) => decisive).map(({ id }) => targetOf(id))
const FORM: StepForm = {
  note: ' 七天无新增 ',
  takesEffectAt: '2022-05-27 18:00',
  opinions: [{ by: '何', unit: null, for: false, text: null }],
  accepts: [],
  picture: Uint8Array.of(1, 2, 3),
}

describe('a step as it is written', () => {
  test('W21 holds what was seen with its digest, the note, the opinions and the step it follows', () => {
    for (const target of targets) {
      const { drafts, blocks } = stepWriting({ ...target, follows: 'e1' }, FORM, 'assessed')
      const [step, kept] = drafts
      expect(step).toMatchObject({
        ...{ type: 'transition.assessed@1', zone: target.zone.id, transition: target.transition.id },
        ...{ at: survey.asOf, decision: 'given', note: '七天无新增', follows: 'e1', takesEffectAt: null },
        opinions: FORM.opinions,
      })
      const evidence = step && 'evidence' in step ? step.evidence! : null
      expect(evidence && isWholeEvidence(evidence)).toBe(true)
      expect(evidence!.seen.figures.cases).toBe(target.zone.cases)
      expect([...blocks.keys()]).toEqual([evidence!.picture])
      expect(kept).toMatchObject({ type: 'file.kept@1', block: evidence!.picture })
      expect(drafts).toHaveLength(2)
    }
  })

  test('W21 an approval moves the zone when it takes effect, or merges it into the one around it', () => {
    const [first] = targets
    const inside = { ...first!, transition: { ...first!.transition, into: 'C' } }
    for (const target of [...targets, inside]) {
      const { drafts } = stepWriting(target, FORM, 'approved')
      const at = '2022-05-27T18:00:00+08:00'
      expect(drafts[0]).toMatchObject({ type: 'transition.approved@1', takesEffectAt: at })
      const { into, to } = target.transition
      expect(drafts[1]).toMatchObject(
        into === null ? { type: 'zone.moved@1', to, at } : { type: 'zone.merged@1', into, at },
      )
    }
  })

  test('W21 a decline moves nothing and accepts nothing; without a picture only the figures are kept', () => {
    const { drafts, blocks } = stepWriting(targets[0]!, { ...FORM, picture: null }, 'declined')
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({ decision: 'declined', accepts: [], takesEffectAt: null })
    expect(blocks.size).toBe(0)
  })
})

describe('whose turn it is', () => {
  test('W21 the first step applies, the last decides, unknown conditions are missing too', () => {
    expect(targets.filter(({ chain }) => chain.length > 0).length).toBeGreaterThan(1)
    for (const target of targets) {
      const { transition, missing, next, chain } = target
      if (!transition.approval) expect(roleOf(target)).toBe(chain.length > 0 ? 'propose' : 'approve')
      if (transition.approval?.next === 'approve') expect(roleOf(target)).toBe('approve')
      if (transition.approval?.next === null) expect(roleOf(target)).toBeNull()
      const isReady = transition.state === 'due' || transition.state === 'approval'
      expect(missing > 0).toBe(!isReady)
      if (next && chain.length > 0) expect(chain).toContain(next)
    }
  })

  test('W21 it takes effect at the next full hour unless told otherwise, and before anything lapses', () => {
    expect(nextFullHour(targets[0]!)).toBe('2022-05-27 15:00')
    for (const target of targets) {
      const ends = target.seen.conditions.filter(({ state, until }) => state === 'met' && until)
      expect(lapsesAt(target) === null).toBe(ends.length === 0)
    }
  })
})

test('W34 a filing between two steps hides no change from the later one', () => {
  const target = targets.find(({ chain }) => chain.length > 1)!
  const { zone, transition } = target
  const [first] = target.chain
  const chain = [first!, { step: 'filed', zh: '备案', blocking: false }, ...target.chain.slice(1)]
  const about = { zone: zone.id, transition: transition.id }
  const view = { ...target.seen, figures: { ...target.seen.figures, cases: 99 } }
  const deedOf = (step: string, event: string, seen: StepTarget['seen']): ZoneDeed =>
    ({
      ...{ event, batch: event, kind: 'assessed', zone: zone.id, reversed: null, contested: false },
      step: { step, transition: transition.id, decision: 'given', evidence: evidenceOf(seen, null) },
    }) as unknown as ZoneDeed
  const zoneDeeds = [deedOf(first!.step, 'e1', view), deedOf('filed', 'e2', target.seen)]
  const steps = zoneDeeds.map(({ event, step }) => ({
    ...step!,
    event,
    at: survey.asOf,
    by: '何',
    note: null,
  }))
  const approval = {
    ...{ next: 'assess', nextStep: chain[2]!.step, nextActor: null, takesEffectAt: null },
    steps,
  }
  const taken = {
    ...assess,
    zones: assess.zones.map((one) => ({
      ...one,
      transitions: one.transitions.map((other) => (one.id === zone.id ? { ...other, approval } : other)),
    })),
  } as typeof assess
  const rule = policy!.transitions!.find(({ id }) => id === transition.id)!
  const filing = { ...policy!, approvals: { ...policy!.approvals, [rule.approval!]: chain } } as typeof policy
  const next = stepTargetOf(
    { register: { ...register, zoneDeeds, policies: [filing] }, assess: taken, survey },
    about,
  )!
  expect(next.last!.event).toBe('e2')
  expect(next.basis!.event).toBe('e1')
  expect(next.differences.map(({ key }) => key)).toContain('figure.cases')
})

test('S44 W21 a zone whose own edition asks for steps is not decided in one where the pack names no edition', () => {
  const [pack, zones] = [
    { ...register.pack, policy: null },
    register.zones.map((stay) => ({ ...stay, policy: policy!.id })),
  ]
  const own: Register = { ...register, pack, zones }
  const there = answersOf(own, { asOf: readAsOf(SHANGHAI, '2022-05-27T14:20')! })
  const targetsThere = targets.map(
    ({ zone, transition }) =>
      stepTargetOf({ register: own, ...there }, { zone: zone.id, transition: transition.id })!,
  )
  expect(targetsThere.map(({ chain, next, seen }) => [chain, next, seen.policy])).toEqual(
    targets.map(({ chain, next, seen }) => [chain, next, seen.policy]),
  )
  const several = zones.map((stay, at) => ({ ...stay, policy: at === 0 ? 'cn-9th-2022' : policy!.id }))
  const mixed: Register = { ...own, zones: several }
  const amid = answersOf(mixed, { asOf: readAsOf(SHANGHAI, '2022-05-27T14:20')! })
  const last = targets.find(({ zone, chain }) => zone.id !== zones[0]!.id && chain.length > 0)!
  const about = { zone: last.zone.id, transition: last.transition.id }
  expect(stepTargetOf({ register: mixed, ...amid }, about)!.chain).toEqual(last.chain)
})

describe('what was approved, and what was taken back', () => {
  const deed = { event: 'e2', batch: 'e1', reversed: null } as ZoneDeed
  const ahead = (over: Partial<StepTarget>): StepTarget => ({
    ...{ ...targets[0]!, next: null, missing: 1, ...over },
    transition: { ...targets[0]!.transition, approval: null },
    last: { ...deed, step: { takesEffectAt: '2022-05-27T18:00' } } as ZoneDeed,
  })

  test('W33 an approval still to take effect is undermined once a condition is missing, and only then', () => {
    expect(isUndermined(ahead({}))).toBe(true)
    expect(isUndermined(ahead({ missing: 0 }))).toBe(false)
    expect(isUndermined(ahead({ asOf: readAsOf(SHANGHAI, '2022-05-27T18:00')! }))).toBe(false)
    expect(isUndermined(ahead({ next: { step: 'approve' } as StepTarget['next'] }))).toBe(false)
  })

  test('W33 it says whether the order is carried out all the same, not at all, or not until rows are placed', () => {
    const chain = (suspended: string[], untilPlaced: boolean) =>
      ({ approval: { suspended, untilPlaced } }) as unknown as StepTarget['transition']
    expect(fateOf({ ...ahead({}), isMoveSuspended: false })).toBe('undermined')
    expect(fateOf({ ...ahead({}), isMoveSuspended: true })).toBe('suspended')
    expect(fateOf({ ...ahead({}), transition: chain(['quiet'], false) })).toBe('suspended')
    expect(fateOf({ ...ahead({}), transition: chain(['quiet'], true) })).toBe('untilPlaced')
  })

  test('W33 taking back says why, where a reason is given', () => {
    const taken = (because: string) => reversalOf([deed], { batches: ['e1'], because })
    expect(taken(' 补采未完 ')).toEqual([{ type: 'event.reversed@1', event: 'e2', because: '补采未完' }])
    expect(taken(' ')).toEqual([{ type: 'event.reversed@1', event: 'e2' }])
    expect(reversalOf([{ ...deed, reversed: {} } as ZoneDeed], { batches: ['e1'] })).toEqual([])
  })
})

describe('one person and several steps', () => {
  const step = (event: string, decision: 'given' | 'declined' = 'given') => ({
    ...{ step: event, at: '2022-05-27', by: '街道', decision, note: null, event },
  })
  const target = targets.find(({ chain }) => chain.length > 2)!
  const [first, second, third] = target.chain
  const takenBy = (events: readonly ReturnType<typeof step>[]): StepTarget['transition'] => ({
    ...target.transition,
    approval: { ...target.transition.approval!, steps: events },
  })
  const deed = (event: string, name: string) => ({ event, by: { name, unit: '街道' } }) as ZoneDeed
  const deeds = [deed('a', '周敏'), deed('b', '沈岚'), deed('x', '方正')]

  test('W47 who signed a step of a chain does not sign a later one, however the name is typed, unless the edition allows it', () => {
    const asked = (name: string, events = [step('a')], next = second!) =>
      onePerson({ transition: takenBy(events), next }, deeds, name)
    expect(first!.step).not.toBe(third!.step)
    expect(asked('周敏')).toEqual({ code: 'one-person', params: { name: '周敏' } })
    expect(asked(' 周　敏 ')).toMatchObject({ code: 'one-person' })
    expect(asked('沈岚')).toBeNull()
    expect(asked('沈岚', [step('a'), step('b')], third)).toMatchObject({ code: 'one-person' })
    expect(asked('周敏', [step('a')], { ...second!, samePerson: true })).toBeNull()
    expect(asked('周敏', [step('a'), step('x', 'declined')], first)).toBeNull()
  })

  test('W47 a second signature of one person is told, also where the edition allows it or two machines wrote them', () => {
    const twice = [...deeds, deed('c', '周 敏')]
    expect([...signedAgain(takenBy([step('a'), step('b'), step('c')]), twice)]).toEqual(['c'])
    expect([...signedAgain(takenBy([step('a'), step('x', 'declined'), step('c')]), twice)]).toEqual([])
    expect([...signedAgain(takenBy([step('a'), step('b')]), deeds)]).toEqual([])
    expect([...signedAgain(takenBy([{ ...step('a'), event: '' }, step('f')]), deeds)]).toEqual([])
  })
})
