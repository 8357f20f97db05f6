import { describe, expect, test } from 'vitest'
import { assess, executeOrders, type Facts, type Metric, policiesOf, readAsOf, type ZoneStay } from '#geo'
import {
  aFacts,
  aMetric,
  aPack,
  aPlace,
  aRound,
  aStep,
  aZone,
  box,
  cases,
  SHANGHAI,
} from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'

const steps = [
  aStep({ zone: 'S', transition: 'unseal', step: 'apply', at: '2022-05-27T08:00' }),
  aStep({
    ...{ zone: 'S', transition: 'unseal', step: 'approve', at: '2022-05-27T09:30' },
    takesEffectAt: '2022-05-27T18:00',
  }),
]
const round = (finishedAt: string, over = {}) =>
  aRound({ zone: 'S', round: finishedAt, startedAt: '2022-05-26T06:00', finishedAt, ...over })
const ordered = (over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: oneOrder.id }),
    policies: [oneOrder],
    zones: [aZone({ id: 'S', from: '2022-05-13T20:00' })],
    rounds: [round('2022-05-26T12:00')],
    steps,
    ...over,
  })
const carriedOut = (facts: Facts): Facts => ({ ...facts, ...executeOrders(facts, policiesOf(facts)) })
const assessed = (facts: Facts, asOf: string) =>
  assess(carriedOut(facts), { asOf: readAsOf(SHANGHAI, asOf)! })
const zoneAt = (facts: Facts, asOf: string) => assessed(facts, asOf).zones[0]!
const unsealAt = (facts: Facts, asOf: string) =>
  zoneAt(facts, asOf).transitions.find(({ id }) => id === 'unseal')

const newCase = (reportedAt: string) => cases([{ id: 'N', zone: 'S', reportedAt, kind: 'confirmed' }])

