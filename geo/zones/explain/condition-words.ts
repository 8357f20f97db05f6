import { limitOf } from '../conditions/compare'
import { isLeaf, type LeafExpression } from '../conditions/leaf-expression'
import type { Authority, Clock, Condition, Policy } from '../policy/policy'
import { eventsOf, restartsOf } from '../record/clock-events'
import { clockWords, filterWords, isClockNamed } from './clock-words'
import type { Dictionary } from './dictionary'
import type { PolicySentence, Words } from './explanation'
import { eventWords, inBoth, isNamed, levelName, nameOf, sourcesOf } from './naming'

/** Where a condition stands, and what it takes over from above. */
export interface ConditionPlace {
  readonly policy: Policy
  readonly path: string
  readonly depth: number
  readonly authority: Authority
  readonly source: string | undefined
  /** one of several alternatives: conditions that belong together are said to */
  readonly inAny?: boolean
}

/** A condition as sentences in document order; what stands in an `any` or a `not` is set one deeper. */
export function conditionSentences(condition: Condition, place: ConditionPlace): PolicySentence[] {
  const authority = condition.authority ?? place.authority
  const source = condition.source ?? place.source
  const below = (path: string, depth: number): ConditionPlace => ({
    policy: place.policy,
    path: `${place.path}.${path}`,
    depth,
    authority,
    source,
  })
  const join = (words: Words): PolicySentence => ({
    ...sentence(words, { ...place, authority, source }, null),
    ...{ role: 'join', authority: null },
  })
  if ('all' in condition) {
    const isGroup = place.inAny && condition.all.length > 1
    const depth = place.depth + (isGroup ? 1 : 0)
    const parts = condition.all.flatMap((part, i) => conditionSentences(part, below(`all.${i}`, depth)))
    return isGroup ? [join(inBoth(({ condition: { all } }) => all)), ...parts] : parts
  }
  if ('any' in condition)
    return [
      join(inBoth(({ condition: { any } }) => any)),
      ...condition.any.flatMap((part, i) =>
        conditionSentences(part, { ...below(`any.${i}`, place.depth + 1), inAny: true }),
      ),
    ]
  if ('not' in condition && !isLeaf(condition.not))
    return [
      join(inBoth(({ condition: { not } }) => not(''))),
      ...conditionSentences(condition.not, { ...below('not', place.depth + 1), inAny: true }),
    ]
  const leaf = 'not' in condition ? condition.not : condition
  const own = { authority: leaf.authority ?? authority, source: leaf.source ?? source }
  const mark = condition.mark ?? leaf.mark ?? null
  const reading = condition.reading ?? leaf.reading ?? false
  return [{ ...sentence(conditionWords(condition, place.policy), { ...place, ...own }, mark), reading }]
}

function sentence(words: Words, place: ConditionPlace, mark: string | null): PolicySentence {
  const sources = sourcesOf(place.source)
  return {
    ...words,
    ...{ path: place.path, role: 'condition', depth: place.depth, authority: place.authority, mark, sources },
    unverified: sources.includes('G'),
  }
}

/** The whole condition as one sentence: generated from its data, in its own words where a name is not known. */
export function conditionWords(condition: Condition, policy: Policy): Words {
  return inBoth((dictionary) => said(dictionary, condition, policy))
}

function said(dictionary: Dictionary, condition: Condition, policy: Policy): string {
  const each = (parts: readonly Condition[]): string[] => parts.map((part) => said(dictionary, part, policy))
  if ('all' in condition)
    return condition.all.length > 0 ? dictionary.list(each(condition.all)) : dictionary.condition.none
  if ('any' in condition)
    return dictionary.either(
      each(condition.any).map((words, i) => {
        const part = condition.any[i]!
        return 'all' in part && part.all.length > 1 ? dictionary.together(words) : words
      }),
    )
  if ('not' in condition) {
    const { not } = condition
    if ('days' in not && not.days.gte === 0) {
      const events = eventsOf(not.days.since, policy)
      return dictionary.condition.never(events.map(({ event }) => eventWords(dictionary, event, policy)))
    }
    return dictionary.condition.not(said(dictionary, not, policy))
  }
  if (!isLeafNamed(condition, policy)) {
    const own = dictionary.language === 'zh' ? condition.zh : condition.en
    if (own) return withoutFigures(own, condition)
  }
  return leafWords(dictionary, condition, policy)
}

const clockPlace = (dictionary: Dictionary, policy: Policy) => ({
  policy,
  said: (condition: Condition) => said(dictionary, condition, policy),
})

