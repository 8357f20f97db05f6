import { foreignOf } from '../../formats/foreign'
import { extensionOf, type Format } from '../../formats/format'
import { formatBeside, formatOfBytes, formatOfName } from '../../formats/formats'
import { tableWithin } from '../../formats/limits'
import { tellingPart } from '../../formats/parts'
import type { FormatTable, Rows } from '../../formats/table'
import { readText } from '../../formats/text'
import type { Kind } from '../../records/records'
import type { Frame } from '../frames/frame'
import { frameByNumbers } from '../frames/frame-numbers'
import { frameInWords } from '../frames/frame-words'
import { frameNamed, swapped } from '../frames/frames'
import { withWholeHeaders } from '../headers/cut-headers'
import { withDerived } from '../headers/derived'
import type { Derived } from '../headers/derived-table'
import { withKnownDownload } from '../headers/downloads'
import { withGeometryCells } from '../headers/geometry-cells'
import { columnsKnown, columnsOf, kindOfName, kindOfTable } from '../headers/known-columns'
import { type ListFile, type ListTable, markOf, unread } from '../list-file'
import type { Pace } from '../pace'
import { keptTableName } from '../places/kept-name'
import { aProblem, type Problem, type ProblemCode } from '../problem'
import { type AnsweredIn, askingOf, lackingIn } from '../questions/asking-of'
import { readTable } from '../read-list'
import { decidedOf, withDecided } from '../recipes/decided'
import { type Deciding, kindDecided, leftAside, recipesOf, tablesDecided } from '../recipes/deciding'
import { NO_LIST } from '../recipes/told'
import { type FileRead, NOTHING_READ } from './file-read'
import type { PackFile } from './pack-files'

export type ListPackFile = PackFile & { readonly role: 'list' }

interface Pack {
  readonly zone: string
  /** the frame of files that state none themselves */
  readonly frame: string
  /** false where that is only what is usual */
  readonly isFrameStated: boolean
  /** without it everything is read by itself */
  readonly deciding?: Deciding
  /** without it nobody is told how far it is */
  readonly pace?: Pick<Pace, 'reading' | 'rows' | 'opening' | 'look'>
}

const NOTHING_DECIDED: Deciding = { answers: {}, day: null }

/** Reads a file: bytes → tables → what each lists → rows. What is not understood is named for what it is. */
export async function readFile(
  file: ListPackFile,
  { deciding = NOTHING_DECIDED, ...pack }: Pack,
): Promise<FileRead> {
  const format = formatOf(file)
  if (typeof format === 'string') return unknown(file, aProblem(file.path, format))
  const known = file.kind
  const columnsIn = known === null ? columnsKnown : (cells: readonly string[]) => columnsOf(known, cells)
  const read = await tablesDecided(file, {
    ...{ format, columnsIn, pathOf: (name: string | null) => tablePath(file.path, name) },
    ...deciding,
    step: pack.pace?.reading,
    opening: pack.pace?.opening,
    watch: pack.pace?.look,
  })
  if (!read.ok) return unknown(file, aProblem(file.path, read.code, { seen: read.seen }))
  const found: FileRead[] = []
  for (const [at, table] of read.value.entries()) {
    const path = tablePath(file.path, table.name)
    found.push(await readOne(file, { ...pack, deciding, path, table, isFirst: at === 0 }))
  }
  return {
    lists: found.flatMap(({ lists }) => lists),
    unstated: found.flatMap(({ unstated }) => unstated),
    unlisted: found.flatMap(({ unlisted }) => unlisted),
    problems: found.flatMap(({ problems }) => problems),
    asking: found.flatMap(({ asking }) => asking),
    recipes: found.flatMap(({ recipes }) => recipes),
  }
}

/** What a table of a file is called. */
const tablePath = (path: string, name: string | null): string =>
  name === null ? path : `${path} › ${keptTableName(name)}`

interface OneTable extends Required<Omit<Pack, 'pace'>>, Pick<Pack, 'pace'> {
  readonly path: string
  readonly table: FormatTable
  readonly isFirst: boolean
}

