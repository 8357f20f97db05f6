import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cellAt } from '../../../src/log/cells'
import { keptBlock } from '../../../src/log/personal/kept-block'
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

  test('I134 numbers of cases that count up or hold a day are kept, and read again', async () => {
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

  test('I134 an identity number among them refuses its row', async () => {
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

  test('I135 an amount of eleven digits is no telephone where the rows are about no persons', async () => {
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
