import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf, resolvePolicy } from '#geo'
import { aFacts, aPack, aZone, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const days = (gte: number) => ({
  days: { since: { maxOf: [{ event: 'zone.designated' }, { event: 'case' }] }, gte },
})
const policy = onePolicy(days(10), {
  levels: [
    { id: 'sealed', rank: 3 },
    { id: 'controlled', rank: 2 },
    { id: 'monitor', rank: 1 },
    { id: 'normal', rank: 0 },
  ],
  transitions: [
    {
      id: 'unseal',
      from: 'sealed',
      to: 'normal',
      kind: 'release',
      when: days(10),
      tail: { asLevel: 'monitor', days: 4 },
    },
    { id: 'back', from: 'monitor', to: 'sealed', kind: 'upgrade', on: 'case', redesignate: true },
  ],
})
const facts = (over: Partial<Facts> = {}) =>
  aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [policy],
    zones: [aZone({ id: 'S', from: '2022-05-01' })],
    ...over,
  })
const zone = (asOf: string, over: Partial<Facts> = {}) =>
  assess(facts(over), { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!
const lines = (asOf: string, over: Partial<Facts> = {}) =>
  zone(asOf, over).forecast.map(({ level, from }) => `${level} ${from}`)

describe('tails', () => {
  test('Z18 the zone goes on as the level of the tail, and from there by days alone', () => {
    expect(lines('2022-05-05')).toEqual(['sealed 2022-05-01', 'monitor 2022-05-11', 'normal 2022-05-15'])
    expect(zone('2022-05-05').transitions[0]).toMatchObject({
      id: 'unseal',
      kind: 'downgrade',
      to: 'monitor',
    })
  })

  const after = [
    aZone({ id: 'S', from: '2022-05-01', to: '2022-05-11' }),
    aZone({ id: 'S', level: 'monitor', from: '2022-05-11' }),
  ]

  test('Z18 it is a transition of its own, with sentences, without approval', () => {
    const tail = zone('2022-05-12', { zones: after }).transitions.find((one) => one.id === 'unseal.tail')!
    expect(tail).toMatchObject({
      kind: 'release',
      to: 'normal',
      state: 'blocked',
      eligibleAt: '2022-05-15',
      approval: null,
      conditions: [
        { id: 'tail', zh: '转为本级别满 4 天（第 2/4 天）', en: '4 days at this level (day 2 of 4)' },
      ],
    })
  })

  test('Z18 a zone drawn at that level has no tail, and a case in the tail moves it as anywhere', () => {
    const drawn = [aZone({ id: 'S', level: 'monitor', from: '2022-05-11' })]
    expect(zone('2022-05-12', { zones: drawn }).transitions.map((one) => one.id)).toEqual(['back'])
    const again = cases([{ zone: 'S', reportedAt: '2022-05-13' }])
    expect(lines('2022-05-13', { zones: after, cases: again })).toEqual([
      'sealed 2022-05-01',
      'monitor 2022-05-11',
      'sealed 2022-05-13',
      'monitor 2022-05-23',
      'normal 2022-05-27',
    ])
  })

  test('P7 every key of the language is checked, with its path', () => {
    const faults = resolvePolicy('test-one', [
      onePolicy(
        { flag: 'x' },
        {
          valid: { from: '2022-02-30', to: '2022' },
          tz: 'Asia/Nowhere',
          unit: { default: 'castle', allowed: ['compound'] },
          subject: { zh: '例', en: 'cases', unit: '' },
          hysteresis: { downgradeAfterDays: -3 },
          levels: [
            {
              id: 'sealed',
              rank: 1,
              ttlHours: 0,
              prefix: {},
              measures: [{ zh: '' }],
              delimit: [
                { type: 'circle' },
                { type: 'buffer', of: 'case' },
                { type: 'remainder', within: 'moon', minus: [] },
              ],
            },
            { id: 'normal', rank: 0 },
          ],
          transitions: [
            {
              id: 't',
              from: 'sealed',
              to: 'normal',
              kind: 'release',
              when: { flag: 'x' },
              tail: { asLevel: 'sealed' },
            },
          ],
          schedules: { sealed: { pcrDays: [1, 2.5], finalWithinHours: '24' } },
          approvals: {
            one: [
              { step: 'a', blocking: 'no' },
              { step: 'a', slaHours: 0 },
            ],
            none: [],
          },
          migrate: [{ from: 'x', map: { a: 3 }, keepClock: 1, graceDays: -1 }],
          deadlines: [{ id: 'd', zh: '报', from: 'case.reported', hours: 2, source: 'G' }],
        },
      ),
    ]).faults.map((one) => `${one.path} ${one.code}`)
    expect(faults).toEqual([
      'tz not-in-list',
      'valid.from not-a-day',
      'valid.to not-a-day',
      'subject.unit empty',
      'unit.default not-in-list',
      'hysteresis.downgradeAfterDays out-of-range',
      'levels.0.prefix one-of',
      'levels.0.measures.0.zh empty',
      'levels.0.ttlHours out-of-range',
      'levels.0.delimit.0.type not-in-list',
      'levels.0.delimit.1.radiusM missing',
      'levels.0.delimit.2.within not-in-list',
      'transitions.0.tail.days missing',
      'schedules.sealed.pcrDays.1 not-whole',
      'schedules.sealed.finalWithinHours wrong-type',
      'approvals.one.0.blocking wrong-type',
      'approvals.one.1.step duplicate-id',
      'approvals.one.1.slaHours out-of-range',
      'approvals.none empty',
      'migrate.0.map.a wrong-type',
      'migrate.0.keepClock wrong-type',
      'migrate.0.graceDays out-of-range',
      'deadlines.0.done missing',
    ])
  })

  test('P7 a document that extends another says only what it changes of a level or a time limit', () => {
    const over = (changes: object) => ({ id: 'mine', extends: 'test-one', ...changes })
    const faults = (changes: object) =>
      resolvePolicy('mine', [
        over(changes),
        onePolicy(
          { flag: 'x' },
          { deadlines: [{ id: 'd', zh: '报', from: 'a', done: 'b', hours: 2, source: 'G' }] },
        ),
      ]).faults.map((one) => `${one.path} ${one.code}`)
    expect(faults({ levels: [{ id: 'sealed', zh: '封' }], deadlines: [{ id: 'd', hours: 4 }] })).toEqual([])
    expect(faults({ levels: [{ id: 'new', zh: '新' }] })).toEqual(['levels.3.rank missing'])
    expect(faults({ deadlines: [{ id: 'd', hours: '4' }] })).toEqual(['deadlines.0.hours wrong-type'])
  })

  test('P7 levels that schedules, migrations, tails and delimitation name must exist', () => {
    const faults = resolvePolicy('test-one', [
      onePolicy(
        {
          all: [
            { id: 'a', flag: 'x' },
            { id: 'a', flag: 'y' },
          ],
        },
        {
          levels: [
            {
              id: 'sealed',
              rank: 1,
              delimit: [
                { type: 'buffer', of: 'zone:red.edge', radiusM: 3000 },
                { type: 'ringOf', unit: 'compound', minus: ['blue'] },
                { type: 'adjacent', to: 'green', unit: 'grid' },
              ],
            },
            { id: 'controlled', rank: 0.5 },
            { id: 'normal', rank: 0 },
          ],
          schedules: { pink: { pcrDays: [1] } },
          migrate: [{ from: 'old', map: { H: 'grey' }, keepClock: true }],
        },
      ),
    ]).faults.map((one) => `${one.path} ${one.code}`)
    expect(faults).toEqual([
      'transitions.0.when.all.1.id duplicate-id',
      'schedules.pink unknown-level',
      'migrate.0.map.H unknown-level',
      'levels.0.delimit.0.of unknown-level',
      'levels.0.delimit.1.minus.0 unknown-level',
      'levels.0.delimit.2.to unknown-level',
    ])
  })
})
