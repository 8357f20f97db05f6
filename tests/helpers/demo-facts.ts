import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Facts } from '#geo'
import { MemoryLog } from './pack-input'

const DEMO = resolve(fileURLToPath(import.meta.url), '../../../public/demo/lanxi')

function filesUnder(folder: string, prefix = ''): { path: string; bytes: Uint8Array }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path, `${prefix}${name}/`)
    return [{ path: `${prefix}${name}`, bytes: new Uint8Array(readFileSync(path)) }]
  })
}

/** The demo district as the kernel is given it. */
export async function demoFacts(): Promise<Facts> {
  const log = new MemoryLog()
  await log.take(filesUnder(DEMO))
  return log.register()
}
