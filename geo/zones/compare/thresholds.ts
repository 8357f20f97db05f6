import { conditionWords } from '../explain/condition-words'
import type { Policy } from '../policy/policy'
import type { Threshold } from './comparison'
import { leavesOf } from './leaves'
import { numbersIn } from './numbers'

/**
 * Every number in a resolved policy's transitions that a local edition may set otherwise, each once: transitions that
 * are the same as another one follow it. For a raise the easier way is the stricter.
 */
export function thresholdsOf(policy: Policy): Threshold[] {
  return (policy.transitions ?? []).flatMap((transition) =>
    leavesOf(transition.when ?? null).flatMap(({ id, leaf, negated }) =>
      numbersIn(leaf).map(({ key, value, stricter }) => ({
        ...conditionWords(leaf, policy),
        transition: transition.id,
        condition: id,
        key,
        value,
        stricter: negated !== (transition.kind === 'upgrade') ? other(stricter) : stricter,
      })),
    ),
  )
}

const other = (direction: 'up' | 'down'): 'up' | 'down' => (direction === 'up' ? 'down' : 'up')
