import { describe, expect, test } from 'vitest'
import { addDays, assess, type Facts, type PlaceKind, readAsOf } from '#geo'
import {
  aFact,
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aZone,
  type CaseRow,
  cases,
  SHANGHAI,
} from '../../../helpers/facts'
import { lines, open, transition, under } from './ask'

interface Classed {
  readonly kind?: PlaceKind
  readonly rows?: readonly CaseRow[]
  readonly people?: number
  /** stated for every day of two months up to the as-of: name → value, or a list of [day from which it is so, value] */
  readonly metrics?: Readonly<Record<string, number | readonly (readonly [string, number])[]>>
}

/** A figure of its own for every day. */
function daily(asOf: string, metrics: NonNullable<Classed['metrics']>, place = 'P') {
  const days = Array.from({ length: 60 }, (_, back) => addDays(asOf.slice(0, 10), -back))
  return Object.entries(metrics).flatMap(([metric, value]) =>
    days.flatMap((at) => {
      const held = typeof value === 'number' ? value : value.findLast(([from]) => from <= at)?.[1]
      return held === undefined ? [] : [aMetric({ place, at, metric, value: held })]
    }),
  )
}

function classOf(
  policy: string,
  asOf: string,
  { kind = 'district', rows, people, metrics = {} }: Classed,
): string {
  const lists = aFacts().stated
  const facts: Partial<Facts> = {
    pack: aPack({ policy }),
    places: [aPlace({ code: 'P', kind, people: people ?? null })],
    cases: cases((rows ?? []).map((row) => ({ place: 'P', ...row }))),
    stated: new Set([...lists].filter((one) => one !== 'cases' || rows !== undefined)),
    metrics: daily(asOf, metrics),
  }
  return assess(aFacts(facts), { asOf: readAsOf(SHANGHAI, asOf)! }).places[0]!.level
}

/** So many unlinked cases on that day. */
const single = (count: number, day: string): CaseRow[] =>
  Array.from({ length: count }, (_, i) => ({ reportedAt: `${day}T10:00`, chain: `own-${day}-${i}` }))

describe('cn-beijing-2020-risk (§4.6, bulletins of May 2022)', () => {
  const beijing = (rows: readonly CaseRow[], asOf = '2022-05-02') =>
    classOf('cn-beijing-2020-risk', asOf, { kind: 'village', rows })

  test('Y16 “0, 1 → low; 2, 3, 4, 5 → medium; 6, 8, 9 → high”', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 8, 9].map((count) => beijing(single(count, '2022-05-01')))).toEqual([
      ...['low', 'low'],
      ...['medium', 'medium', 'medium', 'medium'],
      ...['high', 'high', 'high'],
    ])
  })

  test('Y16 “9 jumps low→high; 1 drops high→low” with the window of 14 days', () => {
    const nine = single(9, '2022-05-01')
    expect(beijing(nine, '2022-04-30')).toBe('low')
    expect(beijing(nine, '2022-05-01')).toBe('high')
    const fading = [...nine, ...single(1, '2022-05-10')]
    expect(beijing(fading, '2022-05-14')).toBe('high')
    expect(beijing(fading, '2022-05-15')).toBe('low')
  })

  test('Y16 “high ≥ 2 clusters”, “medium 1 cluster”; four cases whose links nobody told are unknown', () => {
    const chains = (...names: string[]): CaseRow[] =>
      names.map((chain) => ({ reportedAt: '2020-08-01T10:00', chain }))
    const asOf = '2020-08-02'
    expect(beijing(chains('a', 'a', 'b', 'b'), asOf)).toBe('high')
    expect(beijing(chains('a', 'a', 'a', 'b'), asOf)).toBe('medium')
    const silent = Array.from({ length: 4 }, () => ({ reportedAt: '2020-08-01T10:00' }))
    expect(beijing(silent, asOf)).toBe('unknown')
    expect(beijing(silent.slice(0, 3), asOf)).toBe('medium')
    const stated = { kind: 'village' as const, rows: silent, metrics: { clusters14d: 0 } }
    expect(classOf('cn-beijing-2020-risk', asOf, stated)).toBe('medium')
  })

  test('Y16 “≥ 2 clusters or > 5 cases”, either of them: a stated figure of two clusters alone is high', () => {
    const asOf = '2020-08-02'
    const two = { kind: 'village' as const, rows: [], metrics: { clusters14d: 2 } }
    expect(classOf('cn-beijing-2020-risk', asOf, two)).toBe('high')
    expect(beijing(single(6, '2020-08-01'), asOf)).toBe('high')
    expect(beijing(single(5, '2020-08-01'), asOf)).toBe('medium')
  })

  test('Y16 “Cluster = ≥ 5 cases from the 7th edition on (was ≥ 2)”', () => {
    const pairs = (day: string): CaseRow[] =>
      ['a', 'a', 'b', 'b'].map((chain) => ({ reportedAt: `${day}T10:00`, chain }))
    expect(beijing(pairs('2020-09-13'), '2020-09-14')).toBe('high')
    expect(beijing(pairs('2020-09-13'), '2020-09-15')).toBe('medium')
  })
})

