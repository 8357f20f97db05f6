import type { Facts, Instant, Policy } from '#geo'
import { readTime } from '../cells/moments'
import type { Asking, FileRead, TableAnswers } from '../files/file-read'
import type { ListFile } from '../list-file'
import { type Cutoff, cutoffOf, dayNamed } from './cutoff'
import { dayTold } from './days-in-words'
import {
  type Answering,
  type AskedOf,
  BY_NAME,
  NO_ZONES,
  type Part,
  partOf,
  type Question,
  type Reason,
  type YearQuestion,
  type ZonesQuestion,
} from './question'
import { proposedYears, readYears, type Told, type Years, type YearsLacking } from './years'
import {
  type Family,
  familiesOf,
  levelAnswered,
  levelInWords,
  levelWritten,
  proposedLevel,
  type ZonesLacking,
} from './zone-levels'

export interface AskContext extends Answering {
  readonly zone: string
  readonly clock: Instant | null
  readonly existing: Facts | null
  /** the as-of of the workspace; null where it has none */
  readonly asOf: string | null
  /** the edition that zones follow which name none; null where none is followed */
  readonly followed: Policy | null
  /** ids of editions whose words zones may be called by, and every document known */
  readonly editions: (cutoff: Cutoff | null) => readonly string[]
  readonly documents: readonly unknown[]
}

export interface Answered {
  readonly questions: readonly Question[]
  /** by the list that was read without answers, what is read with them */
  readonly read: ReadonlyMap<ListFile, FileRead>
  readonly cutoff: Cutoff | null
}

/** Asks what the tables lack, and reads those again of which an answer holds. */
export function askOf(askings: readonly Asking[], lists: readonly ListFile[], context: AskContext): Answered {
  const read = new Map<ListFile, FileRead>()
  const years = new Map<ListFile, Years>()
  const questions: Question[] = []
  const before = cutoffOf(lists, context)
  for (const group of yearGroups(askings, before, context)) {
    const question = yearAnswered(group, context, read)
    questions.push(question)
    const answer = question.answer === null ? null : readYears(question.answer)
    if (answer) for (const { list } of group.askings) years.set(list, answer)
  }
  const now = lists.flatMap((list) => read.get(list)?.lists ?? [list])
  const cutoff = cutoffOf(now, context)
  for (const asking of askings) {
    if (!asking.zones) continue
    const { question, told } = zonesAsked(asking.list, asking.zones, { ...context, cutoff })
    questions.push(question)
    const answers = { years: years.get(asking.list) ?? null, zones: told }
    if (told) read.set(asking.list, asking.answered(answers))
  }
  return { questions, read, cutoff }
}

interface YearGroup {
  readonly askings: readonly (Asking & { readonly years: YearsLacking })[]
  readonly proposal: ReturnType<typeof proposedYears>
}

/**
 * Tables that are asked together: those whose own rows, all of them, tell the same year (one list in two files, the
 * files of fifteen towns), and sheets of one file. Any other is asked alone, for its year may be another.
 */
function yearGroups(askings: readonly Asking[], cutoff: Cutoff | null, context: AskContext): YearGroup[] {
  const groups = new Map<string, YearGroup>()
  for (const asking of askings) {
    const { years, list } = asking
    if (!years) continue
    const proposal = proposedYears(years, toldBeside(list, cutoff, context), context.clock)
    const isSure = proposal.reason?.code === 'rows' && proposal.reason.count === proposal.reason.of
    const [file] = list.path.split(' › ')
    const key = `${proposal.proposed}\n${isSure ? '' : file}`
    const group = groups.get(key)
    groups.set(key, {
      askings: [...(group?.askings ?? []), { ...asking, years }],
      proposal: group?.proposal ?? proposal,
    })
  }
  return [...groups.values()]
}

/** What tells when a table was written, where its rows do not: its title, its name, the other files, the workspace. */
function toldBeside(
  { titles = [], path }: ListFile,
  cutoff: Cutoff | null,
  { asOf }: AskContext,
): Told | null {
  for (const title of titles) {
    const day = dayTold(title)
    if (day) return { day, reason: reasonOf('title', day.seen) }
  }
  const named = dayTold(path)
  if (named) return { day: named, reason: reasonOf('file-name', named.seen) }
  if (cutoff) return { day: oneDay(cutoff.at), reason: reasonOf('other-file', cutoff.reason.seen) }
  return asOf === null ? null : { day: oneDay(asOf), reason: reasonOf('workspace', asOf) }
}

