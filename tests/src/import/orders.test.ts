import { expect, test } from 'vitest'
import { morningOf, ordersOf, readOnce, stateAfter, statesOf } from '../../matrix/orders'

/** `npm run orders` takes 120 orders of five and 500 of fifteen. */
test('I113 five and fifteen files of a morning, each read once, give one state in every order', async () => {
  const [five, fifteen] = [morningOf(5), morningOf(15)]
  expect([five.length, fifteen.length]).toEqual([5, 15])
  expect(ordersOf(5, 120)).toHaveLength(120)
  const plans = await readOnce(fifteen)
  for (const { refused, isEmpty } of plans) expect([refused.length, isEmpty]).toEqual([0, false])
  expect(statesOf(await readOnce(five), 24)).toEqual({ orders: 24, states: 1 })
  expect(statesOf(plans, 12)).toEqual({ orders: 12, states: 1 })
  expect(stateAfter(plans.slice(1))).not.toBe(stateAfter(plans))
})
