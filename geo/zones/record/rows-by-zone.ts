import { grouped } from '../../grouped'

const known = new WeakMap<Int32Array, ReadonlyMap<number, readonly number[]>>()

/** Rows of a list by the zone that each is in, in their order; the same list is grouped once. */
export function rowsByZone(zones: Int32Array): ReadonlyMap<number, readonly number[]> {
  let rows = known.get(zones)
  if (!rows) known.set(zones, (rows = grouped(zones.keys(), (row) => zones[row]!)))
  return rows
}
