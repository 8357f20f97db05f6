import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Facts, initialLevel, readAsOf, resolvePolicy } from '#geo'
import { aFacts, aPlace, cases, SHANGHAI } from '../../../helpers/facts'

const { policy } = resolvePolicy('cn-shanghai-2022-04-11', BUILT_IN_POLICIES)
const at = readAsOf(SHANGHAI, '2022-04-11T12:00')!
const first = (...days: string[]) =>
  firstOf({ cases: cases(days.map((reportedAt) => ({ reportedAt, place: 'A' }))) })
function firstOf(over: Partial<Facts>) {
  const facts = aFacts({ places: [aPlace({ code: 'A' })], ...over })
  return initialLevel(policy!, facts, { members: ['A'], drawn: null, at })
}

describe('cn-shanghai-2022-04-11: the first class (§4.1)', () => {
  test('Y7 “positive in last 7 d → sealed; none in 7 d → controlled; none in 14 d → precaution”', () => {
    const days = ['2022-04-11', '2022-04-04', '2022-04-03', '2022-03-28', '2022-03-27']
    expect(days.map((day) => first(day).level)).toEqual([
      ...['sealed7', 'sealed7', 'controlled', 'controlled', 'precaution'],
    ])
    expect(first().level).toBe('precaution')
    expect(first('2022-03-30', '2022-04-09').level).toBe('sealed7')
  })

  test('Y7 where nobody handed in a list of cases there is no first class', () => {
    const stated = new Set([...aFacts().stated].filter((one) => one !== 'cases'))
    expect(firstOf({ stated })).toMatchObject({ level: null, reason: 'unknown' })
  })
})
