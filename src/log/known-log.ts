import { type ListName, LOG_FILE } from '#geo'
import { bodyOf, policyId } from './append'
import { canonical } from './digest'
import type { Body, LogEvent, SourceFile } from './events'
import { PACK_UNDESCRIBED } from './fold/register'
import { HAND_LISTS, type HandEvent, handBlock } from './hand/hand-rows'
import { identified } from './identity/identified'
import { holdingIds, inOrder } from './order'
import { sortOut } from './outside/set-aside'
import { keptBlock } from './personal/kept-block'
import type { ColumnBlock } from './rows/columns'
import { LiveRows } from './rows/live-rows'
import { type EventOf, verbOf } from './verbs'
import { segmentOf } from './verify'

/** What the log holds of rows and descriptions, corrections by hand left out. */
export class KnownLog {
  #rows = new Map<ListName, LiveRows>()
  #said = new Map<string, string>()
  readonly #stated = new Set<ListName>()
  #timezone: string
  #sourceOf = new WeakMap<ColumnBlock, SourceFile>()

  constructor(log: Iterable<LogEvent>, stored: ReadonlyMap<string, ColumnBlock>) {
    const { applied } = sortOut(inOrder(log))
    const holding = holdingIds(applied)
    const described = applied.findLast(({ type, id }) => type === 'pack.described@1' && holding.has(id))
    this.#timezone =
      described?.type === 'pack.described@1' ? described.pack.timezone : PACK_UNDESCRIBED.timezone
    for (const event of applied) if (holding.has(event.id)) this.#read(event, stored)
  }

  rows(list: ListName): LiveRows {
    return this.#rows.get(list) ?? new LiveRows()
  }

  states(list: ListName): boolean {
    return this.#stated.has(list)
  }

  /** Does the log already say just this? */
  says(draft: Body): boolean {
    const subject = subjectOf(draft)
    return subject !== null && this.#said.get(subject) === canonical(draft)
  }

  /** The file that a block of the log came from. */
  sourceOf(block: ColumnBlock): SourceFile | null {
    return this.#sourceOf.get(block) ?? null
  }

  #read(event: LogEvent, stored: ReadonlyMap<string, ColumnBlock>): void {
    const subject = subjectOf(event)
    if (subject !== null) this.#said.set(subject, canonical(bodyOf(event)))
    const hash = segmentOf(event)
    const block = hash === null ? undefined : stored.get(hash)
    const verb = verbOf(event.type)
    if (verb === 'hand.*') this.#enter(event as HandEvent)
    else if (verb === '*.retracted@1') this.#withdraw(event as EventOf<'*.retracted@1'>)
    else this.take(event, block ? identified(keptBlock(block)) : null)
  }

  /** A row entered by hand is known to a file that brings it too. */
  #enter(event: HandEvent): void {
    const list = HAND_LISTS[event.type]
    const block = handBlock(event, { line: 0, timezone: this.#timezone })
    const rows = this.#rowsOf(list)
    const held = rows.find(block.ids[0]!)
    // what a file brought is compared with what a file brings again, whatever people have said since
    if (
      held &&
      (list === 'cases' || list === 'contacts' || this.#sourceOf.get(held.block)?.name !== LOG_FILE)
    )
      return
    this.#sourceOf.set(block, { name: LOG_FILE, hash: '', size: 0, encoding: null, frame: null })
    rows.take({ block, file: '', hash: null, learnedAt: Number.NaN }, { known: null, mode: 'add' })
  }

  /** A row that only a person entered, and took back, is new where a file brings it. */
  #withdraw({ type, row }: EventOf<'*.retracted@1'>): void {
    const rows = this.#rowsOf(type.split('.')[0] as ListName)
    const at = rows.find(row)
    if (at && this.#sourceOf.get(at.block)?.name === LOG_FILE) rows.retract(row)
  }

  #rowsOf(list: ListName): LiveRows {
    let rows = this.#rows.get(list)
    if (!rows) this.#rows.set(list, (rows = new LiveRows()))
    return rows
  }

  /** Takes in what a body of an import says of rows. */
  take(body: Body, block: ColumnBlock | null): void {
    const [name, verb] = body.type.split('.') as [ListName, string]
    if (!/^(imported|revised|replaced)@1$/.test(verb)) return
    const rows = this.#rowsOf(name)
    this.#stated.add(name)
    if (verb === 'replaced@1') rows.clear()
    if (!block) return
    if ('file' in body) this.#sourceOf.set(block, body.file)
    const mode = verb === 'revised@1' ? 'revise' : 'add'
    rows.take({ block, file: '', hash: null, learnedAt: Number.NaN }, { known: null, mode })
  }
}

/** What a description is about; null for events that are not descriptions. */
function subjectOf(body: Body): string | null {
  switch (body.type) {
    case 'pack.described@1':
    case 'indicators.defined@1':
    case 'places.replaced@1':
      return body.type
    case 'policy.adopted@1':
      return `policy ${policyId(body.policy)}`
    case 'rows.refused@1':
      return `${body.type} ${body.list} ${body.source}`
    case 'list.stated@1':
      return `${body.type} ${body.list} ${body.source}`
    case 'file.kept@1':
      return `file ${body.file.name}`
    default:
      return null
  }
}
