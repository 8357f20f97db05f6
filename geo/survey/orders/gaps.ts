import type { LineCrossing, OrderEnd, OrderGap, TestingRow, UnplacedRow, ZoneAnswer } from '../../answers'
import { firstFiled } from '../../coverage/reporting'
import type { OrderRow, OrderSubject } from '../../facts'
import { distanceM } from '../../geometry/rings/distance'
import { formatMoment, type Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { factsOfZone } from '../../zones/flags/facts-lacking'
import type { Slice } from '../slice'

type Of<Kind extends OrderSubject['kind']> = Extract<OrderSubject, { kind: Kind }>

/**
 * Whether the gap is there at the as-of, told by the same answers that the screens list gaps by. What no answer tells is
 * not known, and never taken for closed.
 */
export function gapOf(slice: Slice, subject: OrderSubject): OrderGap | null {
  switch (subject.kind) {
    case 'crossing':
      return ofCrossing(slice, subject)
    case 'unit':
      return ofUnit(slice, subject)
    case 'round':
      return ofRound(slice, subject)
    case 'fact':
      return ofFact(slice, subject)
    case 'condition':
      return ofCondition(slice, subject)
    case 'rows':
      return ofRows(slice, subject)
    case 'free':
      return null
  }
}

const UNKNOWN: OrderGap = { state: 'unknown', why: null, at: null }
const THERE: OrderGap = { state: 'there', why: null, at: null }
const gone = (why: OrderEnd, at: OrderGap['at'] = null): OrderGap => ({ state: 'gone', why, at })

/** A line that was drawn anew may cut the road a few steps on: within the guard distance it is the same crossing. */
function ofCrossing({ coverage }: Slice, { line, position }: Of<'crossing'>): OrderGap {
  const { perimeter, guardDistanceM } = coverage
  if (perimeter === null) return UNKNOWN
  const nearest = (of: typeof perimeter): LineCrossing | null => {
    const all = of.flatMap(({ crossings }) => crossings)
    const near = all
      .map((crossing) => ({ crossing, m: distanceM(crossing.position, position) }))
      .filter(({ m }) => m <= guardDistanceM)
      .sort((a, b) => a.m - b.m)
    return near[0]?.crossing ?? null
  }
  const crossing = nearest(perimeter.filter(({ id }) => id === line)) ?? nearest(perimeter)
  if (crossing) {
    if (crossing.state === null) return UNKNOWN
    return crossing.state === 'unguarded' ? THERE : gone('guarded')
  }
  const isOpen = perimeter.some((one) => one.guarded === null || one.isPartlyDrawn === true)
  return isOpen ? UNKNOWN : gone('notAsked')
}

/** A report of that day that came by the as-of, late or not. */
function ofUnit({ facts, asOf, timezone }: Slice, { place, day }: Of<'unit'>): OrderGap {
  const filed = firstFiled(facts, { place, day, asOf })
  return filed ? gone('reported', filed.at && formatMoment(timezone, filed.at)) : THERE
}

/** Everybody who is due is sampled, and everybody sampled has a result, in every row of it. */
function ofRound({ coverage }: Slice, { zone, place, round }: Of<'round'>): OrderGap {
  const rows = (coverage.testing ?? []).filter(
    (row) => row.zone === zone && row.place === place && row.round === round,
  )
  if (rows.length === 0) return UNKNOWN
  const states = rows.map(stateOfRow)
  if (states.includes('there')) return THERE
  if (states.includes('unknown')) return UNKNOWN
  return gone('resulted', rows.at(-1)!.finishedAt)
}

function stateOfRow({ missing, sampled, resulted }: TestingRow): OrderGap['state'] {
  if (missing !== null && missing > 0) return 'there'
  if (sampled !== null && resulted !== null && resulted < sampled) return 'there'
  return missing === null || sampled === null || resulted === null ? 'unknown' : 'gone'
}

function ofFact(slice: Slice, { zone, fact }: Of<'fact'>): OrderGap {
  const answer = zoneOf(slice, zone)
  if (!answer) return gone('notAsked')
  const stay = slice.attribution.zones.find(({ id }) => id === zone)?.stay
  const policy = stay ? slice.policyOf(stay) : null
  if (!policy) return UNKNOWN
  const asked = factsOfZone(answer, policy).find(({ name }) => name === fact)
  if (!asked) return gone('notAsked')
  return asked.isLacking ? THERE : gone('stated', lastStated(slice, { zone, fact }))
}

/** When it was last stated of the zone; null where it was stated of a place in it, or settled otherwise. */
function lastStated(
  { facts, asOf, timezone }: Slice,
  { zone, fact }: Pick<Of<'fact'>, 'zone' | 'fact'>,
): OrderGap['at'] {
  const times = facts.statedFacts
    .filter((one) => one.zone === zone && one.fact === fact && isSeenMoment(one.at, asOf))
    .map(({ at }) => at)
  const last = times.reduce<Moment | null>((latest, at) => (latest && latest.at >= at.at ? latest : at), null)
  return last && formatMoment(timezone, last)
}

function ofCondition(slice: Slice, { zone, transition, condition }: Of<'condition'>): OrderGap {
  const answer = zoneOf(slice, zone)
  if (!answer) return gone('notAsked')
  const found = answer.transitions
    .find(({ id }) => id === transition)
    ?.conditions.find(({ id }) => id === condition)
  if (!found) return gone('notAsked')
  if (found.state === 'met') return gone('met', found.at)
  return found.state === 'unknown' ? UNKNOWN : THERE
}

const zoneOf = ({ assess }: Slice, zone: string): ZoneAnswer | null =>
  assess.zones.find(({ id }) => id === zone) ?? null

function ofRows({ assess }: Slice, { list, rows }: Of<'rows'>): OrderGap {
  const open = (assess.unplaced ?? []).filter((row) => row.list === list && row.ruledOut === null)
  return rows.some((row) => open.some((one) => isSame(one, row))) ? THERE : gone('placed')
}

const isSame = (one: UnplacedRow, { file, row, segment }: OrderRow): boolean =>
  one.file === file && one.row === row && (segment == null || one.segment === segment)
