import {
  addDays,
  type Facts,
  type Place,
  type Policy,
  type Shape,
  type TransitionStep,
  type UnreadRow,
} from '#geo'
import { aFacts, aPack, aPlace, aStep, aZone, box, cases, contacts } from './facts'
import { type EditionRows, editionRows, MOVING } from './random-editions'
import { type Random, seeded } from './seeded'

type Zones = Facts['zones']

const START = '2022-05-01'
const day = (random: Random, from: number, to: number): string => addDays(START, random.between(from, to))

/** What shifts a patch of ground by whole degrees. */
const shifted = (shape: Shape | null, east: number): Shape | null =>
  shape === null
    ? null
    : shape.map((rings) => rings.map((ring) => ring.map((value, i) => (i % 2 === 0 ? value + east : value))))

const under = <T extends { readonly zone?: string | null }>(row: T, prefix: string): T => ({
  ...row,
  zone: row.zone == null ? row.zone : prefix + row.zone,
})

interface Patch {
  readonly rows: EditionRows
  readonly zones: Zones
  readonly places: readonly Place[]
  readonly steps: readonly TransitionStep[]
}

/** Up to four zones of an edition on ground of their own: drawn or by members of some county, as they went on since. */
function patchOf(random: Random, policy: Policy, { at, isOwn }: { at: number; isOwn: boolean }): Patch {
  const rows = editionRows(policy, random.between(1, 1_000_000))
  const prefix = `p${at}`
  const east = 2 * at
  const county = `C${at % 2}`
  const places: Place[] = []
  const zones = rows.zones.flatMap((given, i) => {
    const drawn = shifted(given.drawn, east)
    const code = `${prefix}V${i}`
    const isByMember = random.chance(0.6)
    if (isByMember) places.push(aPlace({ code, kind: 'village', parent: county, people: 100, shape: drawn }))
    const zone = {
      ...given,
      id: prefix + given.id,
      drawn: isByMember ? null : drawn,
      members: isByMember ? [code] : [],
      policy: isOwn || random.chance(0.3) ? policy.id : null,
      parent: random.chance(0.2) ? `p${random.between(0, at)}z0` : null,
    }
    return goneOn(random, zone, { policy, prefix })
  })
  return { rows, zones, places, steps: stepsOf(random, policy, zones) }
}

/** As it is, or changed by the record to another level, ended, or run on from another zone. */
function goneOn(
  random: Random,
  zone: Zones[number],
  { policy, prefix }: { policy: Policy; prefix: string },
): Zones {
  if (random.chance(0.6)) return [zone]
  const ends = aZone({ id: '', from: day(random, 6, 22) }).from
  const first = { ...zone, to: ends }
  if (random.chance(0.4)) return [first]
  const levels = policy.levels.map(({ id }) => id)
  const level = levels[random.between(0, levels.length - 1)]!
  const heirOf = random.chance(0.3) ? [`${prefix}z${random.between(0, 3)}`] : []
  return [first, { ...zone, level, from: ends, heirOf }]
}

/** Some lowerings are approved, whole or in part, most of these for an hour that lies ahead. */
function stepsOf(random: Random, policy: Policy, zones: Zones): TransitionStep[] {
  return zones.flatMap(({ id, level }) => {
    const ways = (policy.transitions ?? []).filter(
      ({ from, kind, approval }) =>
        approval && (kind === 'release' || kind === 'downgrade') && [from].flat().includes(level),
    )
    if (ways.length === 0 || !random.chance(0.3)) return []
    const { id: transition, approval } = ways[random.between(0, ways.length - 1)]!
    const chain = policy.approvals![approval!]!
    const on = day(random, 10, 18)
    const takesEffectAt = random.chance(0.8) ? `${day(random, 18, 26)}T18:00` : null
    return (random.chance(0.8) ? chain : chain.slice(0, 1)).map(({ step }, i) =>
      aStep({
        ...{ zone: id, transition, step, at: `${on}T1${i}:10` },
        ...(i === chain.length - 1 ? { takesEffectAt } : {}),
        origin: { file: 'transitions.csv', row: i + 1, knownAt: null },
      }),
    )
  })
}

const unreadRow = (random: Random, ids: readonly string[]): UnreadRow => ({
  list: random.chance(0.5) ? 'zones' : 'transitions',
  ...{ file: 'refused.csv', row: 1, why: 'missing', transition: null },
  zone: random.chance(0.5) ? ids[random.between(0, ids.length - 1)]! : null,
})

/**
 * A district of two counties with several patches of zones far from each other, all of one edition or each of one of its
 * own: some overlap, some share a line, one may name another as around it or be heir of it, some lie in no county that is
 * known; with records that go on, orders ahead, cases that nobody can place and rows that nobody could read.
 */
export function manyZones(
  seed: number,
  edition: Policy,
  { others = MOVING, policies = [] }: { others?: readonly Policy[]; policies?: Facts['policies'] } = {},
): Facts {
  const random = seeded(seed * 97 + 5)
  const isMixed = random.chance(0.3)
  const patches = Array.from({ length: random.between(2, 5) }, (_, i) =>
    patchOf(random, isMixed && i > 0 ? others[random.between(0, others.length - 1)]! : edition, {
      ...{ at: i, isOwn: isMixed },
    }),
  )
  const each = <T>(of: (patch: Patch, prefix: string) => readonly T[]): T[] =>
    patches.flatMap((patch, i) => of(patch, `p${i}`))
  const zones = each((patch) => patch.zones)
  const numbered = (row: object, i: number): object => ({ ...row, id: `r${i}` })
  const nowhere = random.chance(0.2) ? [{ id: 'nowhere', reportedAt: day(random, 3, 18) }] : []
  const ids = zones.map(({ id }) => id)
  return aFacts({
    pack: aPack({ policy: edition.id }),
    policies,
    places: [
      aPlace({ code: 'C0', kind: 'district', shape: box(120, 30, 140, 32) }),
      aPlace({ code: 'C1', kind: 'district', shape: box(120, 32, 140, 34) }),
      ...each((patch) => patch.places),
    ],
    zones,
    steps: each((patch) => patch.steps),
    cases: cases([
      ...each(({ rows }, prefix) => rows.cases.map((row) => under(row, prefix))).map(numbered),
      ...nowhere,
    ] as Parameters<typeof cases>[0]),
    contacts: contacts(
      each(({ rows }, prefix) => rows.contacts.map((row) => under(row, prefix))).map(numbered) as Parameters<
        typeof contacts
      >[0],
    ),
    rounds: each(({ rows }, prefix) => rows.rounds.map((row) => under(row, prefix))),
    statedFacts: each(({ rows }, prefix) => rows.statedFacts.map((row) => under(row, prefix))),
    metrics: each(({ rows }, prefix) => rows.metrics.map((row) => ({ ...row, place: prefix + row.place }))),
    unread: random.chance(0.15) ? [unreadRow(random, ids)] : [],
    stated: new Set(['zones', 'transitions', 'cases', 'contacts', 'rounds', 'facts', 'metrics'] as const),
  })
}
