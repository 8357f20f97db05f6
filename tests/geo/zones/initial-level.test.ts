import { describe, expect, test } from 'vitest'
import { type Facts, initialLevel, type Policy, resolvePolicy } from '#geo'
import { aFact, aFacts, aPlace, aZone, box, cases, moment } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const within = (withinDays: number, limit: object) => ({ count: { event: 'case', withinDays, ...limit } })
/** Shanghai, 11 April 2022: positive in 7 days → sealed, none in 7 → controlled, none in 14 → precaution. */
const policy: Policy = resolvePolicy('test-one', [
  onePolicy(
    { flag: 'x' },
    {
      levels: ['sealed', 'controlled', 'precaution', 'normal'].map((id, i) => ({ id, rank: 3 - i })),
      classifyInitial: [
        { level: 'sealed', when: within(7, { gte: 1 }) },
        { level: 'precaution', when: within(14, { eq: 0 }) },
        { level: 'controlled', when: within(7, { eq: 0 }) },
      ],
    },
  ),
]).policy!
const places = [aPlace({ code: 'A', shape: box(113, 31, 113.1, 31.1) }), aPlace({ code: 'B' })]
const ground = { members: ['A'], drawn: null, at: moment('2022-04-11T12:00').at }
const level = (over: Partial<Facts>) => initialLevel(policy, aFacts({ places, ...over }), ground)

describe('the first level of new ground', () => {
  test('Z25 the first rule that holds, by the cases of the look-back', () => {
    const on = (day: string, place = 'A') =>
      level({ cases: cases([{ place, reportedAt: `2022-04-${day}` }]) })
    expect(on('04').level).toBe('sealed')
    expect(on('03').level).toBe('controlled')
    expect(level({}).level).toBe('precaution')
    expect(on('04', 'B').level).toBe('precaution')
    expect(on('04')).toMatchObject({
      reason: 'rule',
      conditions: [{ state: 'met', figures: { have: 1 }, evidence: [{ file: 'cases.csv' }] }],
    })
  })

  test('Z25 by position too, and whatever zones there are', () => {
    const row = cases([{ lng: 113.05, lat: 31.05, reportedAt: '2022-04-10' }])
    expect(level({ cases: row }).level).toBe('sealed')
    const zones = [aZone({ id: 'old', from: '2022-04-01', members: ['A'] })]
    expect(level({ cases: row, zones }).level).toBe('sealed')
  })

  test('Z25 what is not known ends the search; without rules there is no level', () => {
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'cases'))
    expect(level({ stated })).toMatchObject({
      level: null,
      reason: 'unknown',
      conditions: [{ state: 'unknown' }],
    })
    const bare = { ...policy, classifyInitial: [] }
    expect(initialLevel(bare, aFacts({ places }), ground)).toMatchObject({ level: null, reason: 'no-rule' })
    const flag = { ...policy, classifyInitial: [{ level: 'sealed', when: { flag: 'spread' } }] }
    const said = (value: string) => ({
      statedFacts: [aFact({ place: 'A', at: '2022-04-10', fact: 'spread', value })],
    })
    const asked = (over: Partial<Facts>) => initialLevel(flag, aFacts({ places, ...over }), ground)
    expect(asked(said('true')).level).toBe('sealed')
    expect(asked(said('false')).reason).toBe('none-holds')
    expect(asked({}).reason).toBe('unknown')
  })
})
