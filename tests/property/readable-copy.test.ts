import { describe, expect, test } from 'vitest'
import { listFiles } from '../../src/export/pack'
import type { Register } from '../../src/log/fold/register'
import { KINDS, type Kind } from '../../src/records/records'
import { MemoryLog } from '../helpers/pack-input'
import { packFileOf, randomRow } from '../helpers/random-rows'
import { seeded } from '../helpers/seeded'

const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

type Tabled =
  | { codes: Int32Array; values: string[] }
  | { at: Float64Array; isDay: Uint8Array }
  | Float64Array
  | number

function shownColumn(of: Tabled): unknown {
  if (typeof of === 'number') return of
  if (of instanceof Float64Array) return [...of]
  return 'codes' in of ? [...of.codes].map((code) => of.values[code] ?? null) : [[...of.at], [...of.isDay]]
}

/** The rows of a list as they are asked, without where they came from and when they were learned. */
function factsOf(facts: Register, kind: Kind): unknown {
  const name = { facts: 'statedFacts', transitions: 'steps' }[kind.list as string] ?? kind.list
  const value = (facts as unknown as Record<string, unknown>)[name]
  if (kind.list !== 'cases' && kind.list !== 'contacts')
    return rowsOf(value).map((row) => ({ ...(row as object), origin: null }))
  return Object.entries(value as Record<string, Tabled>)
    .filter(([column]) => !['file', 'segment', 'row', 'knownAt'].includes(column))
    .map(([column, of]) => [column, shownColumn(of)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

describe('H41 what an import keeps is in the readable copy', () => {
  test.each(KINDS.map((kind) => [kind.list, kind] as const))('H41 O2 of %s', async (_, kind) => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed * 977)
      const rows = Array.from({ length: 6 }, (_row, at) => randomRow(kind, random, at + 1))
      const log = new MemoryLog()
      await log.take(packFileOf(kind, rows))
      const before = log.register()
      const copied = listFiles(before)
      const again = new MemoryLog()
      await again.take(Object.fromEntries([...copied].filter(([path]) => path.startsWith(`${kind.file}.`))))
      const [one, other] = [factsOf(before, kind), factsOf(again.register(), kind)]
      expect(JSON.stringify(one).length, `seed ${seed}`).toBeGreaterThan(60)
      expect(other, `seed ${seed}`).toEqual(one)
    }
  })
})
