// npm run release:check [-- --dist=FOLDER]: makes the archive twice, holds the bytes against each other, and tries the
// archive itself: unpacked in an empty folder and started by one command.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { writeRelease } from '../../src/release/write-release'

const ROOT = join(import.meta.dirname, '../..')
const given = process.argv.find((one) => one.startsWith('--dist='))?.slice('--dist='.length)
const scratch = mkdtempSync(join(tmpdir(), 'cordon-check-'))
const at = new Date()

async function made(into: string): Promise<{ path: string; hash: string; without: string | null }> {
  const dist = given ?? join(scratch, into, 'dist')
  if (!given) await build({ root: ROOT, logLevel: 'warn', build: { outDir: dist } })
  return writeRelease({ dist, into: join(scratch, into), at })
}

try {
  const one = await made('one')
  const two = await made('two')
  if (one.without !== null) console.log(`without an executable: ${one.without}`)
  const isSame = one.hash === two.hash
  console.log(`two runs give ${isSame ? 'the same bytes' : 'OTHER BYTES'}: ${one.hash}`)
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'unit', '--reporter=verbose', 'tests/src/release'],
    {
      stdio: 'inherit',
      cwd: ROOT,
      env: { ...process.env, CORDON_RELEASE: one.path },
      shell: process.platform === 'win32',
    },
  )
  process.exitCode = isSame && status === 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true })
}