describe('an order that was approved for an hour', () => {
  test('Z32 is carried out at its hour, whatever the stay of the file says, and that is said', () => {
    const facts = ordered()
    expect(zoneAt(facts, '2022-05-27T17:59').level).toBe('sealed')
    const after = assessed(facts, '2022-05-27T18:00')
    expect(after.zones[0]).toMatchObject({ level: 'controlled', since: '2022-05-27T18:00:00+08:00' })
    expect(after.recordedOtherwise).toEqual([
      expect.objectContaining({
        ...{ zone: 'S', level: 'controlled', from: '2022-05-27T18:00:00+08:00' },
        recorded: expect.objectContaining({ level: 'sealed', file: 'zones.geojson' }),
        orderedBy: expect.objectContaining({ file: 'transitions.csv' }),
      }),
    ])
    expect(assessed(facts, '2022-05-27T17:59').recordedOtherwise).toEqual([])
  })

  test('Z32 a file that moves the zone itself at that hour is handed on as it is', () => {
    const zones = [
      aZone({ id: 'S', from: '2022-05-13T20:00', to: '2022-05-27T18:00' }),
      aZone({ id: 'S', level: 'controlled', from: '2022-05-27T18:00' }),
    ]
    const facts = ordered({ zones })
    expect(executeOrders(facts, policiesOf(facts))).toEqual({ zones, orders: [] })
  })

  test('Z33 a test that merely lapses before the hour suspends nothing: the order waits for its hour and is carried out', () => {
    const facts = ordered()
    const before = unsealAt(facts, '2022-05-27T16:00')!
    expect(before.conditions.find(({ id }) => id === 'round')).toMatchObject({ state: 'unmet' })
    expect(before).toMatchObject({ state: 'approval', approval: { next: null, suspended: [] } })
    expect(zoneAt(facts, '2022-05-27T16:00').forecast.at(-1)).toMatchObject({
      ...{ level: 'controlled', from: '2022-05-27T18:00:00+08:00', recorded: false },
    })
    expect(zoneAt(facts, '2022-05-27T19:00').level).toBe('controlled')
  })

  test('Z33 a new case suspends it before its hour, and the hour passes without it', () => {
    const facts = ordered({ cases: newCase('2022-05-27T15:00') })
    expect(unsealAt(facts, '2022-05-27T14:59')).toMatchObject({ state: 'approval' })
    for (const asOf of ['2022-05-27T15:00', '2022-05-27T17:59', '2022-05-27T18:00', '2022-05-28T12:00'])
      expect(unsealAt(facts, asOf)).toMatchObject({ state: 'blocked', approval: { suspended: ['quiet'] } })
    expect(zoneAt(facts, '2022-05-28T12:00').level).toBe('sealed')
    expect(assessed(facts, '2022-05-28T12:00').recordedOtherwise).toEqual([])
  })

  test('Z33 a suspended order is no approval any more: met again, the change is due and waits for a new one', () => {
    const facts = ordered({
      cases: newCase('2022-05-27T15:00'),
      rounds: [round('2022-05-26T12:00'), round('2022-06-04T08:00', { startedAt: '2022-06-04T06:00' })],
    })
    expect(unsealAt(facts, '2022-06-04T12:00')).toMatchObject({
      ...{ state: 'due', approval: { next: 'assess', nextStep: 'apply' } },
    })
    const again = aStep({ zone: 'S', transition: 'unseal', step: 'apply', at: '2022-06-04T12:30' })
    expect(unsealAt({ ...facts, steps: [...steps, again] }, '2022-06-04T13:00')).toMatchObject({
      ...{ state: 'approval', approval: { next: 'approve', suspended: [] } },
    })
    const anew = aStep({ zone: 'S', transition: 'unseal', step: 'approve', at: '2022-06-04T14:00' })
    expect(zoneAt({ ...facts, steps: [...steps, again, anew] }, '2022-06-04T14:00').level).toBe('controlled')
  })

  test('Z32 Z13 one approved though days are still missing: the forecast has its hour, as the zone will', () => {
    const facts = ordered({ cases: newCase('2022-05-25T10:00') })
    const [, next] = zoneAt(facts, '2022-05-27T12:00').forecast
    expect(next).toMatchObject({ level: 'controlled', from: '2022-05-27T18:00:00+08:00' })
    expect(zoneAt(facts, '2022-05-27T18:00')).toMatchObject({ level: 'controlled', since: next!.from })
    expect(assessed(facts, '2022-05-27T18:00').loweredEarly).toMatchObject([
      { zone: 'S', unmet: expect.arrayContaining(['quiet']), eligibleAt: '2022-06-01T10:00:00+08:00' },
    ])
  })

  test('Z32 Z13 beside a raise that nobody has drawn the forecast carries it out as its hour will: by what is recorded', () => {
    const three = {
      ...oneOrder,
      levels: [...oneOrder.levels, { id: 'watch', rank: 1, zh: '监测', en: 'Watch' }],
      transitions: [
        { id: 'raise', kind: 'upgrade', from: 'controlled', to: 'sealed', on: 'case' },
        {
          ...{ id: 'unseal', kind: 'downgrade', from: 'controlled', to: 'watch', approval: 'short' },
          when: { all: [{ id: 'days', days: { since: { event: 'level.entered' }, gte: 7 } }] },
        },
      ],
    }
    const facts = ordered({
      policies: [three],
      zones: [
        aZone({ id: 'O', level: 'controlled', from: '2022-05-13T20:00', drawn: box(113, 31, 113.1, 31.1) }),
        aZone({
          ...{ id: 'S', level: 'controlled', from: '2022-05-13T20:00' },
          drawn: box(113.02, 31.02, 113.03, 31.03),
        }),
      ],
      cases: cases([{ id: 'N', zone: 'O', reportedAt: '2022-05-25T10:00', kind: 'confirmed' }]),
    })
    const before = assessed(facts, '2022-05-27T12:00').zones
    expect(before.map(({ forecast }) => forecast.at(-1))).toMatchObject([
      { level: 'sealed', from: '2022-05-25T10:00:00+08:00', into: null },
      { level: 'controlled', from: '2022-05-27T18:00:00+08:00', into: 'O' },
    ])
    expect(assessed(facts, '2022-05-27T18:00').zones.map(({ id }) => id)).toEqual(['O'])
  })

  test('Z32 what is not open to the zone, by where it came from, nobody can order', () => {
    const short = { ...oneOrder.transitions[0]!, cameFrom: ['normal'] }
    const facts = ordered({ policies: [{ ...oneOrder, transitions: [short] }] })
    expect(zoneAt(facts, '2022-05-27T12:00').transitions).toEqual([])
    expect(zoneAt(facts, '2022-05-27T18:00').level).toBe('sealed')
    const came = { ...facts, zones: [{ ...facts.zones[0]!, arrivedFrom: 'normal' }] }
    expect(zoneAt(came, '2022-05-27T18:00').level).toBe('controlled')
  })

  test('Z32 stays of the same level that follow say no more; one that comes anew to its level ends the order', () => {
    const follow = (over: Partial<ZoneStay>) => [
      aZone({ id: 'S', from: '2022-05-13T20:00', to: '2022-05-28T08:00' }),
      { ...aZone({ id: 'S', from: '2022-05-28T08:00' }), ...over },
    ]
    expect(zoneAt(ordered({ zones: follow({}) }), '2022-05-28T12:00').level).toBe('controlled')
    const raised = ordered({ zones: follow({ arrivedFrom: 'sealed' }) })
    expect(zoneAt(raised, '2022-05-28T07:00').level).toBe('controlled')
    expect(zoneAt(raised, '2022-05-28T12:00').level).toBe('sealed')
  })

  test('Z32 an order whose step was given after its hour holds from when it was given', () => {
    const late = [
      steps[0]!,
      { ...steps[1]!, at: aStep({ zone: 'S', transition: 'unseal', at: '2022-05-27T20:00' }).at },
    ]
    expect(zoneAt(ordered({ steps: late }), '2022-05-27T19:00').level).toBe('sealed')
    expect(zoneAt(ordered({ steps: late }), '2022-05-27T20:00').level).toBe('controlled')
  })
})

