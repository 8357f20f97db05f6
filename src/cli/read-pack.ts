import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { standingIn } from '../export/standing'
import { counted } from '../i18n/plural'
import { fileInParts, underPath } from '../import/files/file-read-later'
import { type ReadLog, readLog } from '../import/files/read-log'
import type { InputFile } from '../import/files/zip'
import { placeMeantIn } from '../import/persons/place-meant'
import { type ImportPlan, planImport } from '../import/plan'
import { type Problem, SET_ASIDE } from '../import/problem'
import { descriptionBegun } from '../import/proposal'
import { sentenceOf } from '../import/sentences/sentences'
import { countOf } from '../import/told-problems'
import { type Admission, admit } from '../log/admit'
import { append, tailOf } from '../log/append'
import { HEADLESS } from '../log/device'
import { fold } from '../log/fold/fold'
import type { Register } from '../log/fold/register'
import type { Language } from './language'

/** No answer can be given: the message is for stderr, the exit code is 1. */
export class NoAnswer extends Error {}

/** Files of a folder (below it too) or one file, as an import takes them, read one by one. Throws `NoAnswer`. */
export function readInput(path: string): InputFile[] {
  return orNoAnswer(path, () =>
    statSync(path).isDirectory() ? filesUnder(path, '') : [fileAt(basename(path), path)],
  )
}

/** Files of several folders and files, as they would be dropped together. Throws `NoAnswer`. */
export function readInputs(paths: readonly string[]): InputFile[] {
  const seen = new Map<string, number>()
  return paths.flatMap((path) =>
    readInput(path).map((file) => {
      const before = seen.get(file.path) ?? 0
      seen.set(file.path, before + 1)
      return before === 0
        ? file
        : underPath(file, `${basename(dirname(resolve(path)))}-${before + 1}/${file.path}`)
    }),
  )
}

function orNoAnswer<Read>(path: string, read: () => Read): Read {
  try {
    return read()
  } catch (fault) {
    throw new NoAnswer(`${path}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).message}`)
  }
}

function filesUnder(root: string, folder: string): InputFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): InputFile[] => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, path)
    const lies = join(root, path)
    return entry.isFile() ? [fileAt(path, lies)] : []
  })
}

/** A file that lies there; of a large one no more is held than is looked at. */
function fileAt(path: string, lies: string): InputFile {
  const { size } = statSync(lies)
  return fileInParts(path, { size, part: (from, to) => orNoAnswer(lies, () => bytesAt(lies, from, to)) })
}

function bytesAt(lies: string, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from)
  const file = openSync(lies, 'r')
  try {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, bytes.length - at, from + at)
      if (read === 0) throw new Error('the file has become shorter')
      at += read
    }
  } finally {
    closeSync(file)
  }
  return bytes
}

export interface Pack {
  readonly plan: ImportPlan
  /** the facts known at an instant (ms), or everything */
  readonly factsKnown: (known: number | null) => Register
  readonly timezone: string
}

/**
 * Opens a pack as the browser does: import, append, fold. Throws `NoAnswer` where there is nothing to answer from, or
 * where a log makes the clock of this computer doubtful.
 */
export async function readPack(path: string, language: Language = 'en'): Promise<Pack> {
  const clock = Date.now()
  const plan = await planImport(readInput(path), { clock })
  const doubt = plan.problems.find(({ code }) => code === 'clock-questioned')
  if (doubt) throw new NoAnswer(sentenceOf(doubt, language))
  const broken = plan.problems.find(
    ({ file, row, severity }) => severity === 'error' && row === null && isEssential(file, path),
  )
  if (broken) throw new NoAnswer(`${broken.file}: ${broken.code} ${broken.seen ?? ''}`)
  const log = logOf(plan)
  if (log.events.length === 0) throw new NoAnswer(`${path}: nothing in it can be read`)
  const factsKnown = factsIn(plan, log, clock)
  const { timezone } = plan.log ? factsKnown(null).pack : plan.pack
  return { plan, factsKnown, timezone }
}

/** The description of a pack gives its zone, frame and policy: without it every answer would be a guess. */
const isEssential = (file: string, pack: string): boolean => file === 'pack.json' || file === basename(pack)

export type LoggedPack = Pick<ReadLog, 'events' | 'blocks'>

