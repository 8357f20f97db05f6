import { isLowering } from '../conditions/plan'
import type { Policy, Transition } from '../policy/policy'

/** Under which key of the other policy a level or a transition is looked for. */
export interface Pairs {
  level(id: string): string
  transition(id: string): string
}

export const BY_ID: Pairs = { level: (id) => id, transition: (id) => id }

/**
 * Which level and which transition of the second policy stand for those of the first: those of the same id; levels by
 * the second one's `migrate`; of the other transitions the one in the same direction from the paired level, first the
 * one for zones drawn directly.
 */
export function pairsOf(from: Policy, to: Policy): Pairs {
  const map = to.migrate?.find((one) => one.from === from.id)?.map ?? {}
  const isOwn = (id: string): boolean => from.levels.some((one) => one.id === id)
  const levels = new Map<string, string>()
  for (const { id } of from.levels) {
    const target = map[id]
    const isFree = target !== undefined && !isOwn(target) && ![...levels.values()].includes(target)
    if (isFree && !to.levels.some((one) => one.id === id)) levels.set(id, target)
  }
  const level = (id: string): string => levels.get(id) ?? id
  const transitions = pairTransitions(from, to, level)
  return { level, transition: (id) => transitions.get(id) ?? id }
}

function pairTransitions(from: Policy, to: Policy, level: Pairs['level']): Map<string, string> {
  const lone = (one: Policy, other: Policy): Transition[] =>
    (one.transitions ?? []).filter(({ id }) => !other.transitions?.some((same) => same.id === id))
  const open = new Set(lone(to, from))
  const pairs = new Map<string, string>()
  for (const one of lone(from, to)) {
    const starts = [one.from].flat().map(level)
    const fits = [...open].filter(
      (other) => direction(other) === direction(one) && [other.from].flat().some((id) => starts.includes(id)),
    )
    const pair = fits.find(({ cameFrom }) => !cameFrom || cameFrom.includes(null)) ?? fits[0]
    if (!pair) continue
    open.delete(pair)
    pairs.set(one.id, pair.id)
  }
  return pairs
}

const direction = (one: Transition): string => (isLowering(one) ? 'lowering' : one.kind)
