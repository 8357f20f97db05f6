import type { Clock, Condition, Policy } from './policy'
import { FaultList, type PolicyFault } from './policy-fault'
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
 * name, sources added; everything else is replaced. Of several documents with one id the first counts.
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
  const answer = { policy: faults.length === 0 ? (merged as unknown as Policy) : null, faults }
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
    merged.when = { ...(under.when as Json), ...(over.when as Json), all: byId(old, own, (_, b) => b) }
  if ('when' in over) delete merged.sameAs
  return merged
}

function allIn(when: unknown): Json[] | null {
  return isObject(when) && Array.isArray(when.all) ? (when.all as Json[]) : null
}

/** Levels, clocks, approvals and transitions that are named must exist. */
function checkReferences(policy: Policy): PolicyFault[] {
  const list = new FaultList()
  const levels = new Set(policy.levels.map((one) => one.id))
  const level = (path: string, id: string): void => {
    if (!levels.has(id)) list.add(path, 'unknown-level', id)
  }
  const ids = new Set(policy.transitions?.map((one) => one.id))
  for (const [i, one] of (policy.transitions ?? []).entries()) {
    const path = `transitions.${i}`
    for (const from of typeof one.from === 'string' ? [one.from] : one.from) level(`${path}.from`, from)
    for (const from of one.cameFrom ?? []) if (from !== null) level(`${path}.cameFrom`, from)
    level(`${path}.to`, one.to)
    if (one.sameAs && !ids.has(one.sameAs)) list.add(`${path}.sameAs`, 'unknown-transition', one.sameAs)
    if (one.approval && !policy.approvals?.[one.approval])
      list.add(`${path}.approval`, 'unknown-approval', one.approval)
    if (one.when) conditionReferences(list, { path: `${path}.when`, condition: one.when, policy })
  }
  for (const key of ['classify', 'classifyInitial'] as const)
    for (const [i, rule] of (policy[key] ?? []).entries()) {
      level(`${key}.${i}.level`, rule.level)
      conditionReferences(list, { path: `${key}.${i}.when`, condition: rule.when, policy })
    }
  for (const [name, clock] of Object.entries(policy.clocks ?? {}))
    clockReferences(list, { path: `clocks.${name}`, clock, policy, within: [name] })
  return list.faults
}

function conditionReferences(
  list: FaultList,
  { path, condition, policy }: { path: string; condition: Condition; policy: Policy },
): void {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  const word = 'all' in condition ? 'all' : 'any'
  for (const [i, part] of (parts ?? []).entries())
    conditionReferences(list, { path: `${path}.${word}.${i}`, condition: part, policy })
  if ('not' in condition) conditionReferences(list, { path: `${path}.not`, condition: condition.not, policy })
  if ('days' in condition)
    clockReferences(list, { path: `${path}.days.since`, clock: condition.days.since, policy, within: [] })
  if ('rounds' in condition && condition.rounds.since)
    clockReferences(list, { path: `${path}.rounds.since`, clock: condition.rounds.since, policy, within: [] })
  if ('zones' in condition)
    for (const id of condition.zones.levels)
      if (!policy.levels.some((one) => one.id === id)) list.add(`${path}.zones.levels`, 'unknown-level', id)
}

interface ClockPlace {
  readonly path: string
  readonly clock: Clock
  readonly policy: Policy
  /** names of the clocks it stands in */
  readonly within: readonly string[]
}

function clockReferences(list: FaultList, { path, clock, policy, within }: ClockPlace): void {
  const below = (part: string, one: Clock): void =>
    clockReferences(list, { path: `${path}.${part}`, clock: one, policy, within })
  if ('maxOf' in clock) for (const [i, one] of clock.maxOf.entries()) below(`maxOf.${i}`, one)
  if ('minOf' in clock) for (const [i, one] of clock.minOf.entries()) below(`minOf.${i}`, one)
  if ('if' in clock) {
    conditionReferences(list, { path: `${path}.if`, condition: clock.if, policy })
    below('then', clock.then)
    below('else', clock.else)
  }
  if (!('clock' in clock)) return
  const named = policy.clocks?.[clock.clock]
  if (!named) list.add(path, 'unknown-clock', clock.clock)
  else if (within.includes(clock.clock)) list.add(path, 'cycle', clock.clock)
  else if (within.length > 0) {
    const path = `clocks.${clock.clock}`
    clockReferences(list, { path, clock: named, policy, within: [...within, clock.clock] })
  }
}
