import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, cases, contacts, moment, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const level = (over: object) => [
  { id: 'sealed', rank: 3, ...over },
  { id: 'controlled', rank: 2 },
  { id: 'normal', rank: 0 },
]
const noCase = { days: { since: { maxOf: [{ event: 'zone.designated' }, { event: 'case' }] }, gte: 7 } }

function zone(asOf: string, policy: object, over: Partial<Facts> = {}) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy(noCase, { ...policy })],
    zones: [aZone({ id: 'S', from: '2022-05-01T10:00' })],
    ...over,
  })
  return assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
}

describe('terms', () => {
  const term = { levels: level({ ttlHours: 24 }) }

  test('Z19 a level with a term says when it ends, and goes on standing after it', () => {
    expect(zone('2022-05-02T09:00', term)).toMatchObject({
      expiresAt: '2022-05-02T10:00:00+08:00',
      transitions: [{ findings: [{ id: 'term', state: 'met', authority: 'reference' }] }],
    })
    const over = zone('2022-05-02T10:01', term)
    expect(over.level).toBe('sealed')
    expect(over.transitions[0]!.findings[0]).toMatchObject({ state: 'unmet', reason: 'term-over' })
    expect(over.forecast.map((one) => one.level)).toEqual(['sealed', 'normal'])
    expect(over.forecast[1]!.from).toBe('2022-05-08T10:00:00+08:00')
  })

  test('Z19 of a day only, it ends with a day; without a term there is none', () => {
    const zones = [aZone({ id: 'S', from: '2022-05-01' })]
    expect(zone('2022-05-02T20:00', term, { zones })).toMatchObject({
      expiresAt: '2022-05-02',
      transitions: [{ findings: [{ state: 'met' }] }],
    })
    expect(zone('2022-05-02', term, { zones }).transitions[0]!.findings[0]).toMatchObject({ state: 'unmet' })
    expect(zone('2022-05-02', {})).toMatchObject({ expiresAt: null, transitions: [{ findings: [] }] })
  })
})

describe('test schedules', () => {
  const plan = { schedules: { sealed: { pcrDays: [1, 4, 7], antigenDays: [2], finalWithinHours: 24 } } }
  const rounds = [aRound({ zone: 'S', finishedAt: '2022-05-01T20:00' })]
  const tests = (asOf: string, over: object = {}, facts: Partial<Facts> = { rounds }) =>
    zone(asOf, { ...plan, ...over }, facts).schedule!.map(
      ({ kind, dayNumber, day, done }) => `${kind} ${dayNumber} ${day.slice(5)} ${done}`,
    )

  test('Z20 第 n 天 from entering the level, and the round before lifting on the earliest day', () => {
    expect(tests('2022-05-04T12:00')).toEqual([
      'pcr 1 05-01 true',
      'antigen 2 05-02 unknown',
      'pcr 4 05-04 null',
      'pcr 7 05-07 null',
      'final null 05-08 null',
    ])
    expect(tests('2022-05-04')[2]).toBe('pcr 4 05-04 false')
    expect(tests('2022-05-04', { dayOne: 'nextDay' }).slice(0, 2)).toEqual([
      'pcr 1 05-02 false',
      'antigen 2 05-03 unknown',
    ])
  })

  test('Z20 a round does the test of its window: late by a day, but not once the next one has fallen due', () => {
    const ran = (...days: string[]) => ({
      rounds: days.map((day, i) =>
        aRound({ zone: 'S', round: `${i}`, startedAt: day, finishedAt: `${day}T20:00` }),
      ),
    })
    expect(
      tests('2022-05-06', {}, ran('2022-05-02', '2022-05-05')).filter((one) => one.startsWith('pcr')),
    ).toEqual([...['pcr 1 05-01 true', 'pcr 4 05-04 true', 'pcr 7 05-07 null']])
    expect(
      tests('2022-05-08', {}, ran('2022-05-03', '2022-05-07')).filter((one) => one.startsWith('pcr')),
    ).toEqual([...['pcr 1 05-01 true', 'pcr 4 05-04 false', 'pcr 7 05-07 true']])
  })

  test('Z20 done late is told from done on its day; begun on the day and over after midnight is on its day', () => {
    const late = (day: string, finishedAt: string) =>
      zone('2022-05-03', plan, { rounds: [aRound({ zone: 'S', startedAt: day, finishedAt })] }).schedule![0]!
    expect(late('2022-05-01T20:00', '2022-05-02T01:00')).toEqual({
      ...{ kind: 'pcr', dayNumber: 1, day: '2022-05-01', done: true },
    })
    expect(late('2022-05-02T08:00', '2022-05-02T12:00')).toMatchObject({ done: true, late: true })
  })

  test('Z20 a case puts the round before lifting off, one that is late is due today; other levels have none', () => {
    const later = { rounds, cases: cases([{ zone: 'S', reportedAt: '2022-05-05' }]) }
    expect(tests('2022-05-06', {}, later).at(-1)).toBe('final null 05-12 null')
    expect(tests('2022-05-20').at(-1)).toBe('final null 05-21 null')
    const done = { rounds: [aRound({ zone: 'S', finishedAt: '2022-05-20T09:00' })] }
    expect(tests('2022-05-20T18:00', {}, done).at(-1)).toBe('final null 05-20 true')
    expect(
      tests('2022-05-20', {}, { zones: [aZone({ id: 'S', level: 'controlled', from: '2022-05-01' })] }),
    ).toEqual([])
  })

  test('Z20 where rounds are not known a past day is unknown', () => {
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'rounds'))
    expect(tests('2022-05-04', {}, { stated }).map((one) => one.split(' ').at(-1))).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'null',
      'unknown',
    ])
  })
})

