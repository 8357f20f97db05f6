import type { Headquarters, Indicator, Instant, ListName, PackDescription } from '#geo'
import { LOG_FILE, readMoment } from '#geo'
import { readPlaces } from '../../records/places/rows'
import { fieldOf } from '../../records/records'
import { policyId } from '../append'
import { hasClock } from '../device'
import { BroughtRows } from '../differences/brought-rows'
import type { LogEvent, SourceFile, Speaks, Value } from '../events'
import { type ContactType, setByContact } from '../hand/contact-body'
import { HAND_LISTS, type HandEvent, handBlock, toldValues } from '../hand/hand-rows'
import { RowHistory } from '../hand/row-history'
import { SignalDeeds, type SignalEvent } from '../hand/signal-deeds'
import { HandoverDeeds, type HandoverEvent } from '../handover/handover-deeds'
import { identified } from '../identity/identified'
import { OrderDeeds, type OrderEvent } from '../orders/order-deeds'
import { fitsList } from '../outside/fits-list'
import { keptBlock } from '../personal/kept-block'
import type { ColumnBlock } from '../rows/columns'
import { LiveRows } from '../rows/live-rows'
import { RowReader } from '../rows/row-reader'
import { ListSpeeches, type Statement } from './list-speeches'
import { PlaceChanges } from './place-changes'
import { PACK_UNDESCRIBED, type Source } from './register'
import { type Refusal, type RowDeed, RowDeeds } from './row-deeds'
import type { Unapplied } from './unapplied'
import type { Placed, StepEvent, ZoneEvent } from './zone-edits'

export interface FoldOptions {
  /** what the log knew at this instant, ms; null = everything */
  readonly known: Instant | null
  /** since when a row without `knownAt` is known: its import, or (headless) the beginning */
  readonly learned?: 'atImport' | 'fromTheBeginning'
  /** ms; for a log that is looked at before it is taken: what is dated ahead of it is set aside */
  readonly clock?: Instant
}

/** What the events have said so far, list by list, before it is read as facts. */
export class FoldState {
  readonly lists = new Map<ListName, LiveRows>()
  readonly stated = new Set<ListName>()
  /** lists of which a segment is missing: what is left of them states nothing */
  readonly broken = new Set<ListName>()
  readonly sources: Source[] = []
  readonly unapplied: Unapplied[] = []
  readonly zones: Placed<ZoneEvent>[] = []
  readonly steps: Placed<StepEvent>[] = []
  readonly rows = new RowDeeds((list) => this.list(list))
  readonly signals = new SignalDeeds()
  readonly orders = new OrderDeeds()
  readonly handovers = new HandoverDeeds()
  readonly history = new RowHistory((list) => this.list(list))
  readonly brought = new BroughtRows()
  /** entries whose row stood already, by event */
  readonly second = new Map<string, string>()
  readonly speeches = new ListSpeeches()
  readonly placeChanges = new PlaceChanges()
  readonly policies = new Map<string, unknown>()
  readonly indicators = new Map<string, Indicator>()
  pack: PackDescription = PACK_UNDESCRIBED
  headquarters: Headquarters | null = null
  readonly #taken = new Map<ListName, Set<string>>()

  constructor(
    private readonly blocks: ReadonlyMap<string, ColumnBlock>,
    private readonly options: FoldOptions,
  ) {}

  list(name: ListName): LiveRows {
    let rows = this.lists.get(name)
    if (!rows) this.lists.set(name, (rows = new LiveRows()))
    return rows
  }

  /** Is the event itself known? Rows may be known before the event that brought them. */
  knows(event: LogEvent): boolean {
    return this.options.known === null || this.#always || event.recordedAt <= this.options.known
  }

  /** What a person says of rows that could not be placed. */
  place(event: RowDeed): void {
    const fault = this.rows.end(event, this.pack.timezone)
    if (fault) this.refuse(event, fault)
  }

  /** Rows of a file that an import refused. */
  takeRefused(event: Refusal): void {
    this.rows.refuse(event, this.#learned(event))
  }

  get #always(): boolean {
    return this.options.learned === 'fromTheBeginning'
  }

  refuse(event: LogEvent, code: Unapplied['code']): void {
    this.unapplied.push({ event: event.id, type: event.type, code })
  }

