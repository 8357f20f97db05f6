import { conditionWords } from '../explain/condition-words'
import type { Dictionary } from '../explain/dictionary'
import { explainPolicy } from '../explain/explain'
import type { PolicyItem, Words } from '../explain/explanation'
import { delimitWords } from '../explain/levels-block'
import { inBoth, levelName, nameOf, ownName } from '../explain/naming'
import type { Policy, Transition } from '../policy/policy'
import type { PolicyDifference } from './comparison'
import { leavesOf } from './leaves'
import { BY_ID, type Pairs } from './pairs'

/** One thing a policy says, in words, under a key that other policies share. */
export interface Aspect {
  readonly part: PolicyDifference['part']
  readonly name: Words
  readonly value: Words
  /** key of what it is a part of; null for a whole */
  readonly within: string | null
}

type Aspects = Map<string, Aspect>
type Said = Pick<Aspect, 'part' | 'value'> & { readonly name: Words; readonly within?: string }

/** Everything a resolved policy says, in the order of the document, by key: levels and transitions under their pair's. */
export function aspectsOf(policy: Policy, pairs: Pairs = BY_ID): Aspects {
  const found: Aspects = new Map()
  const say = (key: string, { part, name, value, within = undefined }: Said): void => {
    if (value.zh !== '' || value.en !== '') found.set(key, { part, name, value, within: within ?? null })
  }
  sayHead(policy, say)
  for (const { id } of policy.levels) sayLevel(policy, { id, key: `level.${pairs.level(id)}` }, say)
  for (const one of policy.transitions ?? [])
    sayTransition(policy, { one, key: `transition.${pairs.transition(one.id)}` }, say)
  for (const key of ['classifyInitial', 'classify'] as const)
    for (const [i, { level, when }] of (policy[key] ?? []).entries())
      say(`${key}.${pairs.level(level)}.${i}`, {
        part: 'class',
        name: inBoth((d) => levelName(d, policy, level)),
        value: conditionWords(when, policy),
      })
  sayRest(policy, pairs, say)
  return found
}

type Say = (key: string, said: Said) => void
const joined = (make: (d: Dictionary) => readonly string[]): Words => inBoth((d) => make(d).join(d.between))

function sayHead(policy: Policy, say: Say): void {
  const blocks = explainPolicy(policy, []).blocks
  for (const [block, part] of [
    ['head', 'head'],
    ['counting', 'counting'],
    ['subject', 'subject'],
  ] as const) {
    const found = blocks.find(({ id }) => id === block)
    for (const sentence of found?.items.flatMap(({ sentences }) => sentences) ?? [])
      say(`${block}.${sentence.path}`, {
        part: sentence.path === 'communityFinds' ? 'communityFinds' : part,
        name: found!.title,
        value: { zh: sentence.zh, en: sentence.en },
      })
  }
}

function sayLevel(policy: Policy, { id, key }: { id: string; key: string }, say: Say): void {
  const level = policy.levels.find((one) => one.id === id)!
  const name = inBoth((d) => levelName(d, policy, id))
  say(key, { part: 'level', name, value: name })
  say(`${key}.rank`, { part: 'level', name, value: inBoth((d) => d.level.rank(level.rank)), within: key })
  const { prefix, ttlHours } = level
  if (prefix?.zh || prefix?.en) {
    const [zh, en] = [prefix.zh ?? prefix.en!, prefix.en ?? prefix.zh!]
    say(`${key}.prefix`, { part: 'level', name, value: inBoth((d) => d.level.prefix(zh, en)), within: key })
  }
  if (ttlHours !== undefined)
    say(`${key}.term`, { part: 'level', name, value: inBoth((d) => d.level.term(ttlHours)), within: key })
  const measures = joined((d) => (level.measures ?? []).map((one) => ownName(d, one, '…')))
  say(`${key}.measures`, { part: 'measure', name, value: measures, within: key })
  const drawn = joined((d) => (level.delimit ?? []).map((one) => delimitWords(d, one, policy)))
  say(`${key}.delimit`, { part: 'delimit', name, value: drawn, within: key })
}

function sayTransition(policy: Policy, { one, key }: { one: Transition; key: string }, say: Say): void {
  const name = inBoth((d) => ownName(d, one, one.id))
  const from = [one.from].flat()
  say(key, {
    part: 'transition',
    name,
    value: inBoth((d) =>
      d.move.moves({
        from: from.map((id) => levelName(d, policy, id)),
        to: levelName(d, policy, one.to),
        kind: nameOf(d, 'kind', one.kind),
      }),
    ),
  })
  const { cameFrom, on } = one
  const circumstances = joined((d) => [
    ...(cameFrom ? [d.move.came(cameFrom.map((id) => (id === null ? null : levelName(d, policy, id))))] : []),
    ...(on ? [d.move.on(nameOf(d, 'event', on))] : []),
    ...(one.scope === 'affectedUnits' ? [d.move.units] : []),
    ...(one.redesignate ? [d.move.anew] : []),
    ...(one.optional ? [d.move.optional] : []),
    ...(one.despiteStricterInside ? [d.move.despite] : []),
    ...(one.minDaysInLevel === undefined ? [] : [d.move.inLevel(one.minDaysInLevel)]),
    ...(one.sameAs ? [d.move.same(sameTitle(d, policy, one.sameAs))] : []),
  ])
  say(`${key}.circumstances`, { part: 'transition', name, value: circumstances, within: key })
  for (const { id, leaf, negated } of leavesOf(one.when ?? null)) {
    const words = conditionWords(negated ? { not: leaf } : leaf, policy)
    say(`${key}.condition.${id}`, { part: 'condition', name, value: words, within: key })
  }
}

function sameTitle(d: Dictionary, policy: Policy, id: string): string {
  const other = policy.transitions?.find((one) => one.id === id)
  return ownName(d, other ?? {}, id)
}

/** Chains, schedules and deadlines, each as one sentence. */
function sayRest(policy: Policy, pairs: Pairs, say: Say): void {
  const blocks = explainPolicy(policy, []).blocks
  const itemsOf = (block: string): readonly PolicyItem[] => blocks.find(({ id }) => id === block)?.items ?? []
  const wordsOf = ({ sentences }: PolicyItem): Words =>
    joined((d) => sentences.filter(({ path }) => !path.endsWith('dayOne')).map((one) => one[d.language]))
  for (const item of itemsOf('schedules'))
    say(`schedule.${pairs.level(item.about!)}`, { part: 'schedule', name: item.title!, value: wordsOf(item) })
  for (const item of itemsOf('approvals'))
    say(`approval.${item.about}`, {
      part: 'approval',
      name: inBoth((d) => d.blocks.approvals),
      value: wordsOf(item),
    })
  for (const [i, one] of (policy.deadlines ?? []).entries()) {
    const sentence = itemsOf('deadlines')[0]!.sentences[i]!
    const name = inBoth((d) => d.blocks.deadlines)
    say(`deadline.${one.id}`, { part: 'deadline', name, value: { zh: sentence.zh, en: sentence.en } })
  }
  const days = policy.hysteresis?.downgradeAfterDays
  if (days)
    say('hysteresis', {
      part: 'class',
      name: inBoth((d) => d.blocks.classes),
      value: inBoth((d) => d.head.steady(days)),
    })
}
