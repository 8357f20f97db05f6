import type { Delimit, Level, Policy } from '../policy/policy'
import { conditionWords } from './condition-words'
import type { Dictionary } from './dictionary'
import type { PolicyItem, PolicySentence } from './explanation'
import { inBoth, levelName, nameOf, ownName } from './naming'
import { plain } from './transitions-block'

/** Every level, the strictest first: how it is drawn, what applies there, its term. */
export function levelItems(policy: Policy): PolicyItem[] {
  return policy.levels
    .map((level, i) => ({ level, path: `levels.${i}` }))
    .sort((a, b) => b.level.rank - a.level.rank)
    .map(({ level, path }) => ({
      path,
      about: level.id,
      title: inBoth((d) => ownName(d, level, level.id)),
      sentences: sentencesOf(policy, level, path),
    }))
}

function sentencesOf(policy: Policy, level: Level, path: string): PolicySentence[] {
  const { source } = level
  const { prefix, ttlHours } = level
  const isLowest = policy.levels.every(({ rank }) => rank >= level.rank)
  const found = [
    plain(`${path}.rank`, 'text', {
      words: inBoth((d) => (isLowest ? d.level.lowest : d.level.rank(level.rank))),
    }),
    ...(level.delimit ?? []).map((one, i) =>
      plain(`${path}.delimit.${i}`, 'delimit', {
        words: inBoth((d) => delimitWords(d, one, policy)),
        source: one.source ?? source,
      }),
    ),
    ...(level.measures ?? []).map((one, i) =>
      plain(`${path}.measures.${i}`, 'measure', { words: inBoth((d) => ownName(d, one, '…')), source }),
    ),
  ]
  if (ttlHours !== undefined)
    found.push(plain(`${path}.ttlHours`, 'term', { words: inBoth((d) => d.level.term(ttlHours)), source }))
  if (prefix?.zh || prefix?.en) {
    const [zh, en] = [prefix.zh ?? prefix.en!, prefix.en ?? prefix.zh!]
    found.push(plain(`${path}.prefix`, 'text', { words: inBoth((d) => d.level.prefix(zh, en)) }))
  }
  return found
}

/** How ground comes to a level, in words. */
export function delimitWords(d: Dictionary, one: Delimit, policy: Policy): string {
  const minus = (levels: readonly string[] | undefined): string[] =>
    (levels ?? []).map((id) => levelName(d, policy, id))
  const unit = (id: string): string => nameOf(d, 'unit', id)
  const own = d.language === 'zh' ? one.zh : one.en
  if (own) return own
  switch (one.type) {
    case 'adminUnit': {
      const ground = d.delimit.unit({
        of: one.of.map((id) => nameOf(d, 'ground', id)),
        unit: unit(one.unit ?? policy.unit?.default ?? 'compound'),
        lookback: one.lookbackDays ?? null,
        min: one.minCases ?? null,
      })
      const words = one.when && conditionWords(one.when, policy)
      return words ? ground + d.delimit.when(words[d.language]) : ground
    }
    case 'buffer':
      return d.delimit.buffer({
        of: bufferedWords(d, one.of, policy),
        radius: d.metres(one.radiusM),
        minus: minus(one.minus),
      })
    case 'ringOf':
      return d.delimit.ring(unit(one.unit), minus(one.minus))
    case 'adjacent':
      return d.delimit.adjacent(levelName(d, policy, one.to), unit(one.unit))
    case 'remainder':
      return d.delimit.remainder(unit(one.within), minus(one.minus))
    case 'manual':
      return d.delimit.manual
  }
}

function bufferedWords(d: Dictionary, of: string, policy: Policy): string {
  const [ground = of, edge] = of.split('.')
  const level = /^zone:(.+)$/.exec(ground)?.[1]
  const words = level ? d.delimit.level(levelName(d, policy, level)) : nameOf(d, 'ground', ground)
  return edge === 'edge' ? d.delimit.edge(words) : words
}
