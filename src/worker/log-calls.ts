import { type ImportPlan, planImport } from '../import/plan'
import { readLog } from '../import/read-log'
import { admit } from '../log/admit'
import { append, tailOf } from '../log/append'
import { cellAt } from '../log/cells'
import type { ColumnBlock } from '../log/columns'
import type { Body } from '../log/events'
import { faultsByLine } from '../log/log-file'
import { inOrder } from '../log/order'
import { redoDrafts, reversibleOf, undoDrafts } from '../log/undo'
import { verify } from '../log/verify'
import { StorageError, type Writing } from '../storage/port'
import type { Logs } from './logs'
import type { PlannedImport, Taking, Writer } from './messages'
import { CallError, type Calls, type Control, Handed } from './serve'

type LogCall =
  | 'storage'
  | 'create'
  | 'copy'
  | 'rename'
  | 'remove'
  | 'register'
  | 'plan'
  | 'take'
  | 'append'
  | 'kept'
  | 'undo'

/** The calls that read and write logs. `now` is the clock. */
export function logCalls(logs: Logs, now: () => number): Pick<Calls, LogCall> {
  const { storage } = logs

  async function write(workspace: string, writing: Writing): Promise<{ appended: number }> {
    const entry = (await storage.list()).find(({ id }) => id === workspace)
    if (entry?.readOnly && entry.events > 0) throw new StorageError('read-only')
    return { appended: (await logs.append(workspace, writing, now())).length }
  }

  return {
    storage: async () => {
      const [workspaces, estimate] = await Promise.all([storage.list(), storage.estimate()])
      const { usage = null, quota = null } = estimate ?? {}
      return { workspaces, persistent: storage.persistent, usage, quota }
    },
    create: ({ take, ...workspace }) => storage.create(workspace, now(), take && (() => taking(take, now))),
    copy: async ({ workspace, title }) => {
      const { ordered, blocks } = await logs.read(workspace)
      const from = (await storage.list()).find(({ id }) => id === workspace)
      const use = from?.use ?? 'live'
      const own = { title, readOnly: false, origin: 'own', use } as const
      return storage.create(own, now(), () => ({ blocks, events: () => ordered }))
    },
    rename: async ({ workspace, title }) => {
      await storage.rename(workspace, title)
      return null
    },
    remove: async ({ workspace }) => {
      logs.forget(workspace)
      await storage.remove(workspace)
      return null
    },
    register: async ({ workspace, known, device }) => {
      logs.hold(workspace)
      const register = await logs.register(workspace, known)
      const { ordered } = await logs.read(workspace)
      return {
        register,
        reversible: reversibleOf(ordered, device),
      }
    },
    plan: (question, control) => plan(logs, question, control),
    take: ({ workspace, ...take }) => write(workspace, taking(take, now)),
    append: ({ workspace, drafts, writer, blocks = new Map() }) =>
      write(workspace, drafted(drafts, blocks, { writer, now })),
    kept: async ({ workspace, hash }) => {
      const cell = cellAt((await logs.readBlock(workspace, hash))?.columns.bytes, 0)
      return { bytes: cell instanceof Uint8Array ? cell.slice() : null }
    },
    undo: ({ workspace, writer, direction, expected }) =>
      write(workspace, {
        blocks: new Map(),
        events: (log) => {
          const { device } = writer
          const drafts = direction === 'undo' ? undoDrafts(log, device, expected) : redoDrafts(log, device)
          return append(drafts, tailOf(inOrder(log)), { ...writer, now: now() })
        },
      }),
  }
}

interface Signing {
  readonly writer: Writer
  readonly now: () => number
}

/** A plan as a writing. */
const taking = ({ plan: { log, drafts, blocks }, writer }: Taking, now: () => number): Writing =>
  log ? wholeLog(log) : drafted(drafts, blocks, { writer, now })

function drafted(
  drafts: readonly Body[],
  blocks: ReadonlyMap<string, ColumnBlock>,
  { writer, now }: Signing,
): Writing {
  return {
    blocks,
    events: (log) => append(drafts, tailOf(inOrder(log)), { ...writer, now: now() }),
  }
}

async function plan(
  logs: Logs,
  { workspace, files }: Parameters<Calls['plan']>[0],
  { cancelled, progress }: Control,
): Promise<Handed<PlannedImport>> {
  const existing = workspace === null ? undefined : await logs.register(workspace, null)
  const made = await planImport(
    files,
    { existing },
    { cancelled, progress: (done, of, at) => progress({ done, of, at }) },
  )
  const log = workspace === null ? NOTHING : await logs.read(workspace)
  const { drafts, blocks, counts, changes } = admit(made, log.ordered, log.blocks)
  const news = { ...made, drafts, blocks, counts, changes }
  return new Handed(news, buffersOf(blocks.values()))
}

const NOTHING = { ordered: [], blocks: new Map<string, ColumnBlock>() }

/** The buffers of blocks that nobody else holds. */
function buffersOf(blocks: Iterable<ColumnBlock>): Transferable[] {
  const buffers = new Set<ArrayBuffer>()
  for (const block of blocks) {
    buffers.add(block.rows.buffer as ArrayBuffer)
    for (const column of Object.values(block.columns))
      for (const part of Object.values(column))
        if (ArrayBuffer.isView(part)) buffers.add(part.buffer as ArrayBuffer)
  }
  return [...buffers]
}

/** An exported log, event for event. One that does not verify is not taken. */
function wholeLog(log: NonNullable<ImportPlan['log']>): Writing {
  const read = readLog(log)
  const { events, blocks } = read
  const [fault] = faultsByLine(read, verify(events, blocks).faults)
  if (fault) throw new CallError('broken-log', `${fault.code} ${fault.line} ${fault.event ?? ''}`.trim())
  return { blocks, events: () => events }
}
