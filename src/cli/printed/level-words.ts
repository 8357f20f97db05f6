import { type Facts, policiesOf, type ZoneStay } from '#geo'
import type { Language } from '../language'

/** What is said of a level and of a transition, each by its id. */
export interface LevelWords {
  level(id: string): string
  /** the change by its own name with the level it leads to; of one that ends in another zone, of another level than the rule names, that */
  change(
    zone: string,
    transition: { readonly id: string; readonly to: string; readonly into?: string | null },
  ): string
}

const INTO = { zh: '并入', en: 'Merge into' }
const ROUTINE = { zh: '常态化防控', en: 'Routine prevention' }
const NO_ZONE = { zh: '不在分区内', en: 'In no zone' }

/**
 * Levels and transitions as the editions call them that the district and its zones follow, or the one that is asked for:
 * the district's first, as on the screens. What no edition names stands by its id.
 */
export function levelWords(facts: Facts, policy: string | null, language: Language): LevelWords {
  const policyOf = policiesOf(facts, policy)
  const own = policyOf({ policy: null } as ZoneStay)
  const ofZones = new Map(facts.zones.map((stay) => [stay.id, policyOf(stay)]))
  const words = new Map<string, string>([['normal', (own ? ROUTINE : NO_ZONE)[language]]])
  const named = new Set<string>()
  for (const one of [own, ...ofZones.values()])
    for (const level of one?.levels ?? []) {
      if (named.has(level.id)) continue
      named.add(level.id)
      words.set(level.id, level[language] ?? level.zh ?? level.id)
    }
  const level = (id: string): string => words.get(id) ?? id
  return {
    level,
    change: (zone, { id, to, into = null }) => {
      const rule = ofZones.get(zone)?.transitions?.find((one) => one.id === id)
      if (into !== null && rule && rule.to !== to) return `${INTO[language]} ${into} → ${level(to)}`
      const name = rule?.[language] ?? rule?.zh ?? id
      return `${name} → ${level(to)}`
    },
  }
}
