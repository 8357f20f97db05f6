import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { keptBlock } from '../../../src/log/personal/kept-block'
import { cellAt } from '../../../src/log/rows/cells'
import { codesOf, planOf } from '../../helpers/pack-input'

const HEADER = 'id,reportedAt,kind,name,密接者姓名,身份证号码,家庭电话,备注'
const PERSON = '张三丰,李四光,110101199003071234,13812345678'
const SECRETS = /三丰|四光|19900307|12345678/

async function everythingKept(rows: string): Promise<string> {
  const plan = await planOf({ 'cases.csv': `${HEADER}\n${rows}\n` })
  return JSON.stringify([...plan.blocks.values(), plan.drafts, plan.refusals, plan.problems])
}

describe('persons', () => {
  test('I14 a column names a person by what its header holds, a count of persons does not', async () => {
    const plan = await planOf({
      'reports.csv': 'place,day,报送人,负责人数,热线电话\nV,2022-05-01,张三,12,30\n',
    })
    const [block] = plan.blocks.values()
    const items = ['报送人', '负责人数', '热线电话'].map((name) => cellAt(block!.columns[name], 0))
    expect(items).toEqual([null, '12', '30'])
  })

  test('I14 a name is a person where the rows are about persons, and a place elsewhere', async () => {
    expect(await everythingKept(`C1,2022-05-01,confirmed,${PERSON},电话13812345678`)).not.toMatch(SECRETS)
    const plan = await planOf({ 'exposures.csv': 'id,name\n1,东风市场\n' })
    expect(codesOf(plan)).toEqual(['exposures.csv:- kept-file'])
  })

  test('I14 a broken row shows nothing of what may stand under another header', async () => {
    for (const broken of [
      `C1,2022-05-01,confirmed,${PERSON}`,
      `C1,${PERSON},2022-05-01,confirmed,a,b,c`,
      `C1,2022-05-01,confirmed,${PERSON},"un"closed`,
    ])
      expect(await everythingKept(broken)).not.toMatch(SECRETS)
    const plan = await planOf({ 'cases.csv': `${HEADER}\nC1,${PERSON}\n` })
    expect(plan.refused.map(({ code, seen }) => [code, seen])).toEqual([['wrong-number-of-columns', '5 / 8']])
  })

  test('I14 what is seen in a refused cell is not told', async () => {
    const rows = `C1,13812345678 110101199003071234,confirmed,${PERSON},x`
    expect(await everythingKept(rows)).not.toMatch(SECRETS)
  })

  test('I14 a file kept for later is not kept where it names persons or cannot be looked through', async () => {
    const kept = async (name: string, content: string | Uint8Array) => {
      const plan = await planOf({ [name]: content })
      expect(plan.blocks.size).toBe(0)
      return codesOf(plan)
    }
    expect(await kept('followups.csv', 'id,姓名,start\n1,张三,2022-05-01\n')).toEqual([
      'followups.csv:- personal-file',
    ])
    expect(await kept('signals.csv', 'id,note\n1,见13812345678\n')).toEqual([
      'signals.csv:- personal-file',
      'signals.csv:2 signal-open',
    ])
    const gbk = new Uint8Array([...strToU8('id,'), 0xd0, 0xd5, 0xc3, 0xfb, ...strToU8('\n1,x\n')])
    expect(await kept('orders.csv', gbk)).toEqual(['orders.csv:- not-utf8'])
  })
})

describe('numbers that are no persons', () => {
  const kept = async (name: string, rows: readonly string[]) => {
    const plan = await planOf({ [name]: `${rows.join('\n')}\n` })
    const [block] = plan.blocks.values()
    const ids = rows.slice(1).map((_, at) => (block?.columns.id ? cellAt(block.columns.id, at) : null))
    return { plan, ids, block }
  }

  test('I146 numbers of cases that count up or hold a day are kept, and read again', async () => {
    for (const numbers of [
      ['D220501012', 'D220501013', 'D220502001'],
      ['C12345678', 'C12345679', 'C12345680'],
      ['41110420220709001', '41110420220709002', '41110420220710001'],
      ['411104202207090011', '411104202207090012', '411104202207090013'],
    ]) {
      const { ids, block } = await kept('cases.csv', [
        '病例编号,报告日期',
        ...numbers.map((one, at) => `${one},2022-05-0${at + 1}`),
      ])
      expect(ids).toEqual(numbers)
      expect(keptBlock(block!)).toBe(block)
    }
  })

  test('I146 an identity number among them refuses its row', async () => {
    const numbers = ['D220501012', 'D220501013', 'D220502001', 'D220502002', 'D220502003']
    for (const number of ['11010519491231002X', '110105194912310021', '13812345678']) {
      const { plan } = await kept('cases.csv', [
        '病例编号,报告日期',
        ...[...numbers, number].map((one) => `${one},2022-05-01`),
      ])
      expect(plan.refused.map(({ code, row }) => [code, row])).toEqual([['personal-id', 7]])
      expect(JSON.stringify([...plan.blocks.values(), plan.drafts, plan.problems])).not.toContain(number)
    }
  })

  test('I147 an amount of eleven digits is no telephone where the rows are about no persons', async () => {
    const rows = 'V1,2022-05-01,拨款（元）,13812345678\nV1,2022-05-02,拨款（元）,"13,812,345,678"\n'
    const plan = await planOf({ 'metrics.csv': `place,at,metric,value\n${rows}` })
    const [block] = plan.blocks.values()
    expect([0, 1].map((row) => cellAt(block!.columns.value, row))).toEqual([13_812_345_678, 13_812_345_678])
    const identity = await planOf({
      'metrics.csv': 'place,at,metric,value\nV1,2022-05-01,x,110101199003071234\n',
    })
    expect(codesOf(identity)).toContain('metrics.csv:2 cell-not-kept')
  })
})

