import { readMoment } from '#geo'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import { roleOf } from './role'
import { stepWriting } from './step-drafts'
import { lapsesAt, notAccepted, notReady, type Taking } from './taking'

/** 审批: the last step. In the same append the zone moves, or merges into the one around it, when it takes effect. */
export const approve: Operation<Taking> = {
  id: 'approval.approve',
  label: 'approval.verb.approve',
  available: ({ target }) => roleOf(target) === 'approve',
  disabled: (taking) => notReady(taking.target) ?? notAccepted(taking) ?? wrongTime(taking),
  run: async ({ target, form }) => {
    const { drafts, blocks } = stepWriting(target, form, 'approved')
    await useWorkspaces().append(drafts, blocks)
  },
}

/** It takes effect at a time, not before it was decided, and while every condition still holds. */
function wrongTime({ target, form }: Taking): Disabled | null {
  const moment = readMoment(target.timezone, form.takesEffectAt ?? '')
  if (!moment) return { code: 'no-time' }
  if (moment.at < target.asOf) return { code: 'effect-before-decision' }
  const lapse = lapsesAt(target)
  return lapse && moment.at > lapse.at ? { code: 'lapses', params: { until: lapse.text } } : null
}