describe('cn-county-2020 (§1, by count)', () => {
  const county = (rows: readonly CaseRow[], asOf: string) => classOf('cn-county-2020', asOf, { rows })

  test('Y17 “low = no case or 14 d without new; medium = new in 14 d and total ≤ 50”', () => {
    expect(county([], '2020-03-01')).toBe('low')
    expect(county(single(50, '2020-03-01'), '2020-03-14')).toBe('medium')
    expect(county(single(50, '2020-03-01'), '2020-03-15')).toBe('low')
  })

  test('Y17 “or total > 50 but no cluster in 14 d; high = total > 50 and a cluster in 14 d”', () => {
    const many = single(51, '2020-02-10')
    expect(county([...many, ...single(2, '2020-03-01')], '2020-03-02')).toBe('medium')
    const linked = ['x', 'x'].map((chain) => ({ reportedAt: '2020-03-01T10:00', chain }))
    expect(county([...many, ...linked], '2020-03-02')).toBe('high')
    expect(county([...single(48, '2020-02-10'), ...linked], '2020-03-02')).toBe('medium')
    const later = (many: number) =>
      Array.from({ length: many }, () => ({ reportedAt: '2021-03-01T10:00', chain: 'x' }))
    expect(county([...many, ...later(4)], '2021-03-02')).toBe('medium')
    expect(county([...many, ...later(5)], '2021-03-02')).toBe('high')
  })
})

describe('it-2021-08 (§7)', () => {
  const italy = (incidence7d: number, icuPct: number, wardPct: number) =>
    classOf('it-2021-08', '2021-12-02', { metrics: { incidence7d, icuPct, wardPct } })

  test('Y18 “yellow: inc ≥ 50 and ICU > 10 % and ward > 15 %; orange ≥ 150, > 20, > 30; red ≥ 150, > 30, > 40”', () => {
    expect([italy(49.9, 90, 90), italy(50, 10.1, 15.1), italy(50, 10, 15.1), italy(50, 10.1, 15)]).toEqual([
      ...['white', 'yellow', 'white', 'white'],
    ])
    expect([italy(150, 20.1, 30.1), italy(149.9, 20.1, 30.1), italy(150, 20, 30.1)]).toEqual([
      ...['orange', 'yellow', 'yellow'],
    ])
    expect([italy(150, 30.1, 40.1), italy(150, 30, 40.1), italy(150, 30.1, 40)]).toEqual([
      ...['red', 'orange', 'orange'],
    ])
  })

  test('Y18 “down when at least one is below for > 14 d”', () => {
    const metrics = {
      incidence7d: 200,
      wardPct: 35,
      icuPct: [
        ['2021-11-01', 25],
        ['2021-11-20', 19],
      ] as const,
    }
    expect(classOf('it-2021-08', '2021-12-03', { metrics })).toBe('orange')
    expect(classOf('it-2021-08', '2021-12-04', { metrics })).toBe('yellow')
  })
})

