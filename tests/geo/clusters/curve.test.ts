import { describe, expect, test } from 'vitest'
import { curveOf } from '../../../geo/clusters/curve'
import { readAsOf } from '../../../geo/time/calendar'
import { aFacts, aPack, type CaseRow, cases } from '../../helpers/facts'
import { tainanCases } from '../../helpers/shared-cases'
import { hasSharedData } from '../../helpers/shared-data'

const NO_TAINAN = !hasSharedData('tainan-2015')

const COMMUNITY = ['visit', 'community', 'keyGroup']
const curve = (rows: readonly CaseRow[], asOf: string, finds: readonly string[] | undefined = COMMUNITY) =>
  curveOf(aFacts({ cases: cases(rows) }), readAsOf('Asia/Shanghai', asOf)!, finds)

describe('curve', () => {
  test('K8 a day without a case is a zero between the first report and the as-of, whose own day is partial', () => {
    const { daily } = curve(
      [{ reportedAt: '2022-05-12T08:00' }, { reportedAt: '2022-05-14' }],
      '2022-05-15T14:00',
    )
    expect(daily.map(({ day, total, partial }) => [day, total, partial])).toEqual([
      ['2022-05-12', 1, false],
      ['2022-05-13', 0, false],
      ['2022-05-14', 1, false],
      ['2022-05-15', 0, true],
    ])
    expect(curve([], '2022-05-15T14:00').daily).toEqual([])
  })

  test('K8 the picture of a whole day holds no case of the next', () => {
    const rows = [{ reportedAt: '2022-05-12' }, { reportedAt: '2022-05-13' }]
    expect(curve(rows, '2022-05-12').cumulative.total).toBe(1)
    expect(curve(rows, '2022-05-12').daily).toMatchObject([{ day: '2022-05-12', partial: false }])
    expect(curve(rows, '2022-05-13T00:01').cumulative.total).toBe(2)
  })

  test('K9 community and controlled are divided by the policy; without a word, or without its list, unknown', () => {
    const rows = [
      { reportedAt: '2022-05-12', foundIn: 'community' },
      { reportedAt: '2022-05-12', foundIn: 'central' },
      { reportedAt: '2022-05-12' },
    ]
    expect(curve(rows, '2022-05-12').cumulative).toMatchObject({
      total: 3,
      community: 1,
      controlled: 1,
      unknownFound: 1,
    })
    const facts = aFacts({ cases: cases(rows) })
    expect(curveOf(facts, readAsOf('Asia/Shanghai', '2022-05-12')!, undefined).cumulative.unknownFound).toBe(
      3,
    )
  })

  test('K9 suspected cases are counted apart and nowhere else', () => {
    const { suspected, cumulative, daily } = curve(
      [{ reportedAt: '2022-05-12', kind: 'suspected' }],
      '2022-05-12',
    )
    expect([suspected, cumulative.total, daily.length]).toEqual([1, 0, 0])
  })

  test('K10 an asymptomatic case that turns confirmed moves and adds nothing', () => {
    const rows = [
      { reportedAt: '2022-05-12', kind: 'confirmed', kindAt: '2022-05-14T10:00' },
      { reportedAt: '2022-05-14', kind: 'asymptomatic' },
      { reportedAt: '2022-05-14', kind: 'confirmed', kindAt: '2022-05-14' },
    ]
    const before = curve(rows, '2022-05-14T09:59')
    expect(before.cumulative).toMatchObject({ total: 3, confirmed: 1, asymptomatic: 2, converted: 0 })
    const { daily, cumulative } = curve(rows, '2022-05-14')
    expect(daily).toMatchObject([
      { day: '2022-05-12', total: 1, confirmed: 0, asymptomatic: 1, converted: 0 },
      { day: '2022-05-13', total: 0 },
      { day: '2022-05-14', total: 2, confirmed: 1, asymptomatic: 1, converted: 1 },
    ])
    expect(cumulative).toMatchObject({ total: 3, confirmed: 2, asymptomatic: 1, converted: 1 })
  })

  test.skipIf(NO_TAINAN)('K11 Tainan 2015 by month, as published', () => {
    const facts = aFacts({ pack: aPack({ timezone: 'Asia/Taipei' }), cases: tainanCases() })
    const { daily, cumulative } = curveOf(facts, readAsOf('Asia/Taipei', '2015-12-31')!, undefined)
    const month = (prefix: string): number =>
      daily.filter(({ day }) => day.startsWith(prefix)).reduce((sum, { total }) => sum + total, 0)
    expect([month('2015-07'), month('2015-08'), month('2015-09')]).toEqual([229, 3_307, 12_909])
    expect(cumulative.total).toBe(22_755)
    expect(daily.reduce((sum, { total }) => sum + total, 0)).toBe(22_755)
  })
})
