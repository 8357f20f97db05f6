import { rowRefOf } from '../../columns'
import type { Facts, StatedFact, ZoneStay } from '../../facts'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { figurePartsOf } from '../ground/figure-parts'
import type { PolicyOf } from '../ground/ground'
import { reachesOf } from '../sources/reach'
import { DrawnSince } from '../stays/drawn-since'
import { isOfPart, startsFrom } from '../stays/standing'
import { staysBegun } from '../stays/stays'
import { surveysOn } from '../surveys/surveys-on'
import { possibleOf } from '../unplaced/possible'
import { resolvedOf } from '../unplaced/references'
import type { Attribution } from './attribution'
import { agreedBefore, mergedWith } from './merged-flags'
import { statedMetrics } from './metrics'
import { byTheirGround, partialRounds } from './partial-rounds'
import { byTime, type Held, type ZoneRecord } from './record'
import { roundAt, roundsOf } from './round-figures'
import { type Draft, emptyDraft, NOTHING_TIMELESS, pushEvent, takeCase, takeContact } from './row-events'
import { whereaboutsOfCase } from './whereabouts'
import { readYesNo } from './yes-no'

interface Taking {
  readonly attribution: Attribution
  /** stays begun, by zone */
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  readonly drafts: readonly Draft[]
}

/**
 * What was recorded of each zone in force and is seen at `asOf`, in the order of `attribution.zones`; suspected cases
 * are no `case`.
 */
export function zoneRecords(
  given: Facts,
  attribution: Attribution,
  { asOf, policyOf }: { asOf: Instant; policyOf?: PolicyOf },
): ZoneRecord[] {
  const { facts } = resolvedOf(given)
  const drafts = attribution.zones.map(() => emptyDraft(asOf))
  const isDrawnOver = policyOf ? drawnOver(facts, attribution, { asOf, policyOf }) : () => false
  takeRows('cases', attribution, (zone, row, timeless) =>
    takeCase(drafts[zone]!, facts.cases, { row, timeless, isDrawnOver: isDrawnOver(zone, row) }),
  )
  takeRows('contacts', attribution, (zone, row, timeless) =>
    takeContact(drafts[zone]!, facts.contacts, { row, timeless }),
  )
  const possible = possibleOf(facts, attribution, asOf)
  const reaches = reachesOf(given, attribution.zones, asOf)
  const stays = staysBegun(facts.zones, asOf)
  takeStatedFacts(facts, { attribution, stays, drafts })
  const seen = facts.rounds.flatMap((given, index) => {
    const round = attribution.timeless?.rounds.has(index) ? null : roundAt(given, asOf)
    return round ? [{ round, index }] : []
  })
  const grounded = byTheirGround(seen, stays, facts)
  const rounds = grounded.map(({ round }) => round)
  const ownRounds = attribution.zones.map(({ stay }) => roundsOf(stay, rounds, stays))
  const parts = partialRounds(grounded, ownRounds, {
    names: attribution.zones.map(({ id }) => id),
    inside: (index) => attribution.rounds?.[index] ?? [],
  })
  const metrics = statedMetrics(facts, asOf)
  const liesIn = insideOf(facts)
  const surveys = surveysOn(facts, attribution.zones, asOf)
  const hierarchy = hierarchyOf(facts.places)
  const figureTimes = new Set(
    [...metrics.values()].flatMap((byName) => [...byName.values()].flat()).map(({ at }) => at),
  )
  return drafts.map(({ events, flags, untold }, i) => {
    const ground = attribution.zones[i]!
    const { stay } = ground
    const measured =
      metrics.get(stay.id) ?? (stay.members.length === 1 ? metrics.get(stay.members[0]!) : undefined)
    for (const occurrences of events.values()) occurrences.sort(byTime)
    for (const held of flags.values()) held.sort((a, b) => a.at - b.at || a.row - b.row)
    const record = {
      ...{ stated: facts.stated, events, untold, rounds: ownRounds[i]!, partialRounds: parts[i]!, flags },
      metrics: measured ?? new Map(),
      liesIn,
      partsOf: figurePartsOf(ground, { figures: metrics, hierarchy }),
      possible: possible[i]!,
      surveys: surveys[i]!,
      reaches: reaches[i]!,
      pack: facts.pack,
    }
    const times = ground.members.length === 1 ? NO_TIMES : figureTimes
    return { ...record, instants: instantsOf(record, times) }
  })
}