describe('deadlines', () => {
  const limit = (from: string, done: string, hours: number) => ({
    deadlines: [{ id: 'd', zh: '时限', en: 'Limit', from, done, hours, source: 'G' }],
  })
  const states = (asOf: string, policy: object, facts: Partial<Facts>) =>
    zone(asOf, policy, facts).deadlines!.map(({ about, state }) => `${about} ${state}`)

  test('Z21 a confirmed case is to be reported within two hours', () => {
    const rows = cases([
      { id: 'a', zone: 'S', kindAt: '2022-05-03T08:00', reportedAt: '2022-05-03T09:00' },
      { id: 'b', zone: 'S', kindAt: '2022-05-03T08:00', reportedAt: '2022-05-03T11:00' },
      { id: 'c', zone: 'S', kind: 'asymptomatic', reportedAt: '2022-05-03T11:00' },
    ])
    expect(states('2022-05-03', limit('case.confirmed', 'case.reported', 2), { cases: rows })).toEqual([
      'a done',
      'b doneLate',
    ])
    expect(states('2022-05-20', limit('case.confirmed', 'case.reported', 2), { cases: rows })).toEqual([])
  })

  test('Z21 what no list tells is unknown; it never blocks', () => {
    const rows = { cases: cases([{ id: 'a', zone: 'S', reportedAt: '2022-05-03' }]) }
    const policy = limit('case.reported', 'case.investigated', 24)
    expect(states('2022-05-04', policy, rows)).toEqual(['a unknown'])
    expect(zone('2022-05-10', policy, rows).transitions[0]!.state).toBe('due')
  })

  test('Z21 contacts are to be moved within twelve hours of becoming known', () => {
    const policy = limit('contact.identified', 'contact.transferred', 12)
    const known = moment('2022-05-03T08:00').at
    const list = (rows: Parameters<typeof contacts>[0]) => ({
      contacts: {
        ...contacts(rows),
        knownAt: Float64Array.from(rows, ({ id }) => (id === 'c' ? Number.NaN : known)),
      },
    })
    const rows = list([
      { id: 'a', zone: 'S', transferredAt: '2022-05-03T15:00' },
      { id: 'b', zone: 'S' },
      { id: 'c', zone: 'S' },
    ])
    expect(states('2022-05-03T19:00', policy, rows)).toEqual(['a done', 'b running'])
    expect(states('2022-05-04', policy, rows)).toEqual(['a done', 'b over'])
    expect(states('2022-05-04', policy, list([{ id: 'b', zone: 'S' }]))).toEqual(['b unknown'])
  })

  test('Z21 a drawn area is to be screened within a day; a round, by its own start', () => {
    const policy = limit('zone.designated', 'round.finished', 24)
    const rounds = (finishedAt: string | null) => ({
      rounds: [aRound({ zone: 'S', startedAt: '2022-05-01T12:00', finishedAt })],
    })
    expect(states('2022-05-02T09:00', policy, rounds(null))).toEqual(['S running'])
    expect(states('2022-05-03', policy, rounds(null))).toEqual(['S over'])
    expect(states('2022-05-03', policy, rounds('2022-05-02T09:59'))).toEqual(['S done'])
    expect(states('2022-05-03', policy, rounds('2022-05-02T10:01'))).toEqual(['S doneLate'])
    expect(states('2022-05-03', limit('round.started', 'round.finished', 24), rounds(null))).toEqual([
      '1 over',
    ])
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'rounds'))
    expect(states('2022-05-03', policy, { stated })).toEqual(['S unknown'])
  })

  test('Z21 events stated as facts count too', () => {
    const policy = limit('zone.designated', 'measuresInPlace', 24)
    const said = (at: string) => ({ statedFacts: [aFact({ zone: 'S', at, fact: 'measuresInPlace' })] })
    expect(states('2022-05-03', policy, said('2022-05-01T18:00'))).toEqual(['S done'])
    expect(states('2022-05-03', policy, said('2022-05-03'))).toEqual(['S doneLate'])
    expect(states('2022-05-03', policy, {})).toEqual(['S over'])
  })
})

