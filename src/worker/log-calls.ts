import type { PackDescription } from '#geo'
import { refusedRowsCsv } from '../export/refused-rows'
import { standingIn } from '../export/standing'
import { descriptionContinued } from '../import/continued'
import { ImportCancelled, type ImportControl } from '../import/pace'
import { placeMeantIn } from '../import/persons/place-meant'
import { factsTaught } from '../import/places/names-taught'
import { type ImportPlan, planImport } from '../import/plan'
import type { RefusedRow } from '../import/refused-row'
import { sentenceOf } from '../import/sentences/sentences'
import { admit } from '../log/admit'
import { append, tailOf } from '../log/append'
import { deviceIn } from '../log/device'
import type { Body, LogEvent } from '../log/events'
import { inOrder } from '../log/order'
import { cellAt } from '../log/rows/cells'
import type { ColumnBlock } from '../log/rows/columns'
import { redoDrafts, reversibleOf, undoDrafts } from '../log/undo'
import { StorageError, type WorkspaceEntry, type Writing } from '../storage/port'
import { foreseeUnplaced } from './foresee-unplaced'
import { refuseDraftsOf, refuseInvalid, type Signing, wholeLog } from './intake'
import type { Logs } from './logs'
import type { PlannedImport, Taking, Writer } from './messages'
import { recipesOf } from './recipe-calls'
import { openedFiles } from './sent-files'
import { type Calls, type Control, Handed } from './serve'

type LogCall =
  | 'storage'
  | 'create'
  | 'copy'
  | 'rename'
  | 'remove'
  | 'register'
  | 'plan'
  | 'refusedRows'
  | 'take'
  | 'append'
  | 'kept'
  | 'undo'

