import type { Condition, Policy } from './policy'
import { FaultList, type PolicyFault } from './policy-fault'
import { checkReferences } from './policy-references'
import { withTails } from './tails'
import { validatePolicy } from './validate-policy'

type Json = Record<string, unknown>

/** A policy ready for use, or what is wrong with it. */
export interface ResolvedPolicy {
  readonly policy: Policy | null
  readonly faults: readonly PolicyFault[]
}

const resolved = new WeakMap<object, WeakMap<object, ResolvedPolicy>>()

/**
 * The policy of that id with everything it extends laid under it: levels, transitions and deadlines by id, the
 * conditions of a `when.all` by id where each of the extending policy's has one, clocks, approvals and schedules by
 * name, sources added; everything else is replaced. A tail is laid out as a transition of its own. Of several documents
 * with one id the first counts.
 */
export function resolvePolicy(id: string, documents: readonly unknown[]): ResolvedPolicy {
  const list = new FaultList()
  const chain = chainOf(id, documents, list)
  const [first, base] = [chain[0], chain.at(-1)]
  if (!first || !base || list.faults.length > 0) return { policy: null, faults: list.faults }
  const known = resolved.get(first)?.get(base)
  if (known && chain.length <= 2) return known
  const merged = chain.reduceRight<Json>(
    (under, over) => (under === over ? over : overlay(under, over)),
    base,
  )
  const shape = validatePolicy(merged)
  const faults = shape.length > 0 ? shape : checkReferences(merged as unknown as Policy)
  const answer = { policy: faults.length === 0 ? withTails(merged as unknown as Policy) : null, faults }
  const byBase = resolved.get(first) ?? new WeakMap<object, ResolvedPolicy>()
  resolved.set(first, byBase.set(base, answer))
  return answer
}

/** The document and those it extends, the base last. */
function chainOf(id: string, documents: readonly unknown[], list: FaultList): Json[] {
  const chain: Json[] = []
  const seen = new Set<string>()
  for (let next: unknown = id; typeof next === 'string'; next = chain.at(-1)!.extends) {
    if (seen.has(next)) {
      list.add('extends', 'cycle', next)
      return chain
    }
    seen.add(next)
    const found = documents.find((one): one is Json => isObject(one) && one.id === next)
    if (!found) {
      list.add(chain.length === 0 ? 'id' : 'extends', 'unknown-policy', next)
      return chain
    }
    for (const { path, code, seen: shown } of validatePolicy(found))
      list.add(chain.length === 0 ? path : `${next}: ${path}`, code, shown)
    chain.push(found)
  }
  return chain
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function overlay(under: Json, over: Json): Json {
  const merged: Json = { ...under, ...over }
  delete merged.extends
  for (const key of ['levels', 'deadlines'])
    merged[key] = byId(under[key], over[key], (a, b) => ({ ...a, ...b }))
  delete merged.omits
  const omits = (over.omits as string[] | undefined) ?? []
  merged.transitions = byId(under.transitions, over.transitions, overlayTransition)?.filter(
    (one) => !omits.includes(String(one.id)),
  )
  for (const key of ['clocks', 'approvals', 'schedules'])
    if (under[key] || over[key]) merged[key] = { ...(under[key] as Json), ...(over[key] as Json) }
  merged.sources = [
    ...new Set([...((under.sources as string[]) ?? []), ...((over.sources as string[]) ?? [])]),
  ]
  for (const [key, value] of Object.entries(merged)) if (value === undefined) delete merged[key]
  return merged
}

/** Entries of the same id in their old place, laid over each other; new ones at the end. */
function byId(under: unknown, over: unknown, join: (a: Json, b: Json) => Json): Json[] | undefined {
  if (!over) return under as Json[] | undefined
  const merged = [...((under as Json[] | undefined) ?? [])]
  for (const one of over as Json[]) {
    const at = merged.findIndex((other) => other.id === one.id)
    if (at < 0) merged.push(one)
    else merged[at] = join(merged[at]!, one)
  }
  return merged
}

function overlayTransition(under: Json, over: Json): Json {
  const merged = { ...under, ...over }
  const [old, own] = [allIn(under.when), allIn(over.when)]
  if (old && own?.every((one) => typeof one.id === 'string'))
    merged.when = { ...(under.when as Json), ...(over.when as Json), all: byId(old, own, inPlaceOf) }
  if ('when' in over) delete merged.sameAs
  return merged
}

/** A local condition remembers the one from above whose place it takes. */
function inPlaceOf(under: Json, over: Json): Json {
  const above = replacedBy.get(under) ?? (under.authority === 'local' ? undefined : under)
  if (over.authority !== 'local' || !above) return over
  const own = { ...over }
  replacedBy.set(own, above)
  return own
}

const replacedBy = new WeakMap<object, Json>()

/** The condition from above that a local edition has put this one in the place of; undefined where there is none. */
export function conditionAbove(condition: Condition): Condition | undefined {
  return replacedBy.get(condition) as Condition | undefined
}

function allIn(when: unknown): Json[] | null {
  return isObject(when) && Array.isArray(when.all) ? (when.all as Json[]) : null
}