describe('eu-ecdc-2020-1475 (§7)', () => {
  const map = (rate14d: number, positivity: number, testingRate = 1000) =>
    classOf('eu-ecdc-2020-1475', '2021-03-01', { metrics: { rate14d, positivity, testingRate } })

  test('Y19 “green < 25 & < 4 %; orange < 50 & ≥ 4 % or 25–150 & < 4 %; red ≥ 50 & ≥ 4 % or > 150; dark red ≥ 500”', () => {
    expect([map(24.9, 3.9), map(24.9, 4), map(49.9, 4), map(25, 3.9), map(150, 3.9)]).toEqual([
      ...['green', 'orange', 'orange', 'orange', 'orange'],
    ])
    expect([map(50, 4), map(150.1, 3.9), map(499.9, 1), map(500, 1)]).toEqual([
      'red',
      'red',
      'red',
      'darkRed',
    ])
  })

  test('Y19 “grey: test rate < 300”; no test rate stated is unknown', () => {
    expect([map(10, 1, 299.9), map(10, 1, 300)]).toEqual(['grey', 'green'])
    const bare = classOf('eu-ecdc-2020-1475', '2021-03-01', { metrics: { rate14d: 10, positivity: 1 } })
    expect(bare).toBe('unknown')
  })
})

describe('fr-2020-09 (§7)', () => {
  const france = (incidence7d: number, incidence7dElderly: number, icuCovidPct: number) =>
    classOf('fr-2020-09', '2020-09-23', { metrics: { incidence7d, incidence7dElderly, icuCovidPct } })

  test('Y20 “alert > 50; reinforced > 150 & elderly > 50; maximal > 250 & elderly > 100 & ICU ≥ 30 %; emergency ICU > 60 %”', () => {
    expect([france(50, 0, 0), france(50.1, 0, 0), france(150.1, 50, 0), france(150.1, 50.1, 0)]).toEqual([
      ...['normal', 'alert', 'alert', 'reinforced'],
    ])
    expect([france(250.1, 100.1, 30), france(250.1, 100.1, 29.9), france(250, 100.1, 30)]).toEqual([
      ...['maximal', 'reinforced', 'reinforced'],
    ])
    expect([france(300, 120, 60), france(10, 0, 60.1)]).toEqual(['maximal', 'emergency'])
  })
})

describe('my-2020-04 (§7)', () => {
  test('Y21 “green 0, yellow 1–20, orange 21–40, red > 40” of active cases', () => {
    const malaysia = (count: number) =>
      classOf('my-2020-04', '2020-04-14', { rows: single(count, '2020-04-01') })
    expect([0, 1, 20, 21, 40, 41].map(malaysia)).toEqual([
      'green',
      'yellow',
      'yellow',
      'orange',
      'orange',
      'red',
    ])
  })

  test('Y21 active = reported − died − recovered: who is in hospital is active, who died or recovered is not', () => {
    const moved = single(21, '2020-04-01').map((row) => ({ ...row, transferredAt: '2020-04-10' }))
    expect(classOf('my-2020-04', '2020-04-14', { rows: moved })).toBe('orange')
    const ended = (died: number, recovered: number) =>
      classOf('my-2020-04', '2020-04-14', { rows: moved, metrics: { died, recovered } })
    expect([ended(0, 1), ended(1, 0), ended(1, 20), ended(0, 0)]).toEqual([
      ...['yellow', 'yellow', 'green', 'orange'],
    ])
  })

  const rompin = (...facts: string[]) =>
    under('my-2020-04', {
      ...{ level: 'emco', from: '2021-02-09', cases: cases([{ reportedAt: '2021-02-04', zone: 'Z' }]) },
      statedFacts: facts.map((fact) => aFact({ zone: 'Z', at: '2021-02-20', fact })),
    })

  test('Y21 “fixed 14 d order” (Rompin: 9 Feb 2021 → 23 Feb 00:00, the last day is the 22nd)', () => {
    expect(lines(rompin(), '2021-02-10')).toEqual(['emco 2021-02-09', 'none 2021-02-23'])
  })

  test('Y21 “early end on risk assessment and no pending samples” (ended 20 Feb)', () => {
    expect(open(transition(rompin(), '2021-02-20', 'end-order-early'))).toEqual([
      ...['riskAssessed unknown', 'noPendingSamples unknown'],
    ])
    const answer = transition(rompin('riskAssessed', 'noPendingSamples'), '2021-02-20', 'end-order-early')
    expect(answer).toMatchObject({ state: 'due', eligibleAt: '2021-02-20' })
    expect(transition(rompin(), '2021-02-20', 'extend-order')).toMatchObject({
      kind: 'extend',
      state: 'blocked',
    })
  })
})

