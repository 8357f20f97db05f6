import { describe, expect, test } from 'vitest'
import { codesOf, planOf } from '../../helpers/pack-input'

describe('tables of lines', () => {
  test('I82 a row whose last cells are missing is taken and says so', async () => {
    const plan = await planOf({ 'cases.csv': 'id,reportedAt,place\nC1,2022-05-01,P\nC2,2022-05-02\nC3\n' })
    expect(plan.files[0]).toMatchObject({ rows: 3, taken: 3, refused: 0 })
    expect(codesOf(plan)).toEqual(['cases.csv:3 short-row', 'cases.csv:4 short-row'])
  })

  test('I82 one that lacks what it needs is refused for that', async () => {
    const plan = await planOf({ 'zones.csv': 'id,level,from\nZ1,sealed\n' })
    expect(plan.refused.map(({ row, code, column }) => [row, code, column])).toEqual([[2, 'missing', 'from']])
  })

  test('I82 where a column names persons a short row may be shifted: it is refused, and nothing of it is written or said', async () => {
    const plan = await planOf({ 'cases.csv': 'id,姓名,reportedAt\nC1,张三丰\nC2,李小红,2022-05-01\n' })
    expect(
      plan.refused.map(({ row, code, seen, cells }) => [row, code, seen, Object.values(cells).join('')]),
    ).toEqual([[2, 'wrong-number-of-columns', '2 / 3', 'C1张三丰']])
    expect(JSON.stringify([plan.problems, plan.refusals, ...plan.blocks.values()])).not.toContain('三丰')
  })

  test('I83 totals, notes and the header again are no rows', async () => {
    const plan = await planOf({
      '核酸.csv': [
        '镇,村,应采,已采',
        '召陵镇,东村,100,90',
        '小计,,100,90',
        '镇,村,应采,已采',
        '万金镇,西村,200,180',
        '合 计,,350,270',
        '注：数据截至7月9日17时。,,,',
        '填表人：张三丰,审核人：李小红,,',
      ].join('\n'),
    })
    expect(plan.files[0]).toMatchObject({ kind: 'rounds', rows: 2, taken: 2 })
    expect(
      plan.problems.map(({ row, code, column, seen, suggestion }) => [row, code, column, seen, suggestion]),
    ).toEqual([
      [3, 'total-left-out', null, '小计', null],
      [4, 'header-repeated', null, null, null],
      [6, 'total-differs', '应采', '350', '300'],
      [6, 'total-left-out', null, '合计', null],
      [7, 'note-lines', null, '2', null],
    ])
  })

  test('I83 the first line of a header may know but one column', async () => {
    const text = '核酸统计表,,,\n填报单位,召陵镇,,\n镇,检测情况,,备注\n,应检人数,已采,\n万金镇,100,90,\n'
    const plan = await planOf({ '统计.csv': text })
    expect(plan.files[0]).toMatchObject({ kind: 'rounds', rows: 1, taken: 1 })
  })

  test('I83 a line of groups, some of one column, above a header is none of its own', async () => {
    const text = [
      '交通卡点登记表,,,,,',
      '填报内容,,,,,',
      '基本信息,,卡点,位置,,值守',
      '序号,所在村（社区）,卡点名称,经度(WGS84),纬度(WGS84),值守人员',
      '1,东村,东村桥头0号卡点,113.91,33.65,3',
    ].join('\n')
    const plan = await planOf({ '统计.csv': text })
    expect(plan.files[0]).toMatchObject({ kind: 'facilities', rows: 1, taken: 1 })
  })

  test('I83 a last row of data is no note', async () => {
    const plan = await planOf({
      'cases.csv': 'id,place,reportedAt,tags\nC1,V1,2022-05-01,\n病例-2022-东村-3,,,\n',
    })
    expect(plan.files[0]).toMatchObject({ rows: 2, taken: 2 })
  })

  test('I83 a second line of words that makes no column known is data', async () => {
    const plan = await planOf({ 'cases.csv': 'id,place,\nC1,V1,甲\n' })
    expect(plan.files[0]).toMatchObject({ rows: 1, taken: 1 })
  })

  test('I85 what a spreadsheet did to numbers is undone or named', async () => {
    const plan = await planOf({
      'cases.csv':
        'id,reportedAt,place,foundIn\nC1,44562,V1,密接排查\nC2,44562.5,4.10311E+11,visit\n4.1E+11,2022-01-01,V1,\n',
    })
    expect(plan.problems.map(({ row, code, column, seen }) => [row, code, column, seen])).toEqual([
      [2, 'day-from-number', 'reportedAt', '44562 → 2022-01-01'],
      [2, 'word-unknown', 'foundIn', '密接排查'],
      [3, 'code-as-power', 'place', '4.10311E+11'],
      [4, 'code-as-power', 'id', '4.1E+11'],
    ])
    expect(plan.files[0]).toMatchObject({ taken: 1, refused: 2 })
    const features = ['2305843009213693951', '2305843009213693952'].map(
      (code) =>
        `{"type":"Feature","properties":{"code":${code},"name":"村","kind":"village"},"geometry":null}`,
    )
    const huge = await planOf({
      'places.geojson': `{"type":"FeatureCollection","features":[${features.join(',')}]}`,
    })
    expect(huge.refused.map(({ code }) => code)).toEqual(['code-beyond-exact', 'code-beyond-exact'])
  })

  test('I85 a count that is only about so many is unknown and costs no row', async () => {
    const plan = await planOf({
      'rounds.csv': 'place,round,listed,sampled,resulted\nV1,1,400余,x,380\nV2,1,400,390,380余\n',
    })
    expect(plan.problems.map(({ row, code, column }) => [row, code, column])).toEqual([
      [2, 'count-unknown', 'listed'],
      [2, 'count-unknown', 'sampled'],
      [3, 'count-unknown', 'resulted'],
    ])
  })

  const BELOW = [
    '召陵镇2022年7月9日核酸,,,',
    '村,轮次,应采,已采',
    '东村,3,100,90',
    '合计,,100,90',
    ',,,',
    '召陵镇2022年7月9日密接,,,',
    '"所在\n村",密接类型,转运时间,',
    '西村,密接,2022-07-08,',
    '东村,次密,2022-07-99,',
  ]
  const taken = async (text: string) => {
    const plan = await planOf({ '日报.csv': text })
    return plan.files.map(({ file, kind, rows, taken: count }) => [file, kind, rows, count])
  }

  test('I160 a table below another is one of its own, with the numbers of its rows', async () => {
    const plan = await planOf({ '日报.csv': `${BELOW.join('\r\n')}\r\n` })
    expect(plan.files.map(({ file, kind, taken: count }) => [file, kind, count])).toEqual([
      ['日报.csv', 'rounds', 1],
      ['日报.csv › 2', 'contacts', 1],
    ])
    expect(plan.refused.map(({ file, row }) => [file, row])).toEqual([['日报.csv › 2', 9]])
  })

  test('I160 its header again, a total or a title amid its rows begin no other table', async () => {
    const again = ['村,轮次,应采,已采', '东村,3,100,90', ',,,', '村,轮次,应采,已采', '西村,3,200,180']
    expect(await taken(again.join('\n'))).toEqual([['日报.csv', 'rounds', 2, 2]])
    const titled = [
      '村,轮次,应采,已采',
      '东村,3,100,90',
      ',,,',
      '合计,,100,90',
      '填报人,审核人,联系电话,日期',
    ]
    expect((await taken(titled.join('\n'))).map(([file]) => file)).toEqual(['日报.csv'])
  })

  test('I160 a table beside another is one of its own, where more than an empty column says so', async () => {
    const beside = [
      '村,轮次,应采,已采,,村,密接类型,转运时间',
      '东村,3,100,90,,西村,密接,2022-07-08',
      '西村,3,200,180,,,,',
      '南村,3,300,280,,,,',
    ]
    expect(await taken(beside.join('\n'))).toEqual([
      ['日报.csv', 'rounds', 3, 3],
      ['日报.csv › 2', 'contacts', 1, 1],
    ])
    const one = ['村,轮次,,应采,已采', '东村,3,,100,90', '西村,3,,200,']
    expect(await taken(one.join('\n'))).toEqual([['日报.csv', 'rounds', 2, 2]])
  })
})
