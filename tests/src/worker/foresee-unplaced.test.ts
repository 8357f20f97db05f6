import { describe, expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import { admit } from '../../../src/log/admit'
import { foreseeUnplaced } from '../../../src/worker/foresee-unplaced'
import { input, MemoryLog } from '../../helpers/pack-input'
import { TWO_ZONES_AT as AS_OF, TWO_ZONES as PACK } from '../../helpers/two-zones'

/** What an import into that log would leave unplaced; null for the log is a new workspace. */
async function foreseen(log: MemoryLog | null, files: Record<string, string | object>) {
  const existing = log?.register() ?? null
  const made = await planImport(input(files), existing ? { existing } : {})
  const [ordered, blocks] = [log?.events ?? [], log?.blocks ?? new Map()]
  const admitted = admit(made, ordered, blocks)
  const plan = { ...made, drafts: admitted.drafts, blocks: admitted.blocks }
  const told = foreseeUnplaced(plan, {
    ...{ log: { ordered, blocks }, existing, effective: log ? AS_OF : null },
    clock: Date.parse('2022-06-20T00:00:00Z'),
  })
  return told && { ...told, rows: told.rows.map(({ file, row, why }) => `${file}:${row} ${why}`) }
}

const packed = async (): Promise<MemoryLog> => {
  const log = new MemoryLog()
  await log.take(PACK)
  return log
}

describe('what an import would leave unplaced', () => {
  test('I23 nothing where every row is placed, also for a whole pack', async () => {
    expect(
      await foreseen(await packed(), { 'cases.csv': 'id,reportedAt,place\nC1,2022-05-19,V1\n' }),
    ).toBeNull()
    expect(await foreseen(null, PACK)).toBeNull()
  })

  test('I23 rows taken and rows refused, with the zones that they would hold', async () => {
    const text = 'id,reportedAt,lng,lat\nC1,2022-05-19,0,0\nC2,2022-02-30,,\n'
    const told = await foreseen(await packed(), { 'cases.csv': text })
    expect(told).toMatchObject({ zones: ['A', 'B'], heldBefore: [] })
    expect(told!.rows).toEqual(['cases.csv:2 position-at-zero', 'cases.csv:3 no-such-day'])
  })

  test('I23 a file of which every row is refused holds too', async () => {
    const told = await foreseen(await packed(), { 'cases/b.csv': 'id,reportedAt\nC2,2022-02-30\n' })
    expect(told).toMatchObject({ zones: ['A', 'B'], rows: ['cases/b.csv:2 no-such-day'] })
  })

  test('I23 a new workspace is seen at the instant at which it would open', async () => {
    const cases = 'id,reportedAt,place,lng,lat\nC0,2022-05-02,V3,,\nC1,2022-05-19,,0,0\n'
    const told = await foreseen(null, { ...PACK, 'cases.csv': cases })
    expect(told).toMatchObject({ asOf: AS_OF, zones: ['A', 'B'] })
    expect(told!.names).toMatchObject({ A: 'A', B: 'B' })
  })

  test('I23 what is held already is not counted again, and a row that was open before is not new', async () => {
    const log = await packed()
    const text = 'id,reportedAt,place,lng,lat\nC1,2022-05-19,,0,0\n'
    await log.take({ 'cases.csv': text })
    expect(await foreseen(log, { 'cases.csv': text })).toBeNull()
    const more = await foreseen(log, { 'cases/b.csv': text.replace('C1', 'C2') })
    expect(more).toMatchObject({
      zones: [],
      heldBefore: ['A', 'B'],
      rows: ['cases/b.csv:2 position-at-zero'],
    })
    expect(await foreseen(log, { 'cases.csv': text.replace(',,0,0', ',V3,,') })).toBeNull()
  })
})
