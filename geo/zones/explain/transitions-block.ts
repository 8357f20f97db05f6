import type { Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { conditionSentences, restartsIn } from './condition-words'
import type { Dictionary } from './dictionary'
import type { PolicyItem, PolicySentence, SentenceRole, Words } from './explanation'
import { eventWords, inBoth, levelName, nameOf, ownName, sourcesOf } from './naming'

/** A sentence that is no condition. */
export function plain(
  path: string,
  role: SentenceRole,
  { words, source }: { words: Words; source?: string | undefined },
): PolicySentence {
  const sources = sourcesOf(source)
  const unverified = sources.includes('G')
  return { ...words, path, role, depth: 0, authority: null, mark: null, sources, unverified }
}

const fromOf = ({ from }: Transition): readonly string[] => (typeof from === 'string' ? [from] : from)
const title = (one: Transition): Words => inBoth((d) => ownName(d, one, one.id))

/** Every transition: where it leads, what sets it off, its conditions, what starts its days anew, who approves. */
export function transitionItems(policy: Policy): PolicyItem[] {
  return (policy.transitions ?? []).map((one, i) => ({
    path: `transitions.${i}`,
    about: one.id,
    title: title(one),
    sentences: [
      ...movesOf(policy, one, `transitions.${i}`),
      ...conditionsOf(policy, one, `transitions.${i}`),
      ...afterOf(policy, one, `transitions.${i}`),
    ],
  }))
}

function movesOf(policy: Policy, one: Transition, path: string): PolicySentence[] {
  const name = (d: Dictionary, id: string): string => levelName(d, policy, id)
  const say = (key: string, role: SentenceRole, make: (d: Dictionary) => string): PolicySentence =>
    plain(`${path}.${key}`, role, { words: inBoth(make), source: one.source })
  const found = [
    say('to', 'move', (d) =>
      d.move.moves({
        from: fromOf(one).map((id) => name(d, id)),
        to: name(d, one.to),
        kind: nameOf(d, 'kind', one.kind),
      }),
    ),
  ]
  const { cameFrom, tailOf, on } = one
  const before = policy.transitions?.find((other) => other.id === tailOf)
  if (before) found.push(say('tailOf', 'tail', (d) => d.move.tail(ownName(d, before, before.id))))
  else if (cameFrom)
    found.push(
      say('cameFrom', 'move', (d) => d.move.came(cameFrom.map((id) => (id === null ? null : name(d, id))))),
    )
  if (on)
    found.push({
      ...say('on', 'event', (d) => d.move.on(eventWords(d, on, policy))),
      reading: one.reading ?? false,
    })
  if (one.scope === 'affectedUnits') found.push(say('scope', 'move', (d) => d.move.units))
  if (one.redesignate) found.push(say('redesignate', 'move', (d) => d.move.anew))
  if (one.optional) found.push(say('optional', 'move', (d) => d.move.optional))
  if (one.despiteStricterInside) found.push(say('despiteStricterInside', 'move', (d) => d.move.despite))
  return found
}

function conditionsOf(policy: Policy, one: Transition, path: string): PolicySentence[] {
  const found: PolicySentence[] = []
  const other = policy.transitions?.find(({ id }) => id === one.sameAs)
  if (other)
    found.push(
      plain(`${path}.sameAs`, 'text', {
        words: inBoth((d) => d.move.same(ownName(d, other, other.id))),
        source: one.source,
      }),
    )
  if (one.when)
    found.push(
      ...conditionSentences(one.when, {
        ...{ policy, path: `${path}.when`, depth: 0, authority: 'national', source: one.source },
      }),
    )
  if (one.minDaysInLevel !== undefined) {
    const { minDaysInLevel } = one
    found.push({
      ...plain(`${path}.minDaysInLevel`, 'condition', {
        words: inBoth((d) => d.move.inLevel(minDaysInLevel)),
        source: one.source,
      }),
      authority: 'national',
    })
  }
  return found
}

/** What sets it back or overtakes it, and who has to agree. */
function afterOf(policy: Policy, one: Transition, path: string): PolicySentence[] {
  const lowers = one.kind === 'release' || one.kind === 'downgrade'
  if (!lowers) return []
  const when = ruleOf(policy, one)
  const raised = (policy.transitions ?? []).filter(
    ({ kind, on, optional, from }) =>
      kind === 'upgrade' && on && !optional && fromOf(one).some((id) => [from].flat().includes(id)),
  )
  const restarts = (when ? restartsIn(when, policy) : []).filter(
    (event) => !raised.some(({ on }) => on === event),
  )
  const found = raised.map(({ on, to }) =>
    plain(path, 'restart', {
      words: inBoth((d) => d.move.raised(eventWords(d, on!, policy), levelName(d, policy, to))),
    }),
  )
  if (restarts.length > 0)
    found.push(
      plain(path, 'restart', {
        words: inBoth((d) => d.move.restarts(restarts.map((event) => eventWords(d, event, policy)))),
      }),
    )
  const chain = one.approval ? policy.approvals?.[one.approval] : undefined
  const words = inBoth((d) =>
    chain ? d.move.approval(chain.map((step) => ownName(d, step, step.step))) : d.move.byItself,
  )
  return [...found, plain(`${path}.approval`, 'approval', { words })]
}
