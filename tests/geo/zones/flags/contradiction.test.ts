import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Facts } from '#geo'
import { SPEAKS_OF } from '../../../../geo/zones/flags/speaks-of'
import { aFact, aFacts, aPack, aRound, aZone, cases, contacts } from '../../../helpers/facts'
import { onePolicy } from '../../../helpers/policies'
import { at } from '../policies/ask'

const AS_OF = '2022-05-20T12:00'

/** One zone whose release asks for this flag alone. */
function ask(when: object, over: Partial<Facts> = {}, asOf = AS_OF) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [onePolicy({ all: [{ id: 'asked', ...when }] })],
    zones: [aZone({ id: 'Z', level: 'sealed', from: '2022-05-01' })],
    ...over,
  })
  const transition = at(facts, asOf).zones[0]!.transitions[0]!
  const leaf = transition.conditions.find(({ id }) => id === 'asked')!
  return { transition, leaf, finding: transition.findings.find(({ mark }) => mark === '矛') }
}

const said = (fact: string, value = 'true', when = '2022-05-15T08:00') =>
  aFact({ zone: 'Z', at: when, fact, value })
const aCase = (reportedAt: string) => cases([{ id: 'k', zone: 'Z', reportedAt }])
const aContact = (over: object) =>
  contacts([{ zone: 'Z', exposedAt: '2022-05-10T08:00', transferredAt: '2022-05-11T08:00', ...over }])

const LATER = '2022-05-16T08:00'
const positive = { result: 'positive', positivePeople: 1 } as const

