import type { ConditionAnswer, SurveyZone, TransitionAnswer, TransitionWord, When } from '../answers'
import { type Day, daysBetween, type Instant, readMoment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'

/** How a zone's row reads: the lowering that decides it, its word, its date and what is missing. */
export type Lowering = Pick<
  SurveyZone,
  'decisive' | 'word' | 'date' | 'dayProgress' | 'daysLeft' | 'into' | 'missing'
> & {
  /** the level to which it goes; null where nothing is decisive */
  readonly to: string | null
  /** its own days have passed, but something that a person must do or say is missing */
  readonly overdue: boolean
  /** something it asks for is not known */
  readonly unknown: boolean
}

/** When the row is read, and what the assessment forecasts of the zone. */
export interface ReadAt {
  readonly asOf: Instant
  readonly day: Day
  readonly timezone: string
  /** the first change that is forecast after the as-of; null where the forecast ends before one */
  readonly forecast: When | null
}

const NONE: Lowering = {
  decisive: null,
  word: 'unmet',
  date: null,
  dayProgress: null,
  daysLeft: null,
  into: null,
  missing: [],
  to: null,
  overdue: false,
  unknown: false,
}

/**
 * Reads the transitions of a zone as one row. The lowering that decides is the first under approval, else the first
 * that is due, else the one that time allows first, else the first of the policy. `date` is when it takes effect, or
 * the earliest it may: as forecast, else by its own days alone, never before the day of the as-of.
 */
export function loweringOf(transitions: readonly TransitionAnswer[], at: ReadAt): Lowering {
  const decisive = decisiveOf(transitions)
  if (!decisive) return NONE
  const missing = missingOf(decisive.conditions)
  const word = wordOf(decisive, missing, at)
  const days = decisive.conditions.filter(isDays)
  const date = dateOf(decisive, word, at)
  return {
    decisive: decisive.id,
    word,
    date,
    dayProgress: progressOf(days),
    daysLeft: date === null ? null : Math.max(0, daysBetween(at.day, date.slice(0, 10))),
    into: decisive.into,
    missing,
    to: decisive.to,
    overdue:
      word === 'unmet' &&
      days.length > 0 &&
      days.every((one) => one.state === 'met') &&
      missing.some((one) => !settlesItself(one)),
    unknown: missing.some((one) => one.state === 'unknown'),
  }
}

function decisiveOf(transitions: readonly TransitionAnswer[]): TransitionAnswer | null {
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

/** Unmet, and met once time has passed or other zones have moved: nobody has to do anything in this one. */
export function settlesItself({ state, at, reason }: ConditionAnswer): boolean {
  return state === 'unmet' && (at !== null || OF_OTHERS.has(reason))
}

/** A condition that only counts days. */
function isDays({ figures }: ConditionAnswer): boolean {
  return 'left' in figures && typeof figures.of === 'number'
}

function wordOf(
  { state, approval }: TransitionAnswer,
  missing: readonly ConditionAnswer[],
  { asOf, timezone }: ReadAt,
): TransitionWord {
  if (state === 'due') return 'met'
  if (state !== 'approval' || !approval)
    return missing.length > 0 && missing.every(settlesItself) ? 'waiting' : 'unmet'
  if (approval.next !== null) return approval.next === 'assess' ? 'toAssess' : 'toApprove'
  const effect = approval.takesEffectAt === null ? null : readMoment(timezone, approval.takesEffectAt)
  return isSeenMoment(effect, asOf) ? 'executed' : 'approved'
}

function dateOf({ approval, eligibleAt }: TransitionAnswer, word: TransitionWord, at: ReadAt): When | null {
  if (word === 'approved' || word === 'executed') return approval?.takesEffectAt ?? eligibleAt
  if (word === 'met' || word === 'toAssess' || word === 'toApprove') return at.day
  if (at.forecast !== null) return at.forecast
  const eligible = eligibleAt === null ? null : readMoment(at.timezone, eligibleAt)
  return eligible === null ? null : eligible.at <= at.asOf ? at.day : eligibleAt
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

const WORDS: readonly TransitionWord[] = ['executed', 'approved', 'toApprove', 'toAssess', 'met']

/** By day of the change, what is decided before what waits, the stricter level, the id. Without a date last. */
export function byChange(a: SurveyZone, b: SurveyZone): number {
  const dayOf = (zone: SurveyZone): string => zone.date?.slice(0, 10) ?? '9999'
  const stepOf = ({ word }: SurveyZone): number => (WORDS.includes(word) ? WORDS.indexOf(word) : WORDS.length)
  const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
  return text(dayOf(a), dayOf(b)) || stepOf(a) - stepOf(b) || b.rank - a.rank || text(a.id, b.id)
}
