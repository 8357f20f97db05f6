import { formatInstant, type Instant, type PackDescription } from '#geo'
import type { LogEvent } from '../log/events'
import { faultsByLine } from '../log/log-file'
import { inOrder } from '../log/order'
import { descriptionOf, isApart, nameOfEvent, usesOf, verifyJoin } from '../log/outside/join'
import { datedAhead, sortOut } from '../log/outside/set-aside'
import type { ReadLog } from './files/read-log'
import { frameProblems } from './frames/log-frame'
import { aProblem, type Problem } from './problem'

/** The workspace that an import would go into: its use, and what its log holds. */
export interface Joined {
  readonly use: PackDescription['use']
  readonly events: readonly LogEvent[]
}

/** What is wrong with an exported log and with its going into the workspace named, line by line. */
export function logProblems(
  file: string,
  read: ReadLog,
  { joined, clock }: { readonly joined: Joined | undefined; readonly clock: Instant | null },
): Problem[] {
  const { events, blocks, lines } = read
  const held = joined?.events ?? []
  const joining = verifyJoin(held, events, blocks)
  const zone = descriptionOf([...held, ...events]).timezone
  return [
    ...useProblems(file, events, joined),
    ...asideProblems(file, read, clock),
    ...frameProblems(file, read, clock),
    ...joining.conflicts.map(({ code, line, came, other }) =>
      aProblem(file, code === 'forked' ? 'forked-log' : 'other-content', {
        row: lines[line - 1] ?? line,
        seen: `${nameOfEvent(came, zone)} ↔ ${nameOfEvent(other, zone)}`,
      }),
    ),
    ...faultsByLine(read, joining.faults).map(({ line, code, hash }) =>
      aProblem(file, 'broken-log', {
        row: line,
        seen: hash === null ? code : `${code} ${hash.slice(0, 12)}`,
      }),
    ),
  ]
}

/** Events that would be set aside; where more than half are dated ahead, the clock is the one problem. */
function asideProblems(file: string, { events, lines }: ReadLog, clock: Instant | null): Problem[] {
  const zone = descriptionOf(events).timezone
  const dated = clock === null ? null : datedAhead(events, clock)
  if (clock !== null && dated?.isClock)
    return [
      aProblem(file, 'clock-questioned', {
        seen: `${dated.ahead}/${dated.of}`,
        suggestion: formatInstant(zone, clock),
      }),
    ]
  const lineOf = new Map(events.map(({ id }, i) => [id, lines[i]!]))
  return sortOut(inOrder(events), clock).setAside.map(
    ({ event, type, code, part, recordedAt, by, device }) => {
      const who = [by.unit, by.name].filter(Boolean).join(' ') || device
      const when = recordedAt === null ? '—' : formatInstant(zone, recordedAt)
      return aProblem(file, code, {
        row: lineOf.get(event) ?? null,
        column: part,
        seen: [type, when, who].join(' · '),
      })
    },
  )
}

function useProblems(file: string, events: ReadLog['events'], joined: Joined | undefined): Problem[] {
  if (!joined) return []
  const uses = joined.events.length === 0 ? [descriptionOf(events).use] : [...usesOf(events)]
  if (!uses.some((use) => isApart(use, joined.use))) return []
  return [aProblem(file, joined.use === 'exercise' ? 'live-into-exercise' : 'exercise-into-live')]
}
