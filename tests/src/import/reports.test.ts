import { describe, expect, test } from 'vitest'
import { reportingOf } from '../../../geo/coverage/reporting'
import { hierarchyOf } from '../../../geo/places/hierarchy'
import { aPack, aPlace, moment } from '../../helpers/facts'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const UNKNOWN = [
  ...[
    '未统计',
    '—',
    '--',
    '/',
    '未上报',
    '未报',
    '暂无',
    'n/a',
    'N/A',
    '不详',
    '未知',
    '空白',
    '待查',
    '#N/A',
    '？',
  ],
  '',
]
const HEADER = '村,日期,发热人数,来返人员'

/** Who has reported by noon, of villages of which each is asked. */
async function reportedOf(rows: readonly string[], header = HEADER) {
  const log = new MemoryLog()
  await log.take({ 'reports.csv': `${header}\n${rows.join('\n')}\n` })
  const places = rows.map((row) => aPlace({ code: row.split(',')[0]!, kind: 'village' }))
  const pack = aPack({ reporting: { kind: 'village', cutoff: '12:00', items: [] } })
  return reportingOf({ ...log.register(), pack, places }, hierarchyOf(places), moment('2022-07-09T12:00').at)!
}

describe('R6 a daily report says something', () => {
  test('R6 a row of which every figure is unknown is no report, whatever word stands there, and is kept and told', async () => {
    const rows = UNKNOWN.map((word, i) => `V${i},2022-07-09,${word},${word}`)
    const said = await reportedOf(rows)
    expect(said).toMatchObject({ filed: 0, zero: 0, expected: rows.length })
    const plan = await planOf({ 'reports.csv': `${HEADER}\n${rows.join('\n')}\n` })
    expect(plan.files[0]).toMatchObject({ taken: rows.length, refused: 0 })
    expect(codesOf(plan).filter((one) => one.endsWith(' no-report'))).toHaveLength(rows.length)
  })

  test('R6 one known figure is a report, and an unknown beside it is not 0', async () => {
    const rows = UNKNOWN.map((word, i) => `V${i},2022-07-09,0,${word}`)
    expect(await reportedOf(rows)).toMatchObject({ filed: rows.length, zero: 0 })
    const plan = await planOf({ 'reports.csv': `${HEADER}\n${rows.join('\n')}\n` })
    expect(codesOf(plan).join()).not.toContain('no-report')
  })

  test('R6 a withheld figure, one that is about so many and a word about the village are reports', async () => {
    const said = await reportedOf(['V1,2022-07-09,x,—', 'V2,2022-07-09,40余,', 'V3,2022-07-09,正常,—'])
    expect(said).toMatchObject({ filed: 3, missing: [], withheld: 1, approximate: 1 })
  })

  test.each([
    ['未报', '0,0', { filed: 0 }],
    ['未上报', '3,1', { filed: 0 }],
    ['尚未报送', ',', { filed: 0 }],
    ['×', ',', { filed: 0 }],
    ['', ',', { filed: 0 }],
    ['', '0,0', { filed: 1, zero: 1 }],
    ['零报告', ',', { filed: 1, zero: 1 }],
    ['零报告', '—,未统计', { filed: 1, zero: 1 }],
    ['零报告', '2,0', { filed: 1, zero: 0 }],
    ['已报', ',', { filed: 1, zero: 0 }],
    ['已上报', '—,—', { filed: 1, zero: 0 }],
  ])('R6 a row that says %s with %s says what it says', async (word, figures, expected) => {
    for (const column of ['报送情况', '上报状态', '状态'])
      expect(
        await reportedOf([`V1,2022-07-09,${word},${figures}`], `村,日期,${column},发热人数,来返人员`),
        column,
      ).toMatchObject(expected)
  })

  test('R6 a column that asks yes or no is answered by yes and no, and only where it asks about the report', async () => {
    const asked = (header: string, answer: string) =>
      reportedOf([`V1,2022-07-09,${answer},`], `村,日期,${header},发热人数`)
    for (const no of ['否', '×', '0', 'no']) expect((await asked('是否上报', no)).filed, no).toBe(0)
    for (const yes of ['是', '√', '1']) expect((await asked('是否上报', yes)).filed, yes).toBe(1)
    expect(await asked('是否零报告', '是')).toMatchObject({ filed: 1, zero: 1 })
    expect(await asked('是否有发热', '否')).toMatchObject({ filed: 1 })
  })

  test('R6 a remark alone is no report, and a list of none but who and when is one by its rows', async () => {
    expect(await reportedOf(['V1,2022-07-09,—,信号不好'], '村,日期,发热人数,备注')).toMatchObject({
      filed: 0,
    })
    expect(await reportedOf(['V1,2022-07-09'], '村,日期')).toMatchObject({ filed: 1 })
  })
})
