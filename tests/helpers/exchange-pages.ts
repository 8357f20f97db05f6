import type { Page } from 'playwright-core'
import { type App, type AppPage, dropFiles, firstRun, goTo } from './app'

const AT = '2022-05-27T14:00'
const WAIT = { timeout: 60_000 }

/** Goes to a view of the open workspace, at a time of the demo. */
export async function show({ page }: AppPage, view: string, query = `at=${AT}`): Promise<void> {
  await page.evaluate(
    ([next, asked]) => {
      location.hash = location.hash.replace(/^#\/w\/([^/?]+).*/, `#/w/$1/${next}?${asked}`)
    },
    [view, query] as const,
  )
}
export async function openExchange(tab: AppPage): Promise<void> {
  await show(tab, 'workspace')
  await tab.page.locator('[data-tab="exchange"]').click(WAIT)
  await tab.page.locator('[data-heads]').waitFor(WAIT)
}

/** A copy of the demo as one's own, made where no map is needed. */
export async function ownCopyWithoutMap(tab: AppPage): Promise<void> {
  const { page } = tab
  await goTo(tab, 'checks')
  const idOf = (url: string): string | undefined => new URL(url).hash.split('/')[2]
  await page.locator('.export-menu > button:not([disabled])').click(WAIT)
  const demo = idOf(page.url())
  await page.locator('[data-action="copy-own"]').click()
  await page.waitForURL((url) => idOf(String(url)) !== demo, WAIT)
  await page.locator('[data-action="by-hand"]').waitFor(WAIT)
}

/** A machine that begins with an exchange file. */
export async function begunWith(app: App, tab: AppPage, file: Uint8Array): Promise<void> {
  const { page } = tab
  await firstRun(app, tab)
  await dropFiles(tab, '[data-drop]', { 'exchange.zip': file })
  await page.locator('.plan-bar .button.primary:not([disabled])').waitFor(WAIT)
  await page.locator('.plan-bar .button.primary').click()
  await page.waitForURL(/\/w\/(?!new)[^/]+\/(desk|wall)/, WAIT)
}

/** A signal at a village, by keyboard, and that it is written. */
export async function signal(page: Page): Promise<void> {
  await enterSignal(page)
  await page.locator('.toast', { hasText: '纺织新村' }).waitFor(WAIT)
}

/** A signal at a village, by keyboard; what comes of it is said in a note. */
export async function enterSignal(page: Page): Promise<void> {
  await page.locator('.drawing-toolbar').waitFor(WAIT)
  await page.keyboard.press('n')
  await page.keyboard.press('s')
  await page.locator('[data-form="signal"] [data-field="place"]:focus').waitFor(WAIT)
  await page.keyboard.type('纺织新村')
  await page.locator('[data-said="where"]', { hasText: '387' }).waitFor(WAIT)
  await page.keyboard.press('Enter')
  const author = page.locator('[data-field="author"]:focus')
  await author.waitFor({ timeout: 4_000 }).catch(() => undefined)
  if (await author.count()) {
    await page.keyboard.type('王')
    await page.keyboard.press('Enter')
    await page.locator('[data-form="signal"] [data-field="place"]:focus').waitFor(WAIT)
    await page.keyboard.press('Enter')
  }
}

/** What the wall says of a zone. */
export const onTheWall = async ({ page }: AppPage): Promise<string> => {
  const zone = page.locator('[data-zone="S-03"][data-word]').first()
  await zone.waitFor(WAIT)
  return (await page.locator('[data-zone="S-03"]').allInnerTexts()).join(' ')
}
