import type { AppPage } from './app'
import { glance } from './boxes-in-page'

const QUIET_ROUNDS = 2
const MOST_ROUNDS = 30
const ROUND_MS = 400

/** Waits until the map has drawn, the labels have settled and no text has moved for a while. */
export async function settled({ page }: AppPage): Promise<void> {
  await page
    .waitForFunction(() => !document.querySelector('.overlay.early'), null, { timeout: 90_000 })
    .catch(() => null)
  await page
    .waitForFunction(() => !document.querySelector('p.waiting, .computing'), null, { timeout: 90_000 })
    .catch(() => null)
  let before = ''
  for (let quiet = 0, round = 0; quiet < QUIET_ROUNDS && round < MOST_ROUNDS; round++) {
    await page.waitForTimeout(ROUND_MS)
    const now = await page.evaluate(glance)
    const isBusy = (await page.locator('[aria-busy="true"], p.waiting, .computing').count()) > 0
    quiet = now === before && !isBusy ? quiet + 1 : 0
    before = now
  }
}