describe('a term that is prolonged', () => {
  const policy = (redesignate: boolean) => ({
    levels: level({ ttlHours: 336 }),
    transitions: [
      {
        id: 'extend',
        from: 'sealed',
        to: 'sealed',
        kind: 'extend',
        optional: true,
        redesignate,
        when: { flag: 'x' },
      },
      { id: 'end', from: 'sealed', to: 'normal', kind: 'release', minDaysInLevel: 14 },
    ],
  })
  const stays = (arrivedFrom: string | null) => ({
    zones: [
      aZone({ id: 'S', from: '2022-05-01', to: '2022-05-15', members: ['A'] }),
      aZone({ id: 'S', from: '2022-05-15', arrivedFrom, members: ['A'] }),
    ],
  })

  test('Z30 a stay that comes from its own level starts the days anew, where the policy says that extending does', () => {
    expect(zone('2022-05-16', policy(true), stays('sealed'))).toMatchObject({
      since: '2022-05-15',
      expiresAt: '2022-05-29',
    })
    expect(zone('2022-05-16', policy(false), stays('sealed'))).toMatchObject({ since: '2022-05-01' })
    expect(zone('2022-05-16', policy(true), stays(null))).toMatchObject({ since: '2022-05-01' })
  })

  test('Z30 prolonged twice, and not by another ground', () => {
    const [first, second] = stays('sealed').zones
    const again = (over: object) => [
      first!,
      { ...second!, to: moment('2022-05-29') },
      { ...second!, from: moment('2022-05-29'), ...over },
    ]
    expect(zone('2022-05-30', policy(true), { zones: again({}) }).since).toBe('2022-05-29')
    expect(zone('2022-05-30', policy(true), { zones: again({ members: ['B'] }) }).since).toBe('2022-05-15')
  })
})
