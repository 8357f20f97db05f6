import { expect, test } from 'vitest'
import { MemoryLog } from '../../helpers/pack-input'

const text = (...ids: readonly string[]): string =>
  `id,kind,name\n${ids.map((id, at) => `${id},checkpoint,卡点${at}`).join('\n')}\n`

test('I169 codes that lost the zeros in front are named, once a list, and those that are held are not', async () => {
  const log = new MemoryLog()
  await log.take({ 'facilities.csv': text('001', '002', '7', '0A') })
  const { plan } = await log.offer({ 'facilities.csv': text('1', '2', '7', 'A', '3') })
  expect(plan.problems.filter(({ code }) => code === 'zeros-lost')).toMatchObject([
    { row: 2, column: 'id', seen: '1', suggestion: '001', severity: 'warning', detail: { count: 2 } },
  ])
  const again = await log.offer({ 'facilities.csv': text('001', '002', '7', '0A') })
  expect(again.plan.problems).toEqual([])
  expect((await new MemoryLog().offer({ 'facilities.csv': text('1', '2') })).plan.problems).toEqual([])
})
