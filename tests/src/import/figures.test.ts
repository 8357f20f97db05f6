import { describe, expect, test } from 'vitest'
import { toldOf } from '../../../src/import/sentences/sentences'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const TOTAL = [{ id: 'total', zh: '累计', en: 'Total', kind: 'cumulative' }]
const figures = (...rows: string[]): string => ['place,at,metric,value', ...rows, ''].join('\n')

describe('figures that contradict themselves are noted, and taken', () => {
  test('I40 a total that falls, a negative count, two values of one instant', async () => {
    const plan = await planOf({
      'indicators.json': TOTAL,
      'metrics.csv': figures(
        ...['D,2022-05-23,total,195', 'D,2022-05-24,total,198', 'D,2022-05-25,total,189'],
        ...[
          'D,2022-05-26,total,199',
          'D,2022-05-26,total,200',
          'D,2022-05-26,total,199',
          'E,2022-05-27,total,-3',
        ],
        ...['D,2022-05-27,beds,9', 'D,2022-05-28,beds,3'],
      ),
    })
    expect(codesOf(plan)).toEqual([
      'metrics.csv:4 total-falls',
      'metrics.csv:6 figure-twice',
      'metrics.csv:7 figure-twice',
      'metrics.csv:8 figure-negative',
    ])
    expect(plan.files.find(({ file }) => file === 'metrics.csv')).toMatchObject({ taken: 9, refused: 0 })
    for (const problem of plan.problems) {
      const [zh, en] = [toldOf(problem, 'zh'), toldOf(problem, 'en')]
      expect(JSON.stringify(zh)).toContain(problem.seen)
      expect(JSON.stringify(en)).toContain(problem.seen)
    }
  })

  test('I40 more excused or sampled than listed', async () => {
    const plan = await planOf({
      'rounds.csv': [
        'zone,round,startedAt,listed,excused,sampled',
        'Z,1,2022-05-25,100,120,0',
        'Z,2,2022-05-26,100,,101',
        'Z,3,2022-05-27,100,20,100',
        'Z,4,2022-05-28,,20,100',
        '',
      ].join('\n'),
    })
    expect(codesOf(plan)).toEqual([
      'rounds.csv:2 excused-beyond-listed',
      'rounds.csv:3 sampled-beyond-listed',
    ])
  })

  test('I40 more results than samples', async () => {
    const plan = await planOf({
      'rounds.csv': [
        'zone,round,startedAt,listed,sampled,resulted',
        'Z,1,2022-05-25,100,90,95',
        'Z,2,2022-05-26,100,90,90',
        'Z,3,2022-05-27,100,,95',
        '',
      ].join('\n'),
    })
    expect(codesOf(plan)).toEqual(['rounds.csv:2 resulted-beyond-sampled'])
    expect(toldOf(plan.problems[0]!, 'zh')[0]).toBe('已出结果 95 人，多于已采 90 人。')
  })

  test('I40 more rooms in use or closed than the row or the site has', async () => {
    const plan = await planOf({
      'facilities.csv': 'id,kind,name,rooms,lng,lat\nS1,quarantine,甲,100,113,34\nS2,quarantine,乙,,113,34\n',
      'occupancy.csv': [
        'site,at,rooms,occupied,closed',
        ...[
          'S1,2022-05-25,,120,',
          'S1,2022-05-26,130,120,10',
          'S1,2022-05-27,,95,6',
          'S2,2022-05-27,,95,6',
          '',
        ],
      ].join('\n'),
    })
    expect(codesOf(plan).filter((one) => one.startsWith('occupancy'))).toEqual([
      'occupancy.csv:2 occupied-beyond-rooms',
      'occupancy.csv:4 occupied-beyond-rooms',
    ])
    const [first] = plan.problems.filter(({ code }) => code === 'occupied-beyond-rooms')
    expect(toldOf(first!, 'zh')[0]).toBe('已用（含停用）120 间，多于共有 100 间。')
  })

  test('I40 a second row of one round, however its number is written, in one file or another', async () => {
    const header = 'zone,round,startedAt,listed,sampled'
    const plan = await planOf({
      'rounds/a.csv': [header, 'Z,1,2022-05-25T08:00,100,100', 'Z,第1轮,2022-05-25T09:00,100,40', ''].join(
        '\n',
      ),
      'rounds/b.csv': [
        header,
        'Z,01,2022-05-25,100,40',
        'Z,1,2022-05-29,100,100',
        'Y,1,2022-05-25,9,9',
        '',
      ].join('\n'),
    })
    expect(codesOf(plan)).toEqual(['rounds/a.csv:3 round-twice', 'rounds/b.csv:2 round-twice'])
    expect(plan.refused).toEqual([])
  })

  test('I40 against what the log holds: a row revised is no second value, a total below it is told', async () => {
    const log = new MemoryLog()
    await log.take({ 'indicators.json': TOTAL, 'metrics.csv': figures('D,2022-05-24,total,198') })
    const again = async (...rows: string[]): Promise<string[]> =>
      codesOf(await planOf({ 'metrics.csv': figures(...rows) }, { existing: log.register() }))
    expect(await again('D,2022-05-24,total,197')).toEqual([])
    expect(await again('D,2022-05-25,total,190')).toEqual(['metrics.csv:2 total-falls'])
  })

  test('I40 a second row of one post, day, direction and group, and a total that differs from its parts', async () => {
    const plan = await planOf({
      'checkpoint-log.csv': [
        'checkpoint,day,direction,group,vehicles,persons',
        ...['K1,2022-05-25,in,supply,30,', 'K1,2022-05-25,in,resident,50,', 'K1,2022-05-25,in,,80,'],
        ...['K1,2022-05-25,out,,20,', 'K1,2022-05-25,,,1300,', 'K2,2022-05-25,,,9,'],
        ...['K1,2022-05-26,in,,1,', 'K1,2022-05-26,in,,2,', 'K1,2022-05-26,out,,,', 'K1,2022-05-26,,,9,', ''],
      ].join('\n'),
    })
    expect(codesOf(plan).filter((code) => code.includes('passage'))).toEqual([
      'checkpoint-log.csv:6 passage-apart',
      'checkpoint-log.csv:9 passage-twice',
    ])
    const [apart, twice] = plan.problems.filter(({ code }) => code.startsWith('passage'))
    expect(toldOf(apart!, 'zh')[0]).toBe('合计 1,300，与同一卡点当天各分项之和 100 不一致。')
    expect(toldOf(twice!, 'en')[0]).toBe(
      'Row 8 is of the same post, day, direction and group (K1 2022-05-26).',
    )
  })
})
