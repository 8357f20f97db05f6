import {
  type Facts,
  formatInstant,
  type Instant,
  largest,
  type Round,
  roundNumber,
  type SurveyZone,
} from '#geo'
import { knownShares } from '../../../i18n/ground-figures'
import type { RoundRecord } from '../../../log/hand/hand-body'
import { countTyped, momentTyped } from './as-typed'
import type { CaseFields } from './hand-form'

/** What the form that opens a round holds, as its fields have it; zone `''` stands for another place. */
export interface RoundFields {
  zone: string
  place: CaseFields['place']
  round: string
  startedAt: string
  /** as typed; null while it follows from the population */
  listed: string | null
  excused: string
  method: string | null
}

/** The next number of the ground: one more than the highest, the first of a ground without any. */
export function nextRound({ rounds }: Pick<Facts, 'rounds'>, zone: string): string {
  const numbers = rounds.flatMap((one) => {
    const number = one.zone === zone ? Number(/\d+$/.exec(roundNumber(one.round))?.[0]) : Number.NaN
    return Number.isNaN(number) ? [] : [number]
  })
  return String(largest([0, ...numbers]) + 1)
}

/** People of a zone of whom all is known; nothing where some are not. */
export const listedIn = (zone: SurveyZone | null): string =>
  zone && zone.people !== null && knownShares(zone).people === 1 ? String(Math.round(zone.people)) : ''

/** The record of a round that is opened: nobody is sampled yet. */
export function openedRound(
  fields: RoundFields,
  { listed, timezone }: { readonly listed: string; readonly timezone: string },
): RoundRecord {
  return {
    zone: fields.zone || null,
    place: fields.zone ? null : (fields.place?.code ?? null),
    round: fields.round.trim(),
    ...{ scope: null, method: fields.method, finishedAt: null, sent: null, resulted: null },
    startedAt: momentTyped(timezone, fields.startedAt) ?? '',
    listed: countTyped(fields.listed ?? listed),
    excused: countTyped(fields.excused),
    ...{ sampled: null, positiveTubes: null, positivePeople: null, result: null },
  }
}

/** New figures of a round as typed; an empty field keeps what stands. */
export interface Figures {
  sampled: string
  resulted: string
  positiveTubes: string
  positivePeople: string
}
export const FIGURES = ['sampled', 'resulted', 'positiveTubes', 'positivePeople'] as const

export const figuresNow = (round: Round): Figures => ({
  sampled: String(round.sampled ?? ''),
  resulted: String(round.resulted ?? ''),
  positiveTubes: String(round.positiveTubes ?? ''),
  positivePeople: String(round.positivePeople ?? ''),
})

/** What is new of the round; closed it has its end and its result. */
export function newsOf(
  figures: Figures,
  closed: {
    readonly at: Instant
    readonly timezone: string
    readonly result: 'negative' | 'positive'
  } | null,
): Partial<RoundRecord> {
  const counts = Object.fromEntries(FIGURES.map((name) => [name, countTyped(figures[name])]))
  if (!closed) return counts
  return { ...counts, finishedAt: formatInstant(closed.timezone, closed.at), result: closed.result }
}

export const roundKey = ({ zone, place, round }: Pick<Round, 'zone' | 'place' | 'round'>): string =>
  `${zone ?? ''}|${place ?? ''}|${round}`
