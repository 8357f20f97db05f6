import { expect, test } from 'vitest'
import { type AssessAnswer, assess, type Facts, type Ruling, startOfDay } from '#geo'
import { aFact, aRound, SHANGHAI } from '../helpers/facts'
import { factsOf, type Rows, randomRows } from '../helpers/random-zones'

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1)
const DAYS = ['2022-05-16', '2022-05-22']

const at = (facts: Facts, day: string): AssessAnswer => assess(facts, { asOf: startOfDay(SHANGHAI, day) })

/** Lowerings that may happen. */
const due = ({ zones }: AssessAnswer): string[] =>
  zones.flatMap(({ id, transitions }) =>
    transitions
      .filter(({ kind, state }) => (kind === 'release' || kind === 'downgrade') && state === 'due')
      .map((one) => `${id} ${one.id}`),
  )

/** Every way of leaving out where one row belongs or when it was, and of adding one of which neither is known. */
function* spoilt(rows: Rows): Generator<readonly [string, Rows]> {
  for (const [i, row] of rows.cases.entries()) {
    yield [`case ${i} without zone`, { ...rows, cases: rows.cases.with(i, { ...row, zone: null }) }]
    yield [
      `case ${i} at 0, 0`,
      { ...rows, cases: rows.cases.with(i, { ...row, zone: null, lng: 0, lat: 0 }) },
    ]
    yield [`case ${i} of an unknown zone`, { ...rows, cases: rows.cases.with(i, { ...row, zone: '九区' }) }]
    yield [`case ${i} without time`, { ...rows, cases: rows.cases.with(i, { ...row, reportedAt: null }) }]
    yield [`case ${i} of 1922`, { ...rows, cases: rows.cases.with(i, { ...row, reportedAt: '1922-05-10' }) }]
  }
  for (const [i, row] of rows.contacts.entries()) {
    yield [`contact ${i} without zone`, { ...rows, contacts: rows.contacts.with(i, { ...row, zone: null }) }]
    yield [
      `contact ${i} without time`,
      { ...rows, contacts: rows.contacts.with(i, { ...row, exposedAt: null }) },
    ]
  }
  for (const [i, row] of rows.rounds.entries())
    yield [`round ${i} without zone`, { ...rows, rounds: rows.rounds.with(i, { ...row, zone: null }) }]
  for (const [i, row] of rows.statedFacts.entries())
    yield [
      `fact ${i} without zone`,
      { ...rows, statedFacts: rows.statedFacts.with(i, { ...row, zone: null }) },
    ]
  yield ['a case more', { ...rows, cases: [...rows.cases, { id: 'x', reportedAt: '2022-05-15' }] }]
  yield ['a case more without time', { ...rows, cases: [...rows.cases, { id: 'x' }] }]
  yield ['a contact more', { ...rows, contacts: [...rows.contacts, { id: 'x', exposedAt: '2022-05-15' }] }]
  const positive = aRound({ zone: '九区', round: '99', finishedAt: '2022-05-15', result: 'positive' })
  yield ['a positive round more', { ...rows, rounds: [...rows.rounds, positive] }]
  const found = aFact({ at: '2022-05-15', fact: 'anyEnvironmentPositive' })
  yield ['a fact more', { ...rows, statedFacts: [...rows.statedFacts, found] }]
}

test('Z55 leaving out where or when a row was, or adding one that nobody can place, never makes a lowering due', () => {
  let [tried, dueBefore, held] = [0, 0, 0]
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const before = DAYS.map((day) => new Set(due(at(factsOf(rows), day))))
    if (before.some(({ size }) => size > 0)) dueBefore++
    for (const [what, other] of spoilt(rows))
      for (const [i, day] of DAYS.entries()) {
        const after = at(factsOf(other), day)
        tried++
        if (after.unplaced!.some(({ holds }) => holds.length > 0)) held++
        for (const one of due(after))
          expect(before[i]!.has(one), `seed ${seed}, ${what}, ${day}: ${one}`).toBe(true)
      }
  }
  expect(dueBefore / SEEDS.length).toBeGreaterThan(0.2)
  expect(held / tried).toBeGreaterThan(0.05)
})

test('Z55 each row holds what it holds alone, and a ruling frees just that', () => {
  for (const seed of SEEDS) {
    const rows = { ...randomRows(seed) }
    const facts = factsOf({ ...rows, cases: [...rows.cases, { id: 'x', reportedAt: '2022-05-15' }] })
    const row = rows.cases.length + 1
    const ruling: Ruling = {
      ...({ list: 'cases', file: 'cases.csv', row, kind: 'notInAnyZone', of: null, by: '王' } as const),
      ...{ role: 'epidemiologist', reason: '核实', at: 0, event: 'e' },
    }
    for (const day of DAYS) {
      const freed = at({ ...facts, rulings: [ruling] }, day)
      expect(due(freed), `seed ${seed}, ${day}`).toEqual(due(at(factsOf(rows), day)))
      expect(freed.unplaced).toMatchObject([{ id: 'x', holds: [], ruledOut: { by: '王' } }])
    }
  }
})
