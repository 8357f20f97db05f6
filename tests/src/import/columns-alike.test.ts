import { describe, expect, test } from 'vitest'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const MAP = aCollection(
  aFeature({ code: '4111', name: '某区', kind: 'district' }),
  aFeature({ code: '411101', name: '东镇', kind: 'town', parent: '4111' }),
  aFeature({ code: '411101001', name: '东王庄', kind: 'village', parent: '411101' }, aSquare(114, 33)),
  aFeature({ code: '411101002', name: '北赵岗', kind: 'village', parent: '411101' }, aSquare(114.02, 33)),
)
const ledger = (header: string, ...rows: string[]): string => [header, ...rows, ''].join('\n')

async function taken(csv: string) {
  const files = { 'places.geojson': MAP, '台账.csv': csv }
  const log = new MemoryLog()
  await log.take(files)
  const { cases } = log.register()
  const read = Array.from(cases.id.codes, (code) => cases.id.values[code])
  return { plan: await planOf(files), ids: read }
}

describe('two columns of one meaning', () => {
  test('I161 of two days of a person the later counts, in either order of the columns, and is told', async () => {
    for (const [header, row] of [
      ['编号,报告时间,报告日期,所在村,诊断类型', 'C1,2022-05-20 10:00,2022-05-02,东王庄,确诊病例'],
      ['编号,报告日期,报告时间,所在村,诊断类型', 'C1,2022-05-02,2022-05-20 10:00,东王庄,确诊病例'],
    ] as const) {
      const csv = ledger(header, row, row.replace('C1', 'C2').replace('05-20 10:00', '05-02 10:00'))
      const log = new MemoryLog()
      await log.take({ 'places.geojson': MAP, '台账.csv': csv })
      const { cases } = log.register()
      const days = Array.from(cases.reportedAt.at, (at) =>
        new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
      )
      expect(days.sort()).toEqual(['2022-05-02', '2022-05-20'])
      const { plan } = await taken(csv)
      expect(codesOf(plan).filter((one) => one.endsWith('days-differ'))).toEqual(['台账.csv:2 days-differ'])
    }
  })

  test('I161 two places apart refuse the row of a person; one in the other, or none that is known, does not', async () => {
    const header = '编号,报告日期,诊断类型,居住村,村'
    const row = (id: string, one: string, other: string) => `${id},2022-05-02,确诊病例,${one},${other}`
    const { plan, ids } = await taken(
      ledger(
        header,
        row('C1', '东王庄', '北赵岗'),
        row('C2', '东王庄', '东王庄'),
        row('C3', '东镇', '东王庄'),
        row('C4', '', '北赵岗'),
        row('C5', '北赵岗', ''),
      ),
    )
    expect(plan.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'places-differ']])
    expect(ids).toEqual(['C2', 'C3', 'C4', 'C5'])
    expect(plan.refusals).not.toEqual([])
  })
})

test('I162 a fact under the sentence of its condition, or its name in other letters, is that fact', async () => {
  const facts = ['密接核酸检测均为阴性,否', 'ContactsNegative,false', 'contactsNegative,true', '别的事,是']
  const log = new MemoryLog()
  await log.take({
    'facts.csv': ['zone,at,fact,value', ...facts.map((one, at) => `Z1,2022-05-2${at} 10:00,${one}`), ''].join(
      '\n',
    ),
  })
  expect(log.register().statedFacts.map(({ fact }) => fact)).toEqual([
    'contactsNegative',
    'contactsNegative',
    'contactsNegative',
    '别的事',
  ])
})
