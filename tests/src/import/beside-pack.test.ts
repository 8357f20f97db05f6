import { expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import { input } from '../../helpers/pack-input'

const PACK = JSON.stringify({
  ...{ format: 'cordon-pack', version: 1, title: { zh: '区', en: 'D' }, timezone: 'Asia/Shanghai' },
  ...{ frame: 'wgs84', policy: null, use: 'review', synthetic: true },
})
const CASES = 'id,reportedAt,kind,foundIn\nA,2022-05-20T09:00,confirmed,community\n'
const COPY = '编号,报告日期,诊断类型,发现途径\nA,2022-05-20,确诊,社区筛查\nB,2022-05-21,确诊,社区筛查\n'
const SPRAYING =
  '序號,孳清/噴藥,區域,里別,日期,緯度,經度\n1,噴藥,東區,大同里,2015-08-13,22.988,120.211\n2,噴藥,東區,大同里,2015-08-14,22.988,120.211\n'

const kindsOf = async (files: Record<string, string>): Promise<Record<string, string>> => {
  const plan = await planImport(input(files))
  return Object.fromEntries(plan.files.map(({ file, kind }) => [file, kind]))
}

test('I95 what lies beside the lists of a pack is told and not counted a second time; alone it is read', async () => {
  const files = { 'pack.json': PACK, 'cases.csv': CASES, '来源/5月病例台账.csv': COPY }
  const plan = await planImport(input(files))
  expect(plan.files.map(({ file, kind, taken }) => [file, kind, taken])).toEqual([
    ['cases.csv', 'cases', 1],
    ['pack.json', 'pack', null],
    ['来源/5月病例台账.csv', 'unknown', null],
  ])
  expect(plan.problems.map(({ file, code }) => `${file} ${code}`)).toContain(
    '来源/5月病例台账.csv beside-pack',
  )
  expect(await kindsOf({ '5月病例台账.csv': COPY })).toEqual({ '5月病例台账.csv': 'cases' })
})

test('I95 a pack of which no file has the name of a list is read by what is in it', async () => {
  expect(await kindsOf({ 'pack.json': PACK, '5月病例台账.csv': COPY })).toMatchObject({
    '5月病例台账.csv': 'cases',
  })
})

test('I96 a spraying job with village, day and position is no case', async () => {
  expect(await kindsOf({ 'spraying-201508.csv': SPRAYING })).toEqual({ 'spraying-201508.csv': 'unknown' })
  const cases = SPRAYING.replace('日期', '確診日期')
  expect(await kindsOf({ '201508.csv': cases })).toEqual({ '201508.csv': 'cases' })
})
