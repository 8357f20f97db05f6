import { bodyOf } from '../../src/log/append'
import { canonical } from '../../src/log/digest'
import type { Body, LogEvent } from '../../src/log/events'
import { type Act, TOWNS } from './acts'
import type { Told } from './told'

/** An act as it went: `isSaid` where the page acknowledged it. */
export interface Done {
  readonly act: Act
  readonly machine: string
  readonly isSaid: boolean
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
  const rivals = rivalsIn(events)
  const counted = machines.map((one) => countedIn(one.events, done))
  const worst = (pick: (one: Counted) => number): number =>
    counted.map(pick).reduce((a, b) => (a > b ? a : b))
  return {
    acknowledged: done.filter(({ isSaid }) => isSaid).length,
    events: events.length,
    heads: new Set(machines.map(({ heads }) => heads)).size,
    states: new Set(machines.map(({ state }) => state)).size,
    lost: worst(({ lost }) => lost),
    doubled: worst(({ doubled }) => doubled),
    unsaid: worst(({ unsaid }) => unsaid),
    conflicts: rivals.size,
    shown: [...rivals].filter((id) => machines.every(({ shown }) => shown.has(id))).length,
    contested: [...machines[0]!.contested].filter((id) => machines.every((one) => one.contested.has(id)))
      .length,
  }
}

/** Is one truth on all machines, with nothing lost, doubled or hidden? */
export const isWhole = ({ heads, states, lost, doubled, conflicts, shown }: Verdict): boolean =>
  heads === 1 && states === 1 && lost === 0 && doubled === 0 && shown === conflicts

interface Counted {
  readonly lost: number
  readonly doubled: number
  readonly unsaid: number
}

/**
 * How often each act stands in a log, against how often it was done and acknowledged. Acts have a number of their own;
 * what is taken back and what is typed has none and is counted by machine.
 */
function countedIn(events: readonly LogEvent[], done: readonly Done[]): Counted {
  const there = new Map<string, number>()
  for (const event of events) add(there, keyOf(bodyOf(event), event.by.name))
  const [tried, said] = [new Map<string, number>(), new Map<string, number>()]
  for (const { act, machine, isSaid } of done) {
    const body = 'drafts' in act ? act.drafts[0]! : act.kind
    add(tried, keyOf(body, machine))
    if (isSaid) add(said, keyOf(body, machine))
  }
  let [lost, unsaid] = [0, 0]
  const [ids, hashes] = [events.map(({ id }) => id), events.map(({ hash }) => hash)]
  let doubled = [ids, hashes].reduce((sum, list) => sum + list.length - new Set(list).size, 0)
  for (const [key, times] of tried) {
    const [stands, told] = [there.get(key) ?? 0, said.get(key) ?? 0]
    lost += Math.max(0, told - stands)
    unsaid += Math.max(0, Math.min(stands, times) - told)
    doubled += Math.max(0, stands - times)
  }
  return { lost, doubled, unsaid }
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function keyOf(body: Body | string, machine: string): string {
  if (typeof body === 'string') return `${body} ${machine}`
  if (body.type === 'event.reversed@1') return `undo ${machine}`
  // what is typed is at a village, what is drawn at a town
  const isTyped = body.type === 'signal.reported@1' && (body.signal.place?.length ?? 0) > TOWNS[0]!.length
  return isTyped ? `typed ${machine}` : `${canonical(body)} ${machine}`
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
