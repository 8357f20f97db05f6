import { metresBetween } from '../../../geo/clusters/distance'
import type { Located, Reach } from '../../../geo/clusters/reach'

/** Single linkage the slow way: every pair is asked until nothing changes. The smallest row names the group. */
export function slowLink({ lon, lat, day }: Located, { radius, window }: Reach): number[] {
  const group = Array.from(day, (_, row) => row)
  for (let changed = true; changed; ) {
    changed = false
    for (let a = 0; a < day.length; a++)
      for (let b = 0; b < day.length; b++) {
        if (group[a]! <= group[b]!) continue
        if (Math.abs(day[a]! - day[b]!) > window) continue
        if (metresBetween(lon[a]!, lat[a]!, lon[b]!, lat[b]!) > radius) continue
        group[a] = group[b]!
        changed = true
      }
  }
  return group
}