describe('what suspends an order before its hour', () => {
  const byFigures = {
    ...oneOrder,
    transitions: [
      {
        ...oneOrder.transitions[0]!,
        when: { all: [{ id: 'share', metric: { name: 'positivity', lt: 3 } }] },
      },
    ],
  }
  const figure = (at: string, value: number) => aMetric({ place: 'S', at, metric: 'positivity', value })
  const measured = (...metrics: Metric[]): Facts => ordered({ policies: [byFigures], rounds: [], metrics })

  test('Z33 a figure of a later moment that breaks a condition suspends it, and its hour passes without it', () => {
    const facts = measured(figure('2022-05-27', 1), figure('2022-05-27T15:00', 4))
    expect(unsealAt(facts, '2022-05-27T14:59')).toMatchObject({
      state: 'approval',
      approval: { suspended: [] },
    })
    for (const asOf of ['2022-05-27T15:00', '2022-05-27T18:00', '2022-05-28T12:00'])
      expect(unsealAt(facts, asOf)?.approval).toMatchObject({ suspended: ['share'], untilPlaced: false })
    expect(zoneAt(facts, '2022-05-28T12:00').level).toBe('sealed')
    const again = measured(
      figure('2022-05-27', 1),
      figure('2022-05-27T15:00', 4),
      figure('2022-05-27T16:00', 1),
    )
    expect(zoneAt(again, '2022-05-28T12:00').level).toBe('sealed')
  })

  test('Z33 that the figure of the approval has had its day is a lapse, and a good one changes nothing', () => {
    const late = [
      steps[0]!,
      { ...steps[1]!, takesEffectAt: aStep({ zone: '', transition: '', at: '2022-05-30T18:00' }).at },
    ]
    const facts = { ...measured(figure('2022-05-27', 1), figure('2022-05-28', 2)), steps: late }
    expect(unsealAt(facts, '2022-05-30T12:00')).toMatchObject({
      state: 'approval',
      approval: { suspended: [] },
    })
    expect(zoneAt(facts, '2022-05-30T18:00').level).toBe('controlled')
    const elsewhere = {
      ...facts,
      places: [aPlace({ code: 'far', kind: 'village' })],
      metrics: [
        ...facts.metrics,
        aMetric({ place: 'far', at: '2022-05-28', metric: 'positivity', value: 9 }),
      ],
    }
    expect(zoneAt(elsewhere, '2022-05-30T18:00').level).toBe('controlled')
  })

  const learned = (reportedAt: string, at: string) => {
    const table = newCase(reportedAt)
    table.knownAt[0] = aStep({ zone: '', transition: '', at }).at.at
    return table
  }

  test('Z33 a case of before the approval that was only learned after it suspends it, one known by then does not', () => {
    const late = ordered({ cases: learned('2022-05-26T22:00', '2022-05-27T15:00') })
    expect(unsealAt(late, '2022-05-27T17:59')?.approval).toMatchObject({ suspended: ['quiet'] })
    expect(zoneAt(late, '2022-05-28T12:00').level).toBe('sealed')
    const inTime = ordered({ cases: learned('2022-05-26T22:00', '2022-05-27T09:00') })
    expect(zoneAt(inTime, '2022-05-27T18:00').level).toBe('controlled')
    const afterwards = ordered({ cases: learned('2022-05-26T22:00', '2022-05-27T19:00') })
    expect(zoneAt(afterwards, '2022-05-28T12:00').level).toBe('controlled')
  })

  test('Z33 learned in a year that cannot be is learned nobody knows when: it suspends; by a later import it is not', () => {
    const isAt = (at: string, over: Partial<Facts> = {}) =>
      zoneAt(ordered({ cases: learned('2022-05-26T22:00', at), ...over }), '2022-05-28T12:00').level
    expect(isAt('2202-05-27T09:00')).toBe('sealed')
    expect(isAt('1922-05-27T09:00')).toBe('sealed')
    const knownAt = readAsOf(SHANGHAI, '2026-05-27T09:00')!
    const listSources = [
      { list: 'cases', file: 'cases.csv', ground: 'district', until: null, knownAt },
    ] as const
    expect(isAt('2026-05-27T09:00', { listSources })).toBe('controlled')
    expect(isAt('2026-05-28T09:00', { listSources })).toBe('controlled')
    expect(isAt('2202-05-27T09:00', { listSources })).toBe('sealed')
  })

  test('Z33 an approval recorded in a year that cannot be hides nothing that was learned after it', () => {
    const recorded = readAsOf(SHANGHAI, '2202-05-27T10:00')
    const facts = ordered({
      cases: learned('2022-05-26T22:00', '2022-05-27T15:00'),
      steps: steps.map((step) => ({ ...step, origin: { ...step.origin, knownAt: recorded } })),
    })
    expect(zoneAt(facts, '2022-05-28T12:00').level).toBe('sealed')
  })

  test('Z33 rows that came into the log together with the approval are not later than it', () => {
    const recorded = aStep({ zone: '', transition: '', at: '2022-05-27T15:00' }).at.at
    const together = ordered({
      cases: learned('2022-05-26T22:00', '2022-05-27T15:00'),
      steps: steps.map((step) => ({ ...step, origin: { ...step.origin, knownAt: recorded } })),
    })
    expect(zoneAt(together, '2022-05-27T18:00').level).toBe('controlled')
  })

  test('Z33 a case of which only the day is said, and that is the day of the approval, may have come after it', () => {
    expect(zoneAt(ordered({ cases: newCase('2022-05-27') }), '2022-05-28T12:00').level).toBe('sealed')
    expect(zoneAt(ordered({ cases: newCase('2022-05-26') }), '2022-05-28T12:00').level).toBe('controlled')
  })

  test('Z33 a row that nobody can place has a word of its own, until the hour has passed', () => {
    const facts = ordered({ cases: cases([{ id: 'N', reportedAt: '2022-05-27T15:00' }]) })
    expect(unsealAt(facts, '2022-05-27T16:00')?.approval).toMatchObject({
      suspended: ['quiet'],
      untilPlaced: true,
    })
    expect(unsealAt(facts, '2022-05-27T19:00')?.approval).toMatchObject({
      suspended: ['quiet'],
      untilPlaced: false,
    })
    expect(
      unsealAt(ordered({ cases: newCase('2022-05-27T15:00') }), '2022-05-27T16:00')?.approval,
    ).toMatchObject({ untilPlaced: false })
  })
})

