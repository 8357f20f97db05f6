import {
  BUILT_IN_POLICIES,
  type Facts,
  type Instant,
  type PackDescription,
  type Place,
  placesAt,
  SPEAKING_LISTS,
} from '#geo'
import type { Body } from '../log/events'
import { descriptionOf } from '../log/outside/join'
import type { ColumnBlock } from '../log/rows/columns'
import { placesTogether, policiesKnown, unknownPolicies, unknownReferences } from './across'
import { figureProblems } from './cells/figures'
import { lostZeros } from './cells/lost-zeros'
import { passageProblems } from './cells/passage-figures'
import { factsUnasked } from './facts-asked'
import { withFactsNamed } from './facts-named'
import { describedBy, keptFiles, readDocuments, useProblems } from './files/beside-lists'
import { type FileReport, reportOf, unlistedReport, without } from './files/file-report'
import { compare, type PackFile, sortOut } from './files/pack-files'
import { readLog } from './files/read-log'
import type { InputFile } from './files/zip'
import { saidByTitles } from './headers/title-lines'
import type { ListFile } from './list-file'
import { type Joined, logProblems } from './log-problems'
import { type Offered, offerList } from './offer'
import { openSignals } from './open-signals'
import { openSteps } from './open-steps'
import { type ImportControl, Pace } from './pace'
import { refuseCircles } from './places/circles'
import { groundProblems } from './places/ground'
import { type NameSeveral, namesSeveral } from './places/names-several'
import { factsTaught, type NameAsked, namesAsked, taughtDrafts, withTaught } from './places/names-taught'
import type { PlacesOver } from './places/over-places'
import { meaningOf, positionProblems } from './places/placing'
import { refuseRepeats } from './places/within'
import { aProblem, type Problem, REFUSED_WHOLE } from './problem'
import { type Proposal, proposalOf } from './proposal'
import type { Cutoff } from './questions/cutoff'
import { type Answering, asHeldIn, type Question } from './questions/question'
import { apartBy } from './questions/same-list'
import { readLists } from './read-lists'
import type { RecipeMade } from './recipes/deciding'
import { refusals } from './refusals'
import type { RefusedRow } from './refused-row'
import { toldOnly } from './told-problems'

/** What an import would do, before anything is done. `drafts` and `blocks` are what `admit` takes. */
export interface ImportPlan {
  readonly pack: PackDescription
  /** true where the files hold a `pack.json` that could be read */
  readonly described: boolean
  readonly files: readonly FileReport[]
  readonly problems: readonly Problem[]
  readonly refused: readonly RefusedRow[]
  readonly drafts: readonly Body[]
  /** true where the files hold nothing that could be taken: no row, no statement of *none*, no description, no rule */
  readonly isEmpty: boolean
  /** by file, places that lie over others of the log */
  readonly over: readonly PlacesOver[]
  /** what the import leaves open: rows that may still have happened; written with the drafts */
  readonly refusals: readonly Body[]
  /** by hash, as the drafts name them */
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** columns that the file of a block says something of, by the block's hash */
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** by file, lists whose people a person said are others: named, or all that the log holds */
  readonly apart: ReadonlyMap<string, ReadonlySet<string> | 'log'>
  /** by file, rows of which a person said that they stay as the log holds them */
  readonly asHeld: ReadonlyMap<string, ReadonlySet<number>>
  /** what has to be answered, and how it was, or is proposed */
  readonly questions: readonly Question[]
  /** names that mean no place, and which they are as a person said: kept as aliases with the import */
  readonly names: readonly NameAsked[]
  /** names that several places have, where nothing tells which, and which one the rows mean as a person said */
  readonly several: readonly NameSeveral[]
  /** what was decided of tables, for the next ones of their shape */
  readonly recipes: readonly RecipeMade[]
  /** what a workspace that begins with these files would be; null where a pack or a log says it, or the log has begun */
  readonly proposal: Proposal | null
  /** until when the files speak, by their titles, rows and names */
  readonly cutoff: Cutoff | null
  /** an exported log that travelled with its segments: it alone is read, the other files are its copy */
  readonly log: { readonly file: InputFile; readonly segments: readonly InputFile[] } | null
}

