import { describe, expect, test } from 'vitest'
import {
  type AssessAnswer,
  addDays,
  assess,
  type Facts,
  type ListName,
  readMoment,
  startOfDay,
  type ZoneStay,
} from '#geo'
import { settingOf } from '../../geo/zones/moves/setting'
import { World } from '../../geo/zones/moves/world'
import { policiesOf } from '../../geo/zones/policy/policies-of'
import { SHANGHAI } from '../helpers/facts'
import { type EditionRows, editionFacts, editionRows, MOVING } from '../helpers/random-editions'
import { seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 8 }, (_, i) => i + 1)
const AFTER_ALL = '2022-05-20'
const on = (day: string): number => startOfDay(SHANGHAI, day)
const at = (facts: Facts, day: string): AssessAnswer => assess(facts, { asOf: on(day) })
const each = MOVING.map((policy) => [policy.id, policy] as const)

const lines = (answer: AssessAnswer) =>
  Object.fromEntries(
    answer.zones.map(({ id, forecast }) => [
      id,
      forecast.map(({ level, from, into }) => ({ level, from, into })),
    ]),
  )

/** When the zone ends by the forecast: at its lowest level, or in another one. */
function endOf(answer: AssessAnswer, id: string, lowest: string): number {
  const end = answer.zones
    .find((one) => one.id === id)!
    .forecast.find(({ level, into }) => into !== null || level === lowest)
  return end ? readMoment(SHANGHAI, end.from)!.at : Number.POSITIVE_INFINITY
}

const leaves = (answer: AssessAnswer): Map<string, string> =>
  new Map(
    answer.zones.flatMap((zone) =>
      zone.transitions.flatMap((one) =>
        one.conditions.map((leaf, i): [string, string] => [
          `${zone.id} ${one.id} ${i} ${leaf.id}`,
          leaf.state,
        ]),
      ),
    ),
  )

describe.each(each)('%s', (_id, policy) => {
  test('Z11 removing knowledge never turns unknown into met', () => {
    const lists: readonly [ListName, keyof EditionRows][] = [
      ['cases', 'cases'],
      ['contacts', 'contacts'],
      ['rounds', 'rounds'],
      ['facts', 'statedFacts'],
      ['metrics', 'metrics'],
    ]
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const before = leaves(at(editionFacts(rows), AFTER_ALL))
      for (const [list, key] of lists) {
        const stated = new Set([...rows.stated].filter((one) => one !== list))
        const after = leaves(at(editionFacts({ ...rows, [key]: [], stated }), AFTER_ALL))
        for (const [leaf, state] of before)
          if (state === 'unknown')
            expect(after.get(leaf), `seed ${seed}, without ${list}: ${leaf}`).not.toBe('met')
      }
    }
  })

  test('Z12 adding a case never makes an earlier release', () => {
    const lowest = policy.levels.reduce((a, b) => (b.rank < a.rank ? b : a)).id
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const random = seeded(seed + 1000).next
      const zone = rows.zones[Math.floor(random() * rows.zones.length)]!.id
      const reportedAt = addDays('2022-05-03', Math.floor(random() * 16))
      const drawnFor = rows.zones.map(({ id }) => ({ id: `for ${id}`, zone: id, reportedAt: '2022-05-01' }))
      const known = [...rows.cases, ...drawnFor]
      const before = at(editionFacts({ ...rows, cases: known }), AFTER_ALL)
      const more = [...known, { id: 'more', zone, reportedAt }]
      const after = at(editionFacts({ ...rows, cases: more }), AFTER_ALL)
      expect(endOf(after, zone, lowest), `seed ${seed}: ${zone}, ${reportedAt}`).toBeGreaterThanOrEqual(
        endOf(before, zone, lowest),
      )
    }
  })

  test('Z13 with nothing new the forecast says the same on every later day', () => {
    for (const seed of SEEDS) {
      const facts = editionFacts(editionRows(policy, seed))
      const first = lines(at(facts, AFTER_ALL))
      for (const days of [1, 3, 8, 30])
        expect(lines(at(facts, addDays(AFTER_ALL, days))), `seed ${seed}, ${days} days on`).toEqual(first)
    }
  })

  test('Z28 an edition that extends it and changes nothing gives the same answers', () => {
    const same = { id: 'same', extends: policy.id }
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const mine = at(editionFacts({ ...rows, policy: 'same' }, { policies: [same] }), '2022-05-12')
      const own = at(editionFacts(rows), '2022-05-12')
      const plain = (answer: AssessAnswer) =>
        JSON.stringify(answer, (key, value: unknown) => (key === 'policy' ? undefined : value))
      expect(plain(mine), `seed ${seed}`).toBe(plain(own))
      const asked = assess(editionFacts(rows, { policies: [same] }), {
        asOf: on('2022-05-12'),
        policy: 'same',
      })
      expect(plain(asked), `seed ${seed}, asked for`).toBe(plain(own))
    }
  })

  test('Z14 answers depend neither on the order of rows nor on the machine', () => {
    const before = process.env.TZ
    const plain = (answer: AssessAnswer): string =>
      JSON.stringify(answer, (key, value: unknown) =>
        key === 'evidence' || key === 'round' ? undefined : value,
      )
    for (const seed of SEEDS.slice(0, 3)) {
      const rows = editionRows(policy, seed)
      const back: EditionRows = {
        ...rows,
        zones: rows.zones.toReversed(),
        cases: rows.cases.toReversed(),
        contacts: rows.contacts.toReversed(),
        rounds: rows.rounds.toReversed(),
        statedFacts: rows.statedFacts.toReversed(),
        metrics: rows.metrics.toReversed(),
      }
      process.env.TZ = 'Pacific/Kiritimati'
      const first = plain(at(editionFacts(rows), '2022-05-15'))
      process.env.TZ = 'America/Los_Angeles'
      expect(plain(at(editionFacts(back), '2022-05-15')), `seed ${seed}`).toBe(first)
    }
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
})

