import type { Words } from '../explain/explanation'
import { inBoth } from '../explain/naming'
import type { Policy } from '../policy/policy'
import { type Aspect, aspectsOf } from './aspects'
import type { PolicyDifference } from './comparison'
import { BY_ID, type Pairs, pairsOf } from './pairs'

const KINDS = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '取消', en: 'dropped' },
}

/**
 * In what two resolved policies differ, as data with sentences, in the order of the document: levels (paired by the
 * second one's `migrate` where their ids differ), measures, delimitation, transitions, conditions by id, classes, chains, schedules, deadlines. Of what only one of them has, the
 * parts are not listed again.
 */
export function differencesOf(from: Policy, to: Policy): PolicyDifference[] {
  const pairs = pairsOf(from, to)
  const [before, after] = [aspectsOf(from, pairs), aspectsOf(to)]
  const [plainBefore, plainAfter] = [aspectsOf(unnamed(from, pairs), pairs), aspectsOf(unnamed(to))]
  const isSame = (id: string, one: Aspect, other: Aspect): boolean =>
    id === `level.${id.split('.')[1]}`
      ? isEqual(one.value, other.value)
      : isEqual(plainBefore.get(id)!.value, plainAfter.get(id)!.value)
  const found: PolicyDifference[] = []
  const isWhole = (one: Aspect): boolean =>
    one.within === null || (before.has(one.within) && after.has(one.within))
  for (const [id, one] of before) {
    const other = after.get(id)
    if (other === undefined) {
      if (isWhole(one)) found.push(lone('removed', id, one))
    } else if (!isSame(id, one, other)) found.push(changed(id, one, other))
  }
  for (const [id, one] of after) if (!before.has(id) && isWhole(one)) found.push(lone('added', id, one))
  return found
}

const isEqual = (one: Words, other: Words): boolean => one.zh === other.zh && one.en === other.en

/** The policy with its levels and transitions under their pairs' ids: what is only called otherwise is the same. */
function unnamed(policy: Policy, pairs: Pairs = BY_ID): Policy {
  const called = (id: string): Words => ({ zh: id, en: id })
  return {
    ...policy,
    levels: policy.levels.map((one) => ({ ...one, ...called(pairs.level(one.id)) })),
    ...(policy.transitions && {
      transitions: policy.transitions.map((one) => ({ ...one, ...called(pairs.transition(one.id)) })),
    }),
  }
}

function lone(kind: 'added' | 'removed', id: string, { part, name, value }: Aspect): PolicyDifference {
  const words = KINDS[kind]
  return {
    ...{ kind, part, id, name },
    before: kind === 'removed' ? value : null,
    after: kind === 'added' ? value : null,
    zh: `${words.zh}：${name.zh}${name.zh === value.zh ? '' : `：${value.zh}`}`,
    en: `${name.en}, ${words.en}${name.en === value.en ? '' : `: ${value.en}`}`,
  }
}

function changed(id: string, one: Aspect, other: Aspect): PolicyDifference {
  return {
    ...{ kind: 'changed', part: one.part, id, name: other.name, before: one.value, after: other.value },
    ...inBoth(({ language: l }) =>
      l === 'zh'
        ? `${other.name.zh}：由“${one.value.zh}”改为“${other.value.zh}”`
        : `${other.name.en}: from “${one.value.en}” to “${other.value.en}”`,
    ),
  }
}
