import type { Facts, ListName, ListSource, Metric } from '#geo'
import { addDays, SPEAKING_LISTS, startOfDay } from '#geo'
import {
  aFact,
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aReport,
  aRound,
  aZone,
  box,
  type CaseRow,
  type ContactRow,
  cases,
  contacts,
  SHANGHAI,
} from './facts'
import { onePolicy } from './policies'
import { type Random, seeded } from './seeded'

/** The lists of a pack as rows, so that a test may add, blank or drop any of them. */
export interface Pack {
  readonly policy: string
  readonly zones: Facts['zones']
  readonly places: Facts['places']
  readonly cases: readonly CaseRow[]
  readonly contacts: readonly ContactRow[]
  readonly rounds: Facts['rounds']
  readonly statedFacts: Facts['statedFacts']
  readonly reports: Facts['reports']
  readonly metrics: readonly Metric[]
  readonly stated: ReadonlySet<ListName>
  /** live data, of which each list says for what ground and until when it speaks; a review speaks without end */
  readonly speaksFor: 'district' | readonly string[] | null
}

const START = '2022-05-01'
/** Everything in a pack lies before it; the days asked about are those around it. */
export const LAST_DAY = '2022-05-30'
export const AS_OF_DAYS = ['2022-05-28', LAST_DAY] as const

/** What speaks for lowering under each policy: its zones go from `level` by one of its lowerings. */
const POLICIES: Readonly<
  Record<string, { level: string; flags: readonly string[]; events: readonly string[] }>
> = {
  'cn-2021-three-zone': { level: 'sealed', flags: ['contactsNegative'], events: [] },
  'cn-guangzhou-2021-n20': {
    level: 'sealed',
    flags: ['allContactsControlled', 'yellowCodesNegative', 'environmentNegative'],
    events: ['measuresInPlace'],
  },
  'cn-beijing-2022-10d': {
    level: 'sealed',
    flags: ['allPcrNegative', 'contactsNegative', 'anyEnvironmentPositive'],
    events: [],
  },
  'cn-9th-2022': { level: 'H', flags: [], events: [] },
  'eu-hpai': { level: 'protection', flags: ['visitsFavourable'], events: ['preliminaryCleaning'] },
  'cn-hpai': { level: 'epidemicArea', flags: [], events: ['culling', 'terminalDisinfection'] },
  'test-one': { level: 'sealed', flags: ['contactsNegative', 'disinfectionPassed'], events: [] },
  'cn-xian-2022': { level: 'precaution', flags: [], events: [] },
  'my-2020-04': { level: 'emco', flags: ['riskAssessed', 'noPendingSamples'], events: [] },
}

/** Counts, flags and rounds in one release, so that a guard of each has somebody who asks. */
export const mixed = onePolicy({
  all: [
    { id: 'count', count: { event: 'case', withinDays: 14, filter: { not: ['closedLoop'] }, eq: 0 } },
    { id: 'contacts', flag: 'contactsNegative' },
    { id: 'moved', days: { since: { event: 'contact.transferred' }, gte: 3 }, ifMissing: true },
    { id: 'disinfected', flag: 'disinfectionPassed' },
    { id: 'rounds', rounds: { min: 2, result: 'negative', coverage: 0.9, withinDays: 4, consecutive: true } },
  ],
})

export const PACK_POLICIES = Object.keys(POLICIES)

/** Villages in a row, each two compounds. */
const PLACES: Facts['places'] = [
  aPlace({ code: 'D', kind: 'district', name: '甲县' }),
  aPlace({ code: 'T', kind: 'town', name: '乙镇', parent: 'D' }),
  ...Array.from({ length: 5 }, (_, i) => [
    aPlace({
      ...{ code: `V${i}`, kind: 'village', name: `丙${i}村`, parent: 'T', people: 100 },
      shape: box(121 + 0.1 * i, 31, 121.1 + 0.1 * i, 31.1),
    }),
  ]).flat(),
]

/**
 * A pack of which most of what speaks for lowering is there and good, so that zones often are due, and some of what
 * speaks against it too. Each zone was drawn for a case: of one without any some editions have no day to count from. The same for the same seed and policy.
 */
