import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { launch } from '../helpers/browser'
import type { Drawing, Drawn } from './map/page'

/**
 * 100,000 polygons and 1,000,000 points drawn at 1024 × 768 by the product (columns cut into tiles in a worker) and by
 * MapLibre's own GeoJSON source, in turn, each in a renderer of its own of one browser: ms until the map stands, the
 * longest task, a zoom of one level, and the most memory of the renderer. Arguments: `polygons`, `points`, a count.
 */
const words = process.argv.slice(2)
const given = words.map(Number).find((count) => count > 0)
const wanted = (['polygons', 'points'] as const).filter(
  (what) => words.includes(what) || !words.some((word) => word === 'polygons' || word === 'points'),
)
const ROUNDS = 3
const PATIENCE = 180_000

/** Most resident memory of a process, MB, as its system tells it; NaN where it does not. */
function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[]
  }
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

async function drawn(
  browser: Browser,
  address: string,
  drawing: Drawing,
): Promise<(Drawn & { peak: number }) | null> {
  const before = new Set(await renderers(browser))
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1024, height: 768 },
  })
  try {
    const page = await context.newPage()
    const crashed = new Promise<null>((done) => page.on('crash', () => done(null)))
    page.on('pageerror', (error) => console.error(String(error)))
    await page.goto(address)
    const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE).unref())
    const ran = page
      .evaluate(`window.run(${JSON.stringify(drawing)})`)
      .catch(() => null) as Promise<Drawn | null>
    const answer = await Promise.race([ran, crashed, late])
    if (!answer) return null
    const own = (await renderers(browser)).filter((pid) => !before.has(pid))
    return { ...answer, peak: Math.max(...own.map(peakOf)) }
  } finally {
    await context.close()
  }
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN
const cell = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(0)).padStart(8)

async function compare(browser: Browser, address: string, what: Drawing['what']): Promise<void> {
  const count = given ?? (what === 'polygons' ? 100_000 : 1_000_000)
  const idle: Record<Drawing['by'], number[]> = { ours: [], geojson: [] }
  for (let round = 0; round < ROUNDS; round++)
    for (const by of ['ours', 'geojson'] as const) {
      if (round > 0 && idle[by].length === 0) continue
      const one = await drawn(browser, address, { what, by, count })
      if (one) idle[by].push(one.idle)
      const figures = one
        ? [one.idle, one.longest, one.zoom, one.peak].map(cell).join(' ')
        : '  the renderer ended'
      console.log(`${`${count} ${what}`.padEnd(20)} ${by.padEnd(8)} ${figures}`)
    }
  const ratio = median(idle.geojson) / median(idle.ours)
  console.log(
    Number.isNaN(ratio)
      ? 'the GeoJSON source ended its renderer'
      : `first idle: ${ratio.toFixed(1)} × as fast as the GeoJSON source`,
  )
}

const outDir = await mkdtemp(join(tmpdir(), 'cordon-map-'))
await build({
  ...{ root: join(import.meta.dirname, 'map'), configFile: false, base: './', logLevel: 'error' },
  worker: { format: 'es' },
  build: { outDir, target: 'es2022', chunkSizeWarningLimit: 2_000 },
})
const { serve } = (await import('../../src/cli/serve.mjs' as string)) as {
  serve: (options: { root: string }) => Promise<{ address: string; stop: () => Promise<void> }>
}
const server = await serve({ root: outDir })
const browser = await launch()
try {
  console.log(
    ''.padEnd(29),
    ['idle ms', 'longest', 'zoom ms', 'peak MB'].map((word) => word.padStart(8)).join(' '),
  )
  for (const what of wanted) await compare(browser, server.address, what)
} finally {
  await browser.close()
  await server.stop()
  await rm(outDir, { recursive: true })
}
