import {
  type Clock,
  type Condition,
  compareEditions,
  editionsOf,
  explainPolicy,
  extendPolicy,
  type Facts,
  type LocalEdition,
  type Policy,
  policyDifferences,
  policyDocuments,
  resolvePolicy,
  thresholdsOf,
} from '#geo'
import type { Logs } from './logs'
import type { EditionDraft, EditionText, Slice } from './messages'
import type { Calls } from './serve'

type EditionCall = 'editions' | 'edition' | 'compareEditions' | 'draftEdition'

/** The calls that list, explain, compare and draft rule editions. Nothing is written. */
export function editionCalls(logs: Logs): Pick<Calls, EditionCall> {
  const factsOf = ({ workspace, known }: Slice) => logs.register(workspace, known)
  return {
    editions: async (slice) => editionsOf(await factsOf(slice), slice.effective),
    edition: async ({ id, ...slice }) => {
      const documents = policyDocuments(await factsOf(slice))
      const { policy } = resolvePolicy(id, documents)
      return policy && textOf(policy, documents)
    },
    compareEditions: async ({ from, to, ...slice }) => {
      const facts = await factsOf(slice)
      const [before, after] = [usable(from, facts), usable(to, facts)]
      if (!before || !after) return null
      return {
        comparison: compareEditions(facts, { asOf: slice.effective, known: slice.known, from, to }),
        differences: policyDifferences(before, after),
      }
    },
    draftEdition: async ({ draft, from, ...slice }) => {
      const facts = await factsOf(slice)
      const edition = drafted(draft, policyDocuments(facts))
      const { id } = edition.document as { id?: string }
      if (edition.faults.length > 0 || from === null || id === undefined) return { edition, preview: null }
      const others = facts.policies.filter((one) => (one as { id?: string } | null)?.id !== id)
      const supposed = { ...facts, policies: [edition.document, ...others] }
      const question = { asOf: slice.effective, known: slice.known, from, to: id }
      return { edition, preview: usable(from, supposed) ? compareEditions(supposed, question) : null }
    },
  }
}

const usable = (id: string, facts: Facts): Policy | null => resolvePolicy(id, policyDocuments(facts)).policy

function drafted(draft: EditionDraft, documents: readonly unknown[]): LocalEdition {
  if ('changes' in draft) {
    const base = resolvePolicy(draft.base, documents)
    return base.policy
      ? extendPolicy(base.policy, draft.changes, documents)
      : { document: {}, faults: base.faults, loosened: [] }
  }
  const document = draft.document as LocalEdition['document']
  const id = typeof document?.id === 'string' ? document.id : ''
  return { document, faults: resolvePolicy(id, [document, ...documents]).faults, loosened: [] }
}

function textOf(policy: Policy, documents: readonly unknown[]): EditionText {
  return {
    id: policy.id,
    explanation: explainPolicy(policy, documents),
    document: documents.find((one) => (one as { id?: string } | null)?.id === policy.id),
    levels: policy.levels.map(({ id, rank, zh, en, prefix }) => ({
      ...{ level: id, rank, prefix: prefix ?? {} },
      ...{ zh: zh ?? en ?? id, en: en ?? zh ?? id },
    })),
    thresholds: thresholdsOf(policy),
    chains: policy.approvals ?? {},
    transitions: (policy.transitions ?? [])
      .filter(({ tailOf }) => tailOf === undefined)
      .map(({ id, zh, en, from, to, when, approval = null, cameFrom = [] }) => ({
        ...{ id, to, zh: zh ?? en ?? id, en: en ?? zh ?? id },
        from: typeof from === 'string' ? [from] : from,
        ...{ cameFrom, approval, caseClock: caseClockIn(when), hasRule: when !== undefined },
      })),
  }
}

/** The clock of the first condition that counts days since a case, however deep it stands. */
function caseClockIn(rule: Condition | undefined): Clock | null {
  if (!rule) return null
  if ('days' in rule)
    return JSON.stringify(rule.days.since).includes('"event":"case"') ? rule.days.since : null
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : 'not' in rule ? [rule.not] : []
  for (const part of parts) {
    const clock = caseClockIn(part)
    if (clock) return clock
  }
  return null
}
