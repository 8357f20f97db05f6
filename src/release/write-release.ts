import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveOf, filesUnder, sums } from './archive'
import { licenceOfNode, unfitNode, writeExecutable } from './executable'
import { installPage } from './install-page'
import { iisRecipe, nginxRecipe } from './recipes'
import { bundleServer } from './server-bundle'

const ROOT = join(import.meta.dirname, '../..')

export interface Written {
  /** the archive */
  readonly path: string
  /** the name of the one folder in it */
  readonly name: string
  /** file of the executable in it; null where this Node cannot be made into one */
  readonly executable: string | null
  /** why there is none */
  readonly without: string | null
  /** SHA-256 of the archive */
  readonly hash: string
}

/** Packs a built page with all that serves it into one archive in the folder. */
export async function writeRelease({
  dist,
  into,
  withExecutable = true,
  at = commit().at,
}: {
  readonly dist: string
  readonly into: string
  readonly withExecutable?: boolean
  /** the time of every file in it */
  readonly at?: Date
}): Promise<Written> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const scratch = mkdtempSync(join(tmpdir(), 'cordon-release-'))
  try {
    const without = withExecutable ? unfitNode() : 'not asked for'
    const platform = without === null ? `${process.platform}-${process.arch}` : null
    const executable = process.platform === 'win32' ? 'cordon-server.exe' : 'cordon-server'
    const name = ['cordon', version, platform].filter(Boolean).join('-')
    const folder = join(scratch, name)
    layOut(folder, dist, version)
    writeFileSync(join(folder, 'INSTALL.html'), installPage({ version, platform, executable }))
    await addServer(folder, scratch, platform === null ? null : executable)
    writeFileSync(join(folder, 'SHA256SUMS'), sums(folder))
    const bytes = archiveOf(folder, name, { executable, at })
    mkdirSync(into, { recursive: true })
    const path = join(into, `${name}.zip`)
    writeFileSync(path, bytes)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return { path, name, executable: platform === null ? null : executable, without, hash }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function layOut(folder: string, dist: string, version: string): void {
  for (const part of ['recipes', 'licences']) mkdirSync(join(folder, part), { recursive: true })
  cpSync(dist, join(folder, 'dist'), { recursive: true })
  copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'))
  copyFileSync(join(dist, 'licences.txt'), join(folder, 'licences/page.txt'))
  copyFileSync(join(dist, 'fonts/OFL.txt'), join(folder, 'licences/cordon-latin.txt'))
  writeFileSync(join(folder, 'recipes/nginx.conf'), nginxRecipe())
  writeFileSync(join(folder, 'recipes/web.config'), iisRecipe())
  const page = createHash('sha256')
  for (const path of filesUnder(dist)) page.update(`${path}\n`).update(readFileSync(join(dist, path)))
  writeFileSync(
    join(folder, 'VERSION'),
    `cordon ${version}\ncommit ${commit().id}\npage ${page.digest('hex').slice(0, 16)}\n`,
  )
}

/**
 * The commit it is built from and its moment: two releases have other times, by which servers know their files apart,
 * and one commit gives the same bytes. With `+`, and now, where the tree is not that of the commit.
 */
function commit(): { id: string; at: Date } {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim()
    const id = git('rev-parse', '--short=12', 'HEAD')
    if (git('status', '--porcelain')) return { id: `${id}+`, at: new Date() }
    return { id, at: new Date(Number(git('show', '-s', '--format=%ct', 'HEAD')) * 1000) }
  } catch {
    return { id: 'unknown', at: new Date() }
  }
}

async function addServer(folder: string, scratch: string, executable: string | null): Promise<void> {
  const script = await bundleServer('script', scratch)
  copyFileSync(join(scratch, script.file), join(folder, 'serve.mjs'))
  writeFileSync(join(folder, 'licences/server.txt'), script.licences)
  if (executable === null) return
  const program = await bundleServer('executable', scratch)
  await writeExecutable(program.file, join(folder, executable), scratch)
  writeFileSync(join(folder, 'licences/node.txt'), licenceOfNode()!)
}
