import type { Facts } from '../../facts'
import type { Instant } from '../../time/calendar'
import { BUILT_IN_POLICIES } from '../policy/policies'
import type { Policy, Transition } from '../policy/policy'
import { FaultList } from '../policy/policy-fault'
import { resolvePolicy } from '../policy/resolve-policy'
import { compareEditions } from './compare-editions'
import type { EditionComparison, LocalChanges, LocalEdition, Loosening } from './comparison'
import { localRule, type RuleChange } from './local-rule'
import { thresholdsOf } from './thresholds'

/**
 * The document of a local edition that extends another by numbers, chains, names and conditions of its own. A stricter
 * number is added as a local condition beside the one from above, so that the day of the national edition stays known;
 * a looser one takes its place and is listed as a loosening, a warning and no fault. Faults carry the path of the change
 * or of the document.
 */
export function extendPolicy(
  base: Policy,
  changes: LocalChanges,
  documents: readonly unknown[] = BUILT_IN_POLICIES,
): LocalEdition {
  const list = new FaultList()
  const isTaken = documents.some((one) => (one as { id?: unknown } | null)?.id === changes.id)
  if (isTaken || changes.id === base.id) list.add('id', 'duplicate-id', changes.id)
  const { rules, loosened } = rulesOf(base, changes, list)
  const document = without({
    id: changes.id,
    extends: base.id,
    name: changes.name,
    jurisdiction: changes.jurisdiction,
    valid: changes.valid,
    sources: changes.sources ?? [],
    levels: labelsOf(base, changes, list),
    approvals: changes.chains,
    transitions: rules,
  })
  const resolved = resolvePolicy(changes.id, [
    document,
    ...documents.filter((one) => !isNamed(one, changes.id)),
  ])
  return { document, faults: [...list.faults, ...resolved.faults], loosened }
}

const isNamed = (document: unknown, id: string): boolean => (document as { id?: unknown } | null)?.id === id

/** What an edition that is not saved yet would change for each zone in force. */
export function previewEdition(
  facts: Facts,
  { document, ...question }: { asOf: Instant; known?: Instant | null; document: LocalEdition['document'] },
): EditionComparison {
  return compareEditions(
    { ...facts, policies: [document, ...facts.policies] },
    { ...question, from: String(document.extends), to: String(document.id) },
  )
}

function without(document: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

function labelsOf(base: Policy, { labels = {} }: LocalChanges, list: FaultList) {
  return Object.entries(labels).flatMap(([id, words]) => {
    const level = base.levels.find((one) => one.id === id)
    if (!level) list.add(`labels.${id}`, 'unknown-level', id)
    return level ? [{ id, rank: level.rank, ...words }] : []
  })
}

function rulesOf(base: Policy, changes: LocalChanges, list: FaultList) {
  const byTransition = new Map<Transition, RuleChange[]>()
  const loosened: Loosening[] = []
  const known = thresholdsOf(base)
  const change = (path: string, id: string, one: RuleChange): void => {
    const transition = base.transitions?.find((other) => other.id === id)
    if (!transition) list.add(`${path}.transition`, 'unknown-transition', id)
    else byTransition.set(transition, [...(byTransition.get(transition) ?? []), one])
  }
  for (const [i, one] of (changes.thresholds ?? []).entries()) {
    const path = `thresholds.${i}`
    const threshold = known.find(
      ({ transition, condition, key }) =>
        transition === one.transition && condition === one.condition && key === one.key,
    )
    if (!list.isNumber(`${path}.value`, one.value)) continue
    if (!threshold)
      list.add(`${path}.condition`, 'not-in-list', `${one.transition} ${one.condition} ${one.key}`)
    else if (threshold.value !== one.value) {
      const looser = one.value > threshold.value !== (threshold.stricter === 'up')
      const { zh, en, transition, condition, key } = threshold
      if (looser)
        loosened.push({ zh, en, transition, condition, key, before: threshold.value, after: one.value })
      change(path, transition, { kind: looser ? 'replace' : 'add', condition, key, value: one.value })
    }
  }
  for (const [i, { transition, condition }] of (changes.conditions ?? []).entries()) {
    const path = `conditions.${i}`
    if (list.isText(`${path}.condition.id`, condition.id))
      change(path, transition, { kind: 'own', condition: { authority: 'local', ...condition } })
  }
  const rules = [...byTransition].map(([transition, own]) => ({
    id: transition.id,
    when: localRule(base, transition, own),
  }))
  return { rules, loosened }
}
