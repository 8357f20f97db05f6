import { readMoment } from '#geo'
import type { Body } from '../../log/events'
import type { ZoneDeed } from '../../log/fold/zone-deeds'
import { useAuthor } from '../../stores/author'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import type { StepTarget } from './step-target'
import { heldBack } from './taking'

/** The step that is taken back, and why. */
export interface Withdrawal {
  readonly target: StepTarget
  readonly because: string
}

export type Fate = 'suspended' | 'untilPlaced' | 'undermined'

/** Why the last step cannot be taken back now, whatever the reason given; null where it can. */
export function staysGiven(target: StepTarget): Disabled | null {
  return heldBack(target) ?? (hasTakenEffect(target) ? { code: 'taken-effect' } : null)
}

/** Approved and still to take effect, but a condition is no longer met, or no longer known to be. */
export function isUndermined(target: StepTarget): boolean {
  const { approval } = target.transition
  const isThrough = approval ? approval.next === null : target.next === null
  const effect = target.last?.step?.takesEffectAt ?? null
  return isThrough && effect !== null && !hasTakenEffect(target) && target.missing > 0
}

/** What becomes of an undermined order at its hour: it is not carried out, or not until rows are placed, or all the same. */
export function fateOf({ transition: { approval }, isMoveSuspended }: StepTarget): Fate {
  if (approval?.untilPlaced) return 'untilPlaced'
  return approval?.suspended?.length || isMoveSuspended ? 'suspended' : 'undermined'
}

/**
 * 撤回: the author of the last step takes it back with a reason, before anybody builds on it and before it takes effect;
 * what was approved on conditions that have gone missing since, anybody.
 */
export const withdraw: Operation<Withdrawal> = {
  id: 'approval.withdraw',
  label: 'approval.verb.withdraw',
  available: ({ target }) => target.last !== null && (isOwn(target.last) || isUndermined(target)),
  disabled: ({ target, because }) =>
    staysGiven(target) ?? (because.trim() === '' ? { code: 'no-withdrawal-reason' } : null),
  run: async ({ target: { last }, because }) => {
    const { append, register } = useWorkspaces()
    if (last) await append(reversalOf(register.zoneDeeds, { batches: [last.batch], because }))
  },
}

function isOwn({ by }: ZoneDeed): boolean {
  const { author } = useAuthor()
  return author !== null && author.name === by.name && author.unit === by.unit
}

function hasTakenEffect({ last, timezone, asOf }: StepTarget): boolean {
  const effect = last?.step?.takesEffectAt
  const moment = effect ? readMoment(timezone, effect) : null
  return moment !== null && moment.at <= asOf
}

/** Takes back what appends did to zones, the last first. The pictures they kept stay kept. */
export function reversalOf(
  deeds: readonly ZoneDeed[],
  { batches, because = '' }: { readonly batches: readonly string[]; readonly because?: string },
): Body[] {
  const reason = because.trim() ? { because: because.trim() } : {}
  return deeds
    .filter(({ batch, reversed }) => batches.includes(batch) && reversed === null)
    .toReversed()
    .map(({ event }) => ({ type: 'event.reversed@1', event, ...reason }))
}
