import {
  deleteLog,
  type IndexDatabase,
  idsOfDatabases,
  isTombstone,
  type ListedWorkspace,
  type LogState,
  listed,
  openLog,
  patiently,
} from './databases'
import { unlessMaking } from './locks'
import { StorageError } from './port'

/** ms to wait for other tabs to let go of what is deleted */
const PATIENCE = 3_000

/**
 * What a start finds and sets right: a deletion that was cut off is finished; a workspace without the mark that it is whole
 * is removed unless a tab is making it; one of an older release gets its mark; a log that no list names is listed
 * again if it is whole and removed if not. What cannot be opened is left alone.
 */
export async function mend(index: IndexDatabase): Promise<void> {
  // names before entries: whoever makes a workspace lists it first
  const ids = await idsOfDatabases().catch(() => [])
  const rows = await index.workspaces.toArray()
  const known = new Set(rows.map(({ id }) => id))
  const tasks = rows.map((row) => (isTombstone(row) ? discard(index, row.id) : mendListed(index, row)))
  const found = ids.filter((id) => !known.has(id)).map((id) => mendFound(index, id))
  await Promise.allSettled([...tasks, ...found])
}

/** Deletes the log, then its line in the list. Both stay for the next start where a tab does not let go. */
export async function discard(index: IndexDatabase, id: string): Promise<void> {
  const gone = deleteLog(id).then(() => index.workspaces.delete(id))
  await patiently(gone, PATIENCE)
}

async function mendListed(index: IndexDatabase, workspace: ListedWorkspace): Promise<void> {
  const { id, createdAt } = workspace
  if (await stateOf(id, workspace)) {
    if (!workspace.format) await index.workspaces.put(listed(workspace, id, createdAt))
    return
  }
  await unlessMaking(workspace, async () => {
    if (await stateOf(id, workspace)) return
    await index.workspaces.put({ id, deleted: true })
    await discard(index, id)
  })
}

async function mendFound(index: IndexDatabase, id: string): Promise<void> {
  await unlessMaking({ id, createdAt: 0 }, async () => {
    if (await index.workspaces.get(id)) return
    const state = await stateOf(id)
    if (state) await index.workspaces.add(listed(state, id, state.createdAt))
    else await deleteLog(id)
  })
}

/** Null where the log is not there or not whole. */
async function stateOf(id: string, workspace?: ListedWorkspace): Promise<LogState | null> {
  try {
    const database = await openLog(id, { workspace })
    const state = await database.state.get('state')
    database.close()
    return state ?? null
  } catch (cause) {
    if (cause instanceof StorageError && cause.code === 'no-such-workspace') return null
    throw cause
  }
}