const oneDay = (at: string): Told['day'] => ({ first: at.slice(0, 10), last: at.slice(0, 10) })
const reasonOf = (code: Reason['code'], seen: string | null): Reason => ({
  code,
  seen,
  count: null,
  of: null,
})

function yearAnswered(
  { askings, proposal }: YearGroup,
  context: AskContext,
  read: Map<ListFile, FileRead>,
): YearQuestion {
  const [first] = askings as [(typeof askings)[number]]
  const id = `year:${first.list.path}`
  const part = partOf(id, context, { ...proposal, isUsable: (answer) => readYears(answer) !== null })
  const years = part.answer === null ? null : readYears(part.answer)
  let [becomes, absent] = [null as string | null, 0]
  for (const { list, answered } of years ? askings : []) {
    const again = answered({ years, zones: null })
    read.set(list, again)
    if (list === first.list) becomes = again.becomes
    absent += again.absent
  }
  const [cell] = first.years.cells
  return {
    ...part,
    ...{ kind: 'year', id, choices: proposal.choices, seen: cell!.seen, becomes, absent },
    of: askings.map(({ list, years: lacking }) =>
      askedOf(list, { ...lacking.cells[0]!, rows: lacking.rows }),
    ),
  }
}

const askedOf = (
  { path }: ListFile,
  { row, header, rows }: { readonly row: number; readonly header: string; readonly rows: number },
): AskedOf => ({ file: path, row, column: header, rows })

function zonesAsked(
  list: ListFile,
  lacking: ZonesLacking,
  context: AskContext & { readonly cutoff: Cutoff | null },
): { readonly question: ZonesQuestion; readonly told: TableAnswers['zones'] } {
  const { followed, documents, cutoff } = context
  const families = familiesOf(context.editions(cutoff), documents)
  const proposal = lacking.level.length === 0 ? null : proposedLevel(lacking, families, followed)
  const level = proposal && levelPart(list, proposal, context)
  const begin = lacking.begin.length === 0 ? null : beginPart(list, context)
  const rows = new Set([...lacking.level, ...lacking.begin])
  const header = level ? (lacking.levelHeader ?? 'level') : (lacking.beginHeader ?? 'from')
  const question: ZonesQuestion = {
    ...{ kind: 'zones', id: `zones:${list.path}`, level, begin },
    of: [askedOf(list, { row: [...rows][0]!, header, rows: rows.size })],
    names: [...lacking.names.values()].filter((name) => name !== '').slice(0, SHOWN),
    choices: proposal?.choices ?? [],
  }
  const isNone = level?.answer === NO_ZONES
  if (!isNone && (level?.answer ?? null) === null && (begin?.answer ?? null) === null)
    return { question, told: null }
  const levelOf = (row: number): string | null =>
    proposal && level?.answer
      ? levelOfRow(lacking.names.get(row) ?? '', level.answer, { ...proposal, followed })
      : null
  return { question, told: { isNone, levelOf, begin: begin?.answer ?? null } }
}

/** So many names are told of the polygons. */
const SHOWN = 6

function levelPart(
  list: ListFile,
  { family, proposed, reason }: NonNullable<ReturnType<typeof proposedLevel>>,
  answering: Answering,
): Part {
  const isUsable = (answer: string): boolean =>
    answer === NO_ZONES || answer === BY_NAME || levelAnswered(family, answer) !== null
  return partOf(`level:${list.path}`, answering, { proposed, reason, isUsable })
}

function levelOfRow(
  name: string,
  answer: string,
  { family, followed }: { readonly family: Family; readonly followed: Policy | null },
): string | null {
  const level = answer === BY_NAME ? levelInWords(family.policy, name) : levelAnswered(family, answer)
  return level === null ? null : levelWritten(family, level, followed)
}

/** Zones of which no begin is told begin when the file was made, by its name, else at the cut-off of what is at hand. */
function beginPart({ path }: ListFile, context: AskContext & { readonly cutoff: Cutoff | null }): Part {
  const { cutoff, asOf, zone } = context
  const at = cutoff?.at ?? asOf
  const own = dayTold(path)
  const named = own && own.first === own.last ? own.first : at === null ? null : dayNamed(path, at)
  const [proposed, reason] =
    named !== null
      ? [named, reasonOf('file-name', path)]
      : cutoff
        ? [cutoff.at, cutoff.reason]
        : [asOf, asOf === null ? null : reasonOf('workspace', asOf)]
  const isUsable = (answer: string): boolean => readTime(zone, answer).ok
  return partOf(`begin:${path}`, context, { proposed, reason, isUsable })
}
