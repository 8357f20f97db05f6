import { expect, test } from 'vitest'
import {
  type AssessAnswer,
  addDays,
  assess,
  executeOrders,
  type Facts,
  type Policy,
  policiesOf,
  readMoment,
  startOfDay,
  type TransitionStep,
} from '#geo'
import { aStep, SHANGHAI } from '../helpers/facts'
import { type EditionRows, editionFacts, editionRows, MOVING } from '../helpers/random-editions'
import { seeded } from '../helpers/seeded'

const AFTER_ALL = startOfDay(SHANGHAI, '2022-05-20')
const SEEDS = [3, 4, 6]
/** Editions in which a case makes a zone stricter. */
const RAISING = MOVING.filter(({ transitions = [] }) =>
  transitions.some(({ kind, on, optional }) => kind === 'upgrade' && on && !optional),
)

/** Most zones are being approved for a lowering of their level, most of these for an hour that lies ahead. */
function stepsOf(policy: Policy, { zones }: EditionRows, seed: number): TransitionStep[] {
  const random = seeded(seed * 31 + 7)
  return zones.flatMap(({ id, level }) => {
    const ways = policy.transitions!.filter(
      ({ from, kind, approval }) =>
        approval && (kind === 'release' || kind === 'downgrade') && [from].flat().includes(level),
    )
    if (ways.length === 0 || !random.chance(0.85)) return []
    const { id: transition, approval } = ways[random.between(0, ways.length - 1)]!
    const chain = policy.approvals![approval!]!
    const day = addDays('2022-05-01', random.between(12, 18))
    const takesEffectAt = random.chance(0.9) ? `2022-05-${random.between(20, 25)}T18:00` : null
    const given = random.chance(0.8) ? chain : chain.slice(0, 1)
    return given.map(({ step }, i) =>
      aStep({
        ...{ zone: id, transition, step, at: `${day}T1${i}:10` },
        ...(i === chain.length - 1 ? { takesEffectAt } : {}),
        origin: { file: 'transitions.csv', row: i + 1, knownAt: null },
      }),
    )
  })
}

type Lines = Record<string, readonly { readonly level: string; readonly from: string }[]>
const lines = (answer: AssessAnswer): Lines =>
  Object.fromEntries(
    answer.zones.map(({ id, forecast }) => [
      id,
      forecast.map(({ level, from, into }) => ({ level, from, into })),
    ]),
  )

/** The forecast as it would be later; a zone whose forecast has ended by then is none any more. */
function without(first: Lines, ended: (line: Lines[string]) => boolean, later: Lines): Lines {
  const gone = Object.entries(first).filter(([id, line]) => !later[id] && ended(line))
  return { ...Object.fromEntries(gone), ...later }
}

test('Z13 where raises were not drawn and orders lie ahead, the forecast says the same at every date it gives', () => {
  let ahead = 0
  let carriedOut = 0
  for (const policy of RAISING)
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const stated = new Set([...rows.stated, 'transitions'] as const)
      const plain: Facts = editionFacts(rows, { steps: stepsOf(policy, rows, seed), stated })
      const { zones, orders } = executeOrders(plain, policiesOf(plain))
      const facts = { ...plain, zones }
      carriedOut += orders.length
      const first = lines(assess(facts, { asOf: AFTER_ALL }))
      const instants = Object.values(first)
        .flat()
        .map(({ from }) => readMoment(SHANGHAI, from)!.at)
        .filter((at) => at > AFTER_ALL)
      ahead += instants.length
      for (const at of new Set(instants.flatMap((one) => [one, one + 1]))) {
        const isEnd = (line: Lines[string]): boolean =>
          line.length > 1 && readMoment(SHANGHAI, line.at(-1)!.from)!.at <= at
        const later = without(first, isEnd, lines(assess(facts, { asOf: at })))
        expect(later, `${policy.id}, seed ${seed}, ${new Date(at).toISOString()}`).toEqual(first)
      }
    }
  expect(ahead).toBeGreaterThan(30)
  expect(carriedOut).toBeGreaterThan(10)
})
