import { describe, expect, test } from 'vitest'
import {
  type AssessAnswer,
  assess,
  clusters,
  coverage,
  type Facts,
  heldZones,
  type ListSource,
  readAsOf,
  validatePolicy,
} from '#geo'
import { silenceBeneath } from '../../../src/briefing/held'
import {
  aFact,
  aFacts,
  aPack,
  aPlace,
  aStep,
  aZone,
  box,
  type CaseRow,
  type ContactRow,
  cases,
  contacts,
  moment,
  SHANGHAI,
} from '../../helpers/facts'
import { classPolicy, onePolicy } from '../../helpers/policies'

const places = [
  aPlace({ code: 'D', kind: 'district', name: '甲县', shape: box(113, 34, 113.08, 34.04) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', name: '召陵镇', shape: box(113, 34, 113.04, 34.04) }),
  aPlace({ code: 'T2', kind: 'town', parent: 'D', name: '万金镇', shape: box(113.04, 34, 113.08, 34.04) }),
  aPlace({ code: '110', kind: 'village', parent: 'T1', shape: box(113, 34, 113.04, 34.04) }),
  aPlace({ code: '210', kind: 'village', parent: 'T2', shape: box(113.04, 34, 113.06, 34.04) }),
  aPlace({ code: '220', kind: 'village', parent: 'T2', shape: box(113.06, 34, 113.08, 34.04) }),
]

/** One in each town by its members, one drawn over both. */
const zones = [
  aZone({ id: 'A', from: '2022-05-01', members: ['110'] }),
  aZone({ id: 'B', from: '2022-05-01', members: ['210'] }),
  aZone({ id: 'C', from: '2022-05-01', drawn: box(113.035, 34, 113.045, 34.01) }),
]

const SINCE_CASE = { id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true }
const inA: CaseRow = {
  id: 'a',
  reportedAt: '2022-05-10T09:00',
  place: '110',
  kind: 'confirmed',
  file: 'a.csv',
}
const inB: CaseRow = {
  id: 'b',
  reportedAt: '2022-05-10T17:00',
  place: '210',
  kind: 'confirmed',
  file: 'b.csv',
}
const NOW = '2022-05-20T12:00'

interface Rows extends Omit<Partial<Facts>, 'cases' | 'contacts'> {
  readonly cases?: readonly CaseRow[]
  readonly contacts?: readonly ContactRow[]
  readonly when?: unknown
}

function factsOf({ when = SINCE_CASE, cases: listed = [inA], contacts: met = [], ...over }: Rows): Facts {
  return aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(when)],
    ...{ places, zones, cases: cases(listed), contacts: contacts(met) },
    ...over,
  })
}

const answer = (rows: Rows, asOf = NOW): AssessAnswer =>
  assess(factsOf(rows), { asOf: readAsOf(SHANGHAI, asOf)! })
const leaf = (said: AssessAnswer, zone: string) =>
  said.zones.find(({ id }) => id === zone)!.transitions[0]!.conditions[0]!
const states = ({ zones: all }: AssessAnswer): string =>
  all.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', ')

const loose = (file: string, over: Partial<ListSource> = {}): ListSource => ({
  ...{ list: 'cases', file, ground: 'rows', until: null, knownAt: null },
  ...over,
})
const FREE = 'A due, B due, C due'

