import type { Instant, ListName } from '#geo'
import type { Author, LogEvent, RowAt, Value } from '../events'
import { isHandoverType } from '../handover/handover-body'
import { type ShownCell, shownCell } from '../identity/changes'
import { isOrderType, type OrderType } from '../orders/order-body'
import { type OrderEvent, orderValues } from '../orders/order-deeds'
import type { LiveRows } from '../rows/live-rows'
import { isPlaceType } from '../verbs'
import { isWorkspaceType } from '../workspace/workspace-body'
import { statedValues } from '../workspace/workspace-deeds'
import { type ContactBody, isContactType, setByContact } from './contact-body'
import { isHandType } from './hand-body'
import { HAND_LISTS, toldValues } from './hand-rows'
import { isSignalType, type SignalType } from './signal-body'
import { type SignalEvent, signalValues } from './signal-deeds'

/** One field of a row that a deed set. */
export interface SetField {
  readonly field: string
  readonly before: ShownCell
  readonly after: ShownCell
  /** what a file has brought since in its place; absent where none did */
  readonly brought?: ShownCell
}

/** What people write that is in no file of its own yet. */
export type ToldList = 'signals' | 'orders' | 'handovers' | 'workspace'
/** Lists of which people write rows. */
export type HistoryList = ListName | ToldList
const TOLD: Readonly<Record<ToldList, true>> = {
  signals: true,
  orders: true,
  handovers: true,
  workspace: true,
}
const isTold = (list: HistoryList): list is ToldList => Object.hasOwn(TOLD, list)

const SIGNAL_DEEDS: Readonly<Record<SignalType, RowHistoryLine['kind']>> = {
  'signal.reported@1': 'entered',
  'signal.decided@1': 'decided',
  'signal.withdrawn@1': 'retracted',
}
const ORDER_DEEDS: Readonly<Record<OrderType, RowHistoryLine['kind']>> = {
  'order.given@1': 'entered',
  'order.answered@1': 'told',
  'order.closed@1': 'decided',
  'order.rechecked@1': 'told',
  'order.withdrawn@1': 'retracted',
}

/** What a person did to one row of a list: who, when, why, from what to what. */
export interface RowHistoryLine {
  readonly event: string
  readonly batch: string
  /** `decided`: what became of a signal, an order closed by hand; `told`: what became of a contact, what was said of an order */
  readonly kind: 'entered' | 'corrected' | 'told' | 'decided' | 'retracted'
  readonly list: HistoryList
  /** identity of the row */
  readonly row: string
  /** other rows that the same deed touches: places that end in one, or begin in its place */
  readonly also?: readonly string[]
  /** where the row stands now; null where it stands nowhere */
  readonly at: RowAt | null
  readonly recordedAt: Instant
  readonly by: Author
  readonly set: readonly SetField[]
  readonly because: string | null
  /** who took it back, and when; null while it holds */
  readonly reversed: { readonly by: Author; readonly recordedAt: Instant } | null
}

type Correction = Extract<LogEvent, { type: `${ListName}.corrected@1` }>
type Retraction = Extract<LogEvent, { type: `${ListName}.retracted@1` }>

const deedOf = (type: string): RowHistoryLine['kind'] | null => {
  if (isHandType(type)) return 'entered'
  if (isContactType(type)) return 'told'
  if (isSignalType(type)) return SIGNAL_DEEDS[type]
  if (isOrderType(type)) return ORDER_DEEDS[type]
  if (isHandoverType(type)) return 'told'
  if (isWorkspaceType(type) || isPlaceType(type)) return 'told'
  const verb = /\.(corrected|retracted)@1$/.exec(type)?.[1]
  return (verb as 'corrected' | 'retracted' | undefined) ?? null
}

/** What people did to rows, told while the log is read: a value before is that of the moment of the deed. */
export class RowHistory {
  readonly #told = new Map<string, { readonly row: string; readonly set: readonly SetField[] }>()

  constructor(private readonly rowsOf: (list: ListName) => LiveRows) {}

  /** An entry that was taken, under the identity of its row. */
  entered(event: LogEvent, row: string, values: Readonly<Record<string, unknown>>): void {
    this.#told.set(event.id, { row, set: fieldsOf(values) })
  }

  /** A correction, asked before it is done. */
  correcting(event: LogEvent & Pick<Correction, 'row' | 'set'>, list: ListName): void {
    const set = Object.entries(event.set).map(([field, after]) => ({
      ...{ field, after },
      before: shownCell(this.rowsOf(list).valueOf(event.row, field)),
    }))
    this.#told.set(event.id, { row: event.row, set })
  }

