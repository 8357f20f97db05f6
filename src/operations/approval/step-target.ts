import {
  type ApprovalStep,
  type AssessAnswer,
  differencesOf,
  type FrozenView,
  frozenView,
  type Instant,
  type Policy,
  policyDocuments,
  readMoment,
  resolvePolicy,
  type Survey,
  type SurveyZone,
  type TransitionAnswer,
  type ViewDifference,
} from '#geo'
import { canonical, digest } from '../../log/digest'
import type { StepEvidence } from '../../log/events'
import type { Register } from '../../log/fold/register'
import type { ZoneDeed } from '../../log/fold/zone-deeds'

/** One transition of one zone, with its chain and everything a step of it would rest on. */
export interface StepTarget {
  readonly zone: SurveyZone
  readonly transition: TransitionAnswer
  /** the transition's own name in the policy */
  readonly name: { readonly zh: string; readonly en: string }
  readonly chain: readonly ApprovalStep[]
  /** the step that is waited for; null once the chain is through, or where the policy asks for none */
  readonly next: ApprovalStep | null
  /** what would be frozen now */
  readonly seen: FrozenView
  /** what the step before saw; null for the first, and where a file recorded it */
  readonly before: StepEvidence | null
  readonly differences: readonly ViewDifference[]
  /** deed of the last step that counts; null for none, and where a file recorded it */
  readonly last: ZoneDeed | null
  /** deed of the last step that is waited for, with whose view this one is compared: no filing hides a change */
  readonly basis: ZoneDeed | null
  /** id of the last step of this zone and transition in the log, counted or not */
  readonly follows: string | null
  /** conditions that are not met; unknown ones are missing too */
  readonly missing: number
  /** the move that was written with the last step does not happen: what came since suspends it */
  readonly isMoveSuspended: boolean
  readonly asOf: Instant
  readonly timezone: string
}

/** What the screens have of the slice. */
export interface Desk {
  readonly register: Register
  readonly assess: AssessAnswer
  readonly survey: Survey
}

/** The step to be taken next for a transition of a zone, by the zone's own edition; null where the zone or the transition is not there. */
export function stepTargetOf(
  { register, assess, survey }: Desk,
  about: { readonly zone: string; readonly transition: string },
): StepTarget | null {
  const zone = survey.zones.find(({ id }) => id === about.zone)
  const answer = assess.zones.find(({ id }) => id === about.zone)
  const transition = answer?.transitions.find(({ id }) => id === about.transition)
  const policy = answer?.policy ? resolvePolicy(answer.policy, policyDocuments(register)).policy : null
  const frame = { head: register.head, policy: policySeen(policy, survey) }
  const seen = frozenView({ assess, survey }, about, frame)
  if (!zone || !transition || !seen) return null
  const rule = policy?.transitions?.find(({ id }) => id === about.transition)
  const chain = (rule?.approval && policy?.approvals?.[rule.approval]) || []
  const asOf = readMoment(survey.timezone, survey.asOf)!.at
  const decided = chain.length === 0 ? decidedAhead(register, { ...about, asOf }) : null
  const last = decided ?? lastDeed(register, transition, [])
  const basis = decided ?? lastDeed(register, transition, chain)
  const before = basis?.step?.decision === 'given' ? (basis.step.evidence ?? null) : null
  const { timezone } = survey
  return {
    zone,
    transition,
    name: { zh: rule?.zh ?? about.transition, en: rule?.en ?? rule?.zh ?? about.transition },
    chain,
    next: decided ? null : nextIn(chain, transition),
    seen,
    before,
    differences: before ? differencesOf(before.seen, seen) : [],
    last,
    basis,
    follows: lastEvent(register, about),
    missing: missingIn(transition),
    isMoveSuspended: isMoveSuspended(register, last),
    asOf,
    timezone,
  }
}

const digests = new WeakMap<object, string>()

function policySeen(policy: Policy | null, survey: Survey): FrozenView['policy'] {
  if (!policy) return { id: survey.policy.id, zh: survey.policy.zh, en: survey.policy.en, digest: '' }
  const { id } = policy
  const { zh = id, en = zh } = policy.name
  let seen = digests.get(policy)
  if (seen === undefined) digests.set(policy, (seen = digest(canonical(policy))))
  return { id, zh, en, digest: seen }
}

/** Where the policy asks for no approval, one person decides all the same, and it is written down. */
const DECISION: ApprovalStep = { step: 'approve', zh: '决定', en: 'Decision' }

function nextIn(chain: readonly ApprovalStep[], { approval }: TransitionAnswer): ApprovalStep | null {
  if (chain.length === 0) return DECISION
  if (!approval) return chain.find(({ blocking }) => blocking !== false) ?? null
  return chain.find(({ step }) => step === approval.nextStep) ?? null
}

/** The last step that counts; with a chain given, of those that are waited for. A declined filing sends back all the same. */
function lastDeed(
  register: Register,
  { approval }: TransitionAnswer,
  chain: readonly ApprovalStep[],
): ZoneDeed | null {
  const filings = new Set(chain.flatMap(({ step, blocking }) => (blocking === false ? [step] : [])))
  const event = approval?.steps.findLast(
    ({ step, decision }) => decision === 'declined' || !filings.has(step),
  )?.event
  return event ? (register.zoneDeeds.find((deed) => deed.event === event) ?? null) : null
}

function isMoveSuspended({ unapplied, zoneDeeds }: Register, last: ZoneDeed | null): boolean {
  const batchOf = new Map(zoneDeeds.map(({ event, batch }) => [event, batch]))
  return unapplied.some(({ event, code }) => code === 'suspended' && batchOf.get(event) === last?.batch)
}

/** A decision without a chain that is to take effect after the as-of. */
function decidedAhead(
  { zoneDeeds, pack }: Register,
  { zone, transition, asOf }: { readonly zone: string; readonly transition: string; readonly asOf: Instant },
): ZoneDeed | null {
  const isAhead = (effect: string | null): boolean =>
    effect !== null && (readMoment(pack.timezone, effect)?.at ?? asOf) > asOf
  const own = zoneDeeds.filter(
    ({ zone: of, step, kind, reversed, contested }) =>
      of === zone &&
      step?.transition === transition &&
      kind === 'approved' &&
      !(reversed || contested) &&
      isAhead(step.takesEffectAt),
  )
  return own.at(-1) ?? null
}

function lastEvent(register: Register, about: { zone: string; transition: string }): string | null {
  const own = register.zoneDeeds.filter(
    ({ zone, step, reversed }) =>
      zone === about.zone && step?.transition === about.transition && reversed === null,
  )
  return own.at(-1)?.event ?? null
}

/** Of an `any` none is missing once one of it is met. */
function missingIn({ state, conditions }: TransitionAnswer): number {
  if (state === 'due' || state === 'approval') return 0
  const settled = new Set(
    conditions.filter((one) => one.state === 'met' && one.anyOf).map(({ anyOf }) => anyOf),
  )
  const missing = conditions.filter(
    (one) => one.state !== 'met' && one.authority !== 'reference' && !(one.anyOf && settled.has(one.anyOf)),
  )
  return Math.max(1, missing.length)
}