export interface ImportOptions {
  /** what the log already holds: its time zone, its places and zones that references may mean */
  readonly existing?: Facts
  readonly joined?: Joined
  /** ms; what of a log is dated more than a day after it is set aside */
  readonly clock?: Instant
  readonly answering?: Answering
  /** the frame of files that state none themselves, as a person says; that of a `pack.json` goes before it */
  readonly frame?: string | null
  /** the edition that is adopted with the import; without it that of the pack or the log */
  readonly edition?: string | null
}

const NOT_ANSWERED: Answering = { answers: {}, takesProposed: false }

/**
 * Bytes → a plan: which rows of which files would be taken or refused and why, and the events and column blocks that
 * an append would write. Nothing is stored, fetched or guessed: what no evidence decides is a question, and no row that
 * hangs on it is taken before it is answered. Throws `ImportCancelled` when cancelled.
 */
export async function planImport(
  given: readonly InputFile[],
  options: ImportOptions = {},
  control: ImportControl = {},
): Promise<ImportPlan> {
  const pace = new Pace(control)
  const sorted = await sortOut(given)
  const { files } = sorted
  const problems = [...sorted.problems]
  const log = files.find(({ role }) => role === 'log')
  if (log) return planOfLog(log, { files, problems, options })
  const answering = options.answering ?? NOT_ANSWERED
  const held = options.existing ? placesAt(options.existing, Number.POSITIVE_INFINITY) : null
  const existing = factsTaught(held, answering.answers)
  const description = describedBy(files, existing)
  const documents = readDocuments(files, existing?.policies ?? [])
  const rules = [...documents.documents, ...(existing?.policies ?? []), ...BUILT_IN_POLICIES]
  const described = description.drafts.length > 0
  const edition = options.edition ?? description.pack.policy
  const frame = description.isFrameStated ? null : (options.frame ?? null)
  const read = await readLists(files, {
    pack: { ...description.pack, policy: edition, frame: frame ?? description.pack.frame },
    isFrameStated: description.isFrameStated || frame !== null,
    ...{ existing, rules, clock: options.clock ?? null },
    answering,
    pace,
  })
  const { unlisted, questions } = read
  pace.look()
  const lists = withFactsNamed(read.lists, rules)
  refuseRepeats(lists, pace.look)
  pace.look()
  refuseCircles(lists, existing)
  pace.across(0.7)
  const policies = policiesKnown(rules)
  pace.look()
  const untaught = placesTogether(lists, held)
  const places = withTaught(untaught, answering.answers)
  const ground = groundProblems(lists, { places, existing, policies, policy: edition })
  pace.across(0.9)
  const kept = keptFiles(files)
  const signals = openSignals(files, { lists, places, existing })
  const offered = [...lists.filter(isStatement).map((list) => offerList(list, pace.look)), ...kept.offered]
  const titled = lists.flatMap((list) => statedByTitles(list, places))
  const drafts = [
    ...[...description.drafts, ...documents.drafts],
    ...[...offered.map(({ draft }) => draft), ...titled],
    ...taughtDrafts(untaught, answering.answers),
  ]
  return {
    pack: description.pack,
    described,
    files: [
      ...[...description.reports, ...documents.reports, ...kept.reports],
      ...[...lists.map(reportOf), ...unlisted.map(unlistedReport)],
    ].sort((a, b) => compare(a.file, b.file)),
    problems: inReadingOrder([
      ...[...problems, ...read.problems, ...description.problems],
      ...useProblems(description, options.joined?.use),
      ...[...documents.problems, ...kept.problems, ...signals.problems, ...ground.problems],
      ...lists.flatMap((list) => list.problems),
      ...looking(pace, [
        () => unknownReferences(lists, existing, meaningOf(lists, { places, existing })),
        () => positionProblems(lists, places),
        () => unknownPolicies(lists, { policies, refused: documents.refused }, edition),
        () => openSteps(lists, { policies, policy: edition, existing }),
        () => factsUnasked(lists, rules),
        () => lostZeros(lists, existing),
        () => figureProblems(lists, { indicators: documents.indicators, existing }),
        () => passageProblems(lists),
      ]),
    ]),
    refused: lists.flatMap((list) => list.refused).sort((a, b) => compare(a.file, b.file) || a.row - b.row),
    drafts,
    isEmpty: drafts.length === 0,
    over: ground.over,
    refusals: [...refusals(lists, existing), ...signals.refusals],
    blocks: blocksOf(offered),
    columns: columnsOf(offered),
    apart: apartBy(questions, answering),
    asHeld: asHeldIn(answering.answers),
    questions,
    names: namesAsked(lists, untaught, answering.answers),
    several: namesSeveral(lists, places, answering.answers),
    recipes: read.recipes,
    cutoff: read.cutoff,
    proposal:
      described || (existing && hasBegun(existing))
        ? null
        : proposalOf(places, lists, { cutoff: read.cutoff, rules }),
    log: null,
  }
}

