import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setKernel } from '../../../src/stores/kernel'
import { useClocks } from '../../../src/stores/use-clocks'
import { useImport } from '../../../src/stores/use-import'
import { useWorkspaces } from '../../../src/stores/use-workspaces'
import { aWholeKernel } from '../../helpers/kernel'
import { aCollection, aFeature, aSquare, type Content, input } from '../../helpers/pack-input'

const MAP = aCollection(
  aFeature({ 名称: '某区', 行政区划代码: '411199' }, aSquare(114, 33.5, 0.04)),
  aFeature({ 名称: '东镇', 行政区划代码: '411199100', 上级代码: '411199' }, aSquare(114, 33.5, 0.02)),
  aFeature({ 名称: '西镇', 行政区划代码: '411199101', 上级代码: '411199' }, aSquare(114.02, 33.5, 0.02)),
)
const LEDGER = '现住址,报告日期,诊断类型\n某区东镇,2022-07-08,确诊病例\n某区东镇,7月9日,确诊病例\n'
const ZONES = aCollection(aFeature({ name: '封控区1' }, aSquare(114.001, 33.501, 0.005)))
const FILES: Record<string, Content> = { '区界.geojson': MAP, '台账.csv': LEDGER, '封控区.geojson': ZONES }

beforeEach(() => {
  setKernel(aWholeKernel(null, Date.parse('2026-11-30T00:00:00Z')))
  setActivePinia(createPinia())
})
afterEach(() => setKernel(null))

describe('a workspace that begins with files', () => {
  test('has its name, cut-off and edition, and its lists speak for no more than their towns', async () => {
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    await incoming.look(input(FILES))
    expect(incoming.plan!.proposal).toMatchObject({
      name: '某区疫情防控指挥部',
      district: { code: '411199', name: '某区' },
      cutoff: { at: '2022-07-09' },
    })
    expect(incoming.plan!.questions.map(({ kind }) => kind).sort()).toEqual(['year', 'zones'])
    await incoming.adopt('cn-9th-2022')
    await incoming.confirm('某区')
    const { pack, listSources = [], zones, cases } = workspaces.register
    expect(pack).toMatchObject({
      title: { zh: '某区疫情防控指挥部' },
      policy: 'cn-9th-2022',
      asOf: null,
    })
    expect(listSources.find(({ list }) => list === 'cases')).toMatchObject({ ground: 'rows' })
    expect(zones.map(({ level }) => level)).toEqual(['H'])
    expect(cases.length).toBe(2)
  })

  test('the cut-off of a title goes on with later files, and not back', async () => {
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    const titled = (when: string, day: string): string =>
      `某区病例台账\n填报单位：某区 填报时间：${when}\n现住址,报告日期,诊断类型\n某区东镇,${day},确诊病例\n`
    await incoming.look(input({ ...FILES, '台账.csv': titled('2022年7月9日17时', '2022-07-09') }))
    await incoming.confirm('某区')
    expect(workspaces.register.pack.asOf).toBe('2022-07-09T17:00')
    for (const [when, day, asOf] of [
      ['2022年7月10日9时', '2022-07-10', '2022-07-10T09:00'],
      ['2022年7月8日9时', '2022-07-08', '2022-07-10T09:00'],
    ] as const) {
      incoming.cancel()
      await incoming.look(input({ [`${day}.csv`]: titled(when, day) }))
      await incoming.confirm('')
      expect(workspaces.register.pack).toMatchObject({ asOf, title: { zh: '某区疫情防控指挥部' } })
    }
  })

  test('a list of a later day without an hour lets the time go on with its newest row, one of the same day does not', async () => {
    const [incoming, workspaces, clocks] = [useImport(), useWorkspaces(), useClocks()]
    await incoming.look(input(FILES))
    incoming.cutoff = '2022-07-09T17:00'
    await incoming.confirm('某区')
    const row = (day: string, town = '西镇'): string =>
      `现住址,报告日期,诊断类型\n某区${town},${day},确诊病例\n`
    const next = async (files: Record<string, Content>): Promise<string | null> => {
      incoming.cancel()
      await incoming.look(input(files))
      expect(incoming.continues).toBe(true)
      await incoming.confirm('')
      return workspaces.register.pack.asOf
    }
    expect(await next({ '又.csv': row('2022-07-09') })).toBe('2022-07-09T17:00')
    expect(clocks.effective).toBe(Date.parse('2022-07-09T09:00:00Z'))
    expect(await next({ '7月10日台账.csv': row('2022-07-10') })).toBeNull()
    expect(clocks.effective).toBeGreaterThan(Date.parse('2022-07-09T16:00:00Z'))
    incoming.cancel()
    await incoming.look(input({ '7月11日台账.csv': row('2022-07-11', '东镇') }))
    incoming.cutoff = '2022-07-11T08:30'
    await incoming.confirm('')
    expect(workspaces.register.pack.asOf).toBe('2022-07-11T08:30')
    expect(clocks.effective).toBe(Date.parse('2022-07-11T00:30:00Z'))
  })

  test('answers and adopting make the plan anew; a new look forgets them', async () => {
    const incoming = useImport()
    await incoming.look(input(FILES))
    const taken = () => incoming.plan!.files.find(({ kind }) => kind === 'cases')!.taken
    expect(taken()).toBe(2)
    await incoming.answer({ 'year:台账.csv': 'open' })
    expect(taken()).toBe(1)
    await incoming.answer({ 'year:台账.csv': '1899' })
    expect(taken()).toBe(1)
    await incoming.answer({ 'year:台账.csv': '2022' })
    expect(taken()).toBe(2)
    await incoming.answer({ 'year:台账.csv': 'open' })
    incoming.cancel()
    expect(incoming.plan).toBeNull()
    await incoming.look(input(FILES))
    expect(taken()).toBe(2)
  })

  test('what a person writes counts, and an import into it proposes nothing more', async () => {
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    await incoming.look(input(FILES))
    incoming.name = ' 演练 '
    incoming.cutoff = '2022-07-10T08:00'
    await incoming.confirm('演练')
    expect(workspaces.register.pack).toMatchObject({
      title: { zh: '演练' },
      policy: null,
      asOf: '2022-07-10T08:00',
    })
    incoming.cancel()
    await incoming.look(input({ '二.csv': LEDGER }))
    expect(incoming.target).toBe('current')
    expect(incoming.plan!.proposal).toBeNull()
  })
})
