import { describe, expect, test } from 'vitest'
import type { Facts } from '#geo'
import { aFact, aZone, cases, contacts } from '../../../helpers/facts'
import { clean, lines, open, transition, under } from './ask'

const yes = (at: string, ...facts: string[]) => facts.map((fact) => aFact({ zone: 'Z', at, fact }))

describe('cn-guangzhou-2021-n20 (§4.2, Notice 20)', () => {
  const n20 = (over: Partial<Facts> = {}): Facts =>
    under('cn-guangzhou-2021-n20', {
      level: 'sealed',
      from: '2021-05-30',
      statedFacts: [
        ...yes('2021-05-31', 'measuresInPlace'),
        ...yes('2021-06-13', 'allContactsControlled', 'yellowCodesNegative', 'environmentNegative'),
      ],
      rounds: ['2021-06-02', '2021-06-06', '2021-06-13T20:00'].map(clean),
      ...over,
    })

  test('Y3 “14 consecutive d since measures in place, ≥ 3 full rounds …, full round in the 24 h before release negative”', () => {
    expect(transition(n20(), '2021-06-14T12:00', 'unseal')).toMatchObject({
      state: 'due',
      eligibleAt: '2021-06-14',
    })
    expect(transition(n20(), '2021-06-13T22:00', 'unseal')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2021-06-14',
    })
    expect(lines(n20(), '2021-06-13T22:00')).toEqual(['sealed 2021-05-30', 'normal 2021-06-14'])
  })

  test('Y3 two rounds are too few, one of 25 hours ago too old, each fact by itself blocks', () => {
    const asOf = '2021-06-14T12:00'
    const openWith = (over: Partial<Facts>) => open(transition(n20(over), asOf, 'unseal'))
    expect(openWith({ rounds: ['2021-06-06', '2021-06-13T20:00'].map(clean) })).toEqual(['threeRounds unmet'])
    expect(openWith({ rounds: ['2021-06-02', '2021-06-06', '2021-06-13T11:00'].map(clean) })).toEqual([
      'finalRound unmet',
    ])
    expect(openWith({ statedFacts: yes('2021-05-31', 'measuresInPlace') })).toEqual([
      'contactsControlled unknown',
      'yellowCodes unknown',
      'environment unknown',
    ])
  })

  test('Y3 “with no new infection”: after a round that found one, three more', () => {
    const found = { ...clean('2021-06-12'), result: 'positive' as const, positivePeople: 1 }
    const rounds = [clean('2021-06-02'), clean('2021-06-06'), found, clean('2021-06-13T20:00')]
    expect(open(transition(n20({ rounds }), '2021-06-14T12:00', 'unseal'))).toEqual(['threeRounds unmet'])
    const more = [...rounds, clean('2021-06-14T20:00'), clean('2021-06-15T20:00')]
    expect(transition(n20({ rounds: more }), '2021-06-16T12:00', 'unseal').state).toBe('due')
  })

  test('Y3 “no new infection” in the 14 days: one on the 5th day, found outside the rounds, starts them anew', () => {
    const found = n20({ cases: cases([{ reportedAt: '2021-06-05', zone: 'Z' }]) })
    expect(open(transition(found, '2021-06-14T12:00', 'unseal'))).toEqual(['noNewCase unmet'])
    expect(transition(found, '2021-06-14T12:00', 'unseal').eligibleAt).toBe('2021-06-19')
    const stated = new Set(['zones', 'facts', 'rounds'] as const)
    expect(open(transition(n20({ stated }), '2021-06-14T12:00', 'unseal'))).toContain('noNewCase unknown')
  })

  test('Y3 “decided by the authority that imposed it”; the labels clash, the ids do not', () => {
    const steps = [{ step: 'assess' }, { step: 'report' }]
    const facts = n20({
      zones: [aZone({ id: 'Z', level: 'controlled', from: '2021-05-30' })],
      steps: steps.map(({ step }, i) => ({
        ...{
          zone: 'Z',
          transition: 'uncontrol',
          step,
          at: { at: Date.UTC(2021, 5, 14, 2 + i), isDay: false },
        },
        ...{ by: null, decision: 'given' as const, takesEffectAt: null, note: null },
        origin: { file: 'transitions.csv', row: i + 1, knownAt: null },
      })),
    })
    expect(transition(facts, '2021-06-14T14:00', 'uncontrol')).toMatchObject({
      state: 'approval',
      approval: { next: 'approve', nextStep: 'approve' },
    })
  })
})

