import type {
  ConditionAnswer,
  SurveyHeld,
  SurveyZone,
  TransitionAnswer,
  TransitionWord,
  When,
} from '../answers'
import { type Day, daysBetween, type Instant, readMoment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { SIGNAL_OPEN_REASON } from '../zones/conditions/signals'
import { HELD_BY_ROWS } from '../zones/conditions/unread'
import { raisesDue } from '../zones/raises-due'

/** How a zone's row reads: the lowering that decides it, its word, its date and what is missing. */
export type Lowering = Pick<
  SurveyZone,
  | 'decisive'
  | 'word'
  | 'loweringWord'
  | 'raises'
  | 'date'
  | 'dayProgress'
  | 'daysLeft'
  | 'into'
  | 'missing'
  | 'approvalAtRisk'
  | 'approvalUntilPlaced'
  | 'ifDone'
  | 'metSince'
  | 'held'
> & {
  /** the level to which it goes; null where nothing is decisive */
  readonly to: string | null
  /** its own days have passed, but something that a person must do or say is missing */
  readonly overdue: boolean
  /** something it asks for is not known */
  readonly unknown: boolean
  /** the day under which its row stands: of its date, today while it is overdue; null stands last */
  readonly standsOn: Day | null
}

/** When the row is read, and what the assessment forecasts of the zone. */
export interface ReadAt {
  readonly asOf: Instant
  readonly day: Day
  readonly timezone: string
  /** the first change to come by time and approvals alone; null where there is none, or a person must act first */
  readonly forecast: When | null
  /** how unplaced rows hold it */
  readonly held?: SurveyHeld | null
}

const NONE: Lowering = {
  decisive: null,
  word: 'undecided',
  date: null,
  dayProgress: null,
  daysLeft: null,
  into: null,
  missing: [],
  to: null,
  overdue: false,
  unknown: false,
  standsOn: null,
}

/**
 * Reads the transitions of a zone as one row. The lowering that decides is the first under approval, else the first
 * that is due, else the one that time allows first, else the first of the policy. `date` is when it takes effect, today
 * where it is to be decided, or the earliest it may: as forecast, else by its own days while they are not over. Where
 * they are and a person must act first, or where other zones must that cannot yet, there is no date. One that unplaced
 * rows hold keeps the word it has without them, but is never met; its date is only promised for when it is held no more.
 * One that must become stricter bears that word before every other.
 */
export function loweringOf(transitions: readonly TransitionAnswer[], at: ReadAt): Lowering {
  const lowering = ownLowering(transitions, at)
  const raises = raisesDue(transitions)
  if (raises.length === 0) return lowering
  const { word } = lowering
  return { ...lowering, word: 'toRaise', loweringWord: word, raises, overdue: false, unknown: false }
}

/** How the lowering reads by itself, whatever else is due. */
function ownLowering(transitions: readonly TransitionAnswer[], at: ReadAt): Lowering {
  const decisive = decisiveOf(transitions)
  if (!decisive) return NONE
  const missing = missingOf(decisive.conditions)
  const word = wordOf(decisive, missing, at)
  const days = decisive.conditions.filter(isDays)
  const date = dateOf(decisive, { word, missing, at })
  const overdue =
    word === 'unmet' &&
    !at.held &&
    days.length > 0 &&
    days.every((one) => one.state === 'met') &&
    missing.some((one) => !settlesItself(one))
  return {
    decisive: decisive.id,
    word,
    date,
    dayProgress: progressOf(days),
    daysLeft: date === null ? null : Math.max(0, daysBetween(at.day, date.slice(0, 10))),
    into: decisive.into,
    approvalAtRisk: approvalAtRisk(decisive),
    approvalUntilPlaced: decisive.approval?.untilPlaced ?? false,
    ifDone: decisive.ifDone ?? null,
    metSince: decisive.state === 'due' ? decisive.eligibleAt : null,
    held: at.held ?? null,
    missing,
    to: decisive.to,
    overdue,
    unknown: missing.some(isUnknown),
    standsOn: (at.held?.oncePlacedAt ?? date)?.slice(0, 10) ?? (overdue ? at.day : null),
  }
}

/** The hour of a complete approval that what came since suspends, also once that hour has passed without it. */
function approvalAtRisk({ approval }: TransitionAnswer): When | null {
  return approval?.suspended?.length ? approval.takesEffectAt : null
}

/** The lowering of the zone that decides; null where it has none. */
export function decisiveOf(transitions: readonly TransitionAnswer[]): TransitionAnswer | null {
  const lowerings = transitions.filter(({ kind }) => kind === 'release' || kind === 'downgrade')
  const dated = lowerings.filter(({ eligibleAt }) => eligibleAt !== null)
  const earliest = dated.reduce<TransitionAnswer | null>(
    (first, one) => (first && first.eligibleAt! <= one.eligibleAt! ? first : one),
    null,
  )
  return (
    lowerings.find(({ state }) => state === 'approval') ??
    lowerings.find(({ state }) => state === 'due') ??
    earliest ??
    lowerings[0] ??
    null
  )
}

/** Conditions that are not met. Of an `any` none is missing once one of it is met; references never are. */
export function missingOf(conditions: readonly ConditionAnswer[]): ConditionAnswer[] {
  const settled = new Set(
    conditions.filter((one) => one.anyOf && one.state === 'met').map((one) => one.anyOf),
  )
  return conditions.filter(
    (one) => one.state !== 'met' && one.authority !== 'reference' && !(one.anyOf && settled.has(one.anyOf)),
  )
}

/** What waits for other zones to come down. */
const OF_OTHERS: ReadonlySet<string | null> = new Set(['stricter-inside', 'zones-remain'])

/** Unmet until other zones have come down. */
export function waitsForOthers({ state, reason }: ConditionAnswer): boolean {
  return state === 'unmet' && OF_OTHERS.has(reason)
}

/** Unmet, and met once time has passed or other zones have moved: nobody has to do anything in this one. */
export function settlesItself(condition: ConditionAnswer): boolean {
  return (condition.state === 'unmet' && condition.at !== null) || waitsForOthers(condition)
}

/** Unknown by unplaced rows alone: met once they are placed elsewhere, mended or ruled out. */
export function isUnplaced({ reason }: Pick<ConditionAnswer, 'reason'>): boolean {
  return HELD_BY_ROWS.has(reason)
}

/** Nobody has said it: unknown by more than unplaced rows. */
export function isUnknown({ state, reason }: Pick<ConditionAnswer, 'state' | 'reason'>): boolean {
  return state === 'unknown' && !HELD_BY_ROWS.has(reason)
}

/** Unknown by a signal that nobody has decided. */
const isSignal = ({ reason }: ConditionAnswer): boolean => reason === SIGNAL_OPEN_REASON

/** It would be met, or under approval, but for signals, and rows that nobody has placed. */
const isSuspended = (missing: readonly ConditionAnswer[]): boolean =>
  missing.some(isSignal) && missing.every((one) => isSignal(one) || isUnplaced(one))

/** A condition that only counts days. */
function isDays({ figures }: ConditionAnswer): boolean {
  return 'left' in figures && typeof figures.of === 'number'
}

function wordOf(
  { state, approval }: TransitionAnswer,
  missing: readonly ConditionAnswer[],
  { asOf, timezone, forecast, held }: ReadAt,
): TransitionWord {
  if (state === 'due') return 'met'
  if (isSuspended(missing)) return 'suspended'
  if (state !== 'approval' || !approval) {
    const others = missing.filter((one) => !isUnplaced(one))
    const isBegun = approval?.steps.at(-1)?.decision === 'given' && !approval.suspended?.length
    if (held?.own && others.length === 0 && isBegun && approval.next !== null)
      return approval.next === 'assess' ? 'toAssess' : 'toApprove'
    if (forecast !== null) return 'waiting'
    const onlyDays = others.every((one) => settlesItself(one) && !waitsForOthers(one))
    return others.length > 0 && onlyDays ? 'waiting' : 'unmet'
  }
  if (approval.next !== null) return approval.next === 'assess' ? 'toAssess' : 'toApprove'
  const effect = approval.takesEffectAt === null ? null : readMoment(timezone, approval.takesEffectAt)
  return isSeenMoment(effect, asOf) ? 'executed' : 'approved'
}

function dateOf(
  { approval, eligibleAt }: TransitionAnswer,
  { word, missing, at }: { word: TransitionWord; missing: readonly ConditionAnswer[]; at: ReadAt },
): When | null {
  if (word === 'approved' || word === 'executed') return approval?.takesEffectAt ?? eligibleAt
  if (!at.held && (word === 'met' || word === 'toAssess' || word === 'toApprove')) return at.day
  if (at.forecast !== null) return at.forecast
  const eligible = eligibleAt === null ? null : readMoment(at.timezone, eligibleAt)
  const isAhead = eligible !== null && eligible.at > at.asOf && !at.held?.own
  return isAhead && !missing.some(waitsForOthers) ? eligibleAt : null
}

/** Of several the one that ends last. */
function progressOf(days: readonly ConditionAnswer[]): SurveyZone['dayProgress'] {
  const [slowest] = days
    .filter(({ figures }) => typeof figures.have === 'number')
    .sort(
      (a, b) =>
        Number(b.figures.left) - Number(a.figures.left) || Number(b.figures.of) - Number(a.figures.of),
    )
  return slowest ? { have: Number(slowest.figures.have), of: Number(slowest.figures.of) } : null
}

/** On one day: what is decided, what waits for a person, what lacks something, what only waits. */
const WORDS: readonly TransitionWord[] = [
  ...(['toRaise', 'executed', 'approved', 'toApprove', 'toAssess', 'suspended'] as const),
  ...(['met', 'unmet', 'waiting'] as const),
]

interface Row {
  readonly zone: SurveyZone
  readonly lowering: Lowering
}

/**
 * What must become stricter first. By the day the row stands under, then by its word, the stricter level, the id. One without a date of its own stands
 * under the day on which it could be lowered if all were done now, as its row prints it. Without a day last.
 */
export function byChange(a: Row, b: Row): number {
  const dayOf = ({ lowering, zone }: Row): string =>
    (zone.date === null && !zone.held ? zone.ifDone?.at.slice(0, 10) : null) ?? lowering.standsOn ?? '9999'
  const stepOf = ({ zone }: Row): number => WORDS.indexOf(zone.word)
  const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
  return (
    Number(b.zone.word === 'toRaise') - Number(a.zone.word === 'toRaise') ||
    text(dayOf(a), dayOf(b)) ||
    stepOf(a) - stepOf(b) ||
    b.zone.rank - a.zone.rank ||
    text(a.zone.id, b.zone.id)
  )
}
