import KDBush from 'kdbush'
import { metresBetween } from '../../../geo/clusters/distance'
import { Groups } from '../../../geo/clusters/groups'
import { linkCases } from '../../../geo/clusters/link'
import type { Located } from '../../../geo/clusters/reach'
import { metresPerDegree } from '../../../geo/geometry/rings/plane'
import { seeded } from '../../helpers/seeded'
import { COUNTY, positions } from './ground'
import type { Kernel } from './trial'

const REACH = { radius: 60, window: 14 }
/** More than the plane of the middle latitude is off over the county. */
const PLANE = 1.005

/** Cases of a year; each place has its cases within two months. */
export function cases(count: number): Located {
  const { lon, lat } = positions(count)
  const random = seeded(5)
  return { lon, lat, day: Int32Array.from({ length: count }, () => random.between(0, 364)) }
}

/** Each case asks a tree in the plane for those near it, and the distance of each is looked at. */
function searched({ lon, lat, day }: Located): Int32Array {
  const scale = metresPerDegree(COUNTY.south + COUNTY.height / 2)
  const tree = new KDBush(day.length)
  for (let row = 0; row < day.length; row++) tree.add(lon[row]! * scale.lon, lat[row]! * scale.lat)
  tree.finish()
  const groups = new Groups(day.length)
  for (let row = 0; row < day.length; row++)
    for (const other of tree.within(lon[row]! * scale.lon, lat[row]! * scale.lat, REACH.radius * PLANE)) {
      if (other <= row || Math.abs(day[other]! - day[row]!) > REACH.window) continue
      if (metresBetween(lon[row]!, lat[row]!, lon[other]!, lat[other]!) <= REACH.radius)
        groups.join(row, other)
    }
  return Int32Array.from(day, (_, row) => groups.find(row))
}

export const linking: Kernel = {
  name: 'linking, 60 m',
  peer: 'kdbush search',
  mark: 6,
  trial: (share) => {
    const located = cases(Math.round(1_000_000 * share))
    let ours = new Int32Array(0) as Int32Array
    let theirs = ours
    return {
      size: `${located.day.length} cases`,
      ours: () => void (ours = linkCases(located, REACH)),
      peer: () => void (theirs = searched(located)),
      fault: () => {
        const apart = ours.reduce((sum, group, row) => sum + Number(group !== theirs[row]), 0)
        return apart === 0 ? null : `${apart} cases in other groups`
      },
    }
  },
}
