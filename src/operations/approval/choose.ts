import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'
import type { StepTarget } from './step-target'
import { reversalOf } from './withdraw'

/** Of steps in conflict the one that is to stand. */
export interface Choice {
  readonly target: StepTarget
  readonly keep: string
}

/** Ends a conflict: the steps of the others, and what was built on them, are taken back by the person who chooses. */
export const choose: Operation<Choice> = {
  id: 'approval.choose',
  label: 'approval.verb.choose',
  available: ({ target }) => (target.transition.approval?.conflict?.length ?? 0) > 0,
  disabled: () => {
    const workspaces = useWorkspaces()
    if (workspaces.current?.readOnly) return { code: 'read-only' }
    return workspaces.known !== null ? { code: 'looking-back' } : null
  },
  run: async ({ target, keep }) => {
    const { append, register } = useWorkspaces()
    const deeds = register.zoneDeeds
    const rivals = target.transition.approval?.conflict ?? []
    const lost = new Set(rivals.map(({ event }) => event).filter((event) => event !== keep))
    for (let grown = true; grown; ) {
      grown = false
      for (const { event, step } of deeds)
        if (step?.follows && lost.has(step.follows) && !lost.has(event)) {
          lost.add(event)
          grown = true
        }
    }
    const batches = deeds.filter(({ event }) => lost.has(event)).map(({ batch }) => batch)
    await append(reversalOf(deeds, { batches }))
  },
}
