import type { CrossingAnswer } from '../answers'

/** A crossing of one or more zone lines, once. */
export interface DistinctCrossing {
  /** ids of the zones whose line it cuts, ascending */
  readonly zones: readonly string[]
  readonly crossing: CrossingAnswer
}

/** A crossing, and the roads that pass there. */
export interface OfRoads {
  readonly lines: readonly number[]
  readonly crossing: CrossingAnswer
}

/** Degrees within which two crossings of one road are the same point. */
const SAME_POINT = 1e-7

/** The looser a crossing is held, the more: of one that several zones share the loosest is said. */
export const LOOSENESS = { closed: 0, guarded: 1, unguarded: 2 } as const

/** The points of all lists once: a road in common, same position to 1e-7°, as loosely held as in any of them. */
export function distinctOf(
  lists: readonly { readonly id: string; readonly crossings: readonly OfRoads[] }[],
): DistinctCrossing[] {
  const byRoad = new Map<number, { zones: string[]; crossing: CrossingAnswer }[]>()
  const all: { zones: string[]; crossing: CrossingAnswer }[] = []
  for (const { id, crossings } of lists)
    for (const { lines, crossing } of crossings) {
      const [x, y] = crossing.position
      const known = lines
        .flatMap((line) => byRoad.get(line) ?? [])
        .find(
          ({ crossing: { position: at } }) =>
            Math.abs(at[0] - x) <= SAME_POINT && Math.abs(at[1] - y) <= SAME_POINT,
        )
      if (known) {
        if (!known.zones.includes(id)) known.zones.push(id)
        if (LOOSENESS[crossing.state] > LOOSENESS[known.crossing.state]) known.crossing = crossing
        continue
      }
      const one = { zones: [id], crossing }
      all.push(one)
      for (const line of lines) {
        const known = byRoad.get(line)
        if (known) known.push(one)
        else byRoad.set(line, [one])
      }
    }
  return all
}
