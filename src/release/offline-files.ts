import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Plugin, type ResolvedConfig, transformWithOxc } from 'vite'
import { filesUnder } from './archive.ts'

/** What the page never asks for: compressed twins, texts for people, the readable copy of the demo. */
const NOT_ASKED = /\.br$|\.txt$|^sw\.js$|^demo\/lanxi\//

/** What a service worker keeps of a built page, each file with its SHA-256. */
export function offlineFiles(dist: string): { id: string; page: string; files: Record<string, string> } {
  const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
  const files = Object.fromEntries(
    filesUnder(dist)
      .filter((path) => !NOT_ASKED.test(path))
      .map((path) => [path, hashOf(readFileSync(join(dist, path)))]),
  )
  const page = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )?.[1]
  if (!page || !files[page]) throw new Error('index.html names no script of the build')
  return { id: hashOf(JSON.stringify(files)).slice(0, 16), page, files }
}

/** Lays `sw.js` beside a build: the service worker with the list of what it keeps. */
export function serviceWorker(): Plugin {
  const source = join(import.meta.dirname, '../offline/service-worker.ts')
  let config: ResolvedConfig
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      if (config.build.ssr) return
      const dist = resolve(config.root, config.build.outDir)
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { target: 'es2022' })
      const body = code.replace(/^export\s*\{\s*\};?$/m, '').replace(/^\/\/# sourceMappingURL.*$/m, '')
      writeFileSync(join(dist, 'sw.js'), `const RELEASE = ${JSON.stringify(offlineFiles(dist))}\n${body}`)
    },
  }
}
