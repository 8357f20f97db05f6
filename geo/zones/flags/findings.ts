import type { ConditionAnswer, Evidence } from '../../answers'
import { filled } from '../conditions/sentences'
import type { Trial } from '../moves/trial'

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'flag-older': {
    zh: '「{leaf}」的陈述早于其后发生的情况，不作数：请重新陈述',
    en: '“{leaf}” was stated before what came later and decides nothing: state it anew',
  },
  'flag-against-list': {
    zh: '「{leaf}」的陈述与名单不符，不作数：请核对名单或重新陈述',
    en: '“{leaf}” contradicts the list and decides nothing: check the list or state it anew',
  },
  'flag-twice': {
    zh: '「{leaf}」同一时刻有两种陈述，不作数：请更正其一',
    en: '“{leaf}” was stated two ways at the same time and decides nothing: correct one of them',
  },
}

/** A line for each statement that a list, a later event or another statement contradicts, with both as evidence. It never decides. */
export function contradictionFindings({ plan, answers }: Trial): ConditionAnswer[] {
  return plan.leaves.flatMap((leaf, i): ConditionAnswer[] => {
    const { reason, evidence, figures, heldBy } = answers[i]!
    const said = reason === null ? undefined : REASONS[reason]
    if (!said || heldBy) return []
    return [
      {
        id: `contradiction.${leaf.id}`,
        zh: filled(said.zh, { leaf: filled(leaf.zh, figures) }),
        en: filled(said.en, { leaf: filled(leaf.en, figures) }),
        ...{ mark: '矛', authority: 'reference', state: 'unknown', at: null, until: null },
        ...{ reason, evidence: evidence as readonly Evidence[], anyOf: null, figures },
      },
    ]
  })
}
