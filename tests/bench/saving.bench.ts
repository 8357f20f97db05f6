import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { launch } from '../helpers/browser'
import type { Times } from './saving/in-page'

/**
 * Saving cases of eleven fields with their event, and reopening them, beside Dexie's `bulkPut` and `toArray` of the same
 * rows in the same page: `npm run bench:saving [rows …]`, by default 10,000, 100,000 and 1,000,000. Needs a browser.
 */
const given = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000]
/** of a million cases the peer writes for minutes: once is enough */
const runsOf = (size: number): number => (size > 200_000 ? 1 : 3)
const [SAVE_MARK, REOPEN_MARK] = [100, 30]

async function bundled(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'cordon-bench-'))
  try {
    await build({
      ...{ root: fileURLToPath(new URL('../..', import.meta.url)), configFile: false },
      ...{ logLevel: 'error', publicDir: false },
      build: {
        ...{ outDir, emptyOutDir: false },
        lib: {
          ...{ entry: fileURLToPath(new URL('saving/in-page.ts', import.meta.url)), name: 'bench' },
          ...{ formats: ['iife'], fileName: () => 'bench.js' },
        },
      },
    })
    return readFileSync(join(outDir, 'bench.js'), 'utf8')
  } finally {
    rmSync(outDir, { recursive: true })
  }
}

async function leastOf(page: Page, which: 'ours' | 'peer', runs: number): Promise<Times> {
  let least: Times = { save: Number.POSITIVE_INFINITY, reopen: Number.POSITIVE_INFINITY }
  for (let run = 0; run < runs; run++) {
    const { save, reopen } = (await page.evaluate(`bench.${which}()`)) as Times
    least = { save: Math.min(least.save, save), reopen: Math.min(least.reopen, reopen) }
  }
  return least
}

const script = await bundled()
const server = createServer((request, response) => {
  const isScript = request.url === '/bench.js'
  response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
  response.end(isScript ? script : '<!doctype html><title>bench</title><script src="/bench.js"></script>')
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const browser = await launch()
try {
  console.log('| cases | what | ours ms | Dexie ms | ratio | mark | reached |')
  console.log('|---:|---|---:|---:|---:|---:|---|')
  for (const size of sizes) {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
    page.setDefaultTimeout(0)
    page.on('pageerror', (fault) => console.error(String(fault)))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const fields = await page.evaluate(`bench.make(${size})`)
    if (fields !== 11) throw new Error(`${fields} fields`)
    const [ours, peer] = [
      await leastOf(page, 'ours', runsOf(size)),
      await leastOf(page, 'peer', runsOf(size)),
    ]
    for (const [what, mark] of [
      ['save', SAVE_MARK],
      ['reopen', REOPEN_MARK],
    ] as const) {
      const ratio = peer[what] / ours[what]
      const figures = [
        size,
        what,
        ours[what].toFixed(0),
        peer[what].toFixed(0),
        ratio.toFixed(1),
        `≥ ${mark}`,
      ]
      console.log(`| ${figures.join(' | ')} | ${ratio >= mark ? 'yes' : 'no'} |`)
    }
    await page.context().close()
  }
} finally {
  await browser.close()
  server.close()
}
