import { expect, test } from 'vitest'
import { rowAt } from '../../../src/export/row-at'
import { MemoryLog } from '../../helpers/pack-input'

test('O5 the row that a condition rests on is found again, in lists and in tables, without its empty cells', async () => {
  const log = new MemoryLog()
  await log.take({
    'facts.csv':
      'zone,at,fact,value\nS-01,2022-05-01,contactsNegative,true\nS-01,2022-05-02,contactsNegative,false\n',
    'cases.csv': 'id,reportedAt,kind,zone\nC1,2022-05-01,confirmed,S-01\nC2,2022-05-03,confirmed,\n',
  })
  const facts = log.register()
  const second = facts.statedFacts[1]!.origin
  expect(Object.fromEntries(rowAt(facts, second)!.cells)).toMatchObject({ at: '2022-05-02', value: 'false' })
  const file = facts.cases.file.values[facts.cases.file.codes[1]!]!
  const found = rowAt(facts, { file, row: facts.cases.row[1]! })!
  expect([found.list, Object.fromEntries(found.cells).id]).toEqual(['cases', 'C2'])
  expect(Object.keys(Object.fromEntries(found.cells))).not.toContain('zone')
  expect(rowAt(facts, { file: 'facts.csv', row: 99 })).toBeNull()
})
