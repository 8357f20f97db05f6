import { expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { demoFacts } from '../../helpers/demo-facts'

const lowerings = (facts: Facts, asOf: string) =>
  assess(facts, { asOf: readAsOf('Asia/Shanghai', asOf)! }).zones.flatMap(({ id, transitions, forecast }) =>
    transitions
      .filter(({ kind }) => kind === 'release' || kind === 'downgrade')
      .map(({ id: transition, state, conditions }) => ({ id, transition, state, conditions, forecast })),
  )

test('Z71 the demo as live data: at 20 June nothing is due, and every leaf on cases says since when the list is silent', async () => {
  const facts = await demoFacts()
  const live = { ...facts, pack: { ...facts.pack, use: 'live' as const } }
  const later = lowerings(live, '2022-06-20')
  expect(later.filter(({ state }) => state === 'due' || state === 'approval')).toEqual([])
  const quiet = later.flatMap(({ conditions }) => conditions.filter(({ id }) => id === 'noNewCase'))
  expect(quiet.length).toBeGreaterThan(4)
  for (const { state, reason, figures } of quiet) {
    expect([state, reason]).toEqual(['unknown', 'list-ended'])
    expect(figures).toMatchObject({ listUntil: '2022-05-27T14:00:00+08:00', silentHours: 586 })
  }
}, 180_000)
