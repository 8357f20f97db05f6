import { expect, test } from 'vitest'
import { assessWithFindings } from '#geo'
import { rowAt } from '../../../src/export/row-at'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

const cellsOf = (found: ReturnType<typeof rowAt>) => (found ? Object.fromEntries(found.cells) : null)

test('O5 the row that a condition rests on is found again, in lists and in tables, without its empty cells', async () => {
  const log = new MemoryLog()
  await log.take({
    'facts.csv':
      'zone,at,fact,value\nS-01,2022-05-01,contactsNegative,true\nS-01,2022-05-02,contactsNegative,false\n',
    'cases.csv': 'id,reportedAt,kind,zone\nC1,2022-05-01,confirmed,S-01\nC2,2022-05-03,confirmed,\n',
  })
  const facts = log.register()
  const second = facts.statedFacts[1]!.origin
  expect(cellsOf(rowAt(facts, second))).toMatchObject({ at: '2022-05-02', value: 'false' })
  const file = facts.cases.file.values[facts.cases.file.codes[1]!]!
  const found = rowAt(facts, { file, row: facts.cases.row[1]! })!
  expect([found.list, cellsOf(found)!.id]).toEqual(['cases', 'C2'])
  expect(Object.keys(cellsOf(found)!)).not.toContain('zone')
  expect(rowAt(facts, { file: 'facts.csv', row: 99 })).toBeNull()
})

/** Ten days, each with files of the same names: one case in row 2 a day, one round and one statement. */
async function tenDays(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take({
    'pack.json': {
      ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84' },
      ...{ policy: 'cn-2021-three-zone', use: 'review', title: { zh: '县' } },
    },
    'places.geojson': aCollection(
      aFeature({ code: 'D', kind: 'district' }),
      aFeature({ code: 'V', kind: 'village', parent: 'D', people: 10 }, aSquare(120, 30)),
    ),
    'zones.geojson': aCollection(aFeature({ id: 'Z', level: 'sealed', from: '2022-05-01', members: ['V'] })),
  })
  for (let day = 1; day <= 10; day += 1) {
    const on = `2022-05-${String(day).padStart(2, '0')}`
    await log.take({
      'cases.csv': `id,reportedAt,kind,zone\nC${day},${on}T10:00,confirmed,Z\n`,
      'rounds.csv': `zone,round,startedAt,finishedAt,listed,sampled,resulted,result\nZ,${day},${on}T08:00,${on}T18:00,10,10,10,negative\n`,
      'facts.csv': `zone,at,fact,value\nZ,${on},terminalDisinfection,${day === 10}\n`,
    })
  }
  return log
}

test('O5 of ten days of files of one name, evidence opens the row it was', async () => {
  const facts = (await tenDays()).register()
  const asOf = Date.parse('2022-05-20T12:00+08:00')
  const { assess } = assessWithFindings(facts, { asOf, known: null, policy: null })
  const evidence = assess.zones
    .flatMap(({ transitions }) =>
      transitions.flatMap(({ conditions, findings }) => [...conditions, ...findings]),
    )
    .flatMap((one) => one.evidence)
  const files = new Set(evidence.map(({ file }) => file))
  expect([...files].sort()).toEqual(expect.arrayContaining(['cases.csv', 'rounds.csv']))
  for (const one of evidence) {
    expect(one.segment).toMatch(/^[0-9a-f]{64}$/)
    const cells = cellsOf(rowAt(facts, one))!
    if (one.file === 'cases.csv')
      expect([one.value, one.at!.slice(0, 10)]).toEqual([cells.id, String(cells.reportedAt).slice(0, 10)])
    else expect(one.at!.slice(0, 10)).toBe(String(cells.finishedAt ?? cells.at ?? cells.from).slice(0, 10))
  }
  expect(evidence.find(({ file }) => file === 'cases.csv')!.value).toBe('C10')
})

test('O5 what names a row by a file of which there are several opens none of them', async () => {
  const facts = (await tenDays()).register()
  expect(rowAt(facts, { file: 'cases.csv', row: 2 })).toBeNull()
  const segment = facts.cases.segment!.values[facts.cases.segment!.codes[3]!]!
  expect(cellsOf(rowAt(facts, { file: 'cases.csv', row: 2, segment }))).toMatchObject({ id: 'C4' })
})
