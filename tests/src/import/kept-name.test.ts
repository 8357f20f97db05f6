import { expect, test } from 'vitest'
import { keptTableName } from '../../../src/import/places/kept-name'
import { planOf } from '../../helpers/pack-input'

test.each([
  ['张三', '＊'],
  ['张三流调报告', '＊流调报告'],
  ['病例_李四光_0709', '病例_＊_0709'],
  ['13812345678', '＊'],
  ['7月9日病例台账', '7月9日病例台账'],
  ['召陵区村界', '召陵区村界'],
  ['张庄村日报', '张庄村日报'],
  ['封控区范围', '封控区范围'],
  ['高德小区AOI', '高德小区AOI'],
  ['召陵镇日报0709', '召陵镇日报0709'],
])('I122 what is called %s is known as %s', (name, kept) => {
  expect(keptTableName(name)).toBe(kept)
})

test('I122 two files called after persons stay two, and no name is in what is written or said', async () => {
  const plan = await planOf({
    '张三.csv': '病例编号,报告日期,诊断类型\nC1,2022-05-01,确诊\n',
    '李四.csv': '病例编号,报告日期,诊断类型\nC2,2022-05-02,确诊\n',
  })
  expect(plan.files.map(({ taken }) => taken)).toEqual([1, 1])
  expect(new Set(plan.files.map(({ file }) => file)).size).toBe(2)
  expect(JSON.stringify([plan.files, plan.drafts, plan.problems])).not.toMatch(/张三|李四/)
})
