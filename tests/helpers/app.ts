import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch } from './browser'
import { withoutGraphics } from './without-graphics'

export interface App {
  readonly address: string
  readonly browser: Browser
  /** a page of its own profile; its errors are collected */
  open(options?: {
    width?: number
    height?: number
    ratio?: number
    locale?: string
    scheme?: 'light' | 'dark'
    /** false: no map is drawn, for tests whose subject is not the map */
    graphics?: boolean
    /** whether the page is kept for use without its server: elsewhere no test is answered from what was kept */
    offline?: boolean
  }): Promise<AppPage>
  close(): Promise<void>
}

export interface AppPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: string[]
  /** address of every request the page and its workers made */
  readonly requests: string[]
}

/** Serves the built page (`dist`, or the folder in CORDON_DIST) with its real headers and drives it in the installed browser; or the page that is served elsewhere. */
export async function startApp(elsewhere: string | null = null): Promise<App> {
  const { serve } = (await import('../../src/cli/serve.mjs' as string)) as {
    serve: (options: { root: string }) => Promise<{ address: string; stop: () => Promise<void> }>
  }
  const root = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
  const server = elsewhere === null ? await serve({ root }) : { address: elsewhere, stop: async () => {} }
  const browser = await launch()
  return {
    address: server.address,
    browser,
    async open({
      width = 1920,
      height = 1080,
      ratio = 1,
      locale = 'zh-CN',
      scheme = 'light',
      graphics = true,
      offline = false,
    } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: ratio,
        locale,
        colorScheme: scheme,
        timezoneId: 'America/Los_Angeles',
        acceptDownloads: true,
        // a certificate that a test made for itself
        ignoreHTTPSErrors: server.address.startsWith('https:'),
        serviceWorkers: offline ? 'allow' : 'block',
      })
      if (!graphics) await withoutGraphics(context)
      const page = await context.newPage()
      const errors: string[] = []
      const requests: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      context.on('request', (request) => requests.push(request.url()))
      return { page, context, errors, requests }
    },
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

/** Opens the first-run page and waits until it can be used. Returns when that was, ms. */
export async function firstRun(app: App, { page }: AppPage): Promise<number> {
  await page.goto(app.address)
  await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
  return Date.now()
}

/** Opens the demo with its one key and waits for the wall's answers. Returns the workspace. */
export async function openDemoHere({ page }: AppPage): Promise<string> {
  await page.keyboard.press('Enter')
  await page.locator('[data-zone][data-word]').first().waitFor({ timeout: 60_000 })
  return page.url().match(/#\/w\/([^/?]+)/)![1]!
}

export async function openDemo(app: App, tab: AppPage): Promise<string> {
  await firstRun(app, tab)
  return openDemoHere(tab)
}

/** Goes to a view of the open workspace, keeping time and selection in the address. */
export async function goTo(
  { page }: AppPage,
  view: 'wall' | 'desk' | 'briefing' | 'import' | 'checks' | 'rules' | 'lookup' | 'handover' | 'workspace',
): Promise<void> {
  await page.evaluate((next) => {
    location.hash = location.hash.replace(/^#\/w\/([^/?]+)\/\w+/, `#/w/$1/${next}`)
  }, view)
}

/** Drops files on the first element that takes them, as a person would. */
export async function dropFiles(
  { page }: AppPage,
  selector: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const transfer = await page.evaluateHandle(() => new DataTransfer())
  for (const [name, body] of Object.entries(files)) {
    const file =
      typeof body === 'string' ? { name, text: body } : { name, base64: Buffer.from(body).toString('base64') }
    await transfer.evaluate(
      (data, given) => {
        const bytes =
          given.base64 === undefined
            ? new TextEncoder().encode(given.text)
            : Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], given.name))
      },
      file as { name: string; text?: string; base64?: string },
    )
  }
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer })
}

/** A picture of a step, where CORDON_LOOK says a folder for them to be looked at. */
export async function picture({ page }: AppPage, name: string): Promise<void> {
  const folder = process.env.CORDON_LOOK
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}
