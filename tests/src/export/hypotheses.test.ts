import { expect, test } from 'vitest'
import type { Hypothesis } from '#geo'
import { hypothesisFiles } from '../../../src/export/hypotheses'
import { moment, SHANGHAI } from '../../helpers/facts'
import { MemoryLog } from '../../helpers/pack-input'

const at = moment('2022-05-27T22:00').at
const hypotheses: readonly Hypothesis[] = [
  {
    ...{ kind: 'case', at, zone: 'S-01', place: null, position: [120.1, 31.1] },
    ...{ caseKind: 'confirmed', foundIn: 'community' },
  },
  { kind: 'round', at, zone: 'S-01', result: 'negative' },
  { kind: 'fact', at, zone: 'S-01', fact: 'environmentNegative', value: 'true' },
  { kind: 'checkpointCloses', at, checkpoint: 'K1' },
]

test('N8 what was supposed reads back as the rows it stands for, and leaves the rest of a row alone', async () => {
  const log = new MemoryLog()
  await log.take({
    'facilities.csv': 'id,kind,name,lng,lat,shifts\nK1,checkpoint,东门,120.1,31.1,00-24 police1\n',
  })
  await log.take(Object.fromEntries(hypothesisFiles(hypotheses, SHANGHAI)))
  const { cases, rounds, statedFacts, facilities } = log.register()
  expect([cases.length, cases.reportedAt.at[0], cases.lon[0], cases.lat[0]]).toEqual([1, at, 120.1, 31.1])
  expect(cases.zone.values[cases.zone.codes[0]!]).toBe('S-01')
  expect(rounds).toMatchObject([
    { zone: 'S-01', finishedAt: { at }, result: 'negative', listed: null, sampled: null },
  ])
  expect(statedFacts).toMatchObject([{ zone: 'S-01', fact: 'environmentNegative', value: 'true' }])
  expect(facilities).toMatchObject([{ id: 'K1', name: '东门', shifts: '00-24 police1', to: { at } }])
})

test('N8 nothing supposed is no file', () => {
  expect(hypothesisFiles([], SHANGHAI).size).toBe(0)
})