test('Z8 a raise that nobody drew does not take the place of a later order: the forecast is what the hour brings', () => {
  const step = (name: string, at: string, takesEffectAt: string | null = null) =>
    aStep({ zone: 'C', transition: 'uncontrol', step: name, at, takesEffectAt })
  const facts = aFacts({
    zones: [aZone({ id: 'C', level: 'controlled', from: '2022-05-01' })],
    cases: cases([{ id: 'N', zone: 'C', reportedAt: '2022-05-26T10:00', kind: 'confirmed' }]),
    steps: [
      ...['apply', 'propose', 'assess'].map((name, i) => step(name, `2022-05-27T0${i + 6}:00`)),
      step('approve', '2022-05-27T09:00', '2022-05-28T08:00'),
    ],
  })
  const at = (asOf: string) => assessed(facts, asOf).zones[0]
  const before = at('2022-05-27T12:00')!
  expect(before.transitions.map(({ id, state }) => `${id} ${state}`)).toContain('positive-in-controlled due')
  const [, ordered] = before.forecast
  expect(ordered).toMatchObject({ from: '2022-05-28T08:00:00+08:00', recorded: false })
  expect(at('2022-05-28T08:00')?.level ?? 'normal').toBe(ordered!.level)
})

test('Z8 an order for a day moves nothing before that day: asked at its 00:00, neither then nor at the as-of before', () => {
  const facts = aFacts({
    zones: [aZone({ id: 'C', level: 'controlled', from: '2022-05-01' })],
    stated: new Set(['cases', 'contacts', 'rounds', 'facts']),
    rounds: [aRound({ zone: 'C', startedAt: '2022-05-26T08:00', finishedAt: '2022-05-26T20:00' })],
    steps: ['apply', 'propose', 'assess', 'approve'].map((name, i) =>
      aStep({
        ...{ zone: 'C', transition: 'uncontrol', step: name, at: `2022-05-26T2${i}:30` },
        ...(name === 'approve' ? { takesEffectAt: '2022-05-27' } : {}),
      }),
    ),
  })
  for (const asOf of ['2022-05-26T23:45', '2022-05-27T00:00']) {
    const zone = assessed(facts, asOf).zones[0]!
    expect(zone.transitions.find(({ id }) => id === 'uncontrol')!.state).toBe('approval')
    expect(zone.forecast.map(({ from }) => from)).toEqual(['2022-05-01', '2022-05-27'])
  }
})
