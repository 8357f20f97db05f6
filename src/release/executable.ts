import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'postject'

/** By this the runtime knows that a program lies in it: https://nodejs.org/api/single-executable-applications.html */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/** Why this Node cannot be made into an executable; null where it can. */
export function unfitNode(): string | null {
  if ((process.config.variables as Record<string, unknown>).node_shared)
    return 'this Node is split over shared libraries'
  if (!readFileSync(process.execPath).includes(FUSE)) return 'this Node has no place for a program in it'
  return licenceOfNode() === null ? 'no licence of this Node lies beside it' : null
}

/** The licence that came with this Node; null where none is found. */
export function licenceOfNode(): string | null {
  const home = dirname(dirname(process.execPath))
  const found = [
    join(dirname(process.execPath), 'LICENSE'),
    join(home, 'LICENSE'),
    join(home, 'share/doc/nodejs/LICENSE'),
    join(home, 'share/doc/node/LICENSE'),
  ].find((path) => existsSync(path))
  return found ? readFileSync(found, 'utf8') : null
}

/**
 * Writes an executable for this platform: this Node with the program in it, a file of the folder `scratch` (CommonJS,
 * nothing but Node imported). Where the folder lies does not show in it.
 */
export async function writeExecutable(program: string, target: string, scratch: string): Promise<void> {
  const config = { main: program, output: 'program.blob', disableExperimentalSEAWarning: true }
  writeFileSync(join(scratch, 'program.json'), JSON.stringify(config))
  execFileSync(process.execPath, ['--experimental-sea-config', 'program.json'], {
    stdio: 'pipe',
    cwd: scratch,
  })
  const blob = readFileSync(join(scratch, config.output))
  copyFileSync(process.execPath, target)
  chmodSync(target, 0o755)
  if (process.platform === 'darwin') execFileSync('codesign', ['--remove-signature', target])
  await inject(target, 'NODE_SEA_BLOB', blob, {
    sentinelFuse: FUSE,
    ...(process.platform === 'darwin' ? { machoSegmentName: 'NODE_SEA' } : {}),
  })
  if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', target])
}
