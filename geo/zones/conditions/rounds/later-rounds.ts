import type { Moment } from '../../../time/calendar'
import type { RoundFigures } from '../../record/record'
import { mayBeOneNumber } from '../../record/round-numbers'
import type { Asked } from '../asked'

/** A completed round and what the demand makes of it. */
export interface Judged {
  readonly round: RoundFigures
  readonly finishedAt: Moment
  /** null: good; else why not, a positive before all */
  readonly fault: string | null
  /** positive: what is wrong with it besides */
  readonly also: string | null
  /** the fault is that something is not known */
  readonly doubtful: boolean
  /** when it is too old to count */
  readonly lapse: Moment | null
}

interface Beaten {
  readonly round: RoundFigures
  readonly reason: string
}

/**
 * The last round for the same people, or for some of them, that is positive, has results open or is not over: whatever
 * was found before it began says nothing of them any more. An area-wide round under way that has found nothing takes
 * nothing from the zone's own. Null where there is none.
 */
export function beatenBy(asked: Asked, judged: readonly Judged[]): Beaten | null {
  const done = judged.flatMap(({ round, fault }) =>
    fault === 'round-positive' || fault === 'round-pending' ? { round, reason: fault } : [],
  )
  const { rounds, partialRounds = [] } = asked.record
  const running = [...rounds, ...partialRounds]
    .filter((round) => !isOver(round, asked) && round.startedAt.at <= asked.seen && !isAreaWideOnly(round))
    .map((round) => ({ round, reason: round.result === 'positive' ? 'round-positive' : 'round-running' }))
  return [...done, ...running].reduce<Beaten | null>(
    (last, one) => (last && !isAfter(one.round, last.round) ? last : one),
    null,
  )
}

const isAreaWideOnly = ({ isAreaWide, result }: RoundFigures): boolean => isAreaWide && result !== 'positive'

const isOver = ({ finishedAt }: RoundFigures, { seen }: Asked): boolean =>
  finishedAt !== null && finishedAt.at <= seen

/** Whether the round began later; of two that began together, whether it ended later. */
export function isAfter(one: RoundFigures, other: RoundFigures): boolean {
  if (one.startedAt.at !== other.startedAt.at) return one.startedAt.at > other.startedAt.at
  return (one.finishedAt?.at ?? Number.POSITIVE_INFINITY) > (other.finishedAt?.at ?? Number.POSITIVE_INFINITY)
}

/**
 * Why so many good rounds are not enough to be sure: one that is no earlier and over does not say what it found, or a
 * part of the zone was not sampled whole in one that its own row calls whole. Null where nothing is in doubt.
 */
export function doubtOver(
  good: readonly Judged[],
  { min, judged, parts }: { min: number; judged: readonly Judged[]; parts: readonly Judged[] },
): string | null {
  if (good.length < min) return null
  const unsaid = [...judged, ...parts].filter(({ round }) => isUnsaid(round))
  const sure = good.filter(
    ({ round }) =>
      unsaid.every((one) => isAfter(round, one.round)) && !parts.some((part) => isShortOf(part, round)),
  )
  if (sure.length >= min) return null
  return unsaid.length > 0 ? 'result-unknown' : 'coverage-unknown'
}

const isUnsaid = ({ result, positivePeople }: RoundFigures): boolean =>
  result === null && (positivePeople ?? 0) === 0

function isShortOf({ round: part, fault }: Judged, whole: RoundFigures): boolean {
  if (fault !== 'round-incomplete' && fault !== 'coverage-unknown') return false
  return mayBeOneNumber(part, whole) && part.startedAt.at <= (whole.finishedAt?.at ?? part.startedAt.at)
}
