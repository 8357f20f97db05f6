import { type Facts, type Round, readMoment, roundNumber } from '#geo'
import { type HandFault, type SaidAt, timeFault, wordsFault, zoneOrPlaceFault } from './field-faults'
import type { HandBody, RoundRecord } from './hand-body'

type Reported = Extract<HandBody, { type: 'round.reported@1' }>

const COUNTS = [
  ...(['listed', 'excused', 'sampled', 'sent', 'resulted'] as const),
  ...(['positiveTubes', 'positivePeople'] as const),
] as const

/** The first thing that is missing or cannot be of a round, in the order of its fields. */
export function roundFault({ at, round }: Reported, said: SaidAt): HandFault | null {
  return (
    zoneOrPlaceFault(round, said) ??
    numberFault(round) ??
    timeFault('startedAt', round.startedAt, said) ??
    countFault(round) ??
    figureFault(round, said.facts) ??
    timeFault('at', at, said) ??
    closingFault(round, said)
  )
}

function numberFault({ round, scope }: RoundRecord): HandFault | null {
  if (round.trim() === '') return { field: 'round', code: 'no-round' }
  return wordsFault('round', round) ?? wordsFault('scope', scope)
}

function countFault(round: RoundRecord): HandFault | null {
  const field = COUNTS.find((name) => {
    const value = round[name]
    return value !== null && !(Number.isSafeInteger(value) && value >= 0)
  })
  return field ? { field, code: 'no-whole-number' } : null
}

/** Figures of one round that contradict each other, or what stands of it. */
function figureFault(round: RoundRecord, facts: Facts): HandFault | null {
  const { listed, excused, sampled, resulted } = round
  if (listed !== null && (excused ?? 0) > listed) return { field: 'excused', code: 'more-than-listed' }
  if (listed !== null && (sampled ?? 0) > listed) return { field: 'sampled', code: 'more-than-listed' }
  if (resulted !== null && resulted > (sampled ?? resulted))
    return { field: 'resulted', code: 'more-than-sampled' }
  const stands = standingRound(round, facts)
  for (const field of ['sampled', 'resulted'] as const)
    if ((round[field] ?? 0) < (stands?.[field] ?? 0)) return { field, code: 'fewer-than-before' }
  return null
}

/** The row of that ground and number as it stands; null where none does. */
export const standingRound = (
  { zone, place, round }: Pick<RoundRecord, 'zone' | 'place' | 'round'>,
  { rounds }: Pick<Facts, 'rounds'>,
): Round | null =>
  rounds.find(
    (one) => one.zone === zone && one.place === place && roundNumber(one.round) === roundNumber(round),
  ) ?? null

/**
 * A round is closed after it began. It is negative only where it is known of whom: somebody listed who is not excused,
 * and a result of all who were sampled.
 */
function closingFault(round: RoundRecord, said: SaidAt): HandFault | null {
  const { finishedAt, startedAt, listed, excused, sampled, resulted, result } = round
  if (finishedAt === null) return null
  const untimely = timeFault('finishedAt', finishedAt, said)
  if (untimely) return untimely
  const { timezone } = said.facts.pack
  if (readMoment(timezone, finishedAt)!.at < readMoment(timezone, startedAt)!.at)
    return { field: 'finishedAt', code: 'before-start' }
  if (result !== 'negative') return null
  if (listed === null) return { field: 'listed', code: 'no-listed' }
  if (listed - (excused ?? 0) <= 0) return { field: 'excused', code: 'all-excused' }
  if (sampled === null) return { field: 'sampled', code: 'no-whole-number' }
  return resulted === sampled ? null : { field: 'resulted', code: 'not-resulted' }
}
