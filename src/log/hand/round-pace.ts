import {
  dueOf,
  type Facts,
  hierarchyOf,
  hoursToFinish,
  type Instant,
  type Pace,
  paceOf,
  type Round,
  roundNumber,
  type SampledAt,
} from '#geo'
import type { RowHistoryLine } from './row-history'

/** A round of a ground, how fast it goes and in which town it lies; null where it is not known or lies in several. */
export interface RoundPace {
  readonly round: Round
  readonly pace: Pace
  readonly hours: number | null
  readonly town: string | null
}

/** Figures that people told of each row, by the hour at which they stood; when it began nobody had been sampled. */
function figuresOf(round: Round, history: readonly RowHistoryLine[]): readonly SampledAt[] {
  const row = [round.zone ?? '', round.place ?? '', roundNumber(round.round)].join('|')
  const told = history.flatMap(({ list, kind, row: one, set, reversed }): SampledAt[] => {
    if (list !== 'rounds' || kind !== 'entered' || reversed || one !== row) return []
    const [at, sampled] = ['at', 'sampled'].map((name) => set.find(({ field }) => field === name)?.after)
    if (typeof sampled !== 'number' || typeof at !== 'object' || at === null || !('at' in at)) return []
    return [{ at: at.at, sampled }]
  })
  const { at, isDay } = round.startedAt
  return isDay || Number.isNaN(at) || told.length === 0 ? told : [{ at, sampled: 0 }, ...told]
}

/** Rounds that run at the instant, with the speed of the last two hours. */
export function roundPaces(
  facts: Facts & { readonly rowHistory: readonly RowHistoryLine[] },
  asOf: Instant,
): readonly RoundPace[] {
  const towns = townsOf(facts)
  return facts.rounds
    .filter(
      ({ startedAt, finishedAt }) => startedAt.at <= asOf && (finishedAt === null || finishedAt.at > asOf),
    )
    .map((round) => {
      const pace = paceOf(figuresOf(round, facts.rowHistory), { due: dueOf(round), asOf })
      return { round, pace, hours: hoursToFinish([pace]), town: towns(round) }
    })
}

/** The one town in which the ground of a round lies. */
function townsOf({ places, zones }: Facts): (round: Round) => string | null {
  const hierarchy = hierarchyOf(places)
  return ({ zone, place }) => {
    const ground = place === null ? (zones.findLast(({ id }) => id === zone)?.members ?? []) : [place]
    const towns = new Set(ground.map((code) => hierarchy.townOf(code)))
    return towns.size === 1 ? [...towns][0]! : null
  }
}

/** Hours until the running rounds of each town are over; of those that lie in no one town it is not known whose they are. */
export function hoursByTown(
  paces: readonly RoundPace[],
): readonly { town: string | null; hours: number | null }[] {
  const byTown = new Map<string | null, Pace[]>()
  for (const { town, pace } of paces) byTown.set(town, [...(byTown.get(town) ?? []), pace])
  return Array.from(byTown, ([town, parts]) => ({ town, hours: town === null ? null : hoursToFinish(parts) }))
}
