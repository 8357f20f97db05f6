import { describe, expect, test } from 'vitest'
import { saidByTitles } from '../../../src/import/headers/title-lines'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { aPlace } from '../../helpers/facts'
import { planOf } from '../../helpers/pack-input'

const places = [
  aPlace({ code: 'D', name: '郾城区', kind: 'district' }),
  aPlace({ code: 'T1', name: '万金镇', kind: 'town', parent: 'D', aliases: ['万金'] }),
  aPlace({ code: 'T2', name: '召陵镇', kind: 'town', parent: 'D' }),
]
const said = (...titles: string[]) => saidByTitles(titles, { list: 'cases', source: 'cases.csv', places })
const HEAD = 'id,reportedAt,place\n'
const PLACES = `{"type":"FeatureCollection","features":[${places
  .map(({ code, name, kind, parent }) =>
    JSON.stringify({ type: 'Feature', properties: { code, name, kind, parent }, geometry: null }),
  )
  .join(',')}]}`

describe('lines above the header', () => {
  test.each([
    ['万金镇病例台账', ['T1'], null],
    ['郾城区万金镇病例台账（截至2022年7月9日17时）', ['T1'], '2022-07-09T17:00'],
    ['病例台账 填报单位：郾城区疾控中心 截至时间：2022-07-09 17:30', 'district', '2022-07-09T17:30'],
    ['全区病例台账 截止 2022.7.9 24时', 'district', '2022-07-09'],
    ['万金镇、召陵镇 病例', ['T1', 'T2'], null],
    ['Cases as of 2022-07-09', null, '2022-07-09'],
    ['全区病例台账 截至2022年7月9日下午5点半', 'district', '2022-07-09T17:30'],
    ['全区病例台账 截至2022年7月9日晚上12点', 'district', '2022-07-09'],
    ['全区病例台账 截至2022年7月9日夜里12点', 'district', null],
  ])('I60 %s', (title, ground, until) => {
    expect(said(title)).toMatchObject({ list: 'cases', source: 'cases.csv', ground, until })
  })

  test('I60 a unit goes before the title; what names nothing and no day says nothing', () => {
    expect(said('万金镇、召陵镇病例', '填报单位：召陵镇人民政府')).toMatchObject({ ground: ['T2'] })
    expect(said('病例台账', '填表人：王某', '截至 2022年13月40日')).toBeNull()
  })

  test('I60 the rows below are read, the statement is a draft of its own', async () => {
    const rows = 'A1,2022-07-01,T1\n'
    const plain = await planOf({ 'cases.csv': HEAD + rows, 'places.geojson': PLACES })
    const text = `sep=,\n万金镇病例台账,,\n截至：2022-07-09 17:00,,\n${HEAD}${rows}`
    const titled = await planOf({ 'cases.csv': text, 'places.geojson': PLACES })
    const taken = ({ files }: typeof plain) => files.find(({ file }) => file === 'cases.csv')!.taken
    expect([taken(plain), taken(titled)]).toEqual([1, 1])
    expect(titled.problems).toContainEqual(expect.objectContaining({ code: 'title-lines', seen: '3' }))
    expect(plain.drafts.some(({ type }) => type === 'list.stated@1')).toBe(false)
    expect(titled.drafts).toContainEqual({
      ...{ type: 'list.stated@1', list: 'cases', source: 'cases.csv', ground: ['T1'] },
      ...{ until: '2022-07-09T17:00', because: 'title' },
    })
  })

  test('I60 a header that wraps, and a list whose first line is its header, have no title', async () => {
    for (const text of ['"病例\n编号",报告日期,地点\nA1,2022-07-01,T1\n', `${HEAD}A1,2022-07-01,T1\n`]) {
      const { problems, files } = await planOf({ 'cases.csv': text, 'places.geojson': PLACES })
      expect(problems.map(({ code }) => code)).not.toContain('title-lines')
      expect(files.find(({ file }) => file === 'cases.csv')!.taken).toBe(1)
    }
  })

  test('I60 I72 rows below a title keep their number in the file, and the note about the title says so', async () => {
    const text = `万金镇病例台账,,\n截至：2022-07-09 17:00,,\n${HEAD}A1,2022-07-32,T1\n`
    const { problems } = await planOf({ 'cases.csv': text, 'places.geojson': PLACES })
    expect(problems.find(({ code }) => code === 'no-such-day')).toMatchObject({ row: 4 })
    const title = problems.find(({ code }) => code === 'title-lines')!
    expect(sentenceOf(title, 'zh')).toContain('标题行也算')
    expect(sentenceOf(title, 'en')).toContain('these lines counted')
  })

  test('I3 the word that screens and command line print for who is to be tested is a heading that is read', async () => {
    const rounds = '辖区,轮次,开始时间,应检,已采人数\nT1,1,2022-07-01 07:00,900,850\n'
    const { problems } = await planOf({ 'rounds.csv': rounds, 'places.geojson': PLACES })
    expect(problems.filter(({ file }) => file === 'rounds.csv')).toEqual([])
  })
})