  /** Rows of a file come in. Nothing comes where the segment is missing or is no block of that list. */
  take(event: LogEvent & Importing, list: ListName, mode: 'add' | 'revise'): void {
    const rows = this.list(list)
    const before = rows.size
    if (event.segment !== null && mode === 'add' && this.#isAgain(event, list)) return
    if (list === 'places')
      this.placeChanges.keep(event, () => readPlaces(new RowReader(rows, this.pack.timezone)))
    if (event.segment !== null) {
      const block = this.blocks.get(event.segment)
      if (!block || !fitsList(block, list)) {
        this.refuse(event, 'missing-segment')
        this.broken.add(list)
        return
      }
      const learnedAt = this.#learned(event) ?? Number.NaN
      const kept = identified(keptBlock(block))
      const segment = { block: kept, file: event.file.name, hash: event.segment, learnedAt }
      if (this.knows(event)) this.brought.bring(event, kept, { list, rows, mode })
      const strangers = rows.take(segment, { known: this.options.known, mode })
      for (let i = 0; i < strangers; i += 1) this.refuse(event, 'no-such-row')
    }
    if (!this.knows(event) && rows.size === before) return
    this.stated.add(list)
    this.speeches.bring(event, list, this.#learned(event))
    this.note(event, list)
  }

  /** For what a list speaks, as a person says. */
  state(event: Statement): void {
    const fault = this.speeches.say(event, this.pack.timezone, this.#learned(event))
    if (fault) this.refuse(event, fault)
  }

  /** When what the event brings was learned; null where that is from the beginning, as of all that was written without a clock. */
  #learned(event: LogEvent): Instant | null {
    return this.#always || !hasClock(event) ? null : event.recordedAt
  }

  /** The same import by another device says nothing new: it must not undo a correction made in between. */
  #isAgain({ segment, file }: Importing, list: ListName): boolean {
    const content = JSON.stringify([segment, file.name, file.hash])
    const taken = this.#taken.get(list) ?? new Set()
    this.#taken.set(list, taken)
    return taken.size === taken.add(content).size
  }

  /** Forgets what a list held. */
  clear(list: ListName): void {
    this.list(list).clear()
    this.#taken.delete(list)
    this.brought.clear(list)
  }

  note(event: LogEvent & Partial<Importing> & { file: SourceFile }, list: Source['list']): void {
    const { id, file, rows = 1, segment = null, recordedAt, by } = event
    this.sources.push({ list, event: id, file, rows, segment, recordedAt, by })
  }

  /** A row that a person entered. A case, contact or facility that stands is corrected, not entered a second time. */
  enter(event: HandEvent, line: number): void {
    const list = HAND_LISTS[event.type]
    const { timezone } = this.pack
    const block = handBlock(event, { line, timezone })
    const [id] = block.ids
    const rows = this.list(list)
    if (ENTERED_ONCE.has(list) && rows.find(id!)) {
      this.refuse(event, 'already-held')
      this.second.set(event.id, id!)
      return
    }
    rows.admit(id!)
    const learnedAt = this.#learned(event) ?? Number.NaN
    rows.take({ block, file: LOG_FILE, hash: null, learnedAt }, { known: null, mode: 'add' })
    this.history.entered(event, id!, toldValues(event, timezone))
  }

  /** What a person says of a signal. */
  signal(event: SignalEvent, line: number): void {
    const { timezone } = this.pack
    const fault = this.signals.say(event, { line, timezone, knownAt: this.#learned(event) })
    if (fault) this.refuse(event, fault)
  }

  /** What a person says of an order. */
  order(event: OrderEvent, line: number): void {
    const { timezone } = this.pack
    const fault = this.orders.say(event, { line, timezone, knownAt: this.#learned(event) })
    if (fault) this.refuse(event, fault)
  }

  /** A signature of a hand-over. */
  sign(event: HandoverEvent): void {
    const fault = this.handovers.sign(event)
    if (fault) this.refuse(event, fault)
  }

  correct(event: LogEvent & Correcting, list: ListName): void {
    if (
      !Object.entries(event.set).every(([field, value]) => fits({ list, field, value }, this.pack.timezone))
    )
      this.refuse(event, 'not-a-value')
    else {
      this.history.correcting(event, list)
      if (!this.list(list).correct(event.row, event.set)) this.refuse(event, 'no-such-row')
    }
  }

  /** What has become of a contact. */
  tell(event: ContactEvent): void {
    const set = setByContact(event)
    const told = { ...event, set }
    this.history.correcting(told, 'contacts')
    if (!this.list('contacts').correct(event.row, set, { yields: true })) this.refuse(event, 'no-such-row')
  }

  retract(event: LogEvent & { readonly row: string }, list: ListName): void {
    if (!this.list(list).retract(event.row)) this.refuse(event, 'no-such-row')
  }

  define(indicators: readonly unknown[]): void {
    for (const indicator of indicators as readonly Indicator[]) this.indicators.set(indicator.id, indicator)
  }

  adopt(policy: unknown): void {
    this.policies.set(policyId(policy), policy)
  }
}

const ENTERED_ONCE: ReadonlySet<ListName> = new Set<ListName>(['cases', 'contacts', 'facilities'])

type ContactEvent = Extract<LogEvent, { type: ContactType }>

interface Importing {
  readonly file: SourceFile
  readonly segment: string | null
  readonly rows: number
  readonly speaks?: Speaks
}

interface Correcting {
  readonly row: string
  readonly set: Readonly<Record<string, Value>>
}

/** Can the corrected value stand in that field? Geometry is not corrected by a value. */
function fits(
  { list, field, value }: { list: ListName; field: string; value: Value },
  zone: string,
): boolean {
  if (value === null) return true
  const type = fieldOf(list, field)?.type
  switch (type) {
    case 'moment':
      return typeof value === 'string' && readMoment(zone, value) !== null
    case 'count':
    case 'number':
    case 'lon':
    case 'lat':
      return typeof value === 'number' && Number.isFinite(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'shape':
    case 'line':
    case 'point':
      return false
    default:
      return typeof value === 'string'
  }
}
