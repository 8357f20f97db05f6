/** The lock of every append and of every maintenance. */
const APPEND = 'cordon-append'
/** ms; without Web Locks, how long a workspace may be in the making before it counts as cut off */
const IN_THE_MAKING = 10 * 60_000

const locks = (): LockManager | undefined => globalThis.navigator?.locks
const making = (id: string): string => `cordon-making-${id}`

/** One append at a time over all tabs. Without Web Locks the transaction alone keeps them apart. */
export async function oneAtATime<T>(task: () => Promise<T>): Promise<T> {
  return locks() ? ((await locks()!.request(APPEND, task)) as T) : task()
}

/** Holds the workspace for as long as it is made. */
export async function whileMaking<T>(id: string, task: () => Promise<T>): Promise<T> {
  return locks() ? ((await locks()!.request(making(id), task)) as T) : task()
}

/** One meeting of the workspace with its folder at a time over all tabs: both would write the file of one device. */
export async function whileMeeting<T>(id: string, task: () => Promise<T>): Promise<T> {
  return locks() ? ((await locks()!.request(`cordon-meeting-${id}`, task)) as T) : task()
}

/** One backup of the workspace at a time over all tabs; null where another tab makes one. */
export async function whileBackingUp<T>(id: string, task: () => Promise<T>): Promise<T | null> {
  if (!locks()) return task()
  return (await locks()!.request(`cordon-backup-${id}`, { ifAvailable: true }, async (lock) =>
    lock ? task() : null,
  )) as T | null
}

/** Runs the task unless a tab is making the workspace; without Web Locks, unless it is young. */
export async function unlessMaking(
  { id, createdAt }: { readonly id: string; readonly createdAt: number },
  task: () => Promise<void>,
): Promise<void> {
  if (locks())
    await locks()!.request(making(id), { ifAvailable: true }, async (lock) => (lock ? task() : undefined))
  else if (Date.now() - createdAt > IN_THE_MAKING) await task()
}