describe('the ground of a list', () => {
  test('Z70 a list of one township is no “none” for the others', () => {
    const said = answer({ listSources: [loose('a.csv')] })
    expect(states(said)).toBe('A due, B unknown, C unknown')
    expect(leaf(said, 'B')).toMatchObject({
      ...{ state: 'unknown', reason: 'list-elsewhere', at: null },
      figures: { list: 'cases', lacks: '万金镇' },
    })
    expect(leaf(said, 'C').figures.lacks).toBe('万金镇')
  })

  test('Z70 what a person entered by hand takes no list further', () => {
    const listSources: ListSource[] = [{ ...loose('a.csv', { ground: 'district' }), file: null }]
    const later = { ...inB, reportedAt: '2022-05-19T09:00' }
    const until = (cases: readonly CaseRow[]) => answer({ listSources, cases }).sources![0]?.until
    expect(until([inA, later])).toMatch(/^2022-05-19/)
    expect(until([inA, { ...later, file: 'log.ndjson' }])).toMatch(/^2022-05-10/)
  })

  test('Z70 unmet stays unmet, and a leaf that asks no such list is untouched', () => {
    const recent = { ...inB, reportedAt: '2022-05-18T09:00' }
    const over = { listSources: [loose('a.csv')], cases: [inA, recent] }
    expect(states(answer(over))).toBe('A due, B blocked, C unknown')
    const askedOf = (flag: string): string => {
      const statedFacts = ['A', 'B', 'C'].map((zone) =>
        aFact({ zone, fact: flag, value: 'true', at: '2022-05-18T10:00' }),
      )
      return states(answer({ ...over, statedFacts, when: { id: 'said', flag } }))
    }
    expect(askedOf('someSpreadRiskAndContactsHardToTrace')).toBe(FREE)
    expect(askedOf('visitsFavourable')).toBe('A due, B unknown, C unknown')
  })

  test('Z70 contacts: none is only none where their list speaks', () => {
    const when = { id: 'moved', days: { since: { event: 'contact.transferred' }, gte: 3 }, ifMissing: true }
    const met = [{ id: 'k', kind: 'close', place: '210', transferredAt: '2022-05-10T09:00', file: 'k.csv' }]
    const said = answer({ when, contacts: met, listSources: [loose('k.csv', { list: 'contacts' })] })
    expect(states(said)).toBe('A unknown, B due, C unknown')
    expect(leaf(said, 'A').figures).toMatchObject({ list: 'contacts', lacks: '召陵镇' })
  })

  test('Z72 grounds add up, a place is in its town, a position in the place that holds it', () => {
    const both = [loose('a.csv'), loose('b.csv')]
    expect(states(answer({ listSources: both, cases: [inA, inB] }))).toBe(FREE)
    const byPosition = { ...inB, place: null, lng: 113.07, lat: 34.02 }
    expect(states(answer({ listSources: both, cases: [inA, byPosition] }))).toBe(FREE)
    const byZone = { ...inB, place: null, zone: 'B' }
    expect(states(answer({ listSources: both, cases: [inA, byZone] }))).toBe(FREE)
    expect(states(answer({ listSources: [loose('a.csv', { ground: 'district' })] }))).toBe(FREE)
    expect(states(answer({ listSources: [loose('a.csv', { ground: ['T1', '210'] })] }))).toBe(
      'A due, B due, C unknown',
    )
    expect(states(answer({ listSources: [loose('a.csv', { ground: ['T1', '210', '220'] })] }))).toBe(FREE)
  })

  test('Z72 a file whose rows lie nowhere speaks for nothing', () => {
    const nowhere = { ...inA, place: '幸福里', reportedAt: '2022-05-01T09:00' }
    const said = answer({ listSources: [loose('a.csv')], cases: [nowhere] })
    expect(states(said)).toBe('A unknown, B unknown, C unknown')
    expect(said.sources!.find(({ list }) => list === 'cases')!.speaksFor).toEqual([])
  })
})

const live = aPack({
  ...{ policy: 'test-one', use: 'live' as const },
  reporting: { kind: 'village', cutoff: '16:00', items: [] },
})
const until = (list: string, at: string, place = 'D') => aFact({ fact: `asOf.${list}`, at, place })

