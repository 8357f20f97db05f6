import { describe, expect, test } from 'vitest'
import { resolvedOf } from '#geo'
import { meantKey } from '../../../src/import/places/names-several'
import type { Answers } from '../../../src/import/questions/answers'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

/** 张庄村 lies in both towns; 东村 in the first, 西村 in the second. */
const PLACES = aCollection(
  aFeature({ code: '411199', name: '沙澧区', kind: 'district' }, null),
  aFeature({ code: '411199100', name: '马桥镇', kind: 'town', parent: '411199' }, null),
  aFeature({ code: '411199101', name: '柳河镇', kind: 'town', parent: '411199' }, null),
  aFeature({ code: '411199100201', name: '东村', kind: 'village', parent: '411199100' }, aSquare(114, 33)),
  aFeature(
    { code: '411199100202', name: '张庄村', kind: 'village', parent: '411199100' },
    aSquare(114.01, 33),
  ),
  aFeature({ code: '411199101201', name: '西村', kind: 'village', parent: '411199101' }, aSquare(114, 33.01)),
  aFeature(
    { code: '411199101202', name: '张庄村', kind: 'village', parent: '411199101' },
    aSquare(114.01, 33.01),
  ),
)
const [MAQIAO, LIUHE] = ['411199100202', '411199101202']

async function placesOf(name: string, text: string): Promise<(string | null)[]> {
  const log = new MemoryLog()
  await log.take({ 'places.geojson': PLACES, [name]: text })
  const { facts } = resolvedOf(log.register())
  return [...facts.rounds, ...facts.facilities].map(({ place }) => place)
}

describe('I166 a name that several places have', () => {
  const HEADER = '村,轮次,开始时间'

  test('I166 is that of the town whose list it is by unit or title, and said', async () => {
    for (const title of ['填报单位：柳河镇人民政府,,', '柳河镇第3轮核酸统计,,']) {
      const text = `${title}\n${HEADER}\n西村,1,2022-07-09\n张庄村,1,2022-07-09\n`
      expect(await placesOf('核酸.csv', text), title).toEqual(['411199101201', LIUHE])
      const plan = await planOf({ 'places.geojson': PLACES, '核酸.csv': text })
      expect(codesOf(plan)).toContain('核酸.csv:4 place-in-town-of-list')
    }
  })

  test('I166 stays as it is written where nothing tells the town, or the title tells two', async () => {
    for (const title of ['', '马桥镇、柳河镇核酸统计,,\n'])
      expect(await placesOf('核酸.csv', `${title}${HEADER}\n张庄村,1,2022-07-09\n`), title).toEqual([
        '张庄村',
      ])
  })

  test('I166 a village of another town is not drawn into the town of the title', async () => {
    const text = `柳河镇核酸统计,,\n${HEADER}\n东村,1,2022-07-09\n`
    expect(await placesOf('核酸.csv', text)).toEqual(['411199100201'])
  })

  test('I166 is that of the town that stands above, where whatever stands below it lies in it', async () => {
    const lines = [
      '镇街,村,轮次,开始时间',
      '马桥镇,东村,1,2022-07-09',
      ',张庄村,1,2022-07-09',
      '柳河镇,西村,1,2022-07-09',
      ',张庄村,1,2022-07-09',
    ]
    expect(await placesOf('核酸.csv', `${lines.join('\n')}\n`)).toEqual([
      '411199100201',
      MAQIAO,
      '411199101201',
      LIUHE,
    ])
    const crossed = [...lines.slice(0, 3), ',西村,1,2022-07-09']
    expect((await placesOf('核酸.csv', `${crossed.join('\n')}\n`))[1]).toBe('张庄村')
  })

  test('I166 is the one whose code stands beside it, and in which a post stands', async () => {
    const coded = `村,村代码,轮次,开始时间\n张庄村,${LIUHE},1,2022-07-09\n`
    expect(await placesOf('核酸.csv', coded)).toEqual([LIUHE])
    const posts =
      '卡点名称,所属村,经度(WGS84),纬度(WGS84)\n村口1号卡点,张庄村,114.015,33.015\n村口2号卡点,东村,114.005,33.005\n'
    expect(await placesOf('卡点.csv', posts)).toEqual([LIUHE, '411199100201'])
  })
})

describe('I172 names of several places are asked before anything is taken', () => {
  const TEXT = '村,轮次,开始时间\n张庄村,1,2022-07-09\n东村,1,2022-07-09\n张庄村,2,2022-07-09\n'
  const planned = (answers: Answers) =>
    planOf(
      { 'places.geojson': PLACES, '核酸.csv': TEXT },
      {
        answering: { answers, takesProposed: true },
      },
    )

  test('I172 each once, with the places it may be and where it stands; unanswered its rows stay as written', async () => {
    const { several, names } = await planned({})
    expect(names).toEqual([])
    expect(several).toEqual([
      {
        ...{ name: '张庄村', count: 2, of: [{ file: '核酸.csv', row: 2, count: 2 }], place: null },
        candidates: [
          { code: MAQIAO, name: '张庄村', above: '马桥镇' },
          { code: LIUHE, name: '张庄村', above: '柳河镇' },
        ],
      },
    ])
  })

  test('I172 answered, the rows go there, it is noted, and the name stays that of both', async () => {
    const plan = await planned({ [meantKey('张庄村')]: LIUHE })
    expect(plan.several[0]).toMatchObject({ count: 2, place: { code: LIUHE } })
    expect(codesOf(plan)).toContain('核酸.csv:2 place-as-answered')
    const log = new MemoryLog()
    log.say(plan.drafts, plan.blocks)
    const { facts } = resolvedOf(log.register())
    expect(facts.rounds.map(({ place }) => place)).toEqual([LIUHE, '411199100201', LIUHE])
    expect(facts.places.flatMap(({ aliases }) => aliases)).toEqual([])
  })

  test('I172 what is none of the places that the row may mean is no answer', async () => {
    const plan = await planned({ [meantKey('张庄村')]: '411199100201', [meantKey('东村')]: LIUHE })
    expect(plan.several[0]!.place).toBeNull()
    expect(codesOf(plan)).not.toContain('核酸.csv:2 place-as-answered')
  })
})
