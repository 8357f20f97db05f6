import { BUILT_IN_POLICIES, type Instant, resolvePolicy } from '#geo'
import { fold } from '../../log/fold/fold'
import { MOST_GUARD_M, PACK_UNDESCRIBED } from '../../log/fold/register'
import { descriptionOf } from '../../log/outside/join'
import type { ReadLog } from '../files/read-log'
import { faultsAbove } from '../places/circles'
import { aProblem, type Problem } from '../problem'

/** What of a log the frame of every picture rests on: the description, the policies, places and zones with their parents. */
const FRAME = /^(pack|policy|places|zones|zone|event)\./

/**
 * What an import of files would refuse and a log already holds: a guard distance beyond reach, policies and parents that go
 * in a circle. The log is taken as it is; none of it counts as it stands there, and that is said.
 */
export function frameProblems(file: string, { events, blocks }: ReadLog, clock: Instant | null): Problem[] {
  const frame = events.filter(({ type }) => FRAME.test(type))
  const { places, zones, policies } = fold(frame, blocks, {
    known: null,
    ...(clock === null ? {} : { clock }),
  })
  const problems: Problem[] = []
  const { guardDistanceM } = descriptionOf(events).perimeter
  if (guardDistanceM > MOST_GUARD_M)
    problems.push(
      aProblem(file, 'guard-distance-in-log', {
        seen: String(guardDistanceM),
        suggestion: String(PACK_UNDESCRIBED.perimeter.guardDistanceM),
      }),
    )
  for (const { id } of policies as readonly { readonly id: string }[]) {
    const circle = resolvePolicy(id, [...policies, ...BUILT_IN_POLICIES]).faults.find(
      ({ code }) => code === 'cycle',
    )
    if (circle) problems.push(aProblem(file, 'policy-circle-in-log', { column: id, seen: circle.seen }))
  }
  const above = {
    places: places.map(({ code, parent }) => [code, parent] as const),
    zones: zones.map(({ id, parent }) => [id, parent] as const),
  }
  for (const [list, known] of Object.entries(above))
    for (const [code, { seen, count }] of faultsAbove(known))
      problems.push(
        aProblem(file, code === 'parent-circle' ? 'circle-in-log' : 'depth-in-log', {
          column: `${list}.parent`,
          seen,
          detail: { count, areaM2: null, pairs: [] },
        }),
      )
  return problems
}
