import { formatInstant, formatMoment, type Instant, type Round } from '#geo'
import type { HandBody, RoundRecord } from '../../log/hand/hand-body'
import { handVerb } from './writing'

export type RoundReported = Extract<HandBody, { type: 'round.reported@1' }>

/** A round of tests is opened, has new figures, or is closed. */
export const reportRound = handVerb<RoundReported>({ id: 'round.report', label: 'hand.verb.round' })

interface When {
  readonly at: Instant
  readonly timezone: string
}

/** A round as it stands, with what is new of it at an instant. */
export function roundOf(round: Round, news: Partial<RoundRecord>, { at, timezone }: When): RoundReported {
  const { zone, place, round: number, scope, method, startedAt, finishedAt } = round
  const { listed, excused, sampled, sent, resulted, positiveTubes, positivePeople, result } = round
  return {
    type: 'round.reported@1',
    at: formatInstant(timezone, at),
    round: {
      ...{ zone, place, round: number, scope, method, startedAt: formatMoment(timezone, startedAt) },
      ...{
        finishedAt: finishedAt && formatMoment(timezone, finishedAt),
        listed,
        excused,
        sampled,
        sent,
        resulted,
      },
      ...{ positiveTubes, positivePeople, result, ...news },
    },
  }
}
