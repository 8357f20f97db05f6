import { speaksOf } from '../flags/speaks-of'
import type { CaseFilter, Clock, Condition, Policy } from '../policy/policy'
import { listOfEvent, type Possible } from '../record/record'

/** What a leaf asks of a record. */
export interface Needs {
  /** names of events and stated facts */
  readonly names: ReadonlySet<string>
  readonly lists: ReadonlySet<Possible['list']>
  /** words that its filters ask for */
  readonly words: readonly string[]
  /** it asks for figures of days */
  readonly daily: boolean
}

interface Found {
  readonly names: Set<string>
  readonly lists: Set<Possible['list']>
  readonly words: Set<string>
  daily: boolean
}

const known = new WeakMap<Policy, WeakMap<Condition, Needs>>()

/** Names, lists and words that a condition asks for under its policy, clocks included. */
export function needsOf(policy: Policy, condition: Condition): Needs {
  let ofPolicy = known.get(policy)
  if (!ofPolicy) known.set(policy, (ofPolicy = new WeakMap()))
  let needs = ofPolicy.get(condition)
  if (!needs) {
    const found: Found = { names: new Set(), lists: new Set(), words: new Set(), daily: false }
    ofCondition(condition, policy, found)
    ofPolicy.set(condition, (needs = { ...found, words: [...found.words] }))
  }
  return needs
}

function ofCondition(condition: Condition, policy: Policy, found: Found): void {
  if ('all' in condition) for (const part of condition.all) ofCondition(part, policy, found)
  else if ('any' in condition) for (const part of condition.any) ofCondition(part, policy, found)
  else if ('not' in condition) ofCondition(condition.not, policy, found)
  else if ('days' in condition) ofClock(condition.days.since, policy, found)
  else if ('count' in condition) ofEvent(condition.count.event, condition.count.filter, found)
  else if ('rounds' in condition) {
    found.lists.add('rounds')
    if (condition.rounds.since) ofClock(condition.rounds.since, policy, found)
  } else if ('metric' in condition) {
    found.daily = true
    ofEvent('case', undefined, found)
    ofEvent('case.left', undefined, found)
  } else if ('flag' in condition) ofFlag(condition.flag, found)
}

/** What a flag speaks of may contradict it. */
function ofFlag(flag: string, found: Found): void {
  const { events, against = [], opposites = {}, rounds } = speaksOf(flag)
  for (const name of [flag, ...events, ...against, ...Object.keys(opposites)]) ofEvent(name, undefined, found)
  if (rounds) found.lists.add('rounds')
}

function ofClock(clock: Clock, policy: Policy, found: Found): void {
  if ('event' in clock) {
    ofEvent(clock.event, clock.filter, found)
    if (clock.each !== undefined) ofEvent(clock.each, undefined, found)
  } else if ('clock' in clock) {
    const named = policy.clocks?.[clock.clock]
    if (named) ofClock(named, policy, found)
  } else if ('maxOf' in clock) for (const part of clock.maxOf) ofClock(part, policy, found)
  else if ('minOf' in clock) for (const part of clock.minOf) ofClock(part, policy, found)
  else {
    ofCondition(clock.if, policy, found)
    ofClock(clock.then, policy, found)
    ofClock(clock.else, policy, found)
  }
}

/** A fact of the whole zone may tell what its rows leave out: whoever asks for the event asks for the fact. */
function ofEvent(event: string, filter: CaseFilter | undefined, found: Found): void {
  if (event === 'zone.designated' || event === 'level.entered') return
  found.names.add(event)
  found.lists.add(listOfEvent(event) as Possible['list'])
  for (const word of filter?.only ?? []) found.words.add(word)
}