async function readOne(
  file: ListPackFile,
  { path, table: given, isFirst, zone, frame, isFrameStated, deciding, pace }: OneTable,
): Promise<FileRead> {
  const within = tableWithin({ ok: true, value: given })
  if (!within.ok) return unknown({ ...file, path }, aProblem(path, within.code, { seen: within.seen }))
  const plain = withKnownColumns(given)
  const decided = { ...decidedOf(path, plain.headers, deciding), path }
  const named = isFirst || plain.name === null ? file.kind : null
  const byItself =
    plain.name === null ? (named ?? kindOfTable(plain, file.path)) : (kindOfTable(plain, file.path) ?? named)
  const kind = kindDecided(decided, byItself)
  deciding.look?.({ path, given, table: plain, kind, byItself, decided })
  const recipes = recipesOf(plain, kind, { ...decided, ...deciding })
  if (!kind && decided.told.list === NO_LIST)
    return { ...NOTHING_READ, ...leftAside(path, plain, decided), recipes }
  if (!kind) return unlisted(path, plain)
  const { table, problems } = withDecided(plain, kind, decided)
  const derived = withDerived(kind, table)
  const { framed, said } = await framedAs({ kind, table, path }, { frame, isFrameStated, file })
  const listed = {
    path,
    kind,
    ...markOf(file, pace?.look),
    said: [...derived.said, ...said],
    again: tableAgain(given, derived, { kind, decided }),
    recipe: decided.recipe?.made ?? null,
    decisions: problems,
    zone,
    rows: pace?.rows,
  }
  const read = readFramed({ ...listed, table: derived.table }, framed)
  const lacking = lackingIn({ path, kind, table: derived.table })
  const [list] = read.lists
  return {
    ...read,
    asking: lacking && list ? [askingOf(lacking, list, answeredIn(listed, framed))] : [],
    recipes,
  }
}

/** The frame in which a table is read: as it states, as words of its file say, as its numbers tell, else as is usual. */
async function framedAs(
  named: { readonly kind: Kind; readonly table: FormatTable; readonly path: string },
  { frame, isFrameStated, file }: Pick<Pack, 'frame' | 'isFrameStated'> & { readonly file: ListPackFile },
): Promise<{ readonly framed: Framed; readonly said: readonly SaidOfColumns[] }> {
  const { statedFrame = null } = named.table
  const inName = statedFrame === null ? frameInWords([file.path]) : null
  const frameName = statedFrame ?? inName ?? frame
  const ofFrame = await frameNamed(frameName)
  const isStated = isFrameStated || statedFrame !== null || inName !== null
  const told = ofFrame && (await frameByNumbers(named, ofFrame))
  const used = told?.frame ?? ofFrame
  const said: SaidOfColumns[] = []
  if (inName !== null && !told) said.push({ code: 'frame-in-name', column: null, seen: inName })
  if (told) said.push({ code: told.code, column: null, seen: told.frame.name, suggestion: told.counts })
  if (used?.errorM)
    said.push({ code: 'frame-old', column: null, seen: used.name, suggestion: String(used.errorM) })
  const isToldWhole = told?.code === 'frame-by-numbers' || Boolean(told?.frame.isPlane)
  return { framed: { ofFrame: used, frameName, frame, isStated: isStated || isToldWhole }, said }
}

interface Framed {
  readonly ofFrame: Frame | null
  readonly frameName: string
  readonly frame: string
  readonly isStated: boolean
}

function readFramed(
  { table, ...listed }: Listed & Pick<ListTable, 'table'>,
  { ofFrame, frameName, frame, isStated }: Framed,
): FileRead {
  const list = readListed({ ...listed, table }, ofFrame, frameName)
  const isSwapped = ofFrame?.isSwapped ?? false
  const unstated =
    isStated || list.frame === null
      ? []
      : [{ list, frame, isUsual: table.isFrameUsual ?? false, readAs: readAs(listed, isSwapped) }]
  return { ...NOTHING_READ, lists: [list], unstated }
}

/** How the table is read with answers put into it, and what is said of them. Made apart, like reading it once more. */
const answeredIn =
  (listed: Listed, framed: Framed): AnsweredIn =>
  (change, moreOf) => {
    const table = change(listed.again())
    const more = moreOf(table)
    const again = (): FormatTable => change(listed.again())
    return readFramed({ ...listed, again, more, table }, framed)
  }

/** The table with what its shape and its cells tell of its columns. */
const withKnownColumns = (table: FormatTable): FormatTable =>
  withWholeHeaders(withGeometryCells(withKnownDownload(table)))

/** How the table is read once more; what takes long to read is kept. Made apart, so that nothing else is kept with it. */
function tableAgain({ again, rows: _rows, ...rest }: FormatTable, derived: Derived, read: ReadAs) {
  return again ? readAgain(again, rest, read) : keptOf(derived)
}

interface ReadAs {
  readonly kind: Kind
  readonly decided: Parameters<typeof withDecided>[2]
}

