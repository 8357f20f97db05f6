import type { ListName } from '#geo'
import type { Body, SourceFile, Speaks } from './events'
import { changesOf, type RowChange } from './identity/changes'
import { comparedOf, type ListCompared } from './identity/compared'
import type { PlaceMeant } from './identity/person-rows'
import { type Held, type Recognition, recognise } from './identity/recognise'
import type { KnownLog } from './known-log'
import type { ColumnBlock } from './rows/columns'
import { revisedRows, takeRows } from './rows/merge'
import { hashOfBlock } from './rows/segment'

export type Imported = Extract<Body, { type: `${ListName}.imported@1` }>

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

export const NOTHING_STANDS: Standing = () => new Set()

export interface News {
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

export function newsOf(
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

export function* newsDrafts(
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
