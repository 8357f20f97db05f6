import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the repository, or the folder in CORDON_SHARED: a worktree lies elsewhere. */
const ROOT = resolve(
  process.env.CORDON_SHARED ?? resolve(fileURLToPath(import.meta.url), '../../../../shared'),
  'data',
)

/** Path of a real data set beside the repository; tests skip where it is absent. */
export const sharedData = (name: string): string => resolve(ROOT, name)

export const hasSharedData = (name: string): boolean => existsSync(sharedData(name))

/** Parsed JSON of a real data set. */
export const readSharedData = <T>(name: string): T => JSON.parse(readFileSync(sharedData(name), 'utf8')) as T

/** Text of a real data set. */
export const readSharedText = (name: string): string => readFileSync(sharedData(name), 'utf8')
