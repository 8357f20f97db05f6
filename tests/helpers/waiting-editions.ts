import type { Policy } from '#geo'
import { type Random, seeded } from './seeded'

const LEVELS = [
  { id: 'sealed', rank: 3 },
  { id: 'controlled', rank: 2 },
  { id: 'precaution', rank: 1 },
  { id: 'normal', rank: 0 },
]

/** So many other zones, at most or at least, in a unit or beside. */
function zonesOf(random: Random, levels: readonly string[]): object {
  const pick = <T>(from: readonly T[]): T => from[random.between(0, from.length - 1)]!
  const limit = pick([{ eq: 0 }, { eq: 0 }, { lte: 1 }, { lt: 3 }, { gte: 1 }, { gt: 0, lte: 2 }])
  const zones = { within: pick(['county', 'county', 'town', 'beside']), levels, ...limit }
  return random.chance(0.15) ? { not: { zones } } : { zones }
}

const entered = (days: number): object => ({ days: { since: { event: 'level.entered' }, gte: days } })

function edition(id: string, random: Random, levels: readonly string[]): Policy {
  const strict = levels.slice(0, -2)
  const down = (from: string, to: string, when: object): object => ({
    ...{ id: `from-${from}`, from, to, kind: to === 'normal' ? 'release' : 'downgrade', approval: 'plain' },
    when,
  })
  const ways = levels.slice(0, -1).map((level, i) => {
    const days = entered(random.between(1, 5))
    if (i < strict.length && random.chance(0.6)) return down(level, levels[i + 1]!, { all: [days] })
    const others = zonesOf(random, strict)
    const clock = { days: { since: { clock: 'asOthers' }, gte: random.between(1, 4) } }
    return down(level, levels[i + 1]!, { all: [random.chance(0.7) ? days : clock, others] })
  })
  return {
    ...{ id, name: { zh: id, en: id }, disease: 'test', jurisdiction: 'test', sources: [], mode: 'fsm' },
    ...{ valid: { from: '2020-01-01', to: null }, dayCount: 'elapsed' },
    levels: LEVELS.filter((one) => levels.includes(one.id)),
    clocks: {
      asOthers: {
        if: zonesOf(random, strict),
        // biome-ignore lint/suspicious/noThenProperty: a word of the language of policies
        then: { event: 'level.entered' },
        else: { event: 'zone.designated' },
      },
    },
    approvals: { plain: [{ step: 'apply' }, { step: 'approve' }] },
    transitions: ways,
  } as unknown as Policy
}

/**
 * Two editions of one disease in which zones go down by days and by how many others of their unit stand higher, in many
 * limits; the second lacks a level of the first, so that zones of the one cannot read those of the other.
 */
export function waitingEditions(seed: number): readonly [Policy, Policy] {
  const random = seeded(seed * 31 + 11)
  return [
    edition('test-waiting', random, ['sealed', 'controlled', 'precaution', 'normal']),
    edition('test-waiting-bare', random, ['sealed', 'precaution', 'normal']),
  ]
}