  /** Every deed of the visible log, also what was taken back, in its order. */
  read(
    visible: readonly LogEvent[],
    { holding, timezone }: { readonly holding: ReadonlySet<string>; readonly timezone: string },
  ): readonly RowHistoryLine[] {
    const back = new Map<string, LogEvent>()
    for (const event of visible)
      if (event.type === 'event.reversed@1' && holding.has(event.id)) back.set(event.event, event)
    return visible.flatMap((event): RowHistoryLine[] => {
      const kind = deedOf(event.type)
      if (!kind) return []
      const list = listOf(event.type)
      const reversal = back.get(event.id)
      const line = toldLine(event) ?? this.#lineOf(event, { list, timezone })
      return [
        {
          ...{ event: event.id, batch: event.batch, kind, list, recordedAt: event.recordedAt, by: event.by },
          ...line,
          at: isTold(list) ? null : this.rowsOf(list).placeOf(line.row),
          because:
            kind === 'corrected' || kind === 'retracted' || isPlaceType(event.type)
              ? (event as Pick<Correction | Retraction, 'because'>).because
              : null,
          reversed: reversal ? { by: reversal.by, recordedAt: reversal.recordedAt } : null,
        },
      ]
    })
  }

  #lineOf(
    event: LogEvent,
    { list, timezone }: { readonly list: HistoryList; readonly timezone: string },
  ): Pick<RowHistoryLine, 'row' | 'set'> {
    const told = this.#told.get(event.id)
    if (told && !isTold(list))
      return { row: told.row, set: told.set.map((one) => this.#since(list, told.row, one)) }
    if (isHandEvent(event)) return { row: event.id, set: fieldsOf(toldValues(event, timezone)) }
    if (isContactType(event.type)) {
      const body = event as LogEvent & ContactBody
      return { row: body.row, set: setAfter(setByContact(body)) }
    }
    const { row, set = {} } = event as LogEvent & { row: string; set?: Readonly<Record<string, Value>> }
    return { row, set: setAfter(set) }
  }

  #since(list: ListName, row: string, set: SetField): SetField {
    const brought = this.rowsOf(list).broughtSince(row, set.field)
    return brought === undefined ? set : { ...set, brought: shownCell(brought) }
  }
}

const setAfter = (set: Readonly<Record<string, Value>>): SetField[] =>
  Object.entries(set).map(([field, after]) => ({ field, before: null, after }))

const listOf = (type: string): HistoryList =>
  isContactType(type)
    ? 'contacts'
    : isHandType(type)
      ? HAND_LISTS[type]
      : isSignalType(type)
        ? 'signals'
        : isOrderType(type)
          ? 'orders'
          : isHandoverType(type)
            ? 'handovers'
            : isPlaceType(type)
              ? 'places'
              : (type.split('.')[0] as ListName)

const isSignalEvent = (event: LogEvent): event is SignalEvent => isSignalType(event.type)

const isOrderEvent = (event: LogEvent): event is OrderEvent => isOrderType(event.type)

/** A change of places, in the file of each place that ends, begins or is called otherwise by it. */
function changeLine(event: LogEvent): Pick<RowHistoryLine, 'row' | 'set' | 'also'> | null {
  const line = (act: string, [row, ...also]: readonly string[], said: Readonly<Record<string, string>>) => ({
    ...{ row: row ?? '', also: [...new Set(also)].filter((code) => code !== row) },
    set: fieldsOf({ act, ...said, at: (event as LogEvent & { readonly at: string }).at }),
  })
  switch (event.type) {
    case 'place.renamed@1':
      return line('rename', [event.place], { name: event.name })
    case 'place.merged@1':
      return line('merge', [event.into.code, ...event.places], { places: event.places.join(' ') })
    case 'place.split@1': {
      const codes = event.into.map(({ code }) => code)
      return line('split', [event.place, ...codes], { places: codes.join(' ') })
    }
    case 'place.replaced@1':
      return line('replace', [...event.into, ...event.places], { source: event.source })
    default:
      return null
  }
}

/** Of what is told of a signal, an order or a hand-over, which stand under the id of their event, or of the workspace; null of anything else. */
function toldLine(event: LogEvent): Pick<RowHistoryLine, 'row' | 'set' | 'also'> | null {
  if (isSignalEvent(event))
    return {
      row: event.type === 'signal.reported@1' ? event.id : event.signal,
      set: fieldsOf(signalValues(event)),
    }
  if (event.type === 'handover.signed@1')
    return { row: event.of ?? event.id, set: fieldsOf({ role: event.role }) }
  if (event.type === 'workspace.stated@1') return { row: 'workspace', set: fieldsOf(statedValues(event)) }
  if (!isOrderEvent(event)) return changeLine(event)
  const row = event.type === 'order.given@1' ? event.id : event.order
  return { row, set: fieldsOf(orderValues(event)) }
}

const isHandEvent = (event: LogEvent): event is Extract<LogEvent, { type: keyof typeof HAND_LISTS }> =>
  isHandType(event.type)

function fieldsOf(values: Readonly<Record<string, unknown>>): SetField[] {
  return Object.entries(values).flatMap(([field, value]) =>
    value === null || value === '' ? [] : [{ field, before: null, after: value as ShownCell }],
  )
}