function leafWords(dictionary: Dictionary, leaf: LeafExpression, policy: Policy): string {
  const { condition, compared } = dictionary
  const clock = (one: Clock): string => clockWords(dictionary, one, clockPlace(dictionary, policy))
  if ('days' in leaf)
    return condition.days({
      n: leaf.days.gte,
      clock: clock(leaf.days.since),
      full: policy.dayCount === 'fullDays',
      ifMissing: leaf.ifMissing ?? false,
    })
  if ('count' in leaf)
    return condition.count({
      event: eventWords(dictionary, leaf.count.event, policy),
      within: leaf.count.withinDays,
      compared: compared(leaf.count),
      none: leaf.count.eq === 0,
      filter: filterWords(dictionary, leaf.count.event, leaf.count.filter),
    })
  if ('rounds' in leaf) {
    const { min, coverage = null, withinDays = null, withinHours = null, fromDay = null } = leaf.rounds
    const since = leaf.rounds.since ? clock(leaf.rounds.since) : null
    const consecutive = leaf.rounds.consecutive ?? false
    return condition.rounds({ min, coverage, withinDays, withinHours, fromDay, since, consecutive })
  }
  if ('metric' in leaf)
    return condition.metric({
      name: nameOf(dictionary, 'metric', leaf.metric.name),
      compared: compared(leaf.metric),
      days: leaf.metric.consecutiveDays ?? null,
    })
  if ('surveys' in leaf) {
    const { method, figure, min, apartDays = null, validDays: valid } = leaf.surveys
    return condition.surveys({
      ...{ figure, min, valid, apart: apartDays },
      method: method === undefined ? null : nameOf(dictionary, 'method', method),
      compared: compared(leaf.surveys),
    })
  }
  if ('zones' in leaf)
    return condition.zones({
      within: nameOf(dictionary, 'unit', leaf.zones.within),
      levels: leaf.zones.levels.map((id) => levelName(dictionary, policy, id)),
      compared: compared(leaf.zones),
      none: leaf.zones.eq === 0,
    })
  return condition.flag(nameOf(dictionary, 'flag', leaf.flag), leaf.withinHours ?? null)
}

function isLeafNamed(leaf: LeafExpression, policy: Policy): boolean {
  if ('days' in leaf) return isClockNamed(leaf.days.since, policy)
  if ('count' in leaf)
    return isClockNamed({ event: leaf.count.event, filter: leaf.count.filter ?? {} }, policy)
  if ('rounds' in leaf) return !leaf.rounds.since || isClockNamed(leaf.rounds.since, policy)
  if ('metric' in leaf) return isNamed('metric', leaf.metric.name)
  if ('surveys' in leaf) return leaf.surveys.method === undefined || isNamed('method', leaf.surveys.method)
  if ('zones' in leaf) return isNamed('unit', leaf.zones.within)
  return isNamed('flag', leaf.flag)
}

/** A sentence made for an answer, without what only an answer knows. */
function withoutFigures(own: string, leaf: LeafExpression): string {
  const n = numberOf(leaf)
  return own
    .replace(/\s?[（(][^（()）]*\{(?!n\})\w+\}[^（()）]*[）)]/g, '')
    .replaceAll('{n}', n === null ? '…' : String(n))
    .replace(/\{\w+\}/g, '…')
}

function numberOf(leaf: LeafExpression): number | null {
  if ('days' in leaf) return leaf.days.gte
  if ('count' in leaf) return limitOf(leaf.count)
  if ('metric' in leaf) return limitOf(leaf.metric)
  if ('surveys' in leaf) return leaf.surveys.min
  if ('zones' in leaf) return limitOf(leaf.zones)
  if ('flag' in leaf) return leaf.withinHours ?? null
  return leaf.rounds.fromDay ?? leaf.rounds.withinDays ?? leaf.rounds.withinHours ?? leaf.rounds.min
}

/** Events that start the days of a condition anew, each once; those of references do not count. */
export function restartsIn(condition: Condition, policy: Policy): string[] {
  const walk = (one: Condition): string[] => {
    if (one.authority === 'reference') return []
    if ('all' in one) return one.all.flatMap(walk)
    if ('any' in one) return one.any.flatMap(walk)
    if ('not' in one) return []
    if ('days' in one) return restartsOf(one.days.since, policy)
    return 'rounds' in one && one.rounds.since ? restartsOf(one.rounds.since, policy) : []
  }
  return [...new Set(walk(condition))]
}