describe('the time of a list', () => {
  test('Z71 silence of live data ends at the next cut-off and 24 hours more', () => {
    const rows = { pack: live, statedFacts: [until('cases', '2022-05-18T17:00')] }
    expect(states(answer(rows, '2022-05-20T16:00'))).toBe(FREE)
    const said = answer(rows, '2022-05-20T16:01')
    expect(states(said)).toBe('A unknown, B unknown, C unknown')
    expect(leaf(said, 'A')).toMatchObject({
      ...{ state: 'unknown', reason: 'list-ended' },
      figures: { list: 'cases', listUntil: '2022-05-18T17:00:00+08:00', silentHours: 47 },
    })
    expect(states(answer({ ...rows, pack: { ...live, reporting: null } }, '2022-05-20T00:00'))).toBe(FREE)
    expect(states(answer({ ...rows, pack: { ...live, reporting: null } }, '2022-05-20T00:01'))).toContain(
      'unknown',
    )
  })

  test('Z73 a time stated at an hour is no later than that hour nor than its value, and none where denied', () => {
    const told = (value: string): string =>
      states(
        answer(
          { pack: live, statedFacts: [{ ...until('cases', '2022-05-18T17:00'), value }] },
          '2022-05-20T12:00',
        ),
      )
    for (const value of ['true', '2022-05-18T16:30', '2032-05-18T17:00']) expect(told(value)).toBe(FREE)
    for (const value of ['2022-05-10', 'false', '否']) expect(told(value)).toContain('A unknown')
  })

  test('Z73 a 截至 of the pack years after its facts is mistyped', () => {
    const told = (at: string): string =>
      states(answer({ pack: { ...live, until: { cases: at } } }, '2022-05-20T12:00'))
    expect(told('2022-05-18T17:00')).toBe(FREE)
    expect(told('2032-05-18T17:00')).toContain('A unknown')
  })

  test('Z71 reviews and exercises speak without end', () => {
    const statedFacts = [until('cases', '2022-05-18T17:00')]
    for (const use of ['review', 'exercise'] as const)
      expect(states(answer({ pack: { ...live, use }, statedFacts }, '2022-06-30'))).toBe(FREE)
  })

  test('Z71 a policy says otherwise by hours, or without end, and is checked', () => {
    const rows = { pack: live, statedFacts: [until('cases', '2022-05-18T17:00')] }
    const by = (silence: unknown, asOf: string): string =>
      states(answer({ ...rows, policies: [{ ...onePolicy(SINCE_CASE), silence }] }, asOf))
    expect(by([{ list: 'cases', hours: 12 }], '2022-05-19T05:00')).toBe(FREE)
    expect(by([{ list: 'cases', hours: 12 }], '2022-05-19T05:01')).toContain('A unknown')
    expect(by([{ list: 'cases', hours: null }], '2022-06-30')).toBe(FREE)
    const faults = validatePolicy({
      ...onePolicy(SINCE_CASE),
      silence: [
        { list: 'roads', hours: -1 },
        { list: 'cases', days: 1 },
      ],
    })
    expect(faults.map(({ path }) => path).sort()).toEqual([
      ...['silence.0.hours', 'silence.0.list', 'silence.1.days', 'silence.1.hours'],
    ])
  })

  test('Z72 each town has its own time, and a zone the oldest of its towns', () => {
    const statedFacts = [until('cases', '2022-05-18T17:00', 'T1'), until('cases', '2022-05-20T09:00', 'T2')]
    const rows = { pack: live, statedFacts, listSources: [loose('none.csv')], cases: [] }
    expect(states(answer(rows, '2022-05-21T10:00'))).toBe('A unknown, B due, C unknown')
    expect(leaf(answer(rows, '2022-05-21T10:00'), 'C').figures.listUntil).toBe('2022-05-18T17:00:00+08:00')
  })

  test('Z73 without a stated time the newest row that has happened speaks, at most its import', () => {
    const listed = [inA, { ...inB, reportedAt: '2022-06-18T17:00' }]
    const at = (over: Rows, asOf = NOW) =>
      answer({ pack: live, cases: listed, ...over }, asOf).sources!.find(({ list }) => list === 'cases')!
    expect(at({}).until).toBe('2022-05-10T09:00:00+08:00')
    expect(at({}, '2022-06-19').until).toBe('2022-06-18T17:00:00+08:00')
    const knownAt = moment('2022-05-10T08:00').at
    expect(at({ listSources: [loose('a.csv', { ground: 'district', knownAt })] }).until).toBe(
      '2022-05-10T08:00:00+08:00',
    )
    expect(states(answer({ pack: live, cases: [] }))).toBe('A unknown, B unknown, C unknown')
    expect(leaf(answer({ pack: live, cases: [] }), 'A').figures).toMatchObject({
      listUntil: null,
      silentHours: null,
    })
  })

  test('Z73 a stated day is over at its end, and the description of the pack may state it', () => {
    const pack = { ...live, until: { cases: '2022-05-18' } }
    const [source] = answer({ pack }).sources!
    expect(source).toMatchObject({ list: 'cases', until: '2022-05-19T00:00:00+08:00' })
    expect(source!.holdsUntil).toBe('2022-05-20T16:00:00+08:00')
  })
})

