import type { Instant } from '../../time/calendar'
import type { Setting } from '../moves/setting'
import type { World } from '../moves/world'
import { mayMoveFrom } from '../stays/standing'

/** A zone and an instant at which something of it begins or changes. */
export interface Turn {
  readonly id: string
  readonly at: Instant
}

/**
 * From when the run moves each zone, by how it stands now, and what the record itself changes from the first of these
 * instants on; both the latest first, so that the next one is taken from the end.
 */
export function turnsOfRecord(
  { live, stays, asOf }: Setting,
  now: World,
): { readonly starts: Turn[]; readonly changes: Turn[]; readonly first: Instant } {
  const starts = [...live.values()]
    .filter(({ policy }) => (policy?.transitions ?? []).length > 0)
    .map(({ id }) => ({ id, at: mayMoveFrom(now.standings.get(id)!).at }))
  const latestFirst = (turns: readonly Turn[]): Turn[] => turns.toSorted((a, b) => a.at - b.at).reverse()
  const ordered = latestFirst(starts)
  const first = ordered.at(-1)?.at ?? Number.POSITIVE_INFINITY
  const changes = [...stays.values()]
    .flat()
    .flatMap(({ id, from, to }) =>
      [from.at, ...(to && to.at <= asOf ? [to.at] : [])].map((at) => ({ id, at })),
    )
    .filter(({ at }) => at >= first)
  return { starts: ordered, changes: latestFirst(changes), first }
}
