import { type ListName, LOG_FILE } from '#geo'
import { bodyOf, policyId } from './append'
import { canonical } from './digest'
import type { Body, LogEvent, SourceFile, Speaks } from './events'
import { PACK_UNDESCRIBED } from './fold/register'
import { HAND_LISTS, type HandEvent, handBlock } from './hand/hand-rows'
import { changesOf, type RowChange } from './identity/changes'
import { comparedOf, type ListCompared } from './identity/compared'
import { identityText } from './identity/identity'
import { AS_WRITTEN, type PlaceMeant } from './identity/person-rows'
import { type Held, type Recognition, recognise } from './identity/recognise'
import { holdingIds, inOrder } from './order'
import { sortOut } from './outside/set-aside'
import { keptBlock } from './personal/kept-block'
import { cellAt } from './rows/cells'
import type { ColumnBlock } from './rows/columns'
import { LiveRows } from './rows/live-rows'
import { revisedRows, takeRows } from './rows/merge'
import { hashOfBlock } from './rows/segment'
import { type EventOf, verbOf } from './verbs'
import { segmentOf } from './verify'

type Imported = Extract<Body, { type: `${ListName}.imported@1` }>

/** What an import brings beside what the log already holds. */
export interface Admission {
  readonly drafts: readonly Body[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  readonly counts: readonly {
    readonly list: ListName
    readonly file: string
    readonly added: number
    readonly changed: number
    readonly equal: number
  }[]
  /** the changed rows one by one */
  readonly changes: readonly RowChange[]
  /** lists that the log holds and that come again */
  readonly compared: readonly ListCompared[]
}

/** Which rows of a block, by their places in it, say just what stands, though no file brought it so. */
export type Standing = (
  draft: Body,
  block: ColumnBlock,
  seen: {
    /** columns that the file says something of; null: all */
    readonly said: ReadonlySet<string> | null
    /** the rows that are equal to what a file brought */
    readonly isEqual: readonly boolean[]
  },
) => ReadonlySet<number>

const NOTHING_STANDS: Standing = () => new Set()

export interface Offer {
  readonly drafts: readonly Body[]
  /** rows that the import refused, by file */
  readonly refusals?: readonly Body[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** columns that the file of a block says something of, by the block's hash; all where it is not given */
  readonly columns?: ReadonlyMap<string, readonly string[]>
  /** by file, lists whose people a person said are others: by their files, or all that the log holds */
  readonly apart?: ReadonlyMap<string, ReadonlySet<string> | 'log'>
  /** by file, rows of which a person said that they stay as the log holds them */
  readonly asHeld?: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * Reduces an import to what is news: a segment of new rows, one event for the changed ones, nothing for equal
 * ones. A row that is absent from the file stays, and so does what a row holds in a column the file does not have.
 * Equal means equal to what was last imported: a correction made by hand is not undone by bringing the same file
 * again; and so is a row that says what stands now, whoever said it. Each file is seen after the ones before it, so that what one brings is not news in the next; where the next
 * says otherwise of the same row, both stand: which is right nobody has said. `meant` tells names of places, `standing`
 * what stands.
 */
export function admit(
  offer: Offer,
  log: Iterable<LogEvent>,
  stored: Offer['blocks'],
  meant: PlaceMeant = AS_WRITTEN,
  standing: Standing = NOTHING_STANDS,
): Admission {
  const known = new KnownLog(log, stored)
  const brought = new Set<ColumnBlock>()
  const drafts: Body[] = []
  const blocks = new Map<string, ColumnBlock>()
  const counts: Admission['counts'][number][] = []
  const changes: RowChange[] = []
  const compared: ListCompared[] = []
  const described = offer.drafts.find(({ type }) => type === 'pack.described@1')
  const ofPack: Speaks | null = described && known.says(described) ? { ground: 'district' } : null
  for (const draft of [...offer.drafts, ...(offer.refusals ?? [])]) {
    const block = 'segment' in draft && draft.segment !== null ? offer.blocks.get(draft.segment) : undefined
    if (isImport(draft)) {
      const list = draft.type.slice(0, -'.imported@1'.length) as ListName
      const columns = draft.segment === null ? undefined : offer.columns?.get(draft.segment)
      const apartFrom = offer.apart?.get(draft.file.name)
      const asHeld = offer.asHeld?.get(draft.file.name)
      const said = columns ? new Set(columns.filter((name) => name !== 'id' || hasNumbers(block))) : null
      const read = newsOf(draft, block, {
        ...{ known, list, said, brought, meant, standing, apartFrom, asHeld },
      })
      const news = described ? { ...read, speaks: ofPack } : read
      counts.push({ list, file: draft.file.name, ...news.counts })
      for (const change of news.changes) changes.push(change)
      if (news.compared) compared.push(news.compared)
      for (const [own, body] of newsDrafts(draft, news, known.states(list))) {
        drafts.push(body)
        known.take(body, own)
        if (!own) continue
        blocks.set(hashOfBlock(own), own)
        brought.add(own)
      }
    } else if (!known.says(draft)) {
      drafts.push(draft)
      const hash = segmentOf(draft as LogEvent)
      const own = hash === null ? undefined : offer.blocks.get(hash)
      if (hash !== null && own) blocks.set(hash, own)
    }
  }
  return { drafts, blocks, counts, changes, compared }
}

/** An empty column of numbers says nothing of them. */
const hasNumbers = (block: ColumnBlock | undefined): boolean =>
  !!block && block.ids.some((_, row) => identityText(cellAt(block.columns.id, row)) !== '')

const isImport = (draft: Body): draft is Imported => draft.type.endsWith('.imported@1')

interface News {
  readonly list: ListName
  /** null without a row */
  readonly added: ColumnBlock | null
  readonly revised: ColumnBlock | null
  readonly counts: { readonly added: number; readonly changed: number; readonly equal: number }
  readonly changes: readonly RowChange[]
  /** null where it is no list that the log holds */
  readonly compared: ListCompared | null
  /** what its file speaks for, where the batch does not tell */
  readonly speaks: Speaks | null
}

interface Against {
  readonly known: KnownLog
  readonly list: ListName
  readonly said: ReadonlySet<string> | null
  /** what the files before it bring */
  readonly brought: ReadonlySet<ColumnBlock>
  readonly meant: PlaceMeant
  readonly standing: Standing
  readonly apartFrom: ReadonlySet<string> | 'log' | undefined
  readonly asHeld: ReadonlySet<number> | undefined
}

function newsOf(
  draft: Imported,
  block: ColumnBlock | undefined,
  { known, list, said, brought, meant, standing, apartFrom, asHeld }: Against,
): News {
  const { file } = draft
  const nothing = { added: 0, changed: 0, equal: 0 }
  if (!block)
    return { list, added: null, revised: null, counts: nothing, changes: [], compared: null, speaks: null }
  const found = recognise(block, known.rows(list), {
    said,
    file: file.hash,
    fileOf: (stored) => known.sourceOf(stored)?.hash ?? null,
    nameOf: (stored) => known.sourceOf(stored)?.name ?? '',
    comesAlong: (stored) => brought.has(stored),
    meant,
    ...(apartFrom === undefined ? {} : { apartFrom }),
  })
  const told = asHeld ? keptAsHeld(found, block, asHeld) : found
  const isEqual = told.rows.map((row) => row.before !== null && row.isEqual)
  const stands = apartFrom === 'log' ? NOTHING : standing(draft, block, { said, isEqual })
  const recognition = stands.size > 0 ? asItStands(told, block, stands) : told
  const recognised = recognition.rows
  const added: number[] = []
  const changed: { readonly row: number; readonly before: Held }[] = []
  recognised.forEach(({ before, isEqual }, row) => {
    if (!before) added.push(row)
    else if (!isEqual) changed.push({ row, before })
  })
  const isWhole =
    added.length === block.length && added.every((row) => recognised[row]!.id === block.ids[row])
  const ids = added.map((row) => recognised[row]!.id)
  const counts = {
    added: added.length,
    changed: changed.length,
    equal: block.length - added.length - changed.length,
  }
  const revised = changed.length > 0 ? revisedRows(block, changed, said) : null
  return {
    list,
    added: isWhole ? block : added.length > 0 ? takeRows(block, added, ids) : null,
    revised,
    counts,
    changes: revised
      ? changesOf(
          changed.map(({ before }) => before),
          revised,
          { file: file.name, fileOf: (stored) => known.sourceOf(stored)?.name ?? null },
        )
      : [],
    compared: comparedOf(recognition, { list, block, file: file.name, counts, meant }),
    speaks: added.length < block.length ? { ground: null, names: namesIn(block) } : null,
  }
}

/** Rows that stay as the log holds them count as equal; a new row cannot stay as it was. */
const keptAsHeld = (
  { rows, ...found }: Recognition,
  block: ColumnBlock,
  asHeld: ReadonlySet<number>,
): Recognition => ({
  ...found,
  rows: rows.map((row, at) => (row.before && asHeld.has(block.rows[at]!) ? { ...row, isEqual: true } : row)),
})

const NOTHING: ReadonlySet<number> = new Set()

/** Rows that say what stands are equal to it, also where no file brought it. */
const asItStands = (
  { rows, ...found }: Recognition,
  block: ColumnBlock,
  stands: ReadonlySet<number>,
): Recognition => ({
  ...found,
  rows: rows.map((one, row) => {
    if (!stands.has(row)) return one
    const before = one.before ?? { block, row, id: one.id, file: '', isNumbered: true }
    return { ...one, before, isEqual: true }
  }),
})

/** Places and zones that the rows of a file name. */
function namesIn({ columns }: ColumnBlock): string[] {
  const named = ['place', 'zone'].map((name) => columns[name])
  return [...new Set(named.flatMap((column) => (column?.type === 'text' ? column.values : [])))].sort()
}

function* newsDrafts(
  draft: Imported,
  { list, added, revised, speaks }: News,
  isStated: boolean,
): Generator<readonly [ColumnBlock | null, Body]> {
  const more = speaks ? { speaks } : {}
  if (added) yield [added, { ...draft, segment: hashOfBlock(added), rows: added.length, ...more }]
  else if (!isStated) yield [null, { ...draft, segment: null, rows: 0, ...more }]
  if (revised)
    yield [revised, { ...revision(list, draft.file, hashOfBlock(revised), revised.length), ...more } as Body]
}

const revision = (list: ListName, file: SourceFile, segment: string, rows: number): Body => ({
  type: `${list}.revised@1`,
  file,
  segment,
  rows,
  because: 'imported-again',
})

/** What the log holds of rows and descriptions, corrections by hand left out. */
class KnownLog {
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
    else this.take(event, block ? keptBlock(block) : null)
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
