import Flatbush from 'flatbush'
import { NearestIndex } from '../../../geo/geometry/nearest-index'
import { distanceM } from '../../../geo/geometry/rings/distance'
import { COUNTY, positions } from './ground'
import type { Kernel } from './trial'

const SAMPLE = 10_000

/** The nearest of the facilities to each case, against flatbush with longitudes scaled by the cosine of the middle. */
export const nearest: Kernel = {
  name: 'nearest',
  peer: 'flatbush, scaled longitude',
  mark: 30,
  trial: (share) => {
    const cases = positions(Math.round(1_000_000 * share))
    const facilities = positions(Math.round(10_000 * share), 6)
    const count = cases.lon.length
    const answers = { ours: new Int32Array(count), peer: new Int32Array(count) }
    const scale = Math.cos(((COUNTY.south + COUNTY.height / 2) * Math.PI) / 180)
    return {
      size: `${count} cases × ${facilities.lon.length} facilities`,
      ours: () => {
        const index = new NearestIndex(facilities)
        for (let i = 0; i < count; i++) answers.ours[i] = index.nearest(cases.lon[i]!, cases.lat[i]!)
      },
      peer: () => {
        const tree = new Flatbush(facilities.lon.length)
        facilities.lon.forEach((lon, i) => void tree.add(lon * scale, facilities.lat[i]!))
        tree.finish()
        for (let i = 0; i < count; i++)
          answers.peer[i] = tree.neighbors(cases.lon[i]! * scale, cases.lat[i]!, 1)[0]!
      },
      fault: () => {
        const every = Math.max(1, Math.floor(count / SAMPLE))
        let wrong = 0
        for (let i = 0; i < count; i += every) {
          const at = [cases.lon[i]!, cases.lat[i]!] as const
          const way = (row: number): number => distanceM(at, [facilities.lon[row]!, facilities.lat[row]!])
          // whoever is more than a tenth farther in degrees than the one found is no rival of it
          const [own, rival] = [way(answers.ours[i]!), way(answers.peer[i]!)]
          let least = Math.min(own, rival)
          const degrees = (1.1 * least) / 102_000
          for (let row = 0; row < facilities.lon.length; row++)
            if (
              Math.abs(facilities.lon[row]! - at[0]) <= degrees &&
              Math.abs(facilities.lat[row]! - at[1]) <= degrees
            )
              least = Math.min(least, way(row))
          if (own > least) wrong++
        }
        return wrong === 0 ? null : `${wrong} of ${SAMPLE} wrong`
      },
    }
  },
}
