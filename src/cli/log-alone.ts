import { randomUUID } from 'node:crypto'
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { InBoth, Language } from './language'
import { NoAnswer } from './read-pack'

const BUSY: InBoth = {
  zh: '另一个命令正在写这个日志，没有写入，请稍后再试',
  en: 'another command is writing this log: nothing was written, try again',
}
/** ms */
const [LOOK, PATIENCE] = [50, 20_000]

/**
 * Runs what reads a log and writes it again while no other command does: of two that read the same one, the second would
 * write over what the first has added. A file beside the log says who; one whose process has ended is taken over.
 */
export async function aloneWithLog<Done>(
  path: string,
  language: Language,
  task: () => Promise<Done>,
): Promise<Done> {
  const lock = `${path}.lock`
  for (const until = Date.now() + PATIENCE; !isTaken(lock); await new Promise((go) => setTimeout(go, LOOK)))
    if (Date.now() > until) throw new NoAnswer(`${path}: ${BUSY[language]}`)
  try {
    return await task()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Whether the lock is ours now. */
function isTaken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    // where nothing can be written beside the log, it cannot be written either, and whoever tries says so
    if (code !== 'EEXIST') return true
    const left = leftBy(lock)
    if (left !== null) removeLeft(lock, left)
    return false
  }
}

/** The process that the lock names, where it has ended; a lock that names none yet is being written. */
function leftBy(lock: string): string | null {
  let named = ''
  try {
    named = readFileSync(lock, 'utf8')
    if (named) process.kill(Number(named), 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return named
  }
  return null
}

/** Another may have removed it first and hold the lock by now: what was taken away that way is put back. */
function removeLeft(lock: string, left: string): void {
  const away = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, away)
    if (readFileSync(away, 'utf8') !== left) linkSync(away, lock)
  } catch {
    // another removed it, or holds it
  } finally {
    rmSync(away, { force: true })
  }
}