/** Asked only where a policy cuts a stricter part out of a zone. */
function drawnOver(
  facts: Facts,
  { zones }: Attribution,
  { asOf, policyOf }: { asOf: Instant; policyOf: PolicyOf },
): (zone: number, row: number) => boolean {
  const since = new DrawnSince(facts, asOf, policyOf)
  const splits = zones.map(({ stay, level }) =>
    (policyOf(stay)?.transitions ?? []).some((one) => isOfPart(one) && startsFrom(one.from, level)),
  )
  return (zone, row) => splits[zone]! && since.answers(zones[zone]!, whereaboutsOfCase(facts.cases, row))
}

function insideOf({ places }: Facts): ZoneRecord['liesIn'] {
  return (place, outer) => place === outer || hierarchyOf(places).ancestorsOf(place).includes(outer)
}

const NO_TIMES: ReadonlySet<Instant> = new Set()

function instantsOf(record: Omit<ZoneRecord, 'instants'>, figureTimes: ReadonlySet<Instant>): Float64Array {
  const all = new Set<number>(figureTimes)
  for (const list of [record.events, record.flags, record.metrics])
    for (const rows of list.values()) for (const row of rows) all.add(row.at)
  for (const { rows } of record.surveys ?? []) for (const { on } of rows) all.add(on.at)
  for (const round of [...record.rounds, ...(record.partialRounds ?? [])]) {
    all.add(round.startedAt.at)
    if (round.finishedAt) all.add(round.finishedAt.at)
  }
  return Float64Array.from(all).sort()
}

/** Each row with every zone that it surely holds, and the events of which it does not tell the time. */
function takeRows(
  list: 'cases' | 'contacts',
  attribution: Attribution,
  take: (zone: number, row: number, timeless: ReadonlySet<string>) => void,
): void {
  const counted = attribution[list]
  const held = attribution.held?.[list]
  const timeless = attribution.timeless?.[list]
  const likely = attribution.likely?.[list]
  for (let row = 0; row < counted.length; row++) {
    const without = timeless?.get(row) ?? NOTHING_TIMELESS
    if (counted[row]! >= 0 && !likely?.has(row)) take(counted[row]!, row, without)
    for (const zone of held?.get(row) ?? []) take(zone, row, without)
  }
}

/** A stated fact is a value that holds, and an event unless its value says that it did not happen. */
function takeStatedFacts(facts: Facts, { attribution, stays, drafts }: Taking): void {
  const merged = attribution.zones.map(({ stay }) => mergedWith(stay, stays))
  const inherited = attribution.zones.map(() => new Set<string>())
  facts.statedFacts.forEach((row, i) => {
    const { at, fact, value, zone } = row
    const draft = drafts[attribution.statedFacts[i]!]
    if (!draft || attribution.timeless?.facts.has(i) || !isSeenMoment(at, draft.asOf)) return
    const begun = merged[attribution.statedFacts[i]!]
    if (begun && zone !== null && at.at < begun.from.at) inherited[attribution.statedFacts[i]!]!.add(fact)
    else hold(draft, row)
    if (readYesNo(value) !== false)
      pushEvent(draft, fact, { ...heldOf(row), place: row.place, words: [], silent: [] })
  })
  for (const [i, names] of inherited.entries())
    for (const name of names) {
      const rows = facts.statedFacts.filter(
        ({ fact, at }) => fact === name && isSeenMoment(at, drafts[i]!.asOf),
      )
      const agreed = agreedBefore(merged[i]!, { rows, stays })
      if (agreed) hold(drafts[i]!, agreed)
    }
}

const heldOf = ({ at, value, origin }: StatedFact): Held<string> => ({
  at: at.at,
  isDay: at.isDay,
  ...rowRefOf(origin),
  value,
})

function hold(draft: Draft, row: StatedFact): void {
  const held = draft.flags.get(row.fact)
  if (held) held.push(heldOf(row))
  else draft.flags.set(row.fact, [heldOf(row)])
}
