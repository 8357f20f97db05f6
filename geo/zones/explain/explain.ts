import { BUILT_IN_POLICIES } from '../policy/policies'
import type { Policy } from '../policy/policy'
import type { BlockId, PolicyExplanation, PolicyItem } from './explanation'
import { countingItems, headItems, migrationItems, sourceItems, subjectItems } from './head-blocks'
import { levelItems } from './levels-block'
import { inBoth, ownName } from './naming'
import { approvalItems, classItems, deadlineItems, scheduleItems } from './rules-blocks'
import { transitionItems } from './transitions-block'

/**
 * The whole policy as sentences in both languages, generated from its data: a resolved policy, and the documents in
 * which the editions it builds on and takes zones over from are found. Names that no dictionary has are quoted, or said in the
 * policy's own words.
 */
export function explainPolicy(
  policy: Policy,
  documents: readonly unknown[] = BUILT_IN_POLICIES,
): PolicyExplanation {
  const blocks: readonly (readonly [BlockId, readonly PolicyItem[]])[] = [
    ['head', headItems(policy, documents)],
    ['counting', countingItems(policy)],
    ['subject', subjectItems(policy)],
    ['levels', levelItems(policy)],
    ['initial', classItems(policy, 'classifyInitial')],
    ['classes', classItems(policy, 'classify')],
    ['transitions', transitionItems(policy)],
    ['schedules', scheduleItems(policy)],
    ['approvals', approvalItems(policy)],
    ['deadlines', deadlineItems(policy)],
    ['migration', migrationItems(policy, documents)],
    ['unverified', sourceItems(policy, true)],
    ['sources', sourceItems(policy, false)],
  ]
  return {
    id: policy.id,
    name: inBoth((d) => ownName(d, policy.name, policy.id)),
    blocks: blocks
      .filter(([, items]) => items.length > 0)
      .map(([id, items]) => ({ id, title: inBoth((d) => d.blocks[id]), items })),
  }
}
