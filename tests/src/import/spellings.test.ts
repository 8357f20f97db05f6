import { describe, expect, test } from 'vitest'
import { readField } from '../../../src/import/cells/fields'
import { matchHeaders } from '../../../src/import/headers/headers'
import { timeOfTitles } from '../../../src/import/headers/title-times'
import { cellAt } from '../../../src/log/rows/cells'
import { KINDS } from '../../../src/records/records'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const kindOf = (list: string) => KINDS.find((kind) => kind.list === list)!

/** Headers of lists as headquarters write them, with the field that each is. */
const HEADERS: readonly (readonly [list: string, header: string, field: string])[] = [
  ['cases', '报告卡编号', 'id'],
  ['cases', '病例号', 'id'],
  ['cases', '个案编号', 'id'],
  ['cases', '确诊时间', 'reportedAt'],
  ['cases', '诊断日期', 'reportedAt'],
  ['cases', '报阳时间', 'reportedAt'],
  ['cases', '检出时间', 'reportedAt'],
  ['cases', '核酸采样时间', 'sampledAt'],
  ['cases', '标本采集日期', 'sampledAt'],
  ['cases', '首发症状时间', 'onsetOn'],
  ['cases', '症状出现日期', 'onsetOn'],
  ['cases', '病例分类', 'kind'],
  ['cases', '感染类型', 'kind'],
  ['cases', '诊断结果', 'kind'],
  ['cases', '病例来源', 'origin'],
  ['cases', '发现渠道', 'foundIn'],
  ['cases', '检出途径', 'foundIn'],
  ['cases', '筛查途径', 'foundIn'],
  ['cases', '现住地址', 'place'],
  ['cases', '现居住地', 'place'],
  ['cases', '村（社区）', 'place'],
  ['cases', '所在小区', 'place'],
  ['cases', '村代码', 'place'],
  ['cases', '传播链条', 'chain'],
  ['cases', '转运日期', 'transferredAt'],
  ['cases', '入院时间', 'transferredAt'],
  ['contacts', '密接者编号', 'id'],
  ['contacts', '关联病例编号', 'case'],
  ['contacts', '所属病例', 'case'],
  ['contacts', '接触类型', 'kind'],
  ['contacts', '最后接触时间', 'exposedAt'],
  ['contacts', '末次暴露日期', 'exposedAt'],
  ['contacts', '隔离地点', 'site'],
  ['contacts', '隔离酒店', 'site'],
  ['contacts', '解除隔离时间', 'releasedAt'],
  ['contacts', '检测结果', 'result'],
  ['contacts', '集中隔离时间', 'transferredAt'],
  ['rounds', '村名', 'place'],
  ['rounds', '检测轮次', 'round'],
  ['rounds', '采样方式', 'method'],
  ['rounds', '采样开始时间', 'startedAt'],
  ['rounds', '检测日期', 'startedAt'],
  ['rounds', '采样结束时间', 'finishedAt'],
  ['rounds', '应筛人数', 'listed'],
  ['rounds', '应采样人数', 'listed'],
  ['rounds', '任务数', 'listed'],
  ['rounds', '已检人数', 'sampled'],
  ['rounds', '实检人数', 'sampled'],
  ['rounds', '采样人数', 'sampled'],
  ['rounds', '送检数', 'sent'],
  ['rounds', '出结果人数', 'resulted'],
  ['rounds', '混管阳性', 'positiveTubes'],
  ['rounds', '阳性数', 'positivePeople'],
  ['rounds', '初筛阳性人数', 'positivePeople'],
  ['rounds', '免检人数', 'excused'],
  ['facilities', '卡点名称', 'name'],
  ['facilities', '点位编号', 'id'],
  ['facilities', '场所类型', 'kind'],
  ['facilities', '东经', 'lng'],
  ['facilities', '所在村', 'place'],
  ['zones', '风险等级', 'level'],
  ['zones', '管控级别', 'level'],
  ['zones', '起始时间', 'from'],
  ['zones', '解封时间', 'to'],
  ['zones', '管控范围', 'members'],
  ['facts', '落实情况', 'value'],
  ['reports', '填报日期', 'day'],
  ['occupancy', '酒店名称', 'site'],
  ['occupancy', '已入住', 'occupied'],
  ['checks', '卡口', 'checkpoint'],
  ['passages', '卡口名称', 'checkpoint'],
  ['metrics', '指标名称', 'metric'],
  ['metrics', '统计日期', 'at'],
  ['surveys', '调查户数', 'inspected'],
  ['places', '村代码', 'code'],
  ['places', '社区编码', 'code'],
  ['places', '区划编码', 'code'],
  ['places', '村名', 'name'],
  ['places', '村（社区）名称', 'name'],
  ['places', '小区名称', 'name'],
  ['places', '总人口', 'people'],
  ['places', '总户数', 'households'],
  ['places', '俗称', 'aliases'],
  ['places', '又名', 'aliases'],
  ['places', '小名', 'aliases'],
  ['places', 'alias', 'aliases'],
]

