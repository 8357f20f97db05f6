import type { CaseTable, Facts, ListName, Origin, Round, ZoneStay } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import type { Instant, Moment } from '../time/calendar'
import { policiesOf } from '../zones/policy/policies-of'
import { roundsOf } from '../zones/record/round-figures'
import { goingOn } from '../zones/sources/going-on'
import { staysInForce } from '../zones/stays/stays'
import { type Hypothesis, SUPPOSED } from './hypothesis'
import { factsSeen, withMoment, withNumber, withText } from './seen-facts'

/** Facts in which the hypotheses are so, and the instant at which they are to be looked at. */
export interface Supposition {
  readonly facts: Facts
  /** the later of the as-of and the last hypothesis */
  readonly at: Instant
}

/**
 * Lays hypotheses over what is seen at `asOf`; everything else stays as it is, and what was recorded later is left
 * out. Nothing that is handed in is changed. Each supposed row has the file `supposed` and the number of its
 * hypothesis, from 1, as evidence. Lists whose silence means *none* at the as-of go on saying so.
 */
export function suppose(
  facts: Facts,
  { asOf, hypotheses }: { readonly asOf: Instant; readonly hypotheses: readonly Hypothesis[] },
): Supposition {
  let supposed = factsSeen(facts, asOf)
  for (const [i, hypothesis] of hypotheses.entries())
    supposed = LAID[hypothesis.kind](supposed, hypothesis as never, {
      file: SUPPOSED,
      row: i + 1,
      knownAt: null,
    })
  const at = hypotheses.reduce((latest, one) => Math.max(latest, one.at), asOf)
  const policy = policiesOf(facts)({ policy: null } as ZoneStay)
  const { listSources } = goingOn(factsSeen(facts, asOf), { asOf, until: at, policy })
  return { facts: listSources ? { ...supposed, listSources } : supposed, at }
}

type Of<Kind> = Extract<Hypothesis, { kind: Kind }>
type Lay<Kind> = (facts: Facts, hypothesis: Of<Kind>, origin: Origin) => Facts

const exactly = (at: Instant): Moment => ({ at, isDay: false })
const stating = ({ stated }: Facts, list: ListName): Facts['stated'] => new Set([...stated, list])

const LAID: { readonly [Kind in Hypothesis['kind']]: Lay<Kind> } = {
  case: (facts, hypothesis, origin) => ({
    ...facts,
    cases: withCase(facts.cases, hypothesis, origin),
    stated: stating(facts, 'cases'),
  }),
  round: (facts, { at, zone, result }, origin) => ({
    ...facts,
    rounds: [...facts.rounds, fullRound(facts, { zone, at, result, origin })],
    stated: stating(facts, 'rounds'),
  }),
  fact: (facts, { at, zone, fact, value }, origin) => ({
    ...facts,
    statedFacts: [...facts.statedFacts, { zone, place: null, at: exactly(at), fact, value, origin }],
    stated: stating(facts, 'facts'),
  }),
  zoneDrawn: (facts, { at, zone, name, level, policy, ground }, origin) => ({
    ...facts,
    zones: [
      ...facts.zones,
      {
        ...{ id: zone, name, level, policy, from: exactly(at), to: null, parent: null, arrivedFrom: null },
        members: ground.kind === 'members' ? ground.codes : [],
        drawn: ground.kind === 'drawn' ? ground.shape : null,
        origin,
      },
    ],
    stated: stating(facts, 'zones'),
  }),
  checkpointCloses: (facts, { at, checkpoint }) => ({
    ...facts,
    facilities: facts.facilities.map((one) => (one.id === checkpoint ? { ...one, to: exactly(at) } : one)),
  }),
}

function withCase(cases: CaseTable, hypothesis: Of<'case'>, { file, row }: Origin): CaseTable {
  const { at, zone, place, position, caseKind, foundIn } = hypothesis
  const times = { reportedAt: exactly(at), sampledAt: null, onsetOn: null, kindAt: null, transferredAt: null }
  const texts = {
    ...{ id: `${SUPPOSED} ${row}`, kind: caseKind, origin: 'local', foundIn, place, zone, file },
    ...{ chain: null, infectedBy: null, tags: null },
  }
  const columns = {
    ...Object.fromEntries(
      Object.entries(times).map(([name, moment]) => [
        name,
        withMoment(cases[name as keyof typeof times], moment),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, withText(cases[name as keyof typeof texts], text)]),
    ),
  }
  return {
    ...cases,
    ...columns,
    length: cases.length + 1,
    lon: withNumber(cases.lon, position?.[0] ?? Number.NaN),
    lat: withNumber(cases.lat, position?.[1] ?? Number.NaN),
    ...(cases.town ? { town: withText(cases.town, null) } : {}),
    ...(cases.unit ? { unit: withText(cases.unit, null) } : {}),
    segment: cases.segment && withText(cases.segment, null),
    row: withNumber(cases.row, row),
    knownAt: withNumber(cases.knownAt, Number.NaN),
  }
}

/** Everybody listed in the zone's last round, else its people, sampled and with a result; unknown stays unknown. */
function fullRound(
  facts: Facts,
  {
    zone,
    at,
    result,
    origin,
  }: { zone: string; at: Instant; result: 'negative' | 'positive'; origin: Origin },
): Round {
  const stay = staysInForce(facts.zones, at).find(({ id }) => id === zone)
  const rounds = stay ? roundsOf(stay, facts.rounds) : []
  const last = rounds.findLast(({ listed }) => listed !== null)
  const listed = last?.listed ?? peopleOf(facts, stay?.members ?? [])
  const excused = last?.excused ?? 0
  const sampled = listed === null ? null : listed - excused
  return {
    zone,
    place: null,
    round: `${SUPPOSED} ${origin.row}`,
    ...{ scope: null, method: null },
    startedAt: exactly(at),
    finishedAt: exactly(at),
    ...{ listed, excused, sampled, sent: sampled, resulted: sampled, result, origin },
    positiveTubes: result === 'negative' ? 0 : null,
    positivePeople: result === 'negative' ? 0 : null,
  }
}

function peopleOf({ places }: Facts, members: readonly string[]): number | null {
  if (members.length === 0) return null
  const hierarchy = hierarchyOf(places)
  return members.reduce<number | null>((sum, code) => {
    const people = hierarchy.place(code)?.people ?? null
    return sum === null || people === null ? null : sum + people
  }, 0)
}
