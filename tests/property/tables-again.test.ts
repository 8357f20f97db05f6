import { describe, expect, test } from 'vitest'
import { listTable } from '../../src/export/tables/list-table'
import { registerWritten } from '../../src/export/tables/register-written'
import { tableCsv } from '../../src/export/tables/tables-csv'
import { KINDS } from '../../src/records/records'
import { MemoryLog } from '../helpers/pack-input'
import { packFileOf, randomRow } from '../helpers/random-rows'
import { seeded } from '../helpers/seeded'

const LISTS = KINDS.filter(({ onlyGround }) => !onlyGround)
const SEEDS = 4

describe.each(['zh', 'en'] as const)('what leaves as tables in %s comes back equal', (written) => {
  test.each(LISTS.map((kind) => [kind.list, kind] as const))('O12 %s as CSV', async (list, kind) => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seeded(seed * 977)
      const rows = Array.from({ length: 6 }, (_row, at) => randomRow(kind, random, at + 1))
      const log = new MemoryLog()
      await log.take(packFileOf(kind, rows))
      const table = listTable(registerWritten(log.register(), null), kind, written)!
      const { plan, offer } = await log.offer({ [`兰溪-${table.title}-20220731.csv`]: tableCsv(table) })
      expect(plan.refused, `seed ${seed} ${tableCsv(table)}`).toEqual([])
      expect(offer.changes, `seed ${seed} ${tableCsv(table)}`).toEqual([])
      expect(offer.counts, `seed ${seed} ${tableCsv(table)} ${JSON.stringify(plan.problems)}`).toMatchObject([
        { list, added: 0, changed: 0, equal: 6 },
      ])
    }
  })
})