/** The calls that read and write logs. `now` is the clock. */
export function logCalls(logs: Logs, now: () => number): Pick<Calls, LogCall> {
  const { storage } = logs
  /** of the last plan, with their files at hand */
  let refused: readonly RefusedRow[] = []

  /** The writing is made for the workspace as it is listed. */
  async function write(
    workspace: string,
    made: (entry: WorkspaceEntry) => Writing,
  ): Promise<{ appended: number }> {
    const entry = (await storage.list()).find(({ id }) => id === workspace)
    if (!entry) throw new StorageError('no-such-workspace')
    if (entry.readOnly && entry.events > 0) throw new StorageError('read-only')
    const added = await refusing(
      () => made(entry),
      (writing) => logs.append(workspace, writing(workspace), now()),
    )
    return { appended: added.length }
  }

  /** The writer as the device of a workspace, and the clock. */
  const signing = (workspace: string, writer: Writer): Signing => ({
    writer: { ...writer, device: deviceIn(workspace, writer.device) },
    now,
  })

  /** A plan as a writing into a workspace of that use. */
  function taking(
    { plan: { log, drafts, blocks }, writer, described }: Taking,
    use: WorkspaceEntry['use'],
    workspace: string,
  ): Writing {
    if (log) return wholeLog(log, { use, ...signing(workspace, writer) })
    refuseDraftsOf(drafts, use)
    const writing = drafted(drafts, blocks, signing(workspace, writer))
    return described ? describedFirst(described, writing, signing(workspace, writer)) : writing
  }

  return {
    storage: async () => {
      const [workspaces, estimate] = await Promise.all([storage.list(), storage.estimate()])
      const { usage = null, quota = null } = estimate ?? {}
      return { workspaces, persistent: storage.persistent, usage, quota }
    },
    create: ({ take, ...workspace }) => {
      if (!take) return storage.create(workspace, now())
      return refusing(
        (id) => taking(take, workspace.use, id),
        (first) => storage.create(workspace, now(), first),
      )
    },
    copy: async ({ workspace, title }) => {
      const from = (await storage.list()).find(({ id }) => id === workspace)
      if (!from) throw new StorageError('no-such-workspace')
      const { ordered, blocks } = await logs.read(workspace)
      const own = { title, readOnly: false, origin: 'own', use: from.use } as const
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
    plan: (question, control) => {
      refused = []
      const keep = (rows: readonly RefusedRow[]) => (refused = rows)
      return plan({ logs, clock: now(), keep }, question, control)
    },
    refusedRows: async ({ language, headers }) => [
      ...refusedRowsCsv(refused, headers, ({ problem }) => sentenceOf(problem, language)),
    ],
    take: ({ workspace, ...take }) => write(workspace, ({ use }) => taking(take, use, workspace)),
    append: ({ workspace, drafts, writer, blocks = new Map() }) =>
      write(workspace, ({ use }) => {
        refuseDraftsOf(drafts, use)
        return drafted(drafts, blocks, signing(workspace, writer))
      }),
    kept: async ({ workspace, hash }) => {
      const cell = cellAt((await logs.readBlock(workspace, hash))?.columns.bytes, 0)
      return { bytes: cell instanceof Uint8Array ? cell.slice() : null }
    },
    undo: ({ workspace, writer, direction, expected }) =>
      write(workspace, () => {
        const { device } = writer
        const drafts = (log: readonly LogEvent[]) =>
          direction === 'undo' ? undoDrafts(log, device, expected) : redoDrafts(log, device)
        return drafted(drafts, new Map(), signing(workspace, writer))
      }),
  }
}

/** Runs a write. What the writing itself refuses is the reason of the failure, whatever storage makes of it. */
async function refusing<T>(
  made: (workspace: string) => Writing,
  run: (made: (workspace: string) => Writing) => Promise<T>,
): Promise<T> {
  let refusal: unknown = null
  const telling = <Given, Answer>(task: (given: Given) => Answer, given: Given): Answer => {
    try {
      return task(given)
    } catch (reason) {
      refusal = reason
      throw reason
    }
  }
  try {
    return await run((workspace) => {
      const { blocks, events } = telling(made, workspace)
      return { blocks, events: (log) => telling(events, log) }
    })
  } catch (reason) {
    throw refusal ?? reason
  }
}

function drafted(
  drafts: readonly Body[] | ((log: readonly LogEvent[]) => readonly Body[]),
  blocks: ReadonlyMap<string, ColumnBlock>,
  { writer, now }: Signing,
): Writing {
  return {
    blocks,
    events: (log) => {
      const bodies = typeof drafts === 'function' ? drafts(log) : drafts
      const events = append(bodies, tailOf(inOrder(log)), { ...writer, now: now() })
      refuseInvalid(events)
      return events
    },
  }
}

/** The description as a step of its own before what the writing takes, in one write. */
function describedFirst(pack: PackDescription, { blocks, events }: Writing, signing: Signing): Writing {
  const first = drafted([{ type: 'pack.described@1', pack }], new Map(), signing)
  return {
    blocks,
    events: (log) => {
      const before = first.events(log)
      return [...before, ...events([...log, ...before])]
    },
  }
}

async function plan(
  {
    logs,
    clock,
    keep,
  }: {
    readonly logs: Logs
    readonly clock: number
    readonly keep: (refused: readonly RefusedRow[]) => void
  },
  { workspace, files, foresees, answering, edition }: Parameters<Calls['plan']>[0],
  { cancelled, progress }: Control,
): Promise<Handed<PlannedImport>> {
  const existing = workspace === null ? undefined : await logs.register(workspace, null)
  const log = workspace === null ? NOTHING : await logs.read(workspace)
  const entry = (await logs.storage.list()).find(({ id }) => id === workspace)
  const recipes = await recipesOf(logs.storage, workspace)
  const decided = answering && { ...answering, recipes }
  const made = await planImport(
    openedFiles(files),
    {
      existing,
      clock,
      answering: decided,
      edition,
      joined: entry && { use: entry.use, events: log.ordered },
    },
    { cancelled, progress: nowAndThen(progress) },
  )
  const look = (): void => {
    if (cancelled()) throw new ImportCancelled('import cancelled')
  }
  look()
  const meant = placeMeantIn(factsTaught(existing ?? null, answering?.answers ?? {}))
  const { drafts, blocks, counts, changes, compared } = admit(
    ...([made, log.ordered, log.blocks] as const),
    meant,
    standingIn(existing ?? null),
  )
  look()
  keep(made.refused)
  const sent = { log: made.log && bytesOfLog(made.log), refused: [], refusedCount: made.refused.length }
  const planned = { ...made, drafts, blocks, ...sent }
  const seen = { log, existing: existing ?? null, clock }
  const unplaced = foresees ? foreseeUnplaced(withTime(planned, entry), { ...seen, ...foresees, look }) : null
  const news = { ...planned, counts, changes, compared, unplaced }
  return new Handed(news, buffersOf(blocks.values()))
}

/** The plan with what a workspace that began with files says with it of until when it speaks. */
function withTime<Plan extends ImportPlan>(
  plan: Plan,
  entry: Pick<WorkspaceEntry, 'origin'> | undefined,
): Plan {
  if (entry?.origin !== 'own' || plan.described || plan.log || plan.proposal) return plan
  const pack = descriptionContinued(plan, null)
  return pack ? { ...plan, drafts: [...plan.drafts, { type: 'pack.described@1', pack }] } : plan
}

/** ms between two messages of one file */
const APART = 100

/** Says each file that is begun, and amid a file how far it is no oftener than anybody can read. */
function nowAndThen(progress: Control['progress']): NonNullable<ImportControl['progress']> {
  let [last, said] = ['', 0]
  return (done, of, at, work) => {
    const now = performance.now()
    if (at === last && now - said < APART) return
    ;[last, said] = [at, now]
    progress({ done, of, at, work })
  }
}

/** A log as it can be sent: the page hands it back where it is taken. */
const bytesOfLog = ({ file, segments }: NonNullable<ImportPlan['log']>): ImportPlan['log'] => ({
  file: { path: file.path, bytes: file.bytes },
  segments: segments.map(({ path, bytes }) => ({ path, bytes })),
})

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
