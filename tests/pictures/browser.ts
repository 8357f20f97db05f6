import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { createServer } from 'vite'
import { launch } from '../helpers/browser'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** A real browser on a page of this folder, with everything to take down again. */
export interface PicturePage {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Serves the sources and opens one page of `tests/pictures/pages`. Messages of the page go to `said`. */
export async function openPage(name: string, said: string[] = []): Promise<PicturePage> {
  const server = await createServer({
    root: ROOT,
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const address = server.httpServer!.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  await page.goto(`http://127.0.0.1:${port}/tests/pictures/pages/${name}.html`, { waitUntil: 'load' })
  return {
    page,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
