import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { roleOf } from './role'
import { stepWriting } from './step-drafts'
import { notAccepted, notReady, type Taking } from './taking'

/** 评估: a step between the first and the last, with the opinions of experts one by one. */
export const assess: Operation<Taking> = {
  id: 'approval.assess',
  label: 'approval.verb.assess',
  available: ({ target }) => roleOf(target) === 'assess',
  disabled: (taking) => notReady(taking.target) ?? notAccepted(taking),
  run: async ({ target, form }) => {
    const { drafts, blocks } = stepWriting(target, form, 'assessed')
    await useWorkspaces().append(drafts, blocks)
  },
}
