import type { Facts, ListName } from '#geo'
import { addDays } from '#geo'
import {
  aFact,
  aFacts,
  aPack,
  aRound,
  aZone,
  box,
  type CaseRow,
  type ContactRow,
  cases,
  contacts,
} from './facts'
import { onePolicy, shanghai22May } from './policies'
import { seeded } from './seeded'

/** Rows before they become tables, so that a test may add, drop or shuffle them. */
export interface Rows {
  readonly policy: string
  readonly zones: Facts['zones']
  readonly cases: readonly CaseRow[]
  readonly contacts: readonly ContactRow[]
  readonly rounds: Facts['rounds']
  readonly statedFacts: Facts['statedFacts']
  readonly stated: ReadonlySet<ListName>
}

const START = '2022-05-01'
const LEVELS: Record<string, readonly string[]> = {
  'cn-2021-three-zone': ['sealed', 'controlled', 'precaution'],
  'cn-9th-2022': ['H', 'M', 'L'],
  [shanghai22May.id]: ['sealed', 'controlled', 'precaution'],
  'test-one': ['sealed', 'controlled'],
}

/** One condition of every kind, joined in every way. */
export const everyKind = onePolicy({
  all: [
    { days: { since: { maxOf: [{ event: 'zone.designated' }, { event: 'case' }] }, gte: 5 } },
    {
      any: [
        { days: { since: { event: 'contact.exposure' }, gte: 9 }, ifMissing: true },
        {
          all: [{ days: { since: { event: 'contact.transferred' }, gte: 3 } }, { flag: 'contactsNegative' }],
        },
      ],
    },
    { count: { event: 'case', withinDays: 6, filter: { not: ['householdOnly'] }, lte: 1 } },
    { rounds: { min: 1, result: 'negative', coverage: 1, withinDays: 4 } },
    { not: { flag: 'anyEnvironmentPositive' } },
  ],
})

/** Up to four zones, some inside another, with two weeks of what happened in them. Everything lies before day 20. */
export function randomRows(seed: number): Rows {
  const random = seeded(seed).next
  const below = (count: number): number => Math.floor(random() * count)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const time = (): string => {
    const day = addDays(START, 3 + below(15))
    return random() < 0.4 ? day : `${day}T${String(below(24)).padStart(2, '0')}:00`
  }
  const policy = pick(Object.keys(LEVELS))
  const levels = LEVELS[policy]!
  const zones = Array.from({ length: 1 + below(4) }, (_, i) => {
    const inside = random() < 0.6
    const west = 121 + 0.1 * i
    return aZone({
      id: `z${i}`,
      level: i === 0 ? levels.at(-1)! : pick(levels),
      from: addDays(START, i === 0 ? 0 : below(3)),
      drawn:
        inside && i > 0
          ? box(121 + 0.02 * i, 31.02, 121.01 + 0.02 * i, 31.03)
          : box(west, 31, west + 0.09, 31.09),
    })
  })
  const ids = zones.map((zone) => zone.id)
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  return {
    policy,
    zones,
    cases: many(below(6), () => ({
      zone: pick(ids),
      reportedAt: time(),
      foundIn: pick(['community', 'central', null]),
      tags: pick([null, 'householdOnly']),
      transferredAt: pick([null, time()]),
    })).map((row, i) => ({ ...row, id: `k${i}` })),
    contacts: many(below(5), () => ({
      zone: pick(ids),
      exposedAt: time(),
      transferredAt: pick([null, time()]),
    })).map((row, i) => ({ ...row, id: `t${i}` })),
    rounds: many(below(9), () => ({
      ...aRound({ zone: pick(ids), round: String(below(9)), finishedAt: time() }),
      listed: pick([100, 100, 100, null]),
      result: pick(['negative', 'negative', 'negative', 'pending', null] as const),
    })).map((row, i) => ({ ...row, origin: { ...row.origin, row: i + 1 } })),
    statedFacts: many(3 + below(6), () =>
      aFact({
        zone: pick(ids),
        at: time(),
        fact: pick(['contactsNegative', 'anyEnvironmentPositive']),
        value: pick(['true', 'false']),
      }),
    ).map((row, i) => ({ ...row, origin: { ...row.origin, row: i + 1 } })),
    stated: new Set<ListName>(['zones', 'cases', 'contacts', 'rounds', 'facts']),
  }
}

/** The rows as the kernel is given them. */
export const factsOf = (rows: Rows): Facts =>
  aFacts({
    pack: aPack({ policy: rows.policy }),
    policies: [shanghai22May, everyKind],
    zones: rows.zones,
    cases: cases(rows.cases),
    contacts: contacts(rows.contacts),
    rounds: rows.rounds,
    statedFacts: rows.statedFacts,
    stated: rows.stated,
  })
