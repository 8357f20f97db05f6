import type { ListName, TransitionStep, ZoneStay } from '#geo'
import { executeOrders, type Facts, policiesOf, readMoment, withLevelIds } from '#geo'
import { factsOfLists } from '../../records/facts-of-lists'
import { readUndecided } from '../../records/transitions/rows'
import { statedDifferently } from '../differences/stated-differently'
import type { LogEvent } from '../events'
import type { HandEvent } from '../hand/hand-rows'
import type { SignalEvent } from '../hand/signal-deeds'
import { headOf, holdingIds, inOrder } from '../order'
import type { OrderEvent } from '../orders/order-deeds'
import { sortOut } from '../outside/set-aside'
import type { ColumnBlock } from '../rows/columns'
import { readOnce } from '../rows/read-once'
import { TableReader } from '../rows/table-reader'
import { type EventOf, verbOf } from '../verbs'
import { isStated, statedOver } from '../workspace/workspace-deeds'
import { type FoldOptions, FoldState } from './fold-state'
import type { PlaceEvent } from './place-changes'
import { type Register, withinReach } from './register'
import type { Refusal, RowDeed } from './row-deeds'
import { suspendedBatches } from './suspended-orders'
import type { Unapplied } from './unapplied'
import { contestedBatches, zoneDeeds } from './zone-deeds'
import { editZones, originOf, type Placed, type StepEvent, type ZoneEvent } from './zone-edits'

export type { FoldOptions } from './fold-state'

/**
 * The register: every fact the log knows at `known`. Any order of the events gives the same register; an event
 * that cannot act, or of an unknown type, is counted in `unapplied`; what is set aside changes nothing. `blocks` holds
 * the segments by hash.
 */
export function fold(
  events: Iterable<LogEvent>,
  blocks: ReadonlyMap<string, ColumnBlock>,
  options: FoldOptions,
): Register {
  const ordered = inOrder(events)
  const { applied, setAside } = sortOut(ordered, options.clock ?? null)
  const state = new FoldState(blocks, options)
  const visible = applied.filter((event) => isContext(event.type) || state.knows(event))
  const holding = holdingIds(visible)
  describe(state, visible, holding)
  const lineOf = new Map(ordered.map((event, i) => [event.id, i + 1]))
  const ids = new Set(applied.map(({ id }) => id))
  const contested = contestedBatches(visible.filter(({ id }) => holding.has(id)))
  state.placeChanges.expect(visible.filter(({ id }) => holding.has(id)))
  for (const event of visible) {
    if (!holding.has(event.id)) continue
    if (event.type.startsWith('zone.') && contested.has(event.batch)) state.refuse(event, 'contested')
    else apply(state, { event, line: lineOf.get(event.id)! }, ids)
  }
  const { timezone } = state.pack
  const rowHistory = state.history.read(visible, { holding, timezone })
  return Object.freeze({
    ...readFacts(state),
    ...differences(state, visible, rowHistory),
    zoneDeeds: zoneDeeds(visible, { holding, contested, timezone }),
    rowHistory,
    head: headOf(ordered),
    known: options.known,
    events: ordered.length,
    setAside: Object.freeze(setAside),
  })
}

/** What machines state differently of one field; a log without has no such list. */
function differences(
  state: FoldState,
  visible: readonly LogEvent[],
  lines: Register['rowHistory'],
): Pick<Register, 'differences'> {
  const found = statedDifferently({
    lines,
    events: new Map(visible.map((event) => [event.id, event])),
    brought: state.brought,
    second: state.second,
    rowsOf: (list) => state.list(list),
    timezone: state.pack.timezone,
  })
  return found.length > 0 ? { differences: Object.freeze(found) } : {}
}

/** Imports carry rows that may be known earlier than they; the pack and its policies are the frame of every picture. */
const isContext = (type: string): boolean =>
  /^[a-z]+\.(imported|revised|described|adopted|defined)@1$/.test(type)

/** The description in force: the last one known; where none was known yet, the first. It gives the time zone. */
function describe(state: FoldState, visible: readonly LogEvent[], holding: ReadonlySet<string>): void {
  const said = visible.filter((event) => event.type === 'pack.described@1' && holding.has(event.id))
  const current = said.findLast((event) => state.knows(event)) ?? said[0]
  const described = current?.type === 'pack.described@1' ? current.pack : state.pack
  const stated = visible.filter(isStated).filter((event) => holding.has(event.id) && state.knows(event))
  const { pack, headquarters } = statedOver(described, stated)
  Object.assign(state, { pack: withinReach(pack), headquarters })
}