export function randomPack(seed: number, policy = PACK_POLICIES[seed % PACK_POLICIES.length]!): Pack {
  const random = seeded(seed * 7919 + 13)
  const { level, flags, events } = POLICIES[policy]!
  const zones = Array.from({ length: random.between(1, 3) }, (_, i) =>
    aZone({ id: `z${i}`, level, from: addDays(START, random.between(0, 3)), members: [`V${i}`] }),
  )
  return {
    policy,
    zones,
    places: PLACES,
    ...people(random, zones),
    rounds: zones.flatMap(({ id }) => roundsOf(random, id)),
    statedFacts: zones
      .flatMap(({ id }) => [
        ...flags.filter(() => random.chance(0.95)).map((fact) => flag(random, id, fact)),
        ...events.map((fact) => aFact({ zone: id, at: moment(random, 5, 7), fact })),
      ])
      .map((row, i) => ({ ...row, origin: { ...row.origin, row: i + 1 } })),
    reports: zones.map(({ members }) => aReport({ place: members[0]!, day: LAST_DAY, items: {} })),
    metrics: [aMetric({ place: 'V0', at: LAST_DAY, metric: 'positivity', value: 1 })],
    stated: new Set<ListName>([
      ...(['places', 'zones', 'cases', 'contacts', 'rounds', 'facts', 'reports', 'metrics'] as const),
    ]),
    speaksFor: SPEAKS_FOR[Math.floor(seed / PACK_POLICIES.length) % SPEAKS_FOR.length]!,
  }
}

const moment = (random: Random, from: number, to: number): string => {
  const day = addDays(START, random.between(from, to))
  return random.chance(0.3) ? day : `${day}T${String(random.between(0, 23)).padStart(2, '0')}:00`
}

function people(random: Random, zones: Facts['zones']): Pick<Pack, 'cases' | 'contacts'> {
  const where = (): { zone: string } | { place: string } => {
    const zone = zones[random.between(0, zones.length - 1)]!
    return random.chance(0.5) ? { zone: zone.id } : { place: zone.members[0]! }
  }
  const late = (): boolean => random.chance(0.06)
  return {
    cases: Array.from({ length: zones.length + random.between(0, 2) }, (_, i) => {
      const own = zones[i]
      const reportedAt = late() ? moment(random, 10, 28) : moment(random, 1, 4)
      return {
        ...(own ? { zone: own.id } : where()),
        id: `k${i}`,
        reportedAt,
        kind: random.chance(0.85) ? 'confirmed' : 'suspected',
        foundIn: random.chance(0.5) ? 'community' : 'closedLoop',
        onsetOn: random.chance(0.3) ? reportedAt.slice(0, 10) : null,
        transferredAt: `${addDays(reportedAt.slice(0, 10), 1)}T12:00`,
      }
    }),
    contacts: Array.from({ length: random.between(1, 4) }, (_, i) => {
      const exposedAt = late() ? moment(random, 12, 28) : moment(random, 1, 4)
      return {
        ...where(),
        id: `t${i}`,
        case: 'k0',
        kind: random.chance(0.7) ? 'close' : 'secondary',
        exposedAt,
        transferredAt: late() ? null : `${addDays(exposedAt.slice(0, 10), 1)}T20:00`,
        releasedAt: random.chance(0.3) ? addDays(exposedAt.slice(0, 10), 15) : null,
        result: late() ? 'pending' : 'negative',
      }
    }),
  }
}

function roundsOf(random: Random, zone: string): Facts['rounds'] {
  const days = [12, 18, 24, 27, 28]
  return days
    .filter((day) => day >= 24 || random.chance(0.6))
    .map((day, i) => {
      const startedAt = `${addDays(START, day)}T06:00`
      const round = aRound({
        ...{ zone, round: String(i + 1), startedAt, scope: 'zone' },
        finishedAt: random.chance(0.96) ? `${addDays(START, day)}T${random.between(10, 20)}:00` : null,
      })
      const bad = random.chance(0.03) ? ({ result: 'positive', positivePeople: 1 } as const) : {}
      return { ...round, ...bad, origin: { ...round.origin, row: i + 1 } }
    })
}

function flag(random: Random, zone: string, fact: string) {
  const value = fact === 'anyEnvironmentPositive' ? 'false' : 'true'
  return aFact({ zone, at: moment(random, 24, 27), fact, value })
}

/** Every third pack is a review; of the others one speaks for the district, one for its only town. */
const SPEAKS_FOR: readonly Pack['speaksFor'][] = ['district', null, ['T']]

/** What the lists that are there say of their ground and 截至, the end of the last day. */
function sourcesOf({ stated }: Pack, speaksFor: 'district' | readonly string[]): ListSource[] {
  const until = { at: startOfDay(SHANGHAI, addDays(LAST_DAY, 1)), isDay: false }
  return SPEAKING_LISTS.filter((list) => stated.has(list)).map((list) => ({
    ...{ list, file: null, ground: speaksFor, until, knownAt: null },
  }))
}

/** The pack as the kernel is given it. */
export const factsOf = (pack: Pack): Facts =>
  aFacts({
    pack: aPack({ policy: pack.policy, use: pack.speaksFor === null ? 'review' : 'live' }),
    ...(pack.speaksFor === null ? {} : { listSources: sourcesOf(pack, pack.speaksFor) }),
    policies: [mixed],
    places: pack.places,
    zones: pack.zones,
    cases: cases(pack.cases),
    contacts: contacts(pack.contacts),
    rounds: pack.rounds,
    statedFacts: pack.statedFacts,
    reports: pack.reports,
    metrics: pack.metrics,
    stated: pack.stated,
  })
