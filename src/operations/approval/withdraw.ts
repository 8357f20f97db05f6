import { readMoment } from '#geo'
import type { Body } from '../../log/events'
import type { ZoneDeed } from '../../log/zone-deeds'
import { useAuthor } from '../../stores/author'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import type { StepTarget } from './step-target'
import { heldBack } from './taking'

/** 撤回: the author of the last step takes it back, before anybody builds on it and before it takes effect. */
export const withdraw: Operation<StepTarget> = {
  id: 'approval.withdraw',
  label: 'approval.verb.withdraw',
  available: ({ last }) => last !== null && isOwn(last),
  disabled: (target) => heldBack(target) ?? (hasTakenEffect(target) ? { code: 'taken-effect' } : null),
  run: async ({ last }) => {
    if (last) await useWorkspaces().append(reversalOf(useWorkspaces().register.zoneDeeds, [last.batch]))
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
export function reversalOf(deeds: readonly ZoneDeed[], batches: readonly string[]): Body[] {
  return deeds
    .filter(({ batch, reversed }) => batches.includes(batch) && reversed === null)
    .toReversed()
    .map(({ event }) => ({ type: 'event.reversed@1', event }))
}