/** Words of closed lists as lists have them. */
const WORDS: readonly (readonly [list: string, field: string, word: string, value: string])[] = [
  ['cases', 'foundIn', '主动就医', 'visit'],
  ['cases', 'foundIn', '发热门诊', 'visit'],
  ['cases', 'foundIn', '医疗机构就诊', 'visit'],
  ['cases', 'foundIn', '社会面筛查', 'community'],
  ['cases', 'foundIn', '全员核酸', 'community'],
  ['cases', 'foundIn', '区域核酸检测', 'community'],
  ['cases', 'foundIn', '愿检尽检', 'community'],
  ['cases', 'foundIn', '便民采样点', 'community'],
  ['cases', 'foundIn', '应检尽检', 'keyGroup'],
  ['cases', 'foundIn', '重点人群筛查', 'keyGroup'],
  ['cases', 'foundIn', '高风险岗位', 'keyGroup'],
  ['cases', 'foundIn', '封控区筛查', 'zone'],
  ['cases', 'foundIn', '管控区检出', 'zone'],
  ['cases', 'foundIn', '封管控区筛查', 'zone'],
  ['cases', 'foundIn', '集中隔离点', 'central'],
  ['cases', 'foundIn', '集中隔离点检出', 'central'],
  ['cases', 'foundIn', '集中医学观察', 'central'],
  ['cases', 'foundIn', '居家医学观察', 'home'],
  ['cases', 'foundIn', '居家隔离人员', 'home'],
  ['cases', 'foundIn', '闭环管理', 'closedLoop'],
  ['cases', 'foundIn', '入境人员', 'arrival'],
  ['cases', 'foundIn', '返乡人员', 'arrival'],
  ['cases', 'foundIn', '落地检', 'arrival'],
  ['cases', 'kind', '轻型', 'confirmed'],
  ['cases', 'kind', '本土确诊病例', 'confirmed'],
  ['cases', 'kind', '確診', 'confirmed'],
  ['cases', 'kind', '无症状者', 'asymptomatic'],
  ['cases', 'kind', '无症状感染', 'asymptomatic'],
  ['cases', 'kind', '疑似患者', 'suspected'],
  ['contacts', 'kind', '密切接触', 'close'],
  ['contacts', 'kind', '次密切接触者', 'secondary'],
  ['contacts', 'kind', '时空伴随者', 'coPresent'],
  ['contacts', 'result', '阴', 'negative'],
  ['rounds', 'method', '十混一', 'pool10'],
  ['rounds', 'method', '20人混采', 'pool20'],
  ['rounds', 'method', '单人单管', 'single'],
  ['rounds', 'method', '一户一采', 'household'],
  ['rounds', 'result', '全部阴性', 'negative'],
]

describe('headers and words of headquarters', () => {
  test.each(HEADERS)('I130 in %s %s is %s', (list, header, wanted) => {
    const { fields } = matchHeaders(kindOf(list), [header])
    const found = [...fields.keys()].map(({ name }) => name)
    // without any place a town is the place, and without any name a level names the rows
    expect(found).toEqual([wanted])
  })

  test.each(WORDS)('I130 of %s the %s %s is %s', (list, name, word, value) => {
    const field = kindOf(list).fields.find((one) => one.name === name)!
    expect(readField(field, word, 'Asia/Shanghai')).toEqual({ ok: true, value })
  })

  test('I130 no header stands for two fields of a kind, and no word for two values', () => {
    for (const { list, fields } of KINDS) {
      const spelt = fields.flatMap(({ synonyms }) => synonyms)
      expect([list, spelt.filter((one, at) => spelt.indexOf(one) !== at)]).toEqual([list, []])
      for (const { values = {} } of fields) {
        const words = Object.values(values).flatMap((own) => [...new Set(own)])
        expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([])
      }
    }
  })

  test('I130 how a case was found by tracing contacts says neither quarantine nor community', async () => {
    const plan = await planOf({ 'cases.csv': 'id,reportedAt,foundIn\nC1,2022-07-05,密接排查\n' })
    const [block] = plan.blocks.values()
    expect(block!.columns.foundIn === undefined ? null : cellAt(block!.columns.foundIn, 0)).toBeNull()
    expect(codesOf(plan)).toContain('cases.csv:2 word-unknown')
  })
})

