import { type AssessAnswer, assess, type Facts, readAsOf, type TransitionAnswer, type ZoneAnswer } from '#geo'
import { aFacts, aPack, aRound, aZone, SHANGHAI } from '../../../helpers/facts'

/** Facts of one zone `Z` under a published edition. */
export const under = (
  policy: string,
  { level, from, ...over }: Partial<Facts> & { level: string; from: string },
): Facts => aFacts({ pack: aPack({ policy }), zones: [aZone({ id: 'Z', level, from })], ...over })

export const at = (facts: Facts, asOf: string): AssessAnswer =>
  assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })

export const zone = (facts: Facts, asOf: string, id = 'Z'): ZoneAnswer =>
  at(facts, asOf).zones.find((one) => one.id === id)!

/** The forecast as `level from`, one a stay. */
export const lines = (facts: Facts, asOf: string, id = 'Z'): string[] =>
  zone(facts, asOf, id).forecast.map(
    ({ level, from, into }) => `${level} ${from}${into ? ` into ${into}` : ''}`,
  )

/** The transition of that id; throws where the zone has none. */
export function transition(facts: Facts, asOf: string, id: string): TransitionAnswer {
  const found = zone(facts, asOf).transitions.find((one) => one.id === id)
  if (!found) throw new RangeError(`no transition ${id}`)
  return found
}

/** Ids of the conditions that are not met, with their states. */
export const open = (answer: TransitionAnswer): string[] =>
  answer.conditions.filter(({ state }) => state !== 'met').map(({ id, state }) => `${id} ${state}`)

/** A finished negative round of everybody in `Z`. */
export const clean = (finishedAt: string) =>
  aRound({ zone: 'Z', round: finishedAt, startedAt: finishedAt.slice(0, 10), finishedAt })
