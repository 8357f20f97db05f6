import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teachName } from '../../../src/operations/unplaced/teach-name'
import { setKernel } from '../../../src/stores/kernel'
import { useImport } from '../../../src/stores/use-import'
import { useWorkspaces } from '../../../src/stores/use-workspaces'
import { aWholeKernel } from '../../helpers/kernel'
import { aCollection, aFeature, aSquare, type Content, input } from '../../helpers/pack-input'

const MAP = aCollection(
  aFeature({ 名称: '某区', 行政区划代码: '411199' }, aSquare(114, 33.5, 0.04)),
  aFeature({ 名称: '东镇', 行政区划代码: '411199100', 上级代码: '411199' }, aSquare(114, 33.5, 0.02)),
  aFeature({ 名称: '柳河村', 行政区划代码: '411199100200', 上级代码: '411199100' }, aSquare(114, 33.5, 0.01)),
  aFeature({ 名称: '西镇', 行政区划代码: '411199101', 上级代码: '411199' }, aSquare(114.02, 33.5, 0.02)),
)
const LEDGER = [
  '现住址,报告日期,诊断类型',
  '老河沿,2022-07-08,确诊病例',
  '老河沿,2022-07-09,确诊病例',
  '柳河村,2022-07-09,确诊病例',
  '王小明,2022-07-09,确诊病例',
].join('\n')
const ROUNDS = '地点,轮次,开始时间,应检,已采\n老河沿,1,2022-07-09,40,40\n'
const FILES: Record<string, Content> = { '区界.geojson': MAP, '台账.csv': LEDGER, '核酸.csv': ROUNDS }
const BECAUSE = '导入时记下的别名'
const VILLAGE = '411199100200'

const teach = (place: string | null, name = '老河沿'): void | Promise<void> =>
  teachName.run({ name, place, because: BECAUSE })
const named = () =>
  useImport().plan!.names.map(({ name, count, place }) => [name, count, place?.code ?? null])
const unplaced = () => useImport().plan!.unplaced?.rows.map(({ file, row }) => `${file} ${row}`) ?? []

beforeEach(() => {
  setKernel(aWholeKernel(null, Date.parse('2026-11-30T00:00:00Z')))
  setActivePinia(createPinia())
})
afterEach(() => setKernel(null))

describe('a name that means no place, before the import is taken', () => {
  test('L116 is listed once over all files, with its rows and where it may be; a person is not', async () => {
    const incoming = useImport()
    await incoming.look(input(FILES))
    expect(named()).toEqual([['老河沿', 3, null]])
    expect(incoming.plan!.names[0]!.of).toEqual([
      { file: '台账.csv', row: 2, count: 2 },
      { file: '核酸.csv', row: 2, count: 1 },
    ])
    expect(unplaced()).toEqual(
      expect.arrayContaining(['台账.csv 2', '台账.csv 3', '核酸.csv 2', '台账.csv 5']),
    )
    expect(teachName.available({ name: '王小明', place: VILLAGE, because: BECAUSE })).toBe(false)
  })

  test.each([VILLAGE, '柳河村'])(
    'L116 answered by %s its rows go there before anything is written',
    async (answer) => {
      const [incoming, workspaces] = [useImport(), useWorkspaces()]
      await incoming.look(input(FILES))
      await teach(answer)
      expect(named()).toEqual([['老河沿', 3, VILLAGE]])
      expect(unplaced()).toEqual(['台账.csv 5'])
      await incoming.confirm('某区')
      const { places, cases } = workspaces.register
      expect(places.find(({ code }) => code === VILLAGE)?.aliases).toEqual(['老河沿'])
      expect(cases.length).toBe(4)
      // the next morning nobody asks, and the file of places that comes again takes nothing back
      incoming.cancel()
      await incoming.look(input({ '区界.geojson': MAP, '7月10日.csv': LEDGER.replaceAll('-09,', '-10,') }))
      expect(named()).toEqual([])
      expect(unplaced()).toEqual(['7月10日.csv 5'])
      await incoming.confirm('某区')
      expect(workspaces.register.places.find(({ code }) => code === VILLAGE)?.aliases).toEqual(['老河沿'])
    },
  )

  test('L116 in a workspace that stands it is one step of undo with its rows', async () => {
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    await incoming.look(input({ '区界.geojson': MAP }))
    await incoming.confirm('某区')
    incoming.cancel()
    await incoming.look(input({ '台账.csv': LEDGER }))
    expect(incoming.target).toBe('current')
    await teach(VILLAGE)
    expect(unplaced()).toEqual(['台账.csv 5'])
    expect(incoming.plan!.drafts.filter(({ type }) => type === 'places.corrected@1')).toEqual([
      { type: 'places.corrected@1', row: VILLAGE, set: { aliases: '老河沿' }, because: BECAUSE },
    ])
    await incoming.confirm('某区')
    expect(workspaces.register.cases.length).toBe(4)
    await workspaces.undo()
    expect(workspaces.register.cases.length).toBe(0)
    expect(workspaces.register.places.find(({ code }) => code === VILLAGE)?.aliases).toEqual([])
  })

  test('L116 what is no place, or several, is said and changes nothing; an answer is taken back', async () => {
    const incoming = useImport()
    await incoming.look(input(FILES))
    await teach('无此村')
    expect(incoming.plan!.names[0]).toMatchObject({ said: '无此村', place: null, unusable: 'none' })
    expect(incoming.plan!.drafts.some(({ type }) => type === 'places.corrected@1')).toBe(false)
    await teach(VILLAGE)
    expect(incoming.plan!.names[0]).toMatchObject({
      place: { name: '柳河村', above: '东镇' },
      unusable: null,
    })
    await teach(null)
    expect(named()).toEqual([['老河沿', 3, null]])
    await incoming.takeBack()
    expect(named()).toEqual([['老河沿', 3, VILLAGE]])
    expect(teachName.disabled({ name: '老河沿', place: ' ', because: BECAUSE })).toEqual({
      code: 'no-ground',
    })
  })
})