describe('cn-guangzhou-2022 (§4.2)', () => {
  const gz = (over: Partial<Facts> = {}): Facts =>
    under('cn-guangzhou-2022', {
      level: 'sealed',
      from: '2022-04-09',
      cases: cases([{ reportedAt: '2022-04-09', zone: 'Z' }]),
      contacts: contacts([{ exposedAt: '2022-04-15', transferredAt: '2022-04-18', zone: 'Z' }]),
      statedFacts: yes('2022-04-22', 'contactsNegative', 'disinfectionPassed'),
      rounds: [clean('2022-04-22')],
      ...over,
    })

  test('Y4 “> 14 d since exposure or > 4 d since moved to central quarantine”', () => {
    expect(transition(gz(), '2022-04-22T12:00', 'unseal')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2022-04-23',
    })
    expect(transition(gz(), '2022-04-23T12:00', 'unseal').state).toBe('due')
    const athome = gz({ contacts: contacts([{ exposedAt: '2022-04-15', zone: 'Z' }]) })
    expect(transition(athome, '2022-04-23T12:00', 'unseal')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2022-04-29',
    })
  })

  test('Y4 “plus disinfection passed”; nobody said so is unknown', () => {
    const silent = gz({ statedFacts: yes('2022-04-22', 'contactsNegative') })
    expect(open(transition(silent, '2022-04-23T12:00', 'unseal'))).toEqual([
      ...['exposurePast unmet', 'disinfection unknown'],
    ])
  })
})

describe('cn-xian-2022 (§4.5)', () => {
  const xian = (transferredAt: string | null, over: Partial<Facts> = {}): Facts =>
    under('cn-xian-2022', {
      level: 'sealed',
      from: '2021-12-23',
      cases: cases([{ reportedAt: '2021-12-24', zone: 'Z' }]),
      contacts: contacts([{ exposedAt: '2021-12-23', transferredAt, zone: 'Z' }]),
      statedFacts: yes('2022-01-08', 'contactsNegative'),
      rounds: [clean('2022-01-09')],
      ...over,
    })

  test('Y5 “counts from transfer of the last contact to central quarantine”, not from the exposure', () => {
    expect(transition(xian('2021-12-27'), '2022-01-09T20:00', 'unseal')).toMatchObject({
      ...{ state: 'blocked', to: 'controlled', eligibleAt: '2022-01-10' },
    })
    expect(lines(xian('2021-12-27'), '2022-01-09T20:00')).toEqual([
      'sealed 2021-12-23',
      'controlled 2022-01-10',
    ])
  })

  test('Y5 “if a moved contact is confirmed and makes new contacts in the zone, restart from their transfer”', () => {
    const again = xian(null, {
      contacts: contacts([
        { exposedAt: '2021-12-23', transferredAt: '2021-12-27', zone: 'Z' },
        { exposedAt: '2021-12-29', transferredAt: '2021-12-31', zone: 'Z' },
      ]),
    })
    expect(transition(again, '2022-01-10', 'unseal')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2022-01-14',
    })
    expect(transition(again, '2022-01-10', 'unseal').resets).toContainEqual({
      ...{ event: 'contact.transferred', effect: 'restart', to: null },
    })
  })

  test('Y5 a contact who was never moved holds the zone; no contact at all does not', () => {
    expect(open(transition(xian(null), '2022-01-10T12:00', 'unseal'))).toEqual([
      'contactsMoved unmet',
      'noContacts unmet',
    ])
    const none = xian(null, { contacts: contacts([]) })
    expect(transition(none, '2022-01-10T12:00', 'unseal').state).toBe('due')
  })
})

