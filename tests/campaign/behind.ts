import type { BrowserContext } from 'playwright-core'

const shifted = (ms: number): string =>
  `{const Real=Date;const now=()=>Real.now()+(${ms});
globalThis.Date=class extends Real{constructor(...given){if(given.length>0)super(...given);else super(now())}static now(){return now()}};}\n`

/** The clock of every page and worker of the context is ahead by so many ms. Nothing is kept for use without the server. */
export async function behind(context: BrowserContext, ms: number): Promise<void> {
  await context.addInitScript({ content: shifted(ms) })
  await context.addInitScript({ content: 'delete Navigator.prototype.serviceWorker' })
  await context.route(/kernel\.worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: shifted(ms) + (await response.text()) })
  })
}
