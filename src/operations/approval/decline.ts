import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { stepWriting } from './step-drafts'
import { heldBack, type Taking } from './taking'

/** 退回: sends the chain back to its beginning, with a reason. Possible whatever the conditions say. */
export const decline: Operation<Taking> = {
  id: 'approval.decline',
  label: 'approval.verb.decline',
  available: ({ target }) =>
    target.next !== null && target.transition.approval?.steps.at(-1)?.decision === 'given',
  disabled: ({ target, form }) =>
    heldBack(target) ?? (form.note.trim() === '' ? { code: 'no-reason' } : null),
  run: async ({ target, form }) => {
    const { drafts, blocks } = stepWriting(target, form, 'declined')
    await useWorkspaces().append(drafts, blocks)
  },
}