describe('cn-beijing-2022-10d (§4.6)', () => {
  const beijing = (over: Partial<Facts> = {}): Facts =>
    under('cn-beijing-2022-10d', {
      level: 'sealed',
      from: '2022-05-17',
      cases: cases([{ reportedAt: '2022-05-17T09:00', transferredAt: '2022-05-17T15:00', zone: 'Z' }]),
      contacts: contacts([{ exposedAt: '2022-05-16', transferredAt: '2022-05-18', zone: 'Z' }]),
      statedFacts: [
        aFact({ zone: 'Z', at: '2022-05-18', fact: 'anyEnvironmentPositive', value: 'false' }),
        ...yes('2022-05-26', 'allPcrNegative', 'contactsNegative'),
      ],
      ...over,
    })

  test('Y6 “10 d. Clock = time the case left”, then “4 d as controlled”', () => {
    expect(lines(beijing(), '2022-05-26')).toEqual([
      'sealed 2022-05-17',
      'controlled 2022-05-27T15:00:00+08:00',
      'normal 2022-05-31T15:00:00+08:00',
    ])
  })

  test('Y6 “else time terminal disinfection finished”', () => {
    const positive = beijing({
      statedFacts: [
        ...yes('2022-05-18', 'anyEnvironmentPositive'),
        ...yes('2022-05-19T18:00', 'terminalDisinfection'),
        ...yes('2022-05-26', 'allPcrNegative', 'contactsNegative'),
      ],
    })
    expect(transition(positive, '2022-05-27', 'unseal').eligibleAt).toBe('2022-05-29T18:00:00+08:00')
    const unsaid = beijing({ statedFacts: yes('2022-05-26', 'allPcrNegative', 'contactsNegative') })
    expect(transition(unsaid, '2022-05-30', 'unseal').state).toBe('unknown')
    expect(transition(unsaid, '2022-05-30', 'unseal').conditions[0]).toMatchObject({
      ...{ id: 'tenDays', reason: 'not-stated', figures: { flag: 'anyEnvironmentPositive' } },
    })
  })

  test('Y6 “any new case or new non-overlapping positive point restarts”', () => {
    const again = beijing({
      statedFacts: [...beijing().statedFacts, ...yes('2022-05-21T10:00', 'positivePoint')],
    })
    expect(transition(again, '2022-05-26', 'unseal').eligibleAt).toBe('2022-05-31T10:00:00+08:00')
    const rows = [
      { reportedAt: '2022-05-17T09:00', transferredAt: '2022-05-17T15:00', zone: 'Z' },
      { reportedAt: '2022-05-20T08:00', transferredAt: '2022-05-20T12:00', zone: 'Z' },
    ]
    const moved = beijing({ cases: cases(rows) })
    expect(transition(moved, '2022-05-26', 'unseal').eligibleAt).toBe('2022-05-30T12:00:00+08:00')
    const inside = beijing({ cases: cases([rows[0]!, { reportedAt: '2022-05-20T08:00', zone: 'Z' }]) })
    expect(open(transition(inside, '2022-05-31', 'unseal'))).toContain('noneLeft unmet')
    expect(transition(inside, '2022-05-31', 'unseal').state).toBe('blocked')
  })

  test('Y6 “last contact left ≥ 4 d and negative”', () => {
    const late = beijing({ contacts: contacts([{ transferredAt: '2022-05-25T10:00', zone: 'Z' }]) })
    expect(transition(late, '2022-05-28', 'unseal')).toMatchObject({
      ...{ state: 'blocked', eligibleAt: '2022-05-29T10:00:00+08:00' },
    })
  })

  test('Y6 “controlled → 4 d monitoring”', () => {
    const controlled = beijing({
      zones: [aZone({ id: 'Z', level: 'controlled', from: '2022-05-17' })],
      cases: cases([]),
    })
    const drawn = {
      ...controlled,
      cases: cases([{ reportedAt: '2022-05-16', transferredAt: '2022-05-17', zone: 'Z' }]),
    }
    expect(lines(drawn, '2022-05-26')).toEqual([
      'controlled 2022-05-17',
      'monitor 2022-05-27',
      'normal 2022-05-31',
    ])
    const found = beijing({
      zones: [aZone({ id: 'Z', level: 'monitor', from: '2022-05-27' })],
      cases: cases([{ reportedAt: '2022-05-30', zone: 'Z' }]),
    })
    expect(transition(found, '2022-05-31', 'end-monitoring')).toMatchObject({
      ...{ state: 'blocked', eligibleAt: '2022-06-03' },
    })
  })
})

describe('cn-beijing-2022-10d: when the last contact left', () => {
  const seen = { case: 'a', kind: 'close', zone: 'Z', exposedAt: '2022-05-02' }
  const gone = (...rows: readonly object[]): string | undefined =>
    transition(
      under('cn-beijing-2022-10d', {
        ...{ level: 'sealed', from: '2022-05-01' },
        cases: cases([{ zone: 'Z', reportedAt: '2022-05-01', transferredAt: '2022-05-01T14:00' }]),
        contacts: contacts(rows.map((row, i) => ({ ...seen, id: `k${i}`, ...row }))),
      }),
      '2022-05-27',
      'unseal',
    ).conditions.find(({ id }) => id === 'contactsGone')?.at as string | undefined

  test('Y6 of each contact the earlier of transfer and release counts, of all of them the last', () => {
    const early = { transferredAt: '2022-05-03T20:00', releasedAt: '2022-05-16T08:00' }
    expect(gone(early)).toBe('2022-05-07T20:00:00+08:00')
    expect(gone(early, { transferredAt: '2022-05-26T11:00' })).toBe('2022-05-30T11:00:00+08:00')
    expect(gone(early, { releasedAt: '2022-05-26T11:00' })).toBe('2022-05-30T11:00:00+08:00')
    expect(gone(early, {})).toBeNull()
  })
})
