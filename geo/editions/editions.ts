import type { Facts } from '../facts'
import { type Day, dayOf, type Instant } from '../time/calendar'
import { policyDocuments } from '../zones/policy/policies-of'
import type { Bilingual, Policy } from '../zones/policy/policy'
import type { PolicyFault } from '../zones/policy/policy-fault'
import { resolvePolicy } from '../zones/policy/resolve-policy'
import { staysInForce } from '../zones/stays/stays'

/** One rule edition that may be read, compared and built upon. */
export interface Edition {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly disease: string
  readonly jurisdiction: string
  readonly from: string
  /** last day or first day without it, as its document says; null while it has no end */
  readonly to: string | null
  readonly extends: string | null
  /** `pack`: it travelled with the pack or was adopted here; `builtIn`: it comes with the program */
  readonly origin: 'pack' | 'builtIn'
  readonly mode: Policy['mode'] | null
  /** grades its sources give themselves: A official, B quoted in full, C secondary, G general knowledge */
  readonly grades: readonly string[]
  /** the as-of lies in its validity */
  readonly inForce: boolean
  /** the pack names it as its own */
  readonly isPacks: boolean
  /** zones in force at the as-of that follow it */
  readonly zones: number
  /** of the country and disease of the pack, or the pack's own */
  readonly near: boolean
  /** why it cannot be used; empty where it can */
  readonly faults: readonly PolicyFault[]
}

type Json = Record<string, unknown>

/**
 * Every edition known here, those that zones follow first, then the pack's own, then those near it by date, the others
 * by country and date. Validity is looked at on the day of the as-of in the pack's zone.
 */
export function editionsOf(facts: Facts, asOf: Instant): Edition[] {
  const documents = policyDocuments(facts)
  const own = new Set(facts.policies.map(idOf))
  const followed = followedBy(facts, asOf)
  const day = dayOf(facts.pack.timezone, asOf)
  const home = kindOf(facts, documents, followed)
  const seen = new Set<string>()
  const editions: Edition[] = []
  for (const document of documents) {
    const id = idOf(document)
    if (id === null || seen.has(id)) continue
    seen.add(id)
    editions.push(
      editionOf(document as Json, { id, documents, day, home, isOwn: own.has(id), facts, followed }),
    )
  }
  return editions.sort(inReadingOrder)
}

interface About {
  readonly id: string
  readonly documents: readonly unknown[]
  readonly day: Day
  readonly home: Kind | null
  readonly isOwn: boolean
  readonly facts: Facts
  readonly followed: ReadonlyMap<string, number>
}

function editionOf(document: Json, { id, documents, day, home, isOwn, facts, followed }: About): Edition {
  const { policy, faults } = resolvePolicy(id, documents)
  const said = (policy ?? document) as Partial<Policy>
  const name = (said.name ?? {}) as Bilingual
  const { from = '', to = null } = said.valid ?? {}
  const kind = kindOfDocument(said)
  return {
    id,
    zh: name.zh ?? name.en ?? id,
    en: name.en ?? name.zh ?? id,
    disease: said.disease ?? '',
    jurisdiction: said.jurisdiction ?? '',
    ...{ from, to },
    extends: typeof document.extends === 'string' ? document.extends : null,
    origin: isOwn ? 'pack' : 'builtIn',
    mode: said.mode ?? null,
    grades: gradesOf(said.sources ?? []),
    inForce: from <= day && (to === null || day <= to),
    isPacks: facts.pack.policy === id,
    zones: followed.get(id) ?? 0,
    near: isOwn || home === null || (kind.country === home.country && kind.disease === home.disease),
    faults,
  }
}

/** How many zones in force follow each edition. */
function followedBy(facts: Facts, asOf: Instant): Map<string, number> {
  const followed = new Map<string, number>()
  for (const { policy } of staysInForce(facts.zones, asOf)) {
    const id = policy ?? facts.pack.policy
    if (id !== null) followed.set(id, (followed.get(id) ?? 0) + 1)
  }
  return followed
}

interface Kind {
  readonly country: string
  readonly disease: string
}

const kindOfDocument = (policy: Partial<Policy>): Kind => ({
  country: (policy.jurisdiction ?? '').split('-')[0]!.toUpperCase(),
  disease: (policy.disease ?? '').toUpperCase(),
})

/** Country and disease of the edition the pack names, else of the one that most zones follow. */
function kindOf(
  facts: Facts,
  documents: readonly unknown[],
  followed: ReadonlyMap<string, number>,
): Kind | null {
  const most = [...followed].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const id = facts.pack.policy ?? most
  const { policy } = id ? resolvePolicy(id, documents) : { policy: null }
  return policy ? kindOfDocument(policy) : null
}

/** Grades stand between dots: `text of the plan · B · S14 …`; several as `A/B`. */
function gradesOf(sources: readonly string[]): string[] {
  const grades = new Set<string>()
  for (const source of sources)
    for (const part of source.split('·').slice(1))
      for (const [grade] of /^\s*[ABCG]\b/.test(part) ? part.matchAll(/\b[ABCG]\b/g) : []) grades.add(grade)
  return [...grades].sort()
}

function idOf(document: unknown): string | null {
  const id = (document as Json | null)?.id
  return typeof id === 'string' ? id : null
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function inReadingOrder(a: Edition, b: Edition): number {
  return (
    b.zones - a.zones ||
    Number(b.isPacks) - Number(a.isPacks) ||
    Number(b.origin === 'pack') - Number(a.origin === 'pack') ||
    Number(b.near) - Number(a.near) ||
    (a.near ? 0 : before(a.jurisdiction, b.jurisdiction)) ||
    before(b.from, a.from) ||
    before(a.id, b.id)
  )
}