describe('a flag that its lists contradict', () => {
  test.each([
    ['2022-05-05T08:00', 'unknown'],
    ['2022-05-09', 'unknown'],
    ['2022-05-10', 'met'],
    ['2022-05-12T08:00', 'met'],
  ])('C60 a release before the exposure is none: released %s', (releasedAt, state) => {
    const statedFacts = [said('contactsNegative')]
    const contact = aContact({ kind: 'close', releasedAt, result: 'pending' })
    expect(ask({ flag: 'contactsNegative' }, { statedFacts, contacts: contact }).leaf.state).toBe(state)
    const there = aContact({ kind: 'close', releasedAt, transferredAt: null })
    const controlled = [said('allContactsControlled')]
    expect(
      ask({ flag: 'allContactsControlled' }, { statedFacts: controlled, contacts: there }).leaf.state,
    ).toBe(state)
  })

  const older: [flag: string, what: string, over: Partial<Facts>][] = Object.entries(SPEAKS_OF).flatMap(
    ([flag, { events }]) =>
      events.map((event): [string, string, Partial<Facts>] => {
        if (event === 'case') return [flag, event, { cases: aCase(LATER) }]
        if (event === 'contact.exposure')
          return [
            flag,
            event,
            { contacts: aContact({ kind: 'casual', exposedAt: LATER, transferredAt: null }) },
          ]
        return [flag, event, { statedFacts: [said(event, 'true', LATER)] }]
      }),
  )

  test.each(older)(
    'C60 %s stated before a later %s is unknown, and both rows are told',
    (flag, _event, over) => {
      const value = SPEAKS_OF[flag]!.favours ? 'true' : 'false'
      const when = SPEAKS_OF[flag]!.favours ? { flag } : { not: { flag } }
      const statedFacts = [said(flag, value), ...(over.statedFacts ?? [])]
      const { leaf, transition, finding } = ask(when, { ...over, statedFacts })
      expect([transition.state, leaf.state, leaf.reason]).toEqual(['unknown', 'unknown', 'flag-older'])
      expect(leaf.evidence.map(({ at }) => at)).toEqual([
        '2022-05-15T08:00:00+08:00',
        '2022-05-16T08:00:00+08:00',
      ])
      expect(finding).toMatchObject({ reason: 'flag-older', authority: 'reference', evidence: leaf.evidence })
      const anew = ask(when, {
        ...over,
        statedFacts: [...statedFacts, said(flag, value, '2022-05-17T08:00')],
      })
      expect([anew.leaf.state, anew.leaf.at, anew.finding]).toEqual([
        'met',
        '2022-05-17T08:00:00+08:00',
        undefined,
      ])
    },
  )

  const against: [flag: string, what: string, over: Partial<Facts>][] = [
    ['allContactsControlled', 'a contact that is not moved', { contacts: aContact({ transferredAt: null }) }],
    ['contactsNegative', 'a positive contact', { contacts: aContact({ result: 'positive' }) }],
    ['contactsNegative', 'a contact whose result is open', { contacts: aContact({ result: 'pending' }) }],
    [
      'contactsNegative',
      'a contact of whom the list does not tell the result',
      {
        contacts: contacts([
          { zone: 'Z', exposedAt: '2022-05-10', transferredAt: '2022-05-11', result: 'negative' },
          { zone: 'Z', exposedAt: '2022-05-10', transferredAt: '2022-05-11' },
        ]),
      },
    ],
    [
      'allPcrNegative',
      'a later positive round',
      { rounds: [aRound({ zone: 'Z', finishedAt: LATER, ...positive })] },
    ],
    ['allPcrNegative', 'a round under way', { rounds: [aRound({ zone: 'Z', startedAt: LATER })] }],
    [
      'environmentNegative',
      'a later positive round of the environment',
      { rounds: [aRound({ zone: 'Z', finishedAt: LATER, scope: '环境', ...positive })] },
    ],
    [
      'noPendingSamples',
      'a round with results open',
      { rounds: [aRound({ zone: 'Z', finishedAt: '2022-05-12', result: 'pending' })] },
    ],
  ]

  test.each(against)('C60 %s against %s is unknown', (flag, _what, over) => {
    const { leaf, finding } = ask({ flag }, { ...over, statedFacts: [said(flag)] })
    expect([leaf.state, leaf.reason]).toEqual(['unknown', 'flag-against-list'])
    expect(leaf.evidence.map(({ file }) => file)).toEqual([
      'facts.csv',
      over.rounds ? 'rounds.csv' : 'contacts.csv',
    ])
    expect(finding?.zh).toContain('不作数')
  })

  test('C60 a release ends an open result, and makes no positive one negative; a later negative round speaks against nothing', () => {
    const stateOf = (flag: string, result: string) => {
      const released = aContact({ result, transferredAt: null, releasedAt: '2022-05-12T08:00' })
      return ask({ flag }, { contacts: released, statedFacts: [said(flag)] }).leaf.state
    }
    for (const result of ['positive', 'pending']) expect(stateOf('allContactsControlled', result)).toBe('met')
    expect(['pending', 'positive'].map((result) => stateOf('contactsNegative', result))).toEqual([
      ...['met', 'unknown'],
    ])
    const rounds = [aRound({ zone: 'Z', finishedAt: LATER })]
    expect(
      ask({ flag: 'allPcrNegative' }, { rounds, statedFacts: [said('allPcrNegative')] }).leaf.state,
    ).toBe('met')
  })

  test('C60 a later contact whom the list has moved takes nothing from “all are controlled”, but from “all are negative”', () => {
    const moved = aContact({ exposedAt: LATER, transferredAt: '2022-05-16T20:00' })
    const ofMoved = (flag: string) => ask({ flag }, { contacts: moved, statedFacts: [said(flag)] }).leaf.state
    expect([ofMoved('allContactsControlled'), ofMoved('contactsNegative')]).toEqual(['met', 'unknown'])
  })

  test('C60 two answers of one time are unknown, whatever their order', () => {
    const two = [
      said('visitsFavourable'),
      { ...said('visitsFavourable', 'false'), origin: { file: 'b.csv', row: 1, knownAt: null } },
    ]
    for (const statedFacts of [two, [...two].reverse()]) {
      const { leaf } = ask({ flag: 'visitsFavourable' }, { statedFacts })
      expect([leaf.state, leaf.reason, leaf.evidence.length]).toEqual(['unknown', 'flag-twice', 2])
    }
  })

  test('C60 an answer that holds a zone back stands, whatever came later', () => {
    const { leaf } = ask(
      { flag: 'contactsNegative' },
      { cases: aCase(LATER), statedFacts: [said('contactsNegative', 'false')] },
    )
    expect([leaf.state, leaf.reason]).toEqual(['unmet', 'stated-false'])
  })

  test('C60 without the list of what it speaks of nothing tells whether a flag is out of date', () => {
    const stated = new Set(['zones', 'facts', 'rounds', 'contacts'] as const)
    const { leaf } = ask({ flag: 'visitsFavourable' }, { stated, statedFacts: [said('visitsFavourable')] })
    expect([leaf.state, leaf.reason]).toEqual(['unknown', 'list-unknown'])
  })

  test('C60 an opposite flag of later is told with it', () => {
    const statedFacts = [said('environmentNegative'), said('anyEnvironmentPositive', 'true', LATER)]
    const { leaf } = ask({ flag: 'environmentNegative' }, { statedFacts })
    expect([leaf.reason, leaf.evidence.length]).toEqual(['flag-older', 2])
  })

  test('C60 a flag of an edition of one’s own is out of date after a later case', () => {
    const over = { cases: aCase(LATER), statedFacts: [said('wellsTested')] }
    expect(ask({ flag: 'wellsTested' }, over).leaf.reason).toBe('flag-older')
    expect(ask({ flag: 'wellsTested' }, { statedFacts: [said('wellsTested')] }).leaf.state).toBe('met')
  })

  test('C60 a clock chosen by a flag that is out of date is unknown, with both rows', () => {
    const since: unknown = JSON.parse(
      '{"if":{"flag":"anyEnvironmentPositive"},"then":{"event":"terminalDisinfection"},"else":{"event":"case"}}',
    )
    const { leaf, finding } = ask(
      { days: { since, gte: 2 } },
      { statedFacts: [said('anyEnvironmentPositive', 'false'), said('positivePoint', 'true', LATER)] },
    )
    expect([leaf.state, leaf.reason, leaf.evidence.length]).toEqual(['unknown', 'flag-older', 2])
    expect(finding).toBeDefined()
  })

  test('C60 a case that nobody can place holds a flag that would be out of date with it', () => {
    const over = { cases: cases([{ id: 'k', reportedAt: LATER }]), statedFacts: [said('visitsFavourable')] }
    const { leaf, transition } = ask({ flag: 'visitsFavourable' }, over)
    expect([transition.state, leaf.reason]).toEqual(['unknown', 'unplaced'])
    const before = { ...over, cases: cases([{ id: 'k', reportedAt: '2022-05-14T08:00' }]) }
    expect(ask({ flag: 'visitsFavourable' }, before).leaf.state).toBe('met')
  })
})

