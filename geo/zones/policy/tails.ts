import type { Policy, Transition } from './policy'

const SENTENCE = {
  zh: '转为本级别满 {n} 天（第 {have}/{of} 天）',
  en: '{n} days at this level (day {have} of {of})',
}

/**
 * The policy with every tail laid out: the transition leads to `asLevel`, and a transition of its own (`<id>.tail`) from
 * there to where the first one pointed, after so many days and without any other condition or approval.
 */
export function withTails(policy: Policy): Policy {
  if (!policy.transitions?.some((one) => one.tail)) return policy
  return { ...policy, transitions: policy.transitions.flatMap(laidOut) }
}

function laidOut(transition: Transition): Transition[] {
  const { tail, ...plain } = transition
  if (!tail) return [transition]
  const from = typeof plain.from === 'string' ? [plain.from] : plain.from
  return [
    { ...plain, to: tail.asLevel, kind: plain.kind === 'release' ? 'downgrade' : plain.kind },
    {
      id: `${plain.id}.tail`,
      tailOf: plain.id,
      zh: tail.zh ?? `${plain.zh ?? plain.id}：其后 ${tail.days} 天期满`,
      en: tail.en ?? `${plain.en ?? plain.id}: the ${tail.days} days after it are over`,
      from: tail.asLevel,
      cameFrom: from,
      to: plain.to,
      kind: plain.kind,
      when: {
        all: [{ id: 'tail', ...SENTENCE, days: { since: { event: 'level.entered' }, gte: tail.days } }],
      },
    },
  ]
}