function apply(state: FoldState, { event, line }: Placed<LogEvent>, ids: ReadonlySet<string>): void {
  const list = event.type.split('.')[0] as ListName
  const verb = verbOf(event.type)
  switch (verb) {
    case '*.imported@1':
      state.take(event as EventOf<'*.imported@1'>, list, 'add')
      break
    case '*.revised@1':
      state.take(event as EventOf<'*.revised@1'>, list, 'revise')
      break
    case '*.replaced@1':
      state.clear(list)
      state.take(event as EventOf<'*.replaced@1'>, list, 'add')
      break
    case '*.corrected@1':
      state.correct(event as EventOf<'*.corrected@1'>, list)
      break
    case '*.retracted@1':
      state.retract(event as EventOf<'*.retracted@1'>, list)
      break
    case 'zone.*':
      state.zones.push({ event: event as ZoneEvent, line })
      break
    case 'transition.*':
      state.steps.push({ event: event as StepEvent, line })
      break
    case 'place.*':
      state.placeChanges.say({ event: event as PlaceEvent, line })
      break
    case 'row.*':
      state.place(event as RowDeed)
      break
    case 'hand.*':
      state.enter(event as HandEvent, line)
      break
    case 'contact.*':
      state.tell(event as EventOf<'contact.*'>)
      break
    case 'signal.*':
      state.signal(event as SignalEvent, line)
      break
    case 'order.*':
      state.order(event as OrderEvent, line)
      break
    case 'handover.signed@1':
      state.sign(event as EventOf<'handover.signed@1'>)
      break
    case 'workspace.stated@1':
      break
    case 'rows.refused@1':
      state.takeRefused(event as Refusal)
      break
    case 'policy.adopted@1':
      state.adopt((event as EventOf<'policy.adopted@1'>).policy)
      break
    case '*.defined@1':
      state.define((event as EventOf<'*.defined@1'>).indicators)
      break
    case 'file.kept@1':
      state.note(event as EventOf<'file.kept@1'>, 'kept')
      break
    case 'event.reversed@1':
      if (!ids.has((event as EventOf<'event.reversed@1'>).event)) state.refuse(event, 'no-such-event')
      break
    case 'pack.described@1':
      state.speeches.describe(event)
      break
    case 'list.stated@1':
      state.state(event as EventOf<'list.stated@1'>)
      break
    case 'event.setAside@1':
      break
    default:
      verb satisfies never
      state.refuse(event, 'unknown-type')
  }
}

function readFacts(
  state: FoldState,
): Omit<Register, 'head' | 'known' | 'events' | 'setAside' | 'zoneDeeds' | 'rowHistory' | 'differences'> {
  const { timezone } = state.pack
  const lists = factsOfLists({
    rows: (list, read) => readOnce(state.list(list), timezone, read),
    table: (list) => new TableReader(state.list(list), timezone),
  })
  const steps = stepsOf(state, timezone)
  if (state.zones.length > 0) state.stated.add('zones')
  if (state.steps.length > 0) state.stated.add('transitions')
  if (state.indicators.size > 0) state.stated.add('indicators')
  const frame = { pack: state.pack, policies: Object.freeze([...state.policies.values()]) }
  const brought = withLevelIds(frame, lists.zones)
  const { stays, unapplied } = editZones(brought, state.zones, timezone)
  const changed = state.placeChanges.read(lists.places, timezone)
  const ruled = state.rows.read()
  const signals = state.signals.read()
  const givenOrders = state.orders.read()
  const handovers = state.handovers.read()
  const facts = {
    ...frame,
    stated: new Set([...state.stated].filter((list) => !state.broken.has(list))),
    ...lists,
    ...(changed.changes.length > 0 ? { placeChanges: changed.changes } : {}),
    zones: stays satisfies readonly ZoneStay[],
    steps: Object.freeze([...lists.steps, ...steps]),
    indicators: Object.freeze([...state.indicators.values()]),
    ...(signals.length > 0 ? { signals } : {}),
    ...(givenOrders.length > 0 ? { givenOrders } : {}),
    ...(handovers.length > 0 ? { handovers } : {}),
    ...(state.headquarters ? { headquarters: state.headquarters } : {}),
    ...ruled,
    unread: Object.freeze([...ruled.unread, ...readOnce(state.list('transitions'), timezone, readUndecided)]),
    sources: Object.freeze(state.sources),
    listSources: state.speeches.read(timezone),
  }
  return {
    ...facts,
    ...withOrders(facts, { state, brought, unapplied: [...unapplied, ...changed.unapplied] }),
  }
}

/** What was approved is carried out at its hour; what came before the hour suspends it. */
function withOrders(
  facts: Facts,
  {
    state,
    brought,
    unapplied,
  }: { state: FoldState; brought: readonly ZoneStay[]; unapplied: readonly Unapplied[] },
): Pick<Register, 'zones' | 'orders' | 'unapplied'> {
  const { timezone } = state.pack
  const without = (batches: ReadonlySet<string>) =>
    editZones(
      brought,
      state.zones.filter(({ event }) => !batches.has(event.batch)),
      timezone,
    )
  const suspended = suspendedBatches(facts, state, (batches) => without(batches).stays)
  for (const { event } of state.zones) if (suspended.has(event.batch)) state.refuse(event, 'suspended')
  const edited = suspended.size === 0 ? { stays: facts.zones, unapplied } : without(suspended)
  const { zones, orders } = executeOrders({ ...facts, zones: edited.stays }, policiesOf(facts))
  return {
    zones: Object.freeze(zones),
    orders: Object.freeze(orders),
    unapplied: Object.freeze([...state.unapplied, ...edited.unapplied]),
  }
}

function stepsOf(state: FoldState, zone: string): TransitionStep[] {
  return state.steps.flatMap(({ event, line }) => {
    const at = readMoment(zone, event.at)
    if (!at) {
      state.refuse(event, 'not-a-value')
      return []
    }
    return {
      zone: event.zone,
      transition: event.transition,
      step: event.step,
      at,
      by: event.by.unit || event.by.name || null,
      person: event.by.name || null,
      decision: event.decision,
      takesEffectAt: event.takesEffectAt === null ? null : readMoment(zone, event.takesEffectAt),
      note: event.note,
      event: event.id,
      follows: event.follows ?? null,
      opinions: event.opinions ?? [],
      origin: originOf(event, line),
    }
  })
}
