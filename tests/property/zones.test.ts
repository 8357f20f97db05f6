import { expect, test } from 'vitest'
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
import { SHANGHAI } from '../helpers/facts'
import { factsOf, type Rows, randomRows } from '../helpers/random-zones'
import { seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)
const AFTER_ALL = '2022-05-20'
const on = (day: string): number => startOfDay(SHANGHAI, day)
const at = (facts: Facts, day: string): AssessAnswer => assess(facts, { asOf: on(day) })

/** Leaves by zone, transition and place in the document. */
function leaves(answer: AssessAnswer): Map<string, string> {
  return new Map(
    answer.zones.flatMap((zone) =>
      zone.transitions.flatMap((one) =>
        one.conditions.map((leaf, i): [string, string] => [
          `${zone.id} ${one.id} ${i} ${leaf.id}`,
          leaf.state,
        ]),
      ),
    ),
  )
}

const LISTS: Partial<Record<ListName, keyof Rows>> = {
  cases: 'cases',
  contacts: 'contacts',
  rounds: 'rounds',
  facts: 'statedFacts',
}

test('Z11 removing knowledge never turns unknown into met', () => {
  let unknowns = 0
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    for (const [list, key] of Object.entries(LISTS) as [ListName, keyof Rows][]) {
      const before = leaves(at(factsOf(rows), AFTER_ALL))
      const stated = new Set([...rows.stated].filter((one) => one !== list))
      const after = leaves(at(factsOf({ ...rows, [key]: [], stated }), AFTER_ALL))
      for (const [leaf, state] of before)
        if (state === 'unknown') {
          unknowns++
          expect(after.get(leaf), `seed ${seed}, without ${list}: ${leaf}`).not.toBe('met')
        }
    }
  }
  expect(unknowns).toBeGreaterThan(50)
})

test('Z11 what a round or a flag leaves out is never met by leaving out more', () => {
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const before = leaves(at(factsOf(rows), AFTER_ALL))
    const blank = rows.rounds.map((round) => ({ ...round, listed: null, result: null, resulted: null }))
    const after = leaves(at(factsOf({ ...rows, rounds: blank }), AFTER_ALL))
    for (const [leaf, state] of before)
      if (state !== 'met') expect(after.get(leaf), `seed ${seed}: ${leaf}`).not.toBe('met')
  }
})

test('Z11 what is not told of a contact lets no zone go that it held', () => {
  let held = 0
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const contacts = rows.contacts.map((row) => ({ ...row, transferredAt: null }))
    const before = leaves(at(factsOf({ ...rows, contacts }), AFTER_ALL))
    const blank = contacts.map((row) => ({ ...row, exposedAt: null }))
    const after = leaves(at(factsOf({ ...rows, contacts: blank }), AFTER_ALL))
    for (const [leaf, state] of before)
      if (state !== 'met') {
        if (after.get(leaf) !== state) held++
        expect(after.get(leaf), `seed ${seed}: ${leaf}`).not.toBe('met')
      }
  }
  expect(held).toBeGreaterThan(5)
})

/** When the zone ends: released, or lowered into the one around it. */
function endOf(answer: AssessAnswer, id: string): number {
  const zone = answer.zones.find((one) => one.id === id)!
  const end = zone.forecast.find((one) => one.into !== null || one.level === 'normal')
  return end ? readMoment(SHANGHAI, end.from)!.at : Number.POSITIVE_INFINITY
}

test('Z12 adding a case never makes an earlier release', () => {
  let later = 0
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const random = seeded(seed + 1000).next
    const zone = rows.zones[Math.floor(random() * rows.zones.length)]!.id
    const reportedAt = addDays('2022-05-03', Math.floor(random() * 16))
    const before = at(factsOf(rows), AFTER_ALL)
    const after = at(factsOf({ ...rows, cases: [...rows.cases, { zone, reportedAt }] }), AFTER_ALL)
    const [then, now] = [endOf(before, zone), endOf(after, zone)]
    expect(now, `seed ${seed}: ${zone} with a case on ${reportedAt}`).toBeGreaterThanOrEqual(then)
    if (now > then) later++
  }
  expect(later).toBeGreaterThan(3)
})

const lines = (answer: AssessAnswer) =>
  Object.fromEntries(
    answer.zones.map((zone) => [
      zone.id,
      zone.forecast.map(({ level, from, into }) => ({ level, from, into })),
    ]),
  )

test('Z13 with nothing new the forecast says the same on every later day', () => {
  for (const seed of SEEDS) {
    const facts = factsOf(randomRows(seed))
    const first = lines(at(facts, AFTER_ALL))
    for (const days of [1, 2, 5, 9, 30])
      expect(lines(at(facts, addDays(AFTER_ALL, days))), `seed ${seed}, ${days} days on`).toEqual(first)
  }
})

test('Z13 writing down each move on its day leads where the forecast said', () => {
  let moved = 0
  for (const seed of SEEDS.slice(0, 30)) {
    const rows = randomRows(seed)
    const foretold = lines(at(factsOf(rows), AFTER_ALL))
    let zones: ZoneStay[] = [...rows.zones]
    const told = new Map(rows.zones.map((zone) => [zone.id, foretold[zone.id]!.slice(0, 1)]))
    for (let day = AFTER_ALL; day < '2022-06-20'; day = addDays(day, 1)) {
      const answer = at(factsOf({ ...rows, zones }), day)
      for (const zone of answer.zones)
        for (const { level, from, into, recorded } of zone.forecast) {
          const moment = readMoment(SHANGHAI, from)!
          if (recorded || moment.at > on(day)) continue
          told.get(zone.id)!.push({ level, from, into })
          zones = written(zones, { id: zone.id, level, moment, into })
          moved++
        }
    }
    expect(Object.fromEntries(told), `seed ${seed}`).toEqual(foretold)
  }
  expect(moved).toBeGreaterThan(20)
})

function written(
  zones: readonly ZoneStay[],
  move: { id: string; level: string; moment: ZoneStay['from']; into: string | null },
): ZoneStay[] {
  const last = zones.findLast((stay) => stay.id === move.id)!
  const closed = zones.map((stay) => (stay === last ? { ...stay, to: move.moment } : stay))
  return move.into === null
    ? [...closed, { ...last, level: move.level, from: move.moment, to: null }]
    : closed
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}

/** Without the numbers of rows, which a shuffle of the file changes. */
const plain = (answer: AssessAnswer): string =>
  JSON.stringify(answer, (key, value: unknown) => (key === 'evidence' || key === 'round' ? undefined : value))

test('Z14 answers do not depend on the order of events', () => {
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const random = seeded(seed + 2000).next
    const mixed: Rows = {
      ...rows,
      zones: shuffled(rows.zones, random),
      cases: shuffled(rows.cases, random),
      contacts: shuffled(rows.contacts, random),
      rounds: shuffled(rows.rounds, random),
      statedFacts: shuffled(rows.statedFacts, random),
    }
    expect(plain(at(factsOf(mixed), '2022-05-15')), `seed ${seed}`).toBe(
      plain(at(factsOf(rows), '2022-05-15')),
    )
  }
})

test('Z14 answers do not depend on the time zone of the machine', () => {
  const before = process.env.TZ
  const facts = factsOf(randomRows(7))
  const answers = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((zone) => {
    process.env.TZ = zone
    return [new Date(2022, 0, 1).getTimezoneOffset(), JSON.stringify(at(facts, '2022-05-15'))]
  })
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  expect(new Set(answers.map(([offset]) => offset)).size).toBe(3)
  expect(new Set(answers.map(([, answer]) => answer)).size).toBe(1)
})