/** The zones after every move of the forecast up to there, each written down as a person would. */
function written(
  zones: readonly ZoneStay[],
  answer: AssessAnswer,
): { readonly day: number; readonly zones: ZoneStay[] }[] {
  const moves = answer.zones
    .flatMap(({ id, forecast }) =>
      forecast
        .filter(({ recorded }) => !recorded)
        .map((one) => ({ id, ...one, moment: readMoment(SHANGHAI, one.from)! })),
    )
    .sort((a, b) => a.moment.at - b.moment.at)
  let now = [...zones]
  return moves.map(({ id, level, into, moment }) => {
    const last = now.findLast((stay) => stay.id === id)!
    const closed = now.map((stay) => (stay === last ? { ...stay, to: moment } : stay))
    now = into === null ? [...closed, { ...last, level, from: moment, to: null }] : closed
    return { day: moment.at + (moment.isDay ? 1 : 0), zones: now }
  })
}

/** What stands when everything of one instant has been written down. */
const settled = <Step extends { readonly day: number }>(steps: readonly Step[]): Step[] =>
  steps.filter((step, i) => step.day !== steps[i + 1]?.day)

test('Z27 after every move of every forecast no zone stands between stricter ones that did not before', () => {
  let moves = 0
  for (const policy of MOVING)
    for (const seed of SEEDS) {
      const rows = editionRows(policy, seed)
      const between = (zones: readonly ZoneStay[], asOf: number): string[] => {
        const facts = editionFacts(rows, { zones })
        const world = World.recorded(settingOf(facts, asOf, policiesOf(facts)), asOf)
        return [...world.standings.values()]
          .filter((one) => !one.over && (world.weakestAround(one.id)?.rank ?? 0) > one.rank)
          .map((one) => one.id)
      }
      const allowed = new Set(between(rows.zones, on(AFTER_ALL)))
      for (const { day, zones } of settled(written(rows.zones, at(editionFacts(rows), AFTER_ALL)))) {
        moves++
        const left = between(zones, day).filter((id) => !allowed.has(id))
        expect(left, `${policy.id}, seed ${seed}`).toEqual([])
      }
    }
  expect(moves).toBeGreaterThan(50)
})
