import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { roleOf } from './role'
import { stepWriting } from './step-drafts'
import { notAccepted, notReady, type Taking } from './taking'

/** 申报: the first step of the chain, once every condition is met. */
export const propose: Operation<Taking> = {
  id: 'approval.propose',
  label: 'approval.verb.propose',
  available: ({ target }) => roleOf(target) === 'propose',
  disabled: (taking) => notReady(taking.target) ?? notAccepted(taking),
  run: async ({ target, form }) => {
    const { drafts, blocks } = stepWriting(target, form, 'proposed')
    await useWorkspaces().append(drafts, blocks)
  },
}
