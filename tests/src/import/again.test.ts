import { expect, test } from 'vitest'
import { cellAt } from '../../../src/log/rows/cells'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

const CASES = 'id,reportedAt,kind,zone,knownAt\nC1,2022-05-01,confirmed,Z1,2022-05-01T09:00\n'

async function aLog(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take({ 'cases.csv': CASES })
  return log
}
const told = (log: MemoryLog) => {
  const { kind, zone, transferredAt, knownAt } = log.register().cases
  const text = ({ codes, values }: typeof kind) => values[codes[0]!] ?? null
  return [text(kind), text(zone), Number.isNaN(transferredAt.at[0]), knownAt[0]]
}

test('L11 a file without a column leaves what the row holds in it, an empty cell takes it away', async () => {
  const log = await aLog()
  await log.take({ 'cases.csv': 'id,transferredAt\nC1,2022-05-02T10:00\n' })
  expect(told(log).slice(0, 3)).toEqual(['confirmed', 'Z1', false])
  await log.take({ 'cases.csv': 'id,transferredAt,zone\nC1,2022-05-02T10:00,\n' })
  expect(told(log).slice(0, 3)).toEqual(['confirmed', null, false])
})

test('L2 a change without a time of its own was learned when it was brought, not when the row was', async () => {
  const log = await aLog()
  const [before] = [told(log)[3]]
  const [event] = await log.take({ 'cases.csv': 'id,transferredAt\nC1,2022-05-02T10:00\n' })
  const block = log.blocks.get(event && 'segment' in event ? event.segment! : '')!
  expect([before, cellAt(block.columns.knownAt, 0)]).toEqual([Date.parse('2022-05-01T09:00+08:00'), null])
})

test('L11 equal rows with fewer columns are no news', async () => {
  const log = await aLog()
  expect(await log.take({ 'cases.csv': 'id,reportedAt\nC1,2022-05-01\n' })).toEqual([])
})

test('L11 people brought again without their polygons keep their ground; a feature without geometry says there is none', async () => {
  const log = new MemoryLog()
  await log.take({ 'places.geojson': aCollection(aFeature({ code: 'A', kind: 'town' }, aSquare(120, 30))) })
  await log.take({ 'places.csv': 'code,kind,people\nA,town,12\n' })
  const [place] = log.register().places
  expect([place!.people, place!.shape?.length]).toEqual([12, 1])
  await log.take({ 'places.geojson': aCollection(aFeature({ code: 'A', kind: 'town' })) })
  expect(log.register().places.map(({ people, shape }) => [people, shape])).toEqual([[12, null]])
})