/** Who writes an import down, and when. */
export interface Signed {
  readonly device: string
  /** ms */
  readonly now: number
}

/** What nobody is to keep has no author and no time. */
const UNSIGNED: Signed = { device: HEADLESS, now: 0 }

/** The facts that an import of the plan would give, known at an instant (ms) or all of them. */
export function factsOf(plan: ImportPlan, clock: number): Pack['factsKnown'] {
  return factsIn(plan, logOf(plan), clock)
}

/** The log that an import of the plan would write, or the one that it brings. */
export const logOf = (plan: ImportPlan, signed = UNSIGNED): LoggedPack =>
  plan.log ? readLog(plan.log) : loggedOnto(NOTHING, plan, { existing: null, signed }).log

function factsIn(plan: ImportPlan, log: LoggedPack, clock: number): Pack['factsKnown'] {
  const learned = plan.log ? 'atImport' : 'fromTheBeginning'
  return (known) => fold(log.events, log.blocks, { known, learned, clock })
}

const NOTHING: LoggedPack = { events: [], blocks: new Map() }

/** What a log holds after an import, and how the import compares with what it held. */
function loggedOnto(
  held: LoggedPack,
  plan: ImportPlan,
  { existing, signed }: { readonly existing: Register | null; readonly signed: Signed },
): { readonly log: LoggedPack; readonly admission: Admission } {
  const by = { name: '', unit: '' }
  const admission = admit(
    ...([plan, held.events, held.blocks] as const),
    placeMeantIn(existing),
    standingIn(existing),
  )
  const pack = descriptionBegun(plan)
  const drafts = [...(pack ? [{ type: 'pack.described@1' as const, pack }] : []), ...admission.drafts]
  const events = append(drafts, tailOf(held.events), { by, ...signed })
  const blocks = new Map([...held.blocks, ...admission.blocks])
  return { log: { events: [...held.events, ...events], blocks }, admission }
}

/** What a workspace holds: files as an import with all that it proposes would take them, or an exported log. */
export interface HeldPack {
  readonly facts: Register
  /** the facts after the import of a plan, and how it compares */
  readonly with: (plan: ImportPlan) => {
    readonly factsKnown: Pack['factsKnown']
    readonly admission: Admission
  }
}

/** Reads what is held. Throws `NoAnswer` where nothing of it can be read. */
export async function readHeld(path: string, clock: number): Promise<HeldPack> {
  const plan = await planImport(readInput(path), { clock, answering: { answers: {}, takesProposed: true } })
  const held = logOf(plan)
  if (held.events.length === 0) throw new NoAnswer(`${path}: nothing in it can be read`)
  const facts = factsIn(plan, held, clock)(null)
  return {
    facts,
    with: (next) => {
      const { log, admission } = loggedOnto(held, next, { existing: facts, signed: UNSIGNED })
      return { factsKnown: factsIn(plan, log, clock), admission }
    },
  }
}

/** Says on stderr how many rows, files and events an answer had to leave out, and where a log is not whole. */
export function warnRefused({ plan }: Pack, language: Language, warn: (text: string) => void): void {
  const rows = plan.refused.length
  const files = plan.problems.filter(({ row, severity }) => row === null && severity === 'error').length
  const lines = countIn(plan.problems.filter(({ code }) => code === 'broken-log'))
  const aside = countIn(plan.problems.filter(({ code }) => SET_ASIDE.has(code)))
  if (rows + files > 0)
    warn(
      language === 'zh'
        ? `有 ${rows} 行、${files} 个文件没有采用，详见 cordon check。`
        : `${counted(rows, 'row')} and ${counted(files, 'file')} not taken: see cordon check.`,
    )
  if (lines > 0)
    warn(
      language === 'zh'
        ? `日志有 ${lines} 处不完整，回答可能缺少其中的事实，详见 cordon verify。`
        : `the log is not whole in ${counted(lines, 'place')} and the answer may lack what stood there: see cordon verify.`,
    )
  if (aside > 0)
    warn(
      language === 'zh'
        ? `有 ${aside} 条记录搁置，不参与回答，详见 cordon check。`
        : `${counted(aside, 'event')} set aside, with no part in the answer: see cordon check.`,
    )
}

const countIn = (problems: readonly Problem[]): number =>
  problems.reduce((sum, problem) => sum + countOf(problem), 0)
