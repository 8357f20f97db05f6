import { expect, test } from 'vitest'
import { contentHash, ownIdentity } from '../../../src/log/identity/identity'
import { BlockBuilder } from '../../../src/log/rows/block-builder'
import { columnOf, columnTypeOf } from '../../../src/log/rows/cells'
import type { Cell, Column, SourceRow } from '../../../src/log/rows/columns'
import { KINDS, type Kind } from '../../../src/records/records'
import { seeded } from '../../helpers/seeded'

/** The slow obvious way: all rows kept, then column by column. */
function blockAtOnce(kind: Kind, rows: readonly SourceRow[]) {
  const columns: Record<string, Column> = {}
  const fields = [...kind.fields, { name: 'knownAt', type: 'moment' as const }]
  const known = new Set(fields.map(({ name }) => name))
  const cellsOf = (name: string): Cell[] => rows.map(({ values }) => values[name] ?? null)
  for (const { name, type } of fields)
    if (cellsOf(name).some((cell) => cell !== null && cell !== ''))
      columns[name] = columnOf(columnTypeOf(type), cellsOf(name))
  for (const name of new Set(rows.flatMap(({ values }) => Object.keys(values))))
    if (!known.has(name)) columns[name] = columnOf('text', cellsOf(name))
  const seen = new Map<string, number>()
  const ids = rows.map(({ values }) => {
    const id = ownIdentity(kind, (name) => values[name] ?? null) ?? contentHash(kind.list, values)
    seen.set(id, (seen.get(id) ?? 0) + 1)
    return seen.get(id) === 1 ? id : `${id}#${seen.get(id)}`
  })
  return {
    list: kind.list,
    length: rows.length,
    columns,
    rows: Uint32Array.from(rows, ({ row }) => row),
    ids,
  }
}

const ROOF = Float64Array.of(113, 23, 113.1, 23, 113.1, 23.1, 113, 23)

test.each(KINDS.map((kind) => [kind.list, kind] as const))(
  'rows of %s taken apart as they come make the block of all rows together',
  (_, kind) => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = seeded(seed)
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!
      const cellOf = (type: string): Cell => {
        if (random.next() < 0.3) return null
        if (type === 'moment')
          return { at: Math.floor(random.next() * 3) * 3_600_000, isDay: random.next() < 0.5 }
        if (['count', 'number', 'lon', 'lat'].includes(type)) return Math.floor(random.next() * 4)
        if (type === 'flag') return random.next() < 0.5
        if (type === 'shape') return [[ROOF]]
        if (type === 'line' || type === 'point') return pick([ROOF, [[ROOF], [ROOF]]])
        return pick(['', 'a', '万金镇', '一个长过十三个字母的地方名字'])
      }
      const told = kind.fields.filter(() => random.next() < 0.7)
      const rows = Array.from({ length: Math.floor(random.next() * 120) }, (_, i): SourceRow => {
        const others = seed % 2 ? { 发热人员: pick(['0', null]), 备注: null } : {}
        const own = told.map(({ name, type }) => [name, cellOf(type)] as const)
        return { row: i + 2, values: { ...Object.fromEntries(own), ...others } }
      })
      const builder = new BlockBuilder(kind)
      for (const row of rows) builder.add(row)
      if (seed % 3 === 0) builder.close()
      const cells = ({ values }: SourceRow) =>
        Object.entries(values).filter(([, cell]) => (cell ?? '') !== '')
      expect([...builder].map(({ row, ...one }) => [row, new Map(cells({ row, ...one }))])).toEqual(
        rows.map((one) => [one.row, new Map(cells(one))]),
      )
      const kept = rows.filter((_, at) => seed % 4 !== 0 || at % 3 === 0)
      if (kept.length < rows.length) builder.keep((at) => at % 3 === 0)
      const block = builder.block()
      const made = blockAtOnce(kind, kept)
      expect({ ...block, columns: { ...block.columns } }).toEqual(made)
      expect(Object.keys(block.columns)).toEqual(Object.keys(made.columns))
    }
  },
)
