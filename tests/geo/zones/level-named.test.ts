import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, levelNamed, resolvePolicy, withLevelIds } from '#geo'
import { aPack, aZone } from '../../helpers/facts'

const under = (policy: string, text: string) =>
  levelNamed(resolvePolicy(policy, BUILT_IN_POLICIES).policy!, text)

describe('levels by their names', () => {
  test('Z40 “封控区, 高风险, high, H” are the levels of their edition', () => {
    expect(
      ['封控区', '封控', ' 封控区 ', 'Sealed', 'sealed'].map((one) => under('cn-2021-three-zone', one)),
    ).toEqual(Array(5).fill('sealed'))
    expect(
      ['高风险区', '高风险', 'high', 'High risk', 'H', 'ｈ'].map((one) => under('cn-9th-2022', one)),
    ).toEqual(Array(6).fill('H'))
    expect(['高风险', 'High', 'H'].map((one) => under('cn-beijing-2020-risk', one))).toEqual(
      Array(3).fill('high'),
    )
  })

  test('Z40 what none or several are called stays as it is: “封控” of Guangzhou in 2021 is not stay at home', () => {
    expect(under('cn-2021-three-zone', '疫区')).toBe(null)
    expect(under('cn-guangzhou-2021-n20', '封控区')).toBe(null)
    expect(under('cn-guangzhou-2021-n20', '封控管理区')).toBe('controlled')
    expect(under('cn-shanghai-2022-04-11', '封控区')).toBe(null)
  })

  test('Z40 a stay takes the id of the edition it follows', () => {
    const stays = [
      aZone({ id: 'A', level: '封控区', from: '2022-05-01', arrivedFrom: '管控区' }),
      aZone({ id: 'B', level: '高风险', from: '2022-07-01', policy: 'cn-9th-2022' }),
      aZone({ id: 'C', level: '别的', from: '2022-05-01' }),
    ]
    const named = withLevelIds({ pack: aPack(), policies: [] }, stays)
    expect(named.map(({ level, arrivedFrom }) => [level, arrivedFrom])).toEqual([
      ...[
        ['sealed', 'controlled'],
        ['H', null],
        ['别的', null],
      ],
    ])
    expect(named[2]).toBe(stays[2])
  })
})
