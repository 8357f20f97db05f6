import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, firstRun, startApp } from '../helpers/app'

interface Own {
  serve(options: { root: string }): Promise<{ address: string; stop: () => Promise<void> }>
}

const DIST = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cordon-attacks-'))
const root = join(folder, 'dist')
let app: App
let server: Awaited<ReturnType<Own['serve']>>

beforeAll(async () => {
  cpSync(DIST, root, { recursive: true })
  const own = (await import('../../src/cli/server.mjs' as string)) as Own
  server = await own.serve({ root })
  app = await startApp()
})
afterAll(async () => {
  await app?.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
})

/** Files of the build that are asked for only once their screen is opened. */
const lazy = (): string => {
  const name = readdirSync(join(root, 'assets')).find((one) => /^HandOverView-.*\.js$/.test(one))!
  return join(root, 'assets', name)
}

/** What becomes of the service worker of a page: how its install ends. */
const installed = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await new Promise<ServiceWorkerRegistration>((found) => {
      const look = setInterval(async () => {
        const one = await navigator.serviceWorker.getRegistration()
        if (one && (one.installing || one.active)) {
          clearInterval(look)
          found(one)
        }
      }, 50)
    })
    const { installing } = registration
    if (!installing) return registration.active!.state
    return new Promise<string>((ended) => {
      const look = (): void => {
        if (installing.state === 'redundant' || installing.state === 'activated') ended(installing.state)
      }
      installing.addEventListener('statechange', look)
      look()
    })
  })

async function visited(): Promise<AppPage> {
  const tab = await app.open({ offline: true, width: 1366, height: 768 })
  await firstRun({ ...app, address: server.address }, tab)
  return tab
}

test('Z89 a file that was altered, or does not come, keeps no release, the page works, and the next visit keeps it', async () => {
  const path = lazy()
  const whole = readFileSync(path)
  rmSync(`${path}.br`)
  appendFileSync(path, '\n//')
  const tab = await visited()
  expect(await installed(tab.page)).toBe('redundant')
  await tab.page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
  rmSync(path)
  await tab.page.reload()
  expect(await installed(tab.page)).toBe('redundant')
  writeFileSync(path, whole)
  await tab.page.reload()
  expect(await installed(tab.page)).toBe('activated')
  await tab.context.close()
})

test('Z89 where there is no room for a release none of it is kept, and the page works', async () => {
  const tab = await app.open({ offline: true, width: 1366, height: 768 })
  const session = await tab.context.newCDPSession(tab.page)
  const { origin } = new URL(server.address)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 })
  await firstRun({ ...app, address: server.address }, tab)
  expect(await installed(tab.page)).toBe('redundant')
  expect(await tab.page.evaluate(() => caches.keys())).toEqual([])
  await tab.context.close()
})
