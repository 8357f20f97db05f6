type Zones = ArrayLike<number> & object

const known = new WeakMap<Zones, ReadonlyMap<number, readonly number[]>>()

/** Rows of a list by the zone that each is in, in their order; the same list is grouped once. */
export function rowsByZone(zones: Zones): ReadonlyMap<number, readonly number[]> {
  let rows = known.get(zones)
  if (!rows) known.set(zones, (rows = group(zones)))
  return rows
}

function group(zones: Zones): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (let row = 0; row < zones.length; row++) {
    const own = rows.get(zones[row]!)
    if (own) own.push(row)
    else rows.set(zones[row]!, [row])
  }
  return rows
}
