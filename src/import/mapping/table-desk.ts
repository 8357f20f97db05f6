import type { Facts, ListName } from '#geo'
import type { Kind } from '../../records/records'
import { describedBy } from '../files/beside-lists'
import { type PackFile, sortOut } from '../files/pack-files'
import { type ListPackFile, readFile } from '../files/read-file'
import type { InputFile } from '../files/zip'
import { withDerived } from '../headers/derived'
import { matchHeaders } from '../headers/headers'
import { isNamedAs, kindsFor } from '../headers/known-columns'
import type { Answering } from '../questions/question'
import { withDecided } from '../recipes/decided'
import type { TableSeen } from '../recipes/deciding'
import { countTold } from '../recipes/told'
import { CELLS_LOOKED_AT, type TableColumn, tableColumns } from './table-columns'
import { type MarkedLine, markedLines } from './table-lines'

/** A table as it came, what it is read as and what its columns become, and why. Shown, never stored. */
export interface TableDesk {
  readonly path: string
  /** null where it is none of the lists */
  readonly list: ListName | null
  /** what it is by itself; null where that stays open */
  readonly byItself: ListName | null
  readonly isTold: boolean
  /** kinds that it may be too, those that fit best first */
  readonly others: readonly ListName[]
  readonly why: KindWhy
  readonly headerRow: number | null
  readonly recipe: { readonly made: string; readonly count: number } | null
  readonly lines: readonly MarkedLine[]
  readonly headers: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly total: number
  readonly lookedAt: number
}

/** Why a table is read as what it is. */
export interface KindWhy {
  /** columns that the list knows, of so many */
  readonly known: number
  readonly of: number
  /** a word in the name of the file or table says it */
  readonly isNamed: boolean
  readonly hasGround: boolean
}

export interface DeskContext {
  /** what the log holds; null where the table is looked at as into an empty one */
  readonly existing: Facts | null
  readonly answering: Pick<Answering, 'answers' | 'recipes'>
}

/** The table of that path among the files; null where it is not there, or is no table. */
export async function tableDesk(
  given: readonly InputFile[],
  path: string,
  { existing, answering }: DeskContext,
): Promise<TableDesk | null> {
  const { files } = await sortOut(given)
  const { pack, isFrameStated } = describedBy(files, existing)
  const { timezone: zone, frame } = pack
  const file = files.find((one) => isOf(one, path))
  if (!file) return null
  const seen: TableSeen[] = []
  const look = (one: TableSeen): void => {
    if (one.path === path) seen.push(one)
  }
  const deciding = { ...answering, day: null, look }
  await readFile(file as ListPackFile, { zone, frame, isFrameStated, deciding })
  const [found] = seen
  if (!found) return null
  return deskOf(found, zone)
}

const isOf = (file: PackFile, path: string): boolean =>
  file.role === 'list' && (path === file.path || path.startsWith(`${file.path} › `))

function deskOf({ path, given, table, kind, byItself, decided }: TableSeen, zone: string): TableDesk {
  const { told, recipe } = decided
  const isTold = told.list !== null
  const fitting = kindsFor(table, path).filter(({ score }) => score >= 1)
  return {
    ...{ path, isTold, list: kind?.list ?? null, byItself: byItself?.list ?? null },
    others: fitting.map((one) => one.kind.list).filter((one) => one !== kind?.list),
    why: whyOf(table, kind, path),
    headerRow: given.headerRow,
    recipe: recipe && { made: recipe.made, count: countTold(recipe) },
    lines: markedLines(given),
    headers: table.headers,
    columns: kind ? columnsIn({ path, table, kind, decided, zone }) : [],
    total: table.rows.length,
    lookedAt: Math.min(table.rows.length, CELLS_LOOKED_AT),
  }
}

function columnsIn({
  path,
  table,
  kind,
  decided,
  zone,
}: Pick<TableSeen, 'path' | 'table' | 'decided'> & {
  readonly kind: Kind
  readonly zone: string
}): TableColumn[] {
  const read = withDerived(kind, withDecided(table, kind, { ...decided, path }).table).table
  return tableColumns({ kind, plain: table, read, told: decided.told, byRecipe: decided.recipe, zone })
}

function whyOf(table: TableSeen['table'], kind: Kind | null, path: string): KindWhy {
  return {
    known: kind ? matchHeaders(kind, table.headers).fields.size : 0,
    of: table.headers.length,
    isNamed: kind !== null && isNamedAs(kind, table, path),
    hasGround: table.rows.at(0)?.geometry !== undefined,
  }
}
