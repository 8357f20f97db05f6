import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { FLAGS, installedBrowser } from '../helpers/browser'

/** The page with its real headers, at one address for as long as browsers come and go. */
export interface Ground {
  readonly address: string
  /** a profile that nobody used, or a copy of one */
  profile(from?: string): string
  close(): Promise<void>
}

export async function aGround(): Promise<Ground> {
  const { serve } = (await import('../../src/cli/serve.mjs' as string)) as {
    serve: (options: { root: string }) => Promise<{ address: string; stop: () => Promise<void> }>
  }
  const root = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
  const server = await serve({ root })
  const folder = mkdtempSync(join(tmpdir(), 'cordon-faults-'))
  let made = 0
  return {
    address: server.address.replace(/\/?$/, '/'),
    profile(from) {
      const path = join(folder, `profile-${++made}`)
      // what names the process that has a profile open stays with it
      if (from) cpSync(from, path, { recursive: true, filter: (name) => !/[/\\]Singleton\w+$/.test(name) })
      return path
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A browser of its own process, so that it can be killed. */
export interface KillableBrowser {
  readonly browser: Browser
  readonly context: BrowserContext
  /** SIGKILL to it and to the processes it started; resolves when it is gone */
  kill(): Promise<void>
  close(): Promise<void>
}

export async function aBrowser(profile: string, more: readonly string[] = []): Promise<KillableBrowser> {
  const executable = installedBrowser()
  if (!executable)
    throw new Error('No Chrome, Chromium or Edge found: install one, or name it in CHROME_PATH.')
  // no map is looked at here: without graphics a round takes seconds
  const plain = FLAGS.filter((flag) => !flag.includes('swiftshader'))
  const flags = [
    ...plain,
    '--disable-gpu',
    '--disable-3d-apis',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    ...more,
    'about:blank',
  ]
  const child = spawn(executable, flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await chromium.connectOverCDP(await endpointOf(child))
  const context = browser.contexts()[0]!
  // what compiles this file names functions with it
  await context.addInitScript('globalThis.__name = (named) => named')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, signal)
    await gone
    await browser.close().catch(() => undefined)
  }
  return { browser, context, kill: () => end('SIGKILL'), close: () => end('SIGTERM') }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk) => {
      said += chunk
      const found = said.match(/DevTools listening on (ws:\S+)/)
      if (found) resolve(found[1]!)
    })
    child.once('exit', () => reject(new Error(`the browser did not start: ${said.slice(-500)}`)))
  })
}

/** What stands in the databases of the page's origin, read without the program. */
export interface Kept {
  /** ids of the list, tombstones left out */
  readonly listed: readonly string[]
  readonly tombstones: readonly string[]
  /** events by id of a log's database */
  readonly events: Readonly<Record<string, number>>
}

/** Read in a page of the same origin that runs nothing. */
export async function keptIn(context: BrowserContext, { address }: Ground): Promise<Kept> {
  const page = await context.newPage()
  await page.goto(`${address}fonts/OFL.txt`)
  const kept = (await page.evaluate(async () => {
    const promised = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).map(({ name }) => name!)
    const rows: { id: string; deleted?: true }[] = []
    const events: Record<string, number> = {}
    for (const name of names) {
      const database = await promised(indexedDB.open(name))
      const stores = [...database.objectStoreNames]
      if (name === 'cordon' && stores.includes('workspaces'))
        rows.push(...(await promised(database.transaction('workspaces').objectStore('workspaces').getAll())))
      if (name.startsWith('cordon-'))
        events[name.slice('cordon-'.length)] = stores.includes('events')
          ? await promised(database.transaction('events').objectStore('events').count())
          : 0
      database.close()
    }
    const tombstones = rows.filter(({ deleted }) => deleted).map(({ id }) => id)
    return { listed: rows.filter(({ deleted }) => !deleted).map(({ id }) => id), tombstones, events }
  })) as Kept
  await page.close()
  return kept
}

/** A log without entry, an entry without log, or a deletion that is not finished. */
export function orphansOf({ listed, tombstones, events }: Kept): string[] {
  const alone = Object.keys(events).filter((id) => !listed.includes(id))
  return [...alone, ...listed.filter((id) => !(id in events)), ...tombstones]
}

/** Starts the program in a tab and waits until it has read its list. */
export async function started(context: BrowserContext, { address }: Ground, route = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}#/${route}`)
  await page.waitForFunction(() => {
    const app = (document.querySelector('#app') as unknown as { __vue_app__?: VueApp } | null)?.__vue_app__
    return app?.config.globalProperties.$pinia._s.get('workspaces')?.isReading === false
  })
  return page
}

interface VueApp {
  readonly config: {
    readonly globalProperties: { readonly $pinia: { readonly _s: Map<string, Workspaces> } }
  }
}

/** The part of the program's store that the faults are tried on. */
export interface Workspaces {
  readonly isReading: boolean
  readonly list: readonly { readonly id: string; readonly events: number; readonly origin: string }[]
  readonly current: { readonly id: string } | null
  append(drafts: readonly object[]): Promise<boolean>
  create(workspace: { title: string }): Promise<{ readonly id: string } | null>
  open(id: string): Promise<boolean>
  copyToOwn(title: string): Promise<boolean>
  remove(id: string): Promise<void>
  refresh(): Promise<void>
}

/** Puts the store of the page at `workspaces` of its window. */
export const reachStore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const app = (document.querySelector('#app') as unknown as { __vue_app__: VueApp }).__vue_app__
    const store = app.config.globalProperties.$pinia._s.get('workspaces')!
    Object.assign(window, { workspaces: store })
  })
