import { addDays, BUILT_IN_POLICIES, type Facts, type Policy, resolvePolicy, type Shape } from '#geo'
import { aFact, aFacts, aMetric, aPack, aRound, aZone, box, cases, contacts } from './facts'
import type { Rows } from './random-zones'
import { seeded } from './seeded'

/** The built-in editions in which zones move, ready for use. */
export const MOVING: readonly Policy[] = (BUILT_IN_POLICIES as readonly Policy[])
  .map(({ id }) => resolvePolicy(id, BUILT_IN_POLICIES).policy!)
  .filter((policy) => (policy.transitions ?? []).length > 0)

/** Rows of zones under an edition, with metrics of the zones. */
export interface EditionRows extends Rows {
  readonly metrics: Facts['metrics']
}

const START = '2022-05-01'
const PATCHES: readonly Shape[] = [
  box(121, 31, 121.2, 31.2),
  box(121.05, 31.05, 121.1, 31.1),
  box(121.1, 31.05, 121.15, 31.1),
  box(121.2, 31, 121.3, 31.2),
]

/** The names a document uses at `key` anywhere below. */
function namesAt(document: unknown, key: string): string[] {
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : namesAt(value, key),
  )
}

const stands = (event: string): boolean =>
  !/^(case|contact|round|zone|level)(\.|$)/.test(event) || event === 'contact.exposure'

/** Up to four zones at levels of the edition, some inside another, and two weeks of whatever its rules ask about. */
export function editionRows(policy: Policy, seed: number): EditionRows {
  const random = seeded(seed).next
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const many = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i))
  const time = (): string => {
    const day = addDays(START, 3 + below(15))
    return random() < 0.4 ? day : `${day}T${String(below(24)).padStart(2, '0')}:00`
  }
  const levels = [...new Set(policy.transitions!.flatMap(({ from }) => from))]
  const zones = many(1 + below(4), (i) =>
    aZone({ id: `z${i}`, level: pick(levels), from: addDays(START, below(3)), drawn: PATCHES[i]! }),
  )
  const ids = zones.map((zone) => zone.id)
  const flags = [...new Set(namesAt(policy, 'flag'))]
  const events = [...new Set(namesAt(policy, 'event'))].filter(stands)
  const numbered = <T extends { readonly origin: { readonly row: number } }>(row: T, i: number): T => ({
    ...row,
    origin: { ...row.origin, row: i + 1 },
  })
  return {
    policy: policy.id,
    zones,
    cases: many(below(5), (i) => ({
      id: `k${i}`,
      zone: pick(ids),
      reportedAt: time(),
      foundIn: pick(['community', 'central', null]),
      tags: pick([null, 'householdOnly']),
      transferredAt: pick([null, time()]),
    })),
    contacts: many(below(4), (i) => ({
      id: `t${i}`,
      zone: pick(ids),
      kind: pick(['close', 'secondary', null]),
      exposedAt: time(),
      transferredAt: pick([null, time()]),
      releasedAt: pick([null, time()]),
    })),
    rounds: many(below(14), (i) => ({
      ...aRound({ zone: pick(ids), round: String(i), finishedAt: time() }),
      listed: pick([100, 100, 100, null]),
      result: pick(['negative', 'negative', 'negative', 'pending', null] as const),
    })).map(numbered),
    statedFacts: [
      ...flags.flatMap((fact) => ids.map((zone) => ({ fact, zone }))),
      ...events.flatMap((fact) => ids.map((zone) => ({ fact, zone }))),
    ]
      .filter(() => random() < 0.7)
      .map(({ fact, zone }) => aFact({ fact, zone, at: time(), value: random() < 0.8 ? 'true' : 'false' }))
      .map(numbered),
    metrics: [...new Set(namesAt(policy.transitions, 'name'))]
      .flatMap((metric) => ids.map((place) => aMetric({ place, metric, at: time(), value: 10 * random() })))
      .map(numbered),
    stated: new Set(['zones', 'cases', 'contacts', 'rounds', 'facts', 'metrics'] as const),
  }
}

/** The rows as the kernel is given them. */
export const editionFacts = (rows: EditionRows, over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: rows.policy }),
    zones: rows.zones,
    cases: cases(rows.cases),
    contacts: contacts(rows.contacts),
    rounds: rows.rounds,
    statedFacts: rows.statedFacts,
    metrics: rows.metrics,
    stated: rows.stated,
    ...over,
  })
