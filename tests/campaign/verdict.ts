import { bodyOf, isRepeatable } from '../../src/log/append'
import { canonical } from '../../src/log/digest'
import type { LogEvent } from '../../src/log/events'
import type { Act } from './acts'
import type { Told } from './told'

/** An act as it went: `event` is the id that the page acknowledged, null where it did not. */
export interface Done {
  readonly act: Act
  readonly machine: string
  readonly event: string | null
}

export interface Verdict {
  readonly acknowledged: number
  /** events at the end */
  readonly events: number
  /** different heads, and states, over all machines: 1 is one truth */
  readonly heads: number
  readonly states: number
  /** acknowledged, and not on every machine */
  readonly lost: number
  /** ids, or contents of one device, that stand there more than once */
  readonly doubled: number
  /** not acknowledged (the browser was killed), and there all the same: once */
  readonly unsaid: number
  /** events that state what another machine states too: of one field, one zone, one place, one step */
  readonly conflicts: number
  /** of these, how many every machine shows in its list of changes */
  readonly shown: number
  /** steps of approval in conflict, marked so on every machine */
  readonly contested: number
}

export function verdictOf(machines: readonly Told[], done: readonly Done[]): Verdict {
  const { events } = machines[0]!
  const ids = machines.map((one) => new Set(one.events.map(({ id }) => id)))
  const taken = machines.map(({ events: own }) => reversedIn(own))
  const acknowledged = done.filter(({ event }) => event !== null)
  const isThere = ({ act, event }: Done): boolean =>
    act.kind === 'undo' ? taken.every((all) => all.has(event!)) : ids.every((all) => all.has(event!))
  const rivals = rivalsIn(events)
  const known = new Set(acknowledged.map(({ event }) => event))
  return {
    acknowledged: acknowledged.length,
    events: events.length,
    heads: new Set(machines.map(({ heads }) => heads)).size,
    states: new Set(machines.map(({ state }) => state)).size,
    lost: acknowledged.filter((one) => !isThere(one)).length,
    doubled: machines.reduce((sum, one) => sum + doubledIn(one.events), 0),
    unsaid: unsaidIn(events, done, known),
    conflicts: rivals.size,
    shown: [...rivals].filter((id) => machines.every(({ shown }) => shown.has(id))).length,
    contested: [...machines[0]!.contested].filter((id) => machines.every((one) => one.contested.has(id)))
      .length,
  }
}

/** Is one truth on all machines, with nothing lost, doubled or hidden? */
export const isWhole = ({ heads, states, lost, doubled, conflicts, shown }: Verdict): boolean =>
  heads === 1 && states === 1 && lost === 0 && doubled === 0 && shown === conflicts

const reversedIn = (events: readonly LogEvent[]): Set<string> =>
  new Set(events.flatMap((event) => (event.type === 'event.reversed@1' ? [event.event] : [])))

/** Every act has a number of its own: the same content twice of one device is one act twice. */
function doubledIn(events: readonly LogEvent[]): number {
  const contents = events
    .filter((event) => !isRepeatable(event) && isOfAct(event))
    .map((event) => `${event.device} ${canonical(bodyOf(event))}`)
  const [ids, hashes] = [events.map(({ id }) => id), events.map(({ hash }) => hash)]
  return [contents, ids, hashes].reduce((sum, list) => sum + list.length - new Set(list).size, 0)
}

/** A step that is typed has no number, and what was taken back and is taken back again has none. */
const isOfAct = (event: LogEvent): boolean =>
  !(event.type === 'event.reversed@1' || (event.type === 'signal.reported@1' && event.signal.people === 387))

function unsaidIn(
  events: readonly LogEvent[],
  done: readonly Done[],
  known: ReadonlySet<string | null>,
): number {
  const contents = new Set(
    done.flatMap(({ act, event }) => (event === null && 'drafts' in act ? [canonical(act.drafts[0]!)] : [])),
  )
  return events.filter((event) => !known.has(event.id) && contents.has(canonical(bodyOf(event)))).length
}

/** Ids of events that state something of a subject of which another device states something too. */
function rivalsIn(events: readonly LogEvent[]): Set<string> {
  const groups = new Map<string, LogEvent[]>()
  for (const event of events)
    for (const subject of subjectsOf(event)) groups.set(subject, [...(groups.get(subject) ?? []), event])
  const rivals = new Set<string>()
  for (const group of groups.values())
    if (new Set(group.map(({ device }) => device)).size > 1) for (const { id } of group) rivals.add(id)
  return rivals
}

function subjectsOf(event: LogEvent): readonly string[] {
  switch (event.type) {
    case 'zone.renamed@1':
    case 'zone.reshaped@1':
    case 'zone.moved@1':
      return [`${event.type} ${event.zone}`]
    case 'cases.corrected@1':
      return Object.keys(event.set).map((field) => `case ${event.row} ${field}`)
    case 'place.renamed@1':
      return [`place ${event.place}`]
    case 'transition.proposed@1':
      return [`step ${event.zone} ${event.transition} ${event.follows ?? ''}`]
    default:
      return []
  }
}