describe('names and numbers where nobody looks for them', () => {
  const everything = async (files: Record<string, string>): Promise<string> => {
    const plan = await planOf(files)
    const said = plan.problems.flatMap((one) => [sentenceOf(one, 'zh'), sentenceOf(one, 'en')])
    const { refused, questions, files: reports, proposal } = plan
    const shown = refused.map(({ cells: _cells, ...one }) => one)
    return JSON.stringify([
      [...plan.blocks.values()],
      [...plan.columns],
      plan.drafts,
      plan.refusals,
      said,
      shown,
      questions,
      reports,
      proposal,
    ])
  }

  test.each(['metrics', 'reports', 'facilities', 'rounds', 'facts', 'checks'])(
    'I149 a header of %s that is a name or a number of a person is kept nowhere',
    async (file) => {
      const own = {
        metrics: 'place,at,metric,value',
        reports: 'place,day',
        facilities: 'id,name',
        rounds: 'place,round',
        facts: 'place,fact,value',
        checks: 'checkpoint,at',
      }[file]!
      const cells = {
        metrics: 'V,2022-05-01,x,1',
        reports: 'V,2022-05-01',
        facilities: 'K1,1号卡点',
        rounds: 'V,1',
        facts: 'V,a,b',
        checks: 'K1,2022-05-01',
      }[file]!
      const headers = [
        '张三',
        '王小红1',
        '13812345678',
        '138_1234_5679',
        '11010519491231002X',
        '李四光（家属）',
      ]
      const text = await everything({
        [`${file}.csv`]: `${own},${headers.join(',')}\n${cells}${',7'.repeat(headers.length)}\n`,
      })
      expect(text).not.toMatch(/张三|王小红|李四光|12345678|1234_5679|19491231/)
    },
  )

  test('I149 a name glued to a number, a bracket or a word is no id, case, chain or tag', async () => {
    const cases = [
      '张三1,C0,张三家庭聚集,zhangsan',
      'C1（张三）,张三,关联李四光,Xiaoming',
      'C2,王小红-2,王小红传播链,李四光;同户',
      'C3,C2,王庄家庭聚集,householdOnly;A1',
    ]
    const rows = cases.map((one, at) => `${one},2022-05-0${at + 1}`).join('\n')
    const plan = await planOf({ 'cases.csv': `id,infectedBy,chain,tags,reportedAt\n${rows}\n` })
    const [block] = plan.blocks.values()
    const column = (name: string) =>
      [0, 1, 2, 3].map((row) => (block!.columns[name] ? cellAt(block!.columns[name], row) : null))
    expect(column('id')).toEqual([null, null, 'C2', 'C3'])
    expect(column('infectedBy')).toEqual(['C0', null, null, 'C2'])
    expect(column('chain')).toEqual([null, null, null, '王庄家庭聚集'])
    expect(column('tags')).toEqual([null, null, '同户', 'householdOnly;A1'])
    expect(await everything({ 'cases.csv': `id,infectedBy,chain,tags,reportedAt\n${rows}\n` })).not.toMatch(
      /张三|李四光|王小红|zhangsan|Xiaoming/,
    )
  })

  test('I149 a broken row of a list about no persons shows no name and no number', async () => {
    const text = await everything({
      'facilities.csv':
        'id,name,note\nK1,1号卡点,x\nK2,2号卡点,x,张三,13812345678,y\nK3,"3号"卡点,张三 138_1234_5678\n',
    })
    expect(text).not.toMatch(/张三|12345678|1234_5678/)
  })

  test('I149 the title of a pack and the names in a question hold no number', async () => {
    const pack = { title: '召陵区（值班13812345678）', timezone: 'Asia/Shanghai', licence: '联系人：张三' }
    const placemark =
      '<Placemark><name>张三 13812345678 封控区</name><Polygon><outerBoundaryIs><LinearRing><coordinates>114,33 114.01,33 114.01,33.01 114,33</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>'
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark}</Document></kml>`
    expect(await everything({ 'pack.json': JSON.stringify(pack) })).not.toMatch(/12345678|张三/)
    const asked = await planOf({ '封控区范围.kml': kml })
    expect(asked.questions.length).toBeGreaterThan(0)
    expect(JSON.stringify(asked.questions)).not.toMatch(/12345678|张三/)
  })
})
