import type { Facts, ZoneStay } from '../../facts'
import { addDays, type Instant, type Moment, startOfDay } from '../../time/calendar'
import type { PolicyOf } from '../ground/ground'
import type { Policy } from './policy'
import { resolvePolicy } from './resolve-policy'

/** A zone whose level the edition asked for does not have, and which no migration carries over. */
export interface Unmapped {
  readonly policy: string | null
  readonly level: string
}

/** A zone that its old edition still judges, and what it will be from then on. */
export interface Grace {
  readonly until: Moment
  readonly level: string
}

/** The facts as an edition sees them. */
export interface Migrated {
  readonly facts: Facts
  readonly policyOf: PolicyOf
  readonly unmapped: ReadonlyMap<string, Unmapped>
  readonly graced: ReadonlyMap<string, Grace>
}

/** What is asked: the edition, at an instant, among those known. */
interface Question {
  readonly asOf: Instant
  readonly policy: Policy
  readonly documents: readonly unknown[]
  /** the policy each stay follows of itself */
  readonly ownOf: PolicyOf
}

/** A level as the edition has it. */
interface Carried {
  readonly level: string
  readonly keepClock: boolean
  readonly graceDays: number
}

const kept = new WeakMap<Facts, { readonly key: string; readonly answer: Migrated }>()

/**
 * Every stay at the level the edition gives it: by its `migrate`, over several editions where none leads there at once;
 * a level of the same id stays. The level a stay came from is carried over like its own. Without `keepClock` the days start anew when the edition comes into force (at the as-of,
 * while it is not), and earlier stays are left out. Until its `graceDays` are over the old edition's rule holds.
 */
export function migrateZones(facts: Facts, question: Question): Migrated {
  const key = `${question.policy.id}\n${question.asOf}`
  const known = kept.get(facts)
  if (known?.key === key) return known.answer
  const answer = migrated(facts, question)
  kept.set(facts, { key, answer })
  return answer
}

function migrated(facts: Facts, question: Question): Migrated {
  const { policy, documents, ownOf, asOf } = question
  const { timezone } = facts.pack
  const begins = startOfDay(timezone, policy.valid.from)
  const restart: Moment = begins < asOf ? { at: begins, isDay: true } : { at: asOf, isDay: false }
  const unmapped = new Map<string, Unmapped>()
  const graced = new Map<string, Grace>()
  const old = new Set<ZoneStay>()
  const none = new Set<ZoneStay>()
  const zones = facts.zones.flatMap((stay): ZoneStay[] => {
    const id = stay.policy ?? facts.pack.policy
    if (id === policy.id) return [stay]
    const carried = carry({ from: id, level: stay.level }, policy, documents)
    if (!carried) {
      unmapped.set(stay.id, { policy: id, level: stay.level })
      none.add(stay)
      return [stay]
    }
    const until = startOfDay(timezone, addDays(policy.valid.from, carried.graceDays))
    if (carried.graceDays > 0 && asOf >= begins && asOf < until) {
      graced.set(stay.id, { until: { at: until, isDay: true }, level: carried.level })
      old.add(stay)
      return [stay]
    }
    const came = stay.arrivedFrom && carry({ from: id, level: stay.arrivedFrom }, policy, documents)
    const arrivedFrom = came ? came.level : stay.arrivedFrom
    const asBefore = stay.level === carried.level && stay.arrivedFrom === arrivedFrom
    const moved = asBefore ? stay : { ...stay, level: carried.level, arrivedFrom }
    return carried.keepClock ? [moved] : retimed(moved, restart)
  })
  const policyOf: PolicyOf = (stay) => (none.has(stay) ? null : old.has(stay) ? ownOf(stay) : policy)
  const same = zones.length === facts.zones.length && zones.every((stay, i) => stay === facts.zones[i])
  return { facts: same ? facts : { ...facts, zones }, policyOf, unmapped, graced }
}

/** The stay from the moment on; what had ended by then is left out. */
function retimed(stay: ZoneStay, from: Moment): ZoneStay[] {
  if (stay.from.at >= from.at) return [stay]
  if (stay.to !== null && stay.to.at <= from.at) return []
  return [{ ...stay, from, arrivedFrom: null }]
}

/** The level in the edition asked for; null where it has none and nothing leads there. */
function carry(
  { from, level }: { from: string | null; level: string },
  policy: Policy,
  documents: readonly unknown[],
): Carried | null {
  const had = from === null ? [] : lineage(from, documents)
  const found = search({ had, level, policy, documents, seen: new Set([policy.id]) })
  if (found) return found
  const has = policy.levels.some((one) => one.id === level)
  return has ? { level, keepClock: true, graceDays: 0 } : null
}

/** The id that a level of another edition has in this one, by its `migrate`; null where nothing leads there. */
export function levelCarried(
  level: { readonly from: string; readonly level: string },
  policy: Policy,
  documents: readonly unknown[],
): string | null {
  return level.from === policy.id ? level.level : (carry(level, policy, documents)?.level ?? null)
}

interface Search {
  /** the stay's edition and those it extends */
  readonly had: readonly string[]
  readonly level: string
  readonly policy: Policy
  readonly documents: readonly unknown[]
  readonly seen: ReadonlySet<string>
}

function search({ had, level, policy, documents, seen }: Search): Carried | null {
  for (const { from, map, keepClock, graceDays = 0 } of policy.migrate ?? [])
    if (had.includes(from)) {
      const to = map[level] ?? (policy.levels.some((one) => one.id === level) ? level : null)
      if (to !== null) return { level: to, keepClock, graceDays: to === level ? 0 : graceDays }
    }
  for (const { from, map, keepClock, graceDays = 0 } of policy.migrate ?? []) {
    if (seen.has(from)) continue
    const before = resolvePolicy(from, documents).policy
    const there = before && search({ had, level, policy: before, documents, seen: new Set([...seen, from]) })
    const to = there && map[there.level]
    if (there && to !== undefined && to !== null)
      return { level: to, keepClock: keepClock && there.keepClock, graceDays }
  }
  return null
}

/** Ids of a document and of those it extends. */
function lineage(id: string, documents: readonly unknown[]): string[] {
  const ids: string[] = []
  for (let next: unknown = id; typeof next === 'string' && !ids.includes(next); ) {
    ids.push(next)
    const of = next
    next = (documents as readonly { id?: unknown; extends?: unknown }[]).find(
      (one) => one?.id === of,
    )?.extends
  }
  return ids
}
