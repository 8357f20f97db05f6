import type { AssessAnswer, ZoneAnswer } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import { outsideOf } from '../period/outside'
import { placesAt } from '../places/changes/places-at'
import { formatInstant, formatMoment, type Instant, readMoment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { classifyPlaces, unclassifiedPlaces } from './classify'
import { isLowering } from './conditions/plan'
import { deadlinesOf } from './deadlines'
import { earliestOf, printMoment } from './moves/days'
import { heldLonger } from './moves/held-longer'
import type { OthersDone } from './moves/if-done'
import { loweredEarly } from './moves/lowered-early'
import { othersDone } from './moves/others-done'
import { type Move, run } from './moves/run'
import { type Setting, settingOf } from './moves/setting'
import { noWayOut } from './moves/way-out'
import { transitionsFrom, World } from './moves/world'
import { type Migrated, migrateZones } from './policy/migrate'
import { policiesOf, policyDocuments } from './policy/policies-of'
import { resolvePolicy } from './policy/resolve-policy'
import { scheduleOf } from './policy/schedule'
import { termOf } from './policy/term'
import { sourcesOf } from './sources/answer'
import { answerTransition, type FindingsOf } from './transition-answer'
import { toldUnplaced } from './unplaced/told-unplaced'
import { HeldLeaves, unplacedRows } from './unplaced/unplaced-rows'

/** What is asked of an assessment. */
export interface AssessOptions {
  readonly asOf: Instant
  /** only printed: the facts are already those known by then */
  readonly known?: Instant | null
  /** judges every zone by this policy, whatever the pack says */
  readonly policy?: string | null
  readonly findings?: FindingsOf
}

/**
 * Every zone in force at the as-of and every transition open to it: its state, its conditions with their evidence,
 * the earliest date, and the forecast. What is not known is unknown and blocks. Throws RangeError where the policy
 * asked for does not exist or is faulty; a zone whose own policy is unusable, or whose level the edition asked for does
 * not know, is answered without transitions.
 */
export function assess(given: Facts, options: AssessOptions): AssessAnswer {
  const { asOf, known = null, policy: asked = null, findings = () => [] } = options
  const facts = placesAt(given, asOf)
  const { timezone } = facts.pack
  const id = asked ?? facts.pack.policy
  const edition = editionOf(facts, { asOf, asked })
  const setting = settingOf(edition.facts, asOf, edition.policyOf)
  const world = World.recorded(setting, asOf)
  const moves = run(setting)
  const held = new HeldLeaves()
  const others = othersDone(setting, world)
  const policy = policiesOf(facts, asked)({ policy: null } as ZoneStay)
  const zones = [...setting.live.keys()].map((zone) =>
    answerZone(setting, { id: zone, world, moves, asked, findings, edition, others, held }),
  )
  const unplaced = unplacedRows(edition.facts, { asOf, policyOf: edition.policyOf, held })
  return {
    schema: 'cordon-assess/1',
    asOf: formatInstant(timezone, asOf),
    known: known === null ? null : formatInstant(timezone, known),
    policy: id,
    outside: outsideOf(facts),
    zones: toldUnplaced(zones, unplaced),
    recordedOtherwise: recordedOtherwise(facts, asOf),
    heldLonger: heldLonger(timezone, zones, asOf),
    loweredEarly: asked === null ? loweredEarly(setting) : [],
    unplaced,
    sources: sourcesOf(facts, { asOf, policy }),
    places: classifyPlaces(facts, { asOf, policy }),
    unclassified: unclassifiedPlaces(facts, policy),
  }
}

function recordedOtherwise({ orders = [], pack }: Facts, asOf: Instant): AssessAnswer['recordedOtherwise'] {
  return orders
    .filter(({ from }) => isSeenMoment(from, asOf))
    .map((order) => ({ ...order, from: formatMoment(pack.timezone, order.from) }))
}

/** The facts as the edition asked for has them; as they are where none is asked for. */
function editionOf(facts: Facts, { asOf, asked }: { asOf: Instant; asked: string | null }): Migrated {
  const ownOf = policiesOf(facts)
  if (asked === null) return { facts, policyOf: ownOf, unmapped: new Map(), graced: new Map() }
  const documents = policyDocuments(facts)
  const { policy, faults } = resolvePolicy(asked, documents)
  if (!policy)
    throw new RangeError(`policy ${asked}: ${faults.map((one) => `${one.path} ${one.code}`).join('; ')}`)
  return migrateZones(facts, { asOf, policy, documents, ownOf })
}

function answerZone(
  setting: Setting,
  about: {
    id: string
    world: World
    moves: readonly Move[]
    asked: string | null
    findings: FindingsOf
    edition: Migrated
    others: OthersDone
    held: HeldLeaves
  },
): ZoneAnswer {
  const { id, world, moves, asked, findings, edition, others, held } = about
  const { timezone, facts } = setting
  const { ground } = setting.live.get(id)!
  const standing = world.standings.get(id)!
  const transitions = transitionsFrom(standing).map((transition) =>
    answerTransition(setting, { world, standing, transition, findings, others, held }),
  )
  const lowerings = transitions.filter(isLowering).map((one) => one.eligibleAt)
  const earliest = earliestOf(lowerings.map((at) => (at === null ? null : readMoment(timezone, at))))
  return {
    id,
    name: ground.stay.name,
    level: standing.level,
    since: formatMoment(timezone, standing.enteredAt),
    designatedAt: formatMoment(timezone, standing.designatedAt),
    enclosedBy: ground.enclosedBy,
    policy: (edition.graced.has(id) ? null : asked) ?? ground.stay.policy ?? facts.pack.policy,
    expiresAt: printMoment(timezone, termOf(timezone, standing)),
    deadlines: deadlinesOf(setting, standing),
    schedule: scheduleOf(setting, standing, earliest),
    transitions,
    noWayOut: noWayOut(standing),
    unmapped: edition.unmapped.get(id) ?? null,
    forecast: [...recordedLevels(setting, id), ...foreseen(timezone, moves, { id, edition })],
  }
}

/** What the machine makes of the zone; where its old edition only holds for a while, no further than that. */
function foreseen(
  timezone: string,
  moves: readonly Move[],
  { id, edition }: { id: string; edition: Migrated },
): ZoneAnswer['forecast'] {
  const grace = edition.graced.get(id)
  const own = moves.filter((move) => move.zone === id && (!grace || move.from.at < grace.until.at))
  const ends = own.map(({ level, from, into }) => ({ level, from: formatMoment(timezone, from), into }))
  if (grace) ends.push({ level: grace.level, from: formatMoment(timezone, grace.until), into: null })
  return ends.map((one) => ({ ...one, recorded: false }))
}

/** Recorded stays up to the as-of; stays of one level that follow on each other are one. */
function recordedLevels({ stays, timezone }: Setting, id: string): ZoneAnswer['forecast'] {
  const own = stays.get(id) ?? []
  return own
    .filter((stay, i) => stay.level !== own[i - 1]?.level)
    .map((stay) => ({
      level: stay.level,
      from: formatMoment(timezone, stay.from),
      into: null,
      recorded: true,
    }))
}