/** What each of them tells, with a look before it at whether anybody still wants to know. */
const looking = (pace: Pace, told: readonly (() => readonly Problem[])[]): Problem[] =>
  told.flatMap((tell) => {
    pace.look()
    return tell()
  })

/** Whether a log says what it is of, or has places that do. */
const hasBegun = ({ places, pack: { title, policy } }: Facts): boolean =>
  places.length > 0 || (title.zh ?? title.en ?? policy) !== null

/** What the lines above the header say of the ground and time of a list that may speak. */
function statedByTitles(list: ListFile, places: readonly Place[]): Body[] {
  const { titles = [], path: source } = list
  const speaks = SPEAKING_LISTS.some((one) => one === list.kind.list)
  const said =
    speaks && isStatement(list) ? saidByTitles(titles, { list: list.kind.list, source, places }) : null
  return said ? [said] : []
}

/** A file without rows says *none*. One that could not be read, or whose every row was refused, says nothing. */
const isStatement = (list: ListFile): boolean => list.taken.length > 0 || (list.total === 0 && list.isRead)

function blocksOf(offered: readonly Offered[]): Map<string, ColumnBlock> {
  const blocks = new Map<string, ColumnBlock>()
  for (const { hash, block } of offered) if (hash !== null && block) blocks.set(hash, block)
  return blocks
}

function columnsOf(offered: readonly Offered[]): Map<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>()
  for (const one of offered) if (one.hash !== null && one.columns) columns.set(one.hash, one.columns)
  return columns
}

/** A log is taken whole; what `verify` finds wrong with it is said line by line. */
function planOfLog(
  file: PackFile,
  {
    files,
    problems,
    options: { joined, clock },
  }: {
    readonly files: readonly PackFile[]
    readonly problems: readonly Problem[]
    readonly options: ImportOptions
  },
): ImportPlan {
  const segments = files.filter(({ role }) => role === 'segment')
  const home = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  const others = files.filter((one) => one !== file && (one.role === 'log' || !one.path.startsWith(home)))
  const copies = files.filter((one) => one !== file && one.role !== 'segment' && !others.includes(one))
  const log = { file, segments }
  const read = readLog(log)
  const { events, faults } = read
  const wrong = logProblems(file.path, read, { joined, clock: clock ?? null })
  const rows = events.length + faults.length
  const taken = wrong.some(({ code }) => REFUSED_WHOLE.has(code)) ? 0 : events.length
  const counted = { encoding: 'utf-8', rows, taken, refused: rows - taken }
  return {
    pack: descriptionOf(events),
    described: events.some(({ type }) => type === 'pack.described@1'),
    files: [
      { ...without(file.path, 'log'), ...counted },
      ...segments.flatMap(({ path }) => (path.startsWith(home) ? without(path, 'log', 'utf-8') : [])),
      ...copies.map(({ path }) => without(path, 'kept')),
      ...others.map(({ path }) => without(path, 'unknown')),
    ].sort((a, b) => compare(a.file, b.file)),
    problems: inReadingOrder([
      ...problems,
      ...wrong,
      ...copies.map(({ path }) => aProblem(path, 'copy-of-log')),
      ...others.map(({ path }) => aProblem(path, 'beside-log', { seen: file.path })),
    ]),
    refused: [],
    drafts: [],
    isEmpty: taken === 0,
    over: [],
    refusals: [],
    blocks: new Map(),
    columns: new Map(),
    apart: new Map(),
    asHeld: new Map(),
    questions: [],
    names: [],
    several: [],
    recipes: [],
    cutoff: null,
    proposal: null,
    log,
  }
}

/** Problems of a file together, the file's own first, then by row; of many alike the first ones. */
function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return toldOnly(problems).sort(
    (a, b) => compare(a.file, b.file) || (a.row ?? 0) - (b.row ?? 0) || compare(a.code, b.code),
  )
}