describe('places by the headers of their levels', () => {
  const placesOf = async (files: Record<string, string>) => {
    const log = new MemoryLog()
    await log.take(files)
    const { places } = log.register()
    return places.map(({ code, name, kind, parent }) => `${code} ${name} ${kind} ${parent}`).sort()
  }

  test('I131 村代码 and 村名 are code and name, 乡镇 the parent by its name', async () => {
    const places = await placesOf({
      '镇.csv': '乡镇代码,乡镇名称,人口\n411104100,召陵镇,900\n411104102,万金镇,800\n',
      '村.csv':
        '村代码,村名,乡镇,区县,人口\n411104100212,西皋东村,召陵镇,召陵区,10\n411104102222,张庄村,万金镇,召陵区,20\n',
    })
    expect(places).toEqual([
      '411104100 召陵镇 town null',
      '411104100212 西皋东村 village 411104100',
      '411104102 万金镇 town null',
      '411104102222 张庄村 village 411104102',
    ])
  })

  test('I131 the header tells the level of codes of another kind', async () => {
    expect(await placesOf({ '村.csv': '村编码,村名,乡镇代码\nA1,东村,T1\nA2,西村,T1\n' })).toEqual([
      'A1 东村 village T1',
      'A2 西村 village T1',
    ])
  })

  test('I131 a name that several places have stays as it is written', async () => {
    const places = await placesOf({
      'places.csv':
        'code,name,kind,parent\nT1,城关镇,town,\nT2,城关镇,town,\nV1,东村,village,城关镇\nT1V2,西村,village,城关镇\n',
    })
    expect(places).toEqual([
      'T1 城关镇 town null',
      'T1V2 西村 village T1',
      'T2 城关镇 town null',
      'V1 东村 village 城关镇',
    ])
  })
})

describe('what a title tells of the time', () => {
  const TITLE = '召陵区7月9日第3轮核酸检测情况统计表'
  const taken = async (lines: readonly string[]) => {
    const plan = await planOf({ '核酸统计.csv': `${lines.join('\n')}\n` })
    const block = [...plan.blocks.values()][0]
    const at = (name: string) => (block?.columns[name] ? cellAt(block.columns[name], 0) : null)
    return { codes: codesOf(plan), startedAt: at('startedAt'), round: at('round') }
  }
  const day = (text: string) => ({ at: Date.parse(`${text}T00:00+08:00`), isDay: true })

  test('I132 is the day of its rounds, and their number', async () => {
    const read = await taken([
      `${TITLE},,`,
      '填报时间：2022年7月10日8时,,',
      '村,应检人数,已检人数',
      '东村,100,90',
    ])
    expect(read).toMatchObject({ startedAt: day('2022-07-09'), round: '3' })
    expect(read.codes).toEqual(expect.arrayContaining(['核酸统计.csv:- time-from-title']))
    expect(timeOfTitles(['填报时间：2022年7月10日17时'])).toEqual({
      day: '2022年7月10日',
      time: '2022年7月10日17时',
    })
    expect(timeOfTitles(['截至2022.7.10 下午5点半'])).toEqual({
      day: '2022.7.10',
      time: '2022.7.10 下午5点半',
    })
  })

  test('I132 is nothing where a column tells it, or the title tells two days', async () => {
    const own = await taken([`${TITLE}（2022年7月9日）,,`, '村,检测日期,已检人数', '东村,2022-07-08,90'])
    expect(own.startedAt).toEqual(day('2022-07-08'))
    const span = await taken(['2022年7月8日-9日核酸检测情况统计表,,', '村,应检人数,已检人数', '东村,100,90'])
    expect(span.startedAt).toBeNull()
  })

  test('I132 without its year is asked like any other day', async () => {
    const plan = await planOf({ '核酸统计.csv': `${TITLE},,\n村,应检人数,已检人数\n东村,100,90\n` })
    expect(plan.questions.map(({ kind }) => kind)).toEqual(['year'])
  })
})
