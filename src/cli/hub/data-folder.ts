import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotBegin } from '../arguments'
import type { Language } from '../language'
import { said } from './hub-words'

export interface DataFolder {
  readonly path: string
  /** another hub may use it */
  leave(): void
}

/** The data folder of a hub, made where there is none, and used by nobody else. */
export function dataFolder(path: string, language: Language): DataFolder {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const lock = join(path, 'hub.lock')
    const other = runningAs(lock)
    if (other !== null) throw new CannotBegin(said('inUse', language, { path, pid: other }))
    writeFileSync(lock, String(process.pid))
    return { path, leave: () => rmSync(lock, { force: true }) }
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === undefined) throw fault
    throw new CannotBegin(said('data', language, { path, code }))
  }
}

/** The process that holds the lock; null where none does any more. */
function runningAs(lock: string): number | null {
  if (!existsSync(lock)) return null
  const pid = Number(readFileSync(lock, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null
  try {
    process.kill(pid, 0)
    return pid
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM' ? pid : null
  }
}
