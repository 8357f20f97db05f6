import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** bytes of the disk that the server leaves free: a store that meets its end stands still until it is started again */
export const RESERVE = 64 * 1024 * 1024

/** Bytes that the store may hold, at least one: what it holds, and what the disk has beyond the reserve. */
export function roomFor(data: string): { readonly most: number; readonly free: number } {
  const { bavail, bsize } = statfsSync(data)
  const free = bavail * bsize
  return { most: Math.max(1, heldIn(join(data, 'store')) + free - RESERVE), free }
}

function heldIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
    const { isFile, size } = statOf(join(folder, path))
    return sum + (isFile ? size : 0)
  }, 0)
}

function statOf(path: string): { readonly isFile: boolean; readonly size: number } {
  const found = statSync(path, { throwIfNoEntry: false })
  return { isFile: found?.isFile() ?? false, size: found?.size ?? 0 }
}

/** How much the store may hold is to be said anew: the disk is near its end, or has room again. */
export const isOtherRoom = (isFull: boolean, free: number): boolean =>
  isFull ? free > RESERVE * 1.5 : free < RESERVE
