import { strToU8 } from 'fflate'
import {
  answersOf,
  answersSupposing,
  clusters,
  editionFollowed,
  type Instant,
  overlapsAt,
  policiesOf,
  policyDocuments,
  propose,
  resolvePolicy,
} from '#geo'
import { logFiles, packFiles, zipOf } from '../export/pack'
import { fileNameOf } from '../export/tables/file-name'
import { listFilesOf } from '../export/tables/list-files'
import { NOTICE_FILE } from '../log/beside'
import type { Register } from '../log/fold/register'
import { rowIdentity } from '../log/hand/row-identity'
import { foreseeActs } from './foresee-acts'
import type { Logs } from './logs'
import type { Answers, Input, Output, Slice } from './messages'
import { type Calls, Handed } from './serve'

type KernelCall =
  | 'answers'
  | 'suppose'
  | 'foresee'
  | 'identity'
  | 'propose'
  | 'placesOver'
  | 'clusters'
  | 'export'
  | 'exportLists'

/** Pairs of places over each other that are listed; the others are counted. */
const PAIRS = 100

/** Slices kept: moving the slider back and forth over a day asks nothing twice. */
const KEPT = 24

/** The calls that put the kernel's questions to a register, and those that write files. `now` is the clock. */
export function kernelCalls(logs: Logs, now: () => number): Pick<Calls, KernelCall> {
  const kept = new Map<string, Answers>()

  async function answers({ workspace, known, effective }: Slice): Promise<Answers> {
    const register = await logs.register(workspace, known)
    const key = JSON.stringify([workspace, register.head, known, effective])
    const before = kept.get(key)
    if (before) return before
    const made = answersOf(register, { asOf: effective as Instant, known })
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > KEPT) kept.delete(oldest!)
    return made
  }

  return {
    answers,
    suppose: async ({ workspace, known, effective, hypotheses }) =>
      answersSupposing(await logs.register(workspace, known), { asOf: effective, known, hypotheses }),
    foresee: async ({ drafts, ...slice }) => {
      const { survey: before } = await answers(slice)
      const log = await logs.read(slice.workspace)
      return foreseeActs(drafts, { log, before, effective: slice.effective, clock: now() as Instant })
    },
    identity: async ({ workspace, list, at }) => {
      const { timezone } = (await logs.register(workspace, null)).pack
      return { row: rowIdentity(await logs.read(workspace), { list, at, timezone }) }
    },
    propose: async ({ workspace, known, effective, cases, exposures }) => {
      const facts = await logs.register(workspace, known)
      const policyOf = policiesOf(facts)
      const id = editionFollowed(facts, effective)
      const policy = id === null ? null : resolvePolicy(id, policyDocuments(facts)).policy
      return policy && propose(facts, { asOf: effective, policy, policyOf, cases, exposures })
    },
    placesOver: async ({ workspace, known, effective }) =>
      overlapsAt(await logs.register(workspace, known), effective as Instant, PAIRS),
    clusters: async ({ workspace, known, effective, options }) =>
      clusters(await logs.register(workspace, known), {
        asOf: effective,
        radius: 'fromData',
        ...options,
      }),
    export: async ({ workspace, what, notice, entry: known }) => {
      const { ordered, blocks } = await logs.read(workspace)
      const register = await logs.register(workspace, null)
      const whole = { events: ordered, blocks }
      const files = new Map<string, string | Uint8Array>(
        what === 'log' ? logFiles(whole) : packFiles(whole, register),
      )
      if (notice) files.set(NOTICE_FILE, notice)
      const bytes = zipOf(files)
      const entry = known ?? (await logs.storage.list()).find(({ id }) => id === workspace)
      const exercise = entry?.use === 'exercise' ? '-演练' : ''
      const name = `${fileName(entry?.title ?? 'cordon')}${exercise}-${what}.zip`
      return new Handed({ name, bytes }, [bytes.buffer])
    },
    exportLists: async ({ workspace, known, ...asked }) => {
      const made = await listsMade(await logs.register(workspace, known), asked)
      return made.ok ? new Handed(made, [made.bytes.buffer]) : made
    },
  }
}

/** The one file of the lists, or a zip of several with the notice beside them. */
async function listsMade(
  register: Register,
  { format, notice, ...wanted }: Omit<Input<'exportLists'>, 'workspace' | 'known'>,
): Promise<Output<'exportLists'>> {
  const made = await listFilesOf(register, format, { ...wanted, notice })
  if (!made.ok) return made
  const [only] = made.files
  if (made.files.size === 1 && only) {
    const [name, content] = only
    return { ok: true, name, bytes: typeof content === 'string' ? strToU8(content) : content }
  }
  const title = wanted.written === 'zh' ? '资料' : 'lists'
  const bytes = zipOf(new Map([...made.files, [NOTICE_FILE, notice]]))
  return { ok: true, name: `${fileNameOf(register, { ...wanted, title })}.zip`, bytes }
}

/** The title without what no file system takes. */
export const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80)
