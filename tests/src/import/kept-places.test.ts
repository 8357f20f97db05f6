import { describe, expect, test } from 'vitest'
import { resolvedOf, textAt } from '#geo'
import { cutAddress } from '../../../src/log/personal/address'
import { cellAt } from '../../../src/log/rows/cells'
import { aFeature, aSquare, type Content, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const place = (code: string, kind: string, name: string, parent: string | null, at: number) =>
  aFeature({ code, kind, name, parent }, aSquare(113 + at, 34))
const PLACES = {
  type: 'FeatureCollection',
  features: [
    place('411104', 'district', '召陵区', null, 0),
    place('411104001', 'town', '东街街道', '411104', 0),
    place('411104002', 'town', '召陵镇', '411104', 0.1),
    place('411104001001', 'village', '桃园社区', '411104001', 0),
    place('411104002001', 'village', '张庄村', '411104002', 0.1),
    place('V3', 'compound', '锦绣苑', '411104001001', 0),
    place('V4', 'compound', '白露', '411104001001', 0.005),
  ],
}

const casePlaces = (log: MemoryLog): (string | null)[] => {
  const { cases } = resolvedOf(log.register()).facts
  return Array.from({ length: cases.length }, (_, at) => textAt(cases.place, at))
}

describe('how far an address is kept', () => {
  test.each([
    ['锦绣苑小区3号楼2单元301室', '锦绣苑小区3号楼'],
    ['锦绣苑3-2-301', '锦绣苑3号楼'],
    ['召陵区东街街道锦绣苑１２幢１０１', '召陵区东街街道锦绣苑12幢'],
    ['召陵镇张庄村3组12号', '召陵镇张庄村'],
    ['张庄村中心街12号', '张庄村'],
    ['东街1号2单元301', '东街1号'],
    ['臺南市北區公園路101號5樓之2', '臺南市北區公園路101號'],
    ['李四 东街街道桃园社区', '东街街道桃园社区'],
    ['王五家住张庄村，电话13812345678', '张庄村'],
    ['锦绣苑二期', '锦绣苑二期'],
    ['东街街道锦绣苑南院张三', '东街街道锦绣苑南院'],
    ['世纪城东座1203', '世纪城东座'],
    ['阳光小区北片5排2号', '阳光小区北片'],
    ['李家庄二组12号', '李家庄二组'],
    ['锦绣苑二期3号楼201', '锦绣苑二期3号楼'],
    ['联系 13812345678', null],
    ['张三丰', null],
    ['微信号 zhangsan_88', null],
  ])('I121 %s as far as %s, and not further when it is cut again', (text, cut) => {
    expect(cutAddress(text)).toBe(cut)
    if (cut !== null) expect(cutAddress(cut)).toBe(cut)
  })

  const placesIn = async (texts: readonly string[], others: Readonly<Record<string, Content>>) => {
    const rows = texts.map((text, at) => `C${at + 1},2022-05-01,"${text}"`).join('\n')
    const plan = await planOf({ ...others, 'cases.csv': `id,reportedAt,现住址\n${rows}\n` })
    const block = [...plan.blocks.values()].find(({ list }) => list === 'cases')!
    return { plan, kept: texts.map((_, at) => cellAt(block.columns.place, at)) }
  }

  test('I121 what names no place is kept nowhere, its row is told and unplaced; the rest is a place', async () => {
    const texts = ['411104002001', '张庄', '白露', '锦绣苑3-2-301', '东街街道张三家旁边', '张三丰', '新桥村']
    const { plan, kept } = await placesIn(texts, { 'places.geojson': PLACES })
    expect(kept).toEqual([...['411104002001', '张庄', 'V4', '锦绣苑3号楼', '东街街道', null], '新桥村'])
    expect(codesOf(plan)).toContain('cases.csv:7 address-not-kept')
    expect(JSON.stringify([plan.problems, plan.drafts, [...plan.blocks.values()]])).not.toMatch(/张三|301/)
  })

  test('I173 a place that goes on from the name of another is itself, alone, with what follows it, and before its places are known', async () => {
    const beside = ['锦绣苑一期', '锦绣苑南院', '锦绣苑天誉', '白露东座', '张庄村二组', '锦绣苑二期三区']
    const named = beside.map((name, at) =>
      place(`B${at}`, 'compound', name, '411104001001', 0.01 + at / 1000),
    )
    const all = { type: 'FeatureCollection', features: [...PLACES.features, ...named] }
    const codes = beside.map((_, at) => `B${at}`)
    const meant = async (texts: readonly string[]) => {
      const { plan } = await placesIn(texts, { 'places.geojson': all })
      const log = new MemoryLog()
      log.say(plan.drafts, plan.blocks)
      return casePlaces(log)
    }
    expect(await meant(beside)).toEqual(codes)
    expect(await meant(beside.map((name) => `东街街道${name}王大伟家`))).toEqual(codes)
    const [unknown] = await meant(['锦绣苑三期'])
    expect(['V3', ...codes]).not.toContain(unknown)
    const log = new MemoryLog()
    await log.take({ 'cases.csv': `id,reportedAt,现住址\nC1,2022-05-01,锦绣苑一期\nC2,2022-05-01,锦绣苑\n` })
    await log.take({ 'places.geojson': all })
    expect(casePlaces(log)).toEqual(['B0', 'V3'])
  })

  test('I121 of a list that comes again, with or without its places, nothing is new', async () => {
    const log = new MemoryLog()
    const rows = ['锦绣苑小区3号楼2单元301', '召陵镇张庄村3组12号', '张三丰', '东街1号2单元301']
    const list = rows.map((text, at) => `2022-05-0${at + 1},"${text}"`).join('\n')
    const files = { 'cases.csv': `reportedAt,现住址\n${list}\n` }
    await log.take(files)
    await log.take({ 'places.geojson': PLACES })
    expect((await log.take(files)).map(({ type }) => type)).toEqual([])
    expect(log.register().cases.length).toBe(4)
  })
})
