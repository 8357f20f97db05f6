import type { ListName } from '#geo'
import { policyId } from './append'
import type { ColumnBlock } from './columns'
import { canonical } from './digest'
import type { Body, LogEvent, SourceFile } from './events'
import { LiveRows } from './live-rows'
import { type At, revisedRows, sameRow, takeRows } from './merge'
import { holdingIds, inOrder } from './order'
import { hashOfBlock } from './segment'
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
}

export interface Offer {
  readonly drafts: readonly Body[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** columns that the file of a block says something of, by the block's hash; all where it is not given */
  readonly columns?: ReadonlyMap<string, readonly string[]>
}

/**
 * Reduces an import to what is news: a segment of new rows, one event for the changed ones, nothing for equal
 * ones. A row that is absent from the file stays, and so does what a row holds in a column the file does not have. Equal means equal to what was last imported: a correction
 * made by hand is not undone by bringing the same file again.
 */
export function admit(offer: Offer, log: Iterable<LogEvent>, stored: Offer['blocks']): Admission {
  const known = new KnownLog(log, stored)
  const drafts: Body[] = []
  const blocks = new Map<string, ColumnBlock>()
  const counts: Admission['counts'][number][] = []
  const keep = (block: ColumnBlock): string => {
    const hash = hashOfBlock(block)
    blocks.set(hash, block)
    return hash
  }
  for (const draft of offer.drafts) {
    const block = 'segment' in draft && draft.segment !== null ? offer.blocks.get(draft.segment) : undefined
    if (isImport(draft)) {
      const list = draft.type.slice(0, -'.imported@1'.length) as ListName
      const columns = draft.segment === null ? undefined : offer.columns?.get(draft.segment)
      const said = columns ? new Set(columns) : null
      const news = newsOf(block, known.rows(list), said)
      counts.push({ list, file: draft.file.name, ...news.counts })
      const reduction = { list, block, said, news, isStated: known.states(list), keep }
      for (const one of newsDrafts(draft, reduction)) drafts.push(one)
    } else if (!known.says(draft)) {
      drafts.push(draft)
      const hash = segmentOf(draft as LogEvent)
      const own = hash === null ? undefined : offer.blocks.get(hash)
      if (hash !== null && own) blocks.set(hash, own)
    }
  }
  return { drafts, blocks, counts }
}

const isImport = (draft: Body): draft is Imported => draft.type.endsWith('.imported@1')

interface News {
  readonly added: readonly number[]
  readonly changed: readonly { readonly row: number; readonly before: At }[]
  readonly counts: { readonly added: number; readonly changed: number; readonly equal: number }
}

function newsOf(block: ColumnBlock | undefined, rows: LiveRows, said: ReadonlySet<string> | null): News {
  const added: number[] = []
  const changed: News['changed'][number][] = []
  block?.ids.forEach((id, r) => {
    const before = rows.find(id)
    if (!before) added.push(r)
    else if (!sameRow(before, { block, row: r }, said)) changed.push({ row: r, before })
  })
  const equal = (block?.length ?? 0) - added.length - changed.length
  return { added, changed, counts: { added: added.length, changed: changed.length, equal } }
}

interface Reduction {
  readonly list: ListName
  readonly block: ColumnBlock | undefined
  readonly said: ReadonlySet<string> | null
  readonly news: News
  readonly isStated: boolean
  readonly keep: (block: ColumnBlock) => string
}

function newsDrafts(draft: Imported, { list, block, said, news, isStated, keep }: Reduction): Body[] {
  const drafts: Body[] = []
  const { added, changed } = news
  if (block && added.length > 0) {
    const own = added.length === block.length ? block : takeRows(block, added)
    drafts.push({ ...draft, segment: keep(own), rows: added.length })
  } else if (!isStated) drafts.push({ ...draft, segment: null, rows: 0 })
  if (block && changed.length > 0)
    drafts.push(revision(list, draft.file, keep(revisedRows(block, changed, said)), changed.length))
  return drafts
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

  constructor(log: Iterable<LogEvent>, stored: ReadonlyMap<string, ColumnBlock>) {
    const ordered = inOrder(log)
    const holding = holdingIds(ordered)
    for (const event of ordered) if (holding.has(event.id)) this.#read(event, stored)
  }

  rows(list: ListName): LiveRows {
    return this.#rows.get(list) ?? new LiveRows()
  }

  states(list: ListName): boolean {
    return this.#rows.has(list)
  }

  /** Does the log already say just this? */
  says(draft: Body): boolean {
    const subject = subjectOf(draft)
    return subject !== null && this.#said.get(subject) === canonical(draft)
  }

  #read(event: LogEvent, stored: ReadonlyMap<string, ColumnBlock>): void {
    const subject = subjectOf(event)
    if (subject !== null) this.#said.set(subject, canonical(bodyOf(event)))
    const [name, verb] = event.type.split('.') as [ListName, string]
    if (!/^(imported|revised|replaced)@1$/.test(verb)) return
    let rows = this.#rows.get(name)
    if (!rows) this.#rows.set(name, (rows = new LiveRows()))
    if (verb === 'replaced@1') rows.clear()
    const hash = segmentOf(event)
    const block = hash === null ? undefined : stored.get(hash)
    if (!block) return
    const mode = verb === 'revised@1' ? 'revise' : 'add'
    rows.take({ block, file: '', learnedAt: event.recordedAt }, { known: null, mode })
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
    case 'file.kept@1':
      return `file ${body.file.name}`
    default:
      return null
  }
}

function bodyOf(event: LogEvent): Body {
  const {
    id: _id,
    recordedAt: _at,
    by: _by,
    device: _device,
    batch: _batch,
    prev: _prev,
    hash: _hash,
    ...body
  } = event
  return body as Body
}
