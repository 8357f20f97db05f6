import { formatInstant, type PackDescription } from '#geo'
import { bodyOf, isRepeatable } from '../append'
import { canonical } from '../digest'
import type { LogEvent } from '../events'
import { PACK_UNDESCRIBED } from '../fold/register'
import { holdingIds, inOrder } from '../order'
import type { ColumnBlock } from '../rows/columns'
import { type Fault, verify } from '../verify'
import { invalidPart } from './schema'
import { sortOut } from './set-aside'

/** An event that comes and another one that cannot both stand in one log. */
export interface Conflict {
  /** `forked`: both follow the same event of one device · `other-content`: both have the same id */
  readonly code: 'forked' | 'other-content'
  /** line of the event that comes, 1 = first */
  readonly line: number
  readonly came: LogEvent
  readonly other: LogEvent
}

export interface Joining {
  readonly conflicts: readonly Conflict[]
  readonly faults: readonly Fault[]
}

/**
 * Verifies a log together with the one it joins: every event that comes against its hash, its segment and the event
 * before it, wherever that one stands; and no two events of one device after the same one. What the held log is
 * itself at odds about is not asked, nor what an event names that is set aside.
 */
export function verifyJoin(
  held: readonly LogEvent[],
  came: readonly LogEvent[],
  blocks: ReadonlyMap<string, ColumnBlock>,
): Joining {
  const conflicts = conflictsOf(held, came)
  const told = new Set(conflicts.map(({ line }) => line))
  const here = new Set(held.map(({ hash }) => hash))
  const faults = verify(came, blocks, held).faults.filter(
    ({ code, line }) =>
      !(code === 'repeated' && told.has(line)) &&
      !(code === 'segment-missing' && here.has(came[line - 1]!.hash)) &&
      !(/^(segment|evidence)-/.test(code) && invalidPart(came[line - 1]) !== null),
  )
  return { conflicts, faults }
}

function conflictsOf(held: readonly LogEvent[], came: readonly LogEvent[]): Conflict[] {
  const byId = new Map(held.map((event) => [event.id, event]))
  const byLink = new Map(held.map((event) => [linkOf(event), event]))
  return came.flatMap((event, i): Conflict[] => {
    const same = byId.get(event.id)
    if (same?.hash === event.hash) return []
    const rival = byLink.get(linkOf(event))
    if (!same) byId.set(event.id, event)
    if (!rival) byLink.set(linkOf(event), event)
    const conflict = { line: i + 1, came: event }
    if (same && !isSameImport(same, event)) return [{ ...conflict, code: 'other-content', other: same }]
    return rival ? [{ ...conflict, code: 'forked', other: rival }] : []
  })
}

/** Releases before this one gave an import one id on every computer. */
const isSameImport = (one: LogEvent, other: LogEvent): boolean =>
  isRepeatable(one) && canonical(bodyOf(one)) === canonical(bodyOf(other))

const linkOf = ({ device, prev }: LogEvent): string => JSON.stringify([device, prev])

/** One line that names an event to a person: id, device, time in the zone of the logs, who. */
export function nameOfEvent({ id, device, recordedAt, by }: LogEvent, zone: string): string {
  const who = [by?.unit, by?.name].filter(Boolean).join(' ') || '—'
  return [id, device, instantText(zone, recordedAt), who].join(' · ')
}

function instantText(zone: string, at: number): string {
  try {
    return formatInstant(zone, at)
  } catch {
    return String(at)
  }
}

/** The description in force in a log; that of an undescribed pack where it has none. */
export function descriptionOf(events: Iterable<LogEvent>): PackDescription {
  return descriptionsIn(events).at(-1) ?? PACK_UNDESCRIBED
}

function descriptionsIn(events: Iterable<LogEvent>): PackDescription[] {
  const { applied } = sortOut(inOrder(events))
  const holding = holdingIds(applied)
  return applied.flatMap((event) =>
    event.type === 'pack.described@1' && holding.has(event.id) ? [event.pack] : [],
  )
}

type Use = PackDescription['use']

/** Every use that a log says it has had; `live` where it says none. */
export function usesOf(events: Iterable<LogEvent>): ReadonlySet<Use> {
  const uses = new Set(descriptionsIn(events).map(({ use }) => use))
  return uses.size > 0 ? uses : new Set<Use>(['live'])
}

/** An exercise stands alone; what is live and what is reviewed are both of the world as it is. */
export function isApart(one: Use, other: Use): boolean {
  return (one === 'exercise') !== (other === 'exercise')
}
