import type { ApprovalStep } from '#geo'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import { stepWriting } from './step-drafts'
import { heldBack, type Taking } from './taking'

/** A step that nobody waits for, and its turn. */
export interface Filing extends Taking {
  readonly step: ApprovalStep
}

/** 备案: a step of the chain that holds nothing up; taken when its turn has come, whatever the conditions say. */
export const file: Operation<Filing> = {
  id: 'approval.file',
  label: 'approval.verb.file',
  available: ({ target, step }) => target.transition.approval?.filings?.includes(step.step) ?? false,
  disabled: ({ target }) => heldBack(target),
  run: async ({ target, form, step }) => {
    const { drafts, blocks } = stepWriting({ ...target, next: step, differences: [] }, form, 'assessed')
    await useWorkspaces().append(drafts, blocks)
  },
}
