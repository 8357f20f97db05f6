import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ImportPlan, planImport } from '../import/plan'
import type { InputFile } from '../import/zip'
import { append, tailOf } from '../log/append'
import type { ColumnBlock } from '../log/columns'
import type { LogEvent } from '../log/events'
import { fold } from '../log/fold'
import { logFromNdjson } from '../log/log-file'
import type { Register } from '../log/register'
import { blockFromNdjson } from '../log/segment'
import type { Fault } from '../log/verify'

/** No answer can be given: the message is for stderr, the exit code is 1. */
export class NoAnswer extends Error {}

/** Files of a folder (below it too) or one file, as an import takes them. Throws `NoAnswer`. */
export function readInput(path: string): InputFile[] {
  try {
    if (!statSync(path).isDirectory()) return [{ path: basename(path), bytes: readFileSync(path) }]
    return filesUnder(path, '')
  } catch (fault) {
    throw new NoAnswer(`${path}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).message}`)
  }
}

function filesUnder(root: string, folder: string): InputFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): InputFile[] => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, path)
    return entry.isFile() ? [{ path, bytes: readFileSync(join(root, path)) }] : []
  })
}

export interface OpenLog {
  readonly events: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  readonly faults: readonly Fault[]
}

/** The events and segments of an exported log. A segment that cannot be read is left out and shows as missing. */
export function readLog(text: string, segments: readonly InputFile[]): OpenLog {
  const { events, faults } = logFromNdjson(text)
  const blocks = new Map<string, ColumnBlock>()
  for (const { path, bytes } of segments) {
    try {
      blocks.set(basename(path, '.ndjson'), blockFromNdjson(new TextDecoder().decode(bytes)))
    } catch {}
  }
  return { events, blocks, faults }
}

export interface Pack {
  readonly plan: ImportPlan
  /** the facts known at an instant (ms), or everything */
  readonly factsKnown: (known: number | null) => Register
  readonly timezone: string
}

/** Opens a pack as the browser does: import, append, fold. Throws `NoAnswer` where there is nothing to answer from. */
export async function readPack(path: string): Promise<Pack> {
  const plan = await planImport(readInput(path))
  const broken = plan.problems.find(
    ({ file, row, severity }) => severity === 'error' && row === null && isEssential(file, path),
  )
  if (broken) throw new NoAnswer(`${broken.file}: ${broken.code} ${broken.seen ?? ''}`)
  const log = plan.log
    ? readLog(new TextDecoder().decode(plan.log.file.bytes), plan.log.segments)
    : loggedBy(plan)
  if (log.events.length === 0) throw new NoAnswer(`${path}: nothing in it can be read`)
  const learned = plan.log ? 'atImport' : 'fromTheBeginning'
  const factsKnown = (known: number | null): Register => fold(log.events, log.blocks, { known, learned })
  return { plan, factsKnown, timezone: factsKnown(null).pack.timezone }
}

/** The description of a pack gives its zone, frame and policy: without it every answer would be a guess. */
const isEssential = (file: string, pack: string): boolean => file === 'pack.json' || file === basename(pack)

function loggedBy(plan: ImportPlan): OpenLog {
  const author = { name: '', unit: '' }
  const events = append(plan.drafts, tailOf([]), { by: author, device: 'headless', now: 0 })
  return { events, blocks: plan.blocks, faults: [] }
}
