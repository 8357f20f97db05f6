import type { Clock, Condition, Policy } from './policy'
import { FaultList, type PolicyFault } from './policy-fault'

/** Levels, clocks, approvals and transitions that are named must exist. */
export function checkReferences(policy: Policy): PolicyFault[] {
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
    if (one.tail) level(`${path}.tail.asLevel`, one.tail.asLevel)
    if (one.sameAs && !ids.has(one.sameAs)) list.add(`${path}.sameAs`, 'unknown-transition', one.sameAs)
    if (one.approval && !policy.approvals?.[one.approval])
      list.add(`${path}.approval`, 'unknown-approval', one.approval)
    if (!one.when) continue
    conditionReferences(list, { path: `${path}.when`, condition: one.when, policy })
    onceEach(list, { path: `${path}.when`, condition: one.when, seen: new Set() })
  }
  for (const key of ['classify', 'classifyInitial'] as const)
    for (const [i, rule] of (policy[key] ?? []).entries()) {
      level(`${key}.${i}.level`, rule.level)
      conditionReferences(list, { path: `${key}.${i}.when`, condition: rule.when, policy })
      const until = 'until' in rule ? (rule.until as Condition | undefined) : undefined
      if (until) conditionReferences(list, { path: `${key}.${i}.until`, condition: until, policy })
    }
  for (const [name, clock] of Object.entries(policy.clocks ?? {}))
    clockReferences(list, { path: `clocks.${name}`, clock, policy, within: [name] })
  levelReferences(list, policy, level)
  return list.faults
}

/** Levels named by schedules, migrations and delimitation. */
function levelReferences(list: FaultList, policy: Policy, level: (path: string, id: string) => void): void {
  for (const id of Object.keys(policy.schedules ?? {})) level(`schedules.${id}`, id)
  for (const [i, { map }] of (policy.migrate ?? []).entries())
    for (const [from, to] of Object.entries(map)) level(`migrate.${i}.map.${from}`, to)
  if (policy.unit && !policy.unit.allowed.includes(policy.unit.default))
    list.add('unit.default', 'not-in-list', policy.unit.default)
  for (const [i, one] of policy.levels.entries())
    for (const [j, way] of (one.delimit ?? []).entries()) {
      const path = `levels.${i}.delimit.${j}`
      if ('minus' in way) for (const [k, id] of (way.minus ?? []).entries()) level(`${path}.minus.${k}`, id)
      if (way.type === 'adjacent') level(`${path}.to`, way.to)
      const near = way.type === 'buffer' ? /^zone:(.+?)(\.edge)?$/.exec(way.of)?.[1] : undefined
      if (near !== undefined) level(`${path}.of`, near)
      if ('when' in way && way.when)
        conditionReferences(list, { path: `${path}.when`, condition: way.when, policy })
    }
}

/** The id of a condition stands once in its transition: answers and local editions go by it. */
function onceEach(
  list: FaultList,
  { path, condition, seen }: { path: string; condition: Condition; seen: Set<string> },
): void {
  if (condition.id !== undefined) {
    if (seen.has(condition.id)) list.add(`${path}.id`, 'duplicate-id', condition.id)
    seen.add(condition.id)
  }
  const [word, parts] =
    'all' in condition ? ['all', condition.all] : 'any' in condition ? ['any', condition.any] : ['', []]
  for (const [i, part] of parts.entries())
    onceEach(list, { path: `${path}.${word}.${i}`, condition: part, seen })
  if ('not' in condition) onceEach(list, { path: `${path}.not`, condition: condition.not, seen })
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
