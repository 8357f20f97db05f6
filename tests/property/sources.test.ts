import { expect, test } from 'vitest'
import {
  type AssessAnswer,
  assess,
  boundsOf,
  type Facts,
  type ListName,
  type ListSource,
  startOfDay,
} from '#geo'
import { aFact, aPack, aPlace, box, cases, contacts, SHANGHAI } from '../helpers/facts'
import { factsOf, type Rows, randomRows } from '../helpers/random-zones'

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1)
const [DAY, LATER] = ['2022-05-16', '2022-05-22']
const LISTS = ['cases', 'contacts', 'facts'] as const

/** Two towns, on the border of which one of the zones may lie. */
const places = [
  aPlace({ code: 'D', kind: 'district' }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(120.9, 30.9, 121.15, 31.2) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', shape: box(121.15, 30.9, 121.9, 31.2) }),
]

/** A file a zone and list; each list is complete until the day asked about. */
function told(rows: Rows, over: Partial<Facts> = {}): Facts {
  const facts = factsOf(rows)
  const stated = LISTS.map((list) => aFact({ fact: `asOf.${list}`, at: DAY, place: null }))
  const fileOf = ({ zone }: { readonly zone?: string | null }): string => `${zone}.csv`
  return {
    ...facts,
    ...{ pack: aPack({ ...facts.pack, use: 'live' }), places },
    cases: cases(rows.cases.map((row) => ({ ...row, file: fileOf(row) }))),
    contacts: contacts(rows.contacts.map((row) => ({ ...row, file: fileOf(row) }))),
    statedFacts: [...facts.statedFacts, ...stated],
    listSources: sourcesOf(rows),
    ...over,
  }
}

/** What the files speak for: all of them together for the district. */
function sourcesOf({ zones }: Rows): ListSource[] {
  const one = { until: null, knownAt: null }
  const loose = zones.flatMap(({ id }) =>
    LISTS.map((list): ListSource => ({ ...one, list, file: `${id}.csv`, ground: 'rows' })),
  )
  const rest = LISTS.map((list): ListSource => ({ ...one, list, file: 'rest.csv', ground: ['T1', 'T2'] }))
  return [...loose, ...rest]
}

const at = (facts: Facts, day: string): AssessAnswer => assess(facts, { asOf: startOfDay(SHANGHAI, day) })
const due = ({ zones }: AssessAnswer): string[] =>
  zones.flatMap(({ id, transitions }) =>
    transitions
      .filter(({ kind, state }) => (kind === 'release' || kind === 'downgrade') && state === 'due')
      .map((one) => `${id} ${one.id}`),
  )
const silent = ({ zones }: AssessAnswer): boolean =>
  zones.some(({ transitions }) =>
    transitions.some(({ conditions }) => conditions.some(({ reason }) => reason?.startsWith('list-e'))),
  )

/** A list less, a town for which nothing speaks any more, the rows of a file less that alone spoke for its ground. */
function* less(rows: Rows): Generator<readonly [string, Facts]> {
  for (const list of LISTS) {
    const stated = new Set<ListName>([...rows.stated].filter((one) => one !== list))
    const gone = list === 'facts' ? { statedFacts: [] } : { [list]: [] }
    yield [`no list of ${list}`, told({ ...rows, ...gone, stated })]
    for (const town of ['T1', 'T2']) {
      const kept = sourcesOf(rows).map((one) =>
        one.list === list && one.file === 'rest.csv' ? { ...one, ground: [town] } : one,
      )
      yield [`${list} of ${town} alone`, told(rows, { listSources: kept })]
    }
  }
  for (const { id } of rows.zones) {
    const own = (row: { readonly zone?: string | null }): boolean => row.zone === id
    const left = {
      cases: rows.cases.filter((row) => !own(row)),
      contacts: rows.contacts.filter((row) => !own(row)),
    }
    const kept = sourcesOf(rows).filter(({ file }) => file !== `${id}.csv` && file !== 'rest.csv')
    yield [`without the file of ${id}`, told({ ...rows, ...left }, { listSources: kept })]
  }
}

/** Whether other files still speak for all the ground of the zone: then none of its own cases is a statement. */
function isHeard({ sources }: AssessAnswer, { zones }: Rows, zone: string): boolean {
  const spoken = sources?.find(({ list }) => list === 'cases')?.speaksFor ?? []
  const [west, , east] = boundsOf(zones.find(({ id }) => id === zone)!.drawn!)!
  const towns = [...(west < 121.15 ? ['T1'] : []), ...(east > 121.15 ? ['T2'] : [])]
  return spoken === 'district' || towns.every((town) => spoken.includes(town))
}

test('Z76 a list less, a town less or the rows of a file less never makes a lowering due', () => {
  const someDue = Array.from({ length: 60 }, (_, i) => i + 11).filter(
    (seed) => due(at(told(randomRows(seed)), DAY)).length > 0,
  )
  let [dueBefore, held, tried] = [0, 0, 0]
  for (const seed of [...SEEDS, ...someDue]) {
    const rows = randomRows(seed)
    const before = new Set(due(at(told(rows), DAY)))
    if (before.size > 0) dueBefore++
    for (const [what, facts] of less(rows)) {
      const after = at(facts, DAY)
      tried++
      if (silent(after)) held++
      for (const one of due(after)) {
        const [zone] = one.split(' ') as [string]
        if (what.endsWith(` ${zone}`) && isHeard(after, rows, zone)) continue
        expect(before.has(one), `seed ${seed}, ${what}: ${one}`).toBe(true)
      }
    }
  }
  expect(dueBefore / (SEEDS.length + someDue.length)).toBeGreaterThan(0.2)
  expect(held / tried).toBeGreaterThan(0.2)
})

test('Z76 what is due later than the lists hold would be due with a case and a contact of every hour since', () => {
  let held = 0
  for (const seed of SEEDS) {
    const rows = randomRows(seed)
    const lapsed = at(told(rows), LATER)
    const endless = told(rows, { pack: { ...told(rows).pack, use: 'review' } })
    const without = new Set(due(at(endless, LATER)))
    if (silent(lapsed)) held++
    const since = ['2022-05-16T06:00', '2022-05-19T12:00', '2022-05-21T23:00']
    for (const one of due(lapsed)) {
      expect(without.has(one), `seed ${seed}: ${one}`).toBe(true)
      const [zone] = one.split(' ')
      for (const reportedAt of since) {
        const found = { id: 'x', zone: zone!, reportedAt }
        const met = { id: 'y', zone: zone!, exposedAt: reportedAt }
        for (const more of [
          { ...rows, cases: [...rows.cases, found] },
          { ...rows, contacts: [...rows.contacts, met] },
        ])
          expect(due(at(told(more), LATER)), `seed ${seed}, ${reportedAt}`).toContain(one)
      }
    }
  }
  expect(held / SEEDS.length).toBeGreaterThan(0.2)
})
