import type { ListName } from '#geo'
import type { Body, LogEvent, Speaks } from './events'
import type { RowChange } from './identity/changes'
import type { ListCompared } from './identity/compared'
import { identityText } from './identity/identity'
import { AS_WRITTEN, type PlaceMeant } from './identity/person-rows'
import { KnownLog } from './known-log'
import { type Imported, NOTHING_STANDS, newsDrafts, newsOf, type Standing } from './news'
import { cellAt } from './rows/cells'
import type { ColumnBlock } from './rows/columns'
import { hashOfBlock } from './rows/segment'
import { segmentOf } from './verify'

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