const keptOf =
  ({ table }: Derived) =>
  (): FormatTable =>
    table

const readAgain =
  (again: () => Rows, rest: Omit<FormatTable, 'rows' | 'again'>, { kind, decided }: ReadAs) =>
  (): FormatTable => {
    const table = withKnownColumns({ ...rest, rows: again() })
    return withDerived(kind, withDecided(table, kind, decided).table).table
  }

/** What is said of a table's columns, or of its positions. */
interface SaidOfColumns {
  readonly code: ProblemCode
  readonly column: string | null
  readonly seen?: string
  readonly suggestion?: string
}

interface Listed extends Omit<ListTable, 'table'> {
  readonly said: readonly SaidOfColumns[]
  /** what is said of answers that were put into it */
  readonly more?: readonly Problem[]
  /** what is said of what was decided of it */
  readonly decisions: readonly Problem[]
  readonly recipe: string | null
  readonly zone: string
  readonly rows: Pace['rows'] | undefined
}

function readListed(
  { said, more = [], decisions, recipe, zone, rows, ...listed }: Listed & Pick<ListTable, 'table'>,
  frame: Frame | null,
  frameName: string,
): ListFile {
  const list = readTable(listed, { zone, frame, frameName, rows })
  const problems = said.map(({ code, ...more }) => aProblem(listed.path, code, more))
  return { ...list, recipe, problems: [...decisions, ...problems, ...more, ...list.problems] }
}

const readAs =
  (listed: Listed, isSwapped: boolean) =>
  (frame: Frame): ListFile =>
    readListed({ ...listed, table: listed.again() }, isSwapped ? swapped(frame) : frame, frame.name)

/** The format of a file, by its bytes first, by its name where they leave it open; else the code of what it is. */
function formatOf(file: ListPackFile): Format | ProblemCode {
  const { path } = file
  const bytes = tellingPart(file)
  const byBytes = formatOfBytes(bytes)
  if (byBytes) return byBytes
  const foreign = foreignOf({ path, bytes })
  if (foreign) return foreign
  const byName = formatOfName(path)
  if (!byName) return formatBeside(path) ? 'part-alone' : 'unknown-file'
  const isText = byName.id === 'workbook' && bytes.length > 0 && readText(file.bytes).ok
  return isText ? formatOfName('.csv')! : byName
}

/**
 * A file that cannot be read: of a list where its name tells which and promises a format of lists, for then that list
 * may lack its rows. A notice or a picture is no list, whatever it is about.
 */
function unknown(file: ListPackFile, problem: Problem): FileRead {
  const isText = problem.code === 'is-document'
  const mayList = problem.severity === 'error' && !isText && formatOfName(file.path) !== null
  const kind: Kind | null = file.kind ?? (mayList ? kindOfName(file.path) : null)
  if (kind && problem.code !== 'unknown-file')
    return { ...NOTHING_READ, lists: [unread({ path: file.path, kind, ...markOf(file) }, problem, null)] }
  return { ...NOTHING_READ, unlisted: [{ file: file.path, encoding: null, rows: null }], problems: [problem] }
}

/** A table whose rows nobody can tell what they list. Nothing of it is shown or kept; its faults are told by their place. */
function unlisted(path: string, table: FormatTable): FileRead {
  const { rows, headers, headerRow, encoding, areFeatures, beginsAt } = table
  const isPlain = extensionOf(path) === 'txt' && columnsKnown(headers) === 0
  const problem = isPlain
    ? aProblem(path, 'is-text', { seen: String(rows.length) })
    : aProblem(path, 'kind-unclear', {
        seen: beginsAt ?? `${headerRow ?? 1}:1`,
        detail: { count: rows.length, areaM2: null, pairs: [] },
      })
  const problems = areFeatures ? [problem, ...faultsIn(path, table)] : [problem]
  return { ...NOTHING_READ, unlisted: [{ file: path, encoding, rows: rows.length }], problems }
}

/** So many features that cannot be read are told of a table of which nobody knows what it lists. */
const MOST_FAULTS = 20

const faultsIn = (path: string, { said = [], rows }: FormatTable): Problem[] => [
  ...said.map(({ code, ...more }) => aProblem(path, code, more)),
  ...rows
    .flatMap(({ row, broken }) => (broken ? [{ row, broken }] : []))
    .slice(0, MOST_FAULTS)
    .map(({ row, broken }) =>
      aProblem(path, broken.code, { row, seen: /^\d+:\d+/.exec(broken.seen)?.[0] ?? null }),
    ),
]