describe('in-2020-04 (§7)', () => {
  const india = (day: string | null, asOf: string, policy = 'in-2020-04') =>
    classOf(policy, asOf, { rows: day === null ? [] : single(1, day) })

  test('Y22 “14 d → orange, 28 d → green”', () => {
    expect(india(null, '2020-04-20')).toBe('green')
    expect(
      ['2020-04-14', '2020-04-15', '2020-04-28', '2020-04-29'].map((asOf) => india('2020-04-01', asOf)),
    ).toEqual([...['red', 'orange', 'orange', 'green']])
  })

  test('Y22 “from 1 May 21 d”: green after 21 days', () => {
    const may = (asOf: string) => india('2020-04-20', asOf, 'in-2020-05')
    expect(['2020-05-03', '2020-05-04', '2020-05-10', '2020-05-11'].map(may)).toEqual([
      ...['red', 'orange', 'orange', 'green'],
    ])
  })

  test('Y22 “containment ends 28 d after last case”', () => {
    const zone = under('in-2020-04', {
      ...{
        level: 'containment',
        from: '2020-04-10',
        cases: cases([{ reportedAt: '2020-04-12', zone: 'Z' }]),
      },
    })
    expect(lines(zone, '2020-04-20')).toEqual(['containment 2020-04-10', 'none 2020-05-10'])
  })
})

describe('us-ny-2020-10 (§7)', () => {
  const flat = (positivity7d: number, dailyCasesPer100k7d = 10) =>
    classOf('us-ny-2020-10', '2020-10-21', { metrics: { positivity7d, dailyCasesPer100k7d } })

  test('Y23 “7-d positivity > 2.5 / 3 / 4 % for 10 d and ≥ 10 daily/100k → yellow/orange/red”', () => {
    expect([2.5, 2.6, 3, 3.1, 4, 4.1].map((value) => flat(value))).toEqual([
      ...['none', 'yellow', 'yellow', 'orange', 'orange', 'red'],
    ])
    expect(flat(4.1, 9.9)).toBe('none')
    const risen = {
      positivity7d: [
        ['2020-10-01', 2],
        ['2020-10-12', 4.1],
      ] as const,
      dailyCasesPer100k7d: 10,
    }
    expect(classOf('us-ny-2020-10', '2020-10-20', { metrics: risen })).toBe('none')
    expect(classOf('us-ny-2020-10', '2020-10-21', { metrics: risen })).toBe('red')
  })

  test('Y23 places go down “< 3 / 2 / 1.5 % after 10 d”, not when the upward threshold is no longer met', () => {
    const fallen = (value: number, from: string) => ({
      ...{ dailyCasesPer100k7d: 10 },
      positivity7d: [
        ['2020-10-01', 4.5],
        [from, value],
      ] as const,
    })
    const on = (asOf: string, metrics: ReturnType<typeof fallen>) =>
      classOf('us-ny-2020-10', asOf, { metrics })
    expect(on('2020-11-20', fallen(3.5, '2020-10-25'))).toBe('red')
    expect(on('2020-11-02', fallen(2.9, '2020-10-25'))).toBe('red')
    expect(on('2020-11-03', fallen(2.9, '2020-10-25'))).toBe('orange')
    expect(on('2020-11-20', fallen(2.9, '2020-10-25'))).toBe('orange')
    expect(on('2020-11-03', fallen(1.9, '2020-10-25'))).toBe('yellow')
    expect(on('2020-11-03', fallen(1.4, '2020-10-25'))).toBe('none')
  })

  test('Y23 “< 3 / 2 / 1.5 % after 10 d” at drawn zones', () => {
    const red = (value: number) =>
      under('us-ny-2020-10', {
        ...{ level: 'red', from: '2020-10-21' },
        metrics: daily(
          '2020-11-10',
          {
            positivity7d: [
              ['2020-10-15', 4.5],
              ['2020-10-25', value],
            ],
          },
          'Z',
        ),
        zones: [aZone({ id: 'Z', level: 'red', from: '2020-10-21', members: ['Z'] })],
      })
    expect(transition(red(2.9), '2020-11-01', 'red-to-orange')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2020-11-03',
    })
    expect(transition(red(2.9), '2020-11-03T12:00', 'red-to-orange').state).toBe('due')
    expect(transition(red(3), '2020-11-10', 'red-to-orange')).toMatchObject({
      state: 'blocked',
      eligibleAt: null,
    })
  })
})
