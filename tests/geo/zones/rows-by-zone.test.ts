import { expect, test } from 'vitest'
import { rowsByZone } from '../../../geo/zones/record/rows-by-zone'
import { seeded } from '../../helpers/seeded'

test('rows by zone are those that a search of the whole list finds, in its order', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seeded(seed)
    const zones = Int32Array.from({ length: 200 }, () => random.between(-3, 6))
    const rows = rowsByZone(zones)
    for (let zone = -3; zone <= 7; zone++)
      expect(rows.get(zone) ?? []).toEqual([...zones.keys()].filter((row) => zones[row] === zone))
    expect(rowsByZone(zones)).toBe(rows)
  }
})
