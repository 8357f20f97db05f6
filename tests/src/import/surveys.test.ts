import { expect, test } from 'vitest'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const LIST = [
  '监测点,村,分区,日期,监测方法,检查数,阳性数,指数值',
  'P1,V1,,2025-08-20,布雷图指数,50,2,4',
].join('\n')

test('I41 surveys come in with the headers and methods of the field, and a file without rows says none', async () => {
  const log = new MemoryLog()
  await log.take({ 'surveys.csv': `${LIST}\n` })
  const { surveys, stated } = log.register()
  expect(surveys).toMatchObject([
    {
      ...{ point: 'P1', place: 'V1', zone: null, position: null, method: 'breteau' },
      ...{ inspected: 50, positive: 2, value: 4, on: { isDay: true } },
    },
  ])
  expect(stated.has('surveys')).toBe(true)
  const empty = new MemoryLog()
  await empty.take({ 'surveys.csv': `${LIST.split('\n')[0]}\n` })
  expect([empty.register().surveys, empty.register().stated.has('surveys')]).toEqual([[], true])
})

test('I41 a row without point, place or zone, day or method, or with half a count is refused by name', async () => {
  const rows = [
    'place,day,method,inspected',
    ',2025-08-20,breteau,50',
    'V1,,breteau,50',
    'V1,2025-08-20,,50',
    'V1,2025-08-20,breteau,-5',
  ]
  const plan = await planOf({ 'surveys.csv': `${rows.join('\n')}\n` })
  expect(codesOf(plan)).toEqual([
    'surveys.csv:2 missing-one-of',
    'surveys.csv:3 missing',
    'surveys.csv:4 missing',
    'surveys.csv:5 negative',
  ])
})