describe('what follows', () => {
  const classes = (when: object): object =>
    classPolicy(['high', 'low'], [{ level: 'high', when }], { id: 'test-one' })
  const levels = (rows: Rows, when: object): string =>
    answer({ ...rows, policies: [classes(when)] })
      .places.map(({ code, level }) => `${code} ${level}`)
      .join(', ')

  test('Z74 a place for which the list does not speak has no level, unless its rows say it', () => {
    const metric = { metric: { name: 'cases14d', gte: 1 } }
    const count = { count: { event: 'case', withinDays: 14, gte: 1 } }
    for (const when of [metric, count]) {
      expect(levels({}, when)).toBe('110 high, 210 low, 220 low')
      expect(levels({ listSources: [loose('a.csv')] }, when)).toBe('110 high, 210 unknown, 220 unknown')
      expect(levels({ cases: [inA, inB], listSources: [loose('a.csv'), loose('b.csv')] }, when)).toBe(
        '110 high, 210 high, 220 low',
      )
    }
    const said = answer({ listSources: [loose('a.csv')], policies: [classes(metric)] })
    expect(said.places.map(({ metrics }) => metrics.cases14d)).toEqual([1, null, null])
  })

  test('Z75 the date under the assumption stands beside the unknown leaf, and nothing is forecast', () => {
    const said = answer({ listSources: [loose('a.csv')] })
    const [move] = said.zones[1]!.transitions
    expect(move).toMatchObject({
      state: 'unknown',
      eligibleAt: '2022-05-01',
      oncePlacedAt: null,
      heldUntil: null,
    })
    expect(move!.ifDone).toMatchObject({ at: '2022-05-20T12:00:00+08:00', open: ['noNewCase'] })
    expect(said.zones[1]!.forecast.filter(({ from }) => from <= NOW)).toHaveLength(1)
  })

  test('Z75 S21 where an unplaced row and a silent list hold a leaf, both are told: placing the row is not enough', () => {
    const nowhere = {
      id: 'x',
      reportedAt: '2022-05-19T09:00',
      kind: 'confirmed',
      lng: 0,
      lat: 0,
      file: 'a.csv',
    }
    const rows = [inA, nowhere] as const
    const heldOf = (over: Rows) => {
      const said = answer({ cases: rows, ...over })
      const [move] = said.zones[1]!.transitions
      return { held: heldZones(said.zones).get('B'), move: move! }
    }
    const silent = heldOf({ listSources: [loose('a.csv')] })
    expect(silent.move.conditions[0]).toMatchObject({
      ...{ reason: 'unplaced', state: 'unknown' },
      figures: { list: 'cases', lacks: '万金镇' },
    })
    expect(silent.held).toMatchObject({ lists: true, oncePlacedAt: silent.move.ifDone!.at })
    expect(silenceBeneath(silent.move.conditions[0]!, 'zh')).toBe('万金镇病例台账未收到')
    const spoken = heldOf({})
    expect(silenceBeneath(spoken.move.conditions[0]!, 'zh')).toBeNull()
    expect(spoken.move.conditions[0]!.figures).not.toHaveProperty('listUntil')
    expect(spoken.held).toMatchObject({ lists: false, oncePlacedAt: spoken.move.oncePlacedAt })
  })

  test('Z75 an approved order is not suspended by a list that falls silent, only by what it brings', () => {
    const released = onePolicy(SINCE_CASE)
    const approved = {
      ...released,
      approvals: { two: [{ step: 'apply' }, { step: 'approve' }] },
      transitions: released.transitions.map((one) => ({ ...one, approval: 'two' })),
    }
    const step = (name: string, at: string) =>
      aStep({ zone: 'A', transition: 'release', step: name, at, takesEffectAt: '2022-05-22T18:00' })
    const rows = {
      ...{ pack: live, statedFacts: [until('cases', '2022-05-18T17:00')] },
      steps: ['apply', 'approve'].map((name, i) => step(name, `2022-05-19T1${i}:00`)),
      policies: [approved],
    }
    const [before, after] = ['2022-05-19T15:00', '2022-05-21T12:00'].map(
      (asOf) => answer(rows, asOf).zones[0]!,
    )
    expect(before!.transitions[0]!.state).toBe('approval')
    expect(after!.transitions[0]).toMatchObject({ state: 'approval', approval: { suspended: [] } })
    const found = { ...inA, id: 'n', reportedAt: '2022-05-20T09:00' }
    const broken = answer({ ...rows, cases: [inA, found] }, '2022-05-21T12:00').zones[0]!.transitions[0]!
    expect(broken.approval!.suspended).toEqual(['noNewCase'])
  })

  test('Z77 every answer has the lists, their ground and their times', () => {
    const facts = factsOf({ pack: live, cases: [inA, inB], listSources: [loose('a.csv')] })
    const asOf = readAsOf(SHANGHAI, NOW)!
    const all = [assess(facts, { asOf }), coverage(facts, { asOf }), clusters(facts, { asOf })]
    for (const { sources } of all)
      expect(sources![0]).toEqual({
        list: 'cases',
        speaksFor: ['T1'],
        until: '2022-05-10T09:00:00+08:00',
        holdsUntil: '2022-05-11T16:00:00+08:00',
      })
    expect(all[0]!.sources!.map(({ list }) => list)).toEqual([
      'cases',
      'contacts',
      'facts',
      'metrics',
      'rounds',
    ])
    expect(answer({}).sources![0]).toMatchObject({ speaksFor: 'district', holdsUntil: null })
  })

  test('Z77 until when a list speaks is said as far as it had come by the as-of, imported or read from a folder', () => {
    const imported = moment('2022-06-01T08:00').at
    const rows = [inA, { ...inA, id: 'b', reportedAt: '2022-05-26T09:00' }]
    const untilOf = (knownAt: string | null, asOf: string) =>
      answer(
        {
          cases: rows.map((row) => ({ ...row, knownAt })),
          listSources: [loose('a.csv', { ground: 'district', knownAt: knownAt ? imported : null })],
        },
        asOf,
      ).sources![0]!.until
    for (const asOf of ['2022-05-20T12:00', '2022-05-27T12:00'])
      expect(untilOf('2022-06-01T08:00', asOf), asOf).toBe(untilOf(null, asOf))
    expect(untilOf('2022-06-01T08:00', '2022-05-20T12:00')).toBe('2022-05-10T09:00:00+08:00')
    expect(untilOf('2022-06-01T08:00', '2022-05-09T12:00')).toBeNull()
  })
})
