import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, type AppPage, firstRun, startApp } from '../helpers/app'
import { bookOfSize, csvOfSize, placesOfSize, writePieces } from './sizes/large-files'

/**
 * The largest files in the built page, read by its worker: until the plan stands, how fast, the most memory of the
 * renderer, what was said on the way, and how soon the worker answers again after a cancel amid the file.
 * `npm run sizes:page [share]`, by default 0.1 of the sizes of `npm run sizes`. Needs a browser.
 */
const share = Number(process.argv[2] ?? 0.1)
const PATIENCE = 900_000
const FILES: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  'places.geojson': (path) => writePieces(path, placesOfSize(100_000_000 * share)),
  'cases.csv': (path) => writePieces(path, csvOfSize(1_000_000 * share)),
  'cases.xlsx': (path) => writeFileSync(path, bookOfSize(100_000 * share)),
}

/** The most memory in MB that a renderer has held so far; where the system does not tell, not a number. */
function peakOfRenderers(): number {
  const peaks = readdirSync('/proc').flatMap((id) => {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) return []
      return [Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024]
    } catch {
      return []
    }
  })
  return peaks.length > 0 ? Math.max(...peaks) : Number.NaN
}

const PLAN = '.import[data-sheet]'
const BUSY = '.drop-area [role="status"]'

/** Chooses the file on the first page, as a person does, and watches what is said until the plan stands. */
async function planned({ page }: AppPage, path: string): Promise<{ seconds: number; said: string[] }> {
  const from = performance.now()
  const said: string[] = []
  await page.locator('input[type="file"]').first().setInputFiles(path)
  while ((await page.locator(PLAN).count()) === 0) {
    const text = await page
      .locator(BUSY)
      .first()
      .textContent({ timeout: 1_000 })
      .catch(() => null)
    if (text && text !== said.at(-1)) said.push(text)
    if (performance.now() - from > PATIENCE) throw new Error(`no plan of ${path}: ${said.at(-1)}`)
    await page.waitForTimeout(200)
  }
  return { seconds: (performance.now() - from) / 1000, said }
}

/** Seconds from a cancel amid the file until the plan of a small one stands. */
async function afterCancel({ page }: AppPage, path: string, small: string): Promise<number> {
  await page.locator('input[type="file"]').first().setInputFiles(path)
  await page.locator(BUSY).first().waitFor()
  await page.waitForTimeout(3_000)
  const from = performance.now()
  await page.locator('.drop-area button').click()
  await page.locator('.drop-area input[type="file"]').first().setInputFiles(small)
  await page.locator(PLAN).waitFor({ timeout: PATIENCE })
  return (performance.now() - from) / 1000
}

async function inPage<T>(app: App, act: (tab: AppPage) => Promise<T>): Promise<T> {
  const tab = await app.open()
  try {
    await firstRun(app, tab)
    const made = await act(tab)
    if (tab.errors.length > 0) console.log(`errors: ${tab.errors.slice(0, 3).join(' · ')}`)
    return made
  } finally {
    await tab.context.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cordon-sizes-'))
const small = join(folder, 'small.csv')
writeFileSync(small, 'id,reportedAt,kind\nC1,2022-05-01,confirmed\nC2,2022-05-02,confirmed\n')
try {
  for (const [name, make] of Object.entries(FILES)) {
    const path = join(folder, name)
    await make(path)
    const megabytes = statSync(path).size / 1e6
    const app = await startApp()
    try {
      const { seconds, said } = await inPage(app, (tab) => planned(tab, path))
      const peak = peakOfRenderers()
      const cancelled = await inPage(app, (tab) => afterCancel(tab, path, small))
      console.log(
        `${name} ${megabytes.toFixed(1)} MB: plan after ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(2)} MB/s), renderer ${peak.toFixed(0)} MB at the most, cancelled → next plan ${cancelled.toFixed(1)} s`,
      )
      console.log(said.map((text) => `  ${text}`).join('\n'))
    } finally {
      await app.close()
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
