import { expect, test } from 'vitest'
import { alike, type Numbers } from '../../geo/alike'
import { seeded } from '../helpers/seeded'

/** The slow obvious way: a text a row. */
function alikeByText(length: number, columns: readonly Numbers[]): number[] {
  const numbers = new Map<string, number>()
  return Array.from({ length }, (_, row) => {
    const text = columns.map((column) => String(column[row])).join(' ')
    if (!numbers.has(text)) numbers.set(text, numbers.size)
    return numbers.get(text)!
  })
}

test.each(Array.from({ length: 40 }, (_, at) => at + 1))(
  'rows are numbered as by the text of all their columns (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const length = [0, 1, 2, 50, 3_000][seed % 5]!
    const values = [Number.NaN, 0, -0, 1, -1, 0.1, 113.000001, 1e300, Number.POSITIVE_INFINITY, 2 ** 31]
    const pick = (): number => values[Math.floor(random.next() * values.length)]!
    const columns = Array.from({ length: seed % 4 }, (_, at): Numbers => {
      if (at % 3 === 0) return Int32Array.from({ length }, () => Math.floor(random.next() * 7) - 1)
      if (at % 3 === 1) return Float64Array.from({ length }, pick)
      return Float64Array.from({ length }, () => (random.next() < 0.5 ? Number.NaN : random.next()))
    })
    const numbers = alike(length, columns)
    expect(Array.from(numbers)).toEqual(alikeByText(length, columns))
  },
)
