import { expect, test } from 'vitest'
import { offsetsOf } from '../../../src/map/labels/offsets'

test('M9 the name of a compound stands clear of the disc of its cases, whatever number that bears', () => {
  const request = { id: 'compound/C', kind: 'compound', positions: [], lines: [], spacing: 0, rank: 0 }
  const offsets = offsetsOf({ request } as never, [60, 14], 1)
  for (const radius of [3.6, 5, 9, 17, 28]) {
    const clear = offsets.filter(([, top]) => top >= radius + 2 || top + 14 <= -radius - 2)
    expect(clear.length, String(radius)).toBeGreaterThan(0)
  }
})