describe('the table', () => {
  const readme = readFileSync(new URL('../../../../geo/zones/flags/README.md', import.meta.url), 'utf8')
  const [flags, events] = readme
    .split('## Events that people state')
    .map((part) => [...part.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!).sort())

  test('C61 every flag that a built-in edition reads has a row, and what the row says is what counts', () => {
    const read = [...JSON.stringify(BUILT_IN_POLICIES).matchAll(/"flag":"(\w+)"/g)].map(([, name]) => name!)
    expect([...new Set(read)].sort()).toEqual(flags)
    expect(Object.keys(SPEAKS_OF).sort()).toEqual(flags)
    for (const [flag, { favours, events: spoken }] of Object.entries(SPEAKS_OF)) {
      const [, , lowers, after] = readme
        .split('\n')
        .find((line) => line.startsWith(`| \`${flag}\``))!
        .split('|')
      expect(lowers!.trim(), flag).toBe(favours === null ? 'neither' : favours ? 'yes' : 'no')
      expect(
        [...after!.matchAll(/`([\w.]+)`/g)].map(([, name]) => name!),
        flag,
      ).toEqual(spoken)
    }
  })

  test('C61 so has every fact that a clock of theirs reads', () => {
    const names = [...JSON.stringify(BUILT_IN_POLICIES).matchAll(/"event":"([\w.]+)"/g)].map(
      ([, name]) => name!,
    )
    const stated = names.filter((name) => !/^(case|contact|zone|level)(\.|$)/.test(name))
    expect([...new Set(stated)].sort()).toEqual(events)
  })
})
