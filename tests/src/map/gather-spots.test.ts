import { expect, test } from 'vitest'
import { gatherOnce, type Spot } from '../../../src/layers/cases/gather-spots'
import { seeded } from '../../helpers/seeded'

/** The slow way: every spot asks every disc. */
function slowly(spots: readonly Spot[], perDegree: number, unit: number): Spot[] {
  const discs: Spot[] = []
  for (const spot of spots) {
    const near = discs.find(({ x, y, count }) => {
      const way = Math.hypot((x - spot.x) * Math.cos((spot.y * Math.PI) / 180), y - spot.y) * perDegree
      return way < unit * Math.sqrt(count) + unit * Math.sqrt(spot.count) + 2
    })
    if (near) near.count += spot.count
    else discs.push({ ...spot })
  }
  return discs
}

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  'spots gather into the discs that asking each of them gives (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const spots = Array.from({ length: 600 }, () => ({
      x: 113 + random.next() * 0.4,
      y: (seed % 4) * 20 + random.next() * 0.3,
      count: 1 + Math.floor(random.next() ** 4 * 300),
    })).sort((a, b) => b.count - a.count)
    const [perDegree, unit] = [800 + random.next() * 4_000, 0.2 + random.next() * 3.2]
    const gathered = gatherOnce(spots, { perDegree, unit })
    expect(gathered).toEqual(slowly(spots, perDegree, unit))
    expect(gathered.length).toBeLessThan(spots.length)
  },
)
