import { expect } from 'vitest'
import type { App, AppPage } from './app'
import { type BoxFault, faultsOf } from './box-faults'
import { boxesInPage, recordCanvases } from './boxes-in-page'
import { labelFaultsOf } from './label-faults'
import { forgetLabels, labelsInPage, recordLabels } from './labels-in-page'

/** A page that remembers what its canvases write and where its maps place their labels. */
export async function boxPage(app: App, options?: Parameters<App['open']>[0]): Promise<AppPage> {
  const tab = await app.open(options)
  await tab.page.addInitScript('globalThis.__name ??= (made) => made')
  await tab.page.addInitScript(recordCanvases)
  await tab.page.addInitScript(recordLabels)
  return tab
}

/** Texts that lie on another or are cut, and labels of maps outside their place without a leader. */
export async function boxFaultsOf({ page }: AppPage): Promise<BoxFault[]> {
  return [...faultsOf(await page.evaluate(boxesInPage)), ...labelFaultsOf(await page.evaluate(labelsInPage))]
}

/** Before another view: the labels of the one that is left are not its own. */
export const leaveLabels = ({ page }: AppPage): Promise<void> => page.evaluate(forgetLabels)

/** Labels of the maps of this view so far. */
export const labelsPlaced = async ({ page }: AppPage): Promise<number> =>
  (await page.evaluate(labelsInPage)).reduce((sum, { labels }) => sum + labels.length, 0)

/** Faults once nothing moves any more: figures fade, lists are fitted and labels settle within the poll. */
export async function restingFaults(tab: AppPage): Promise<BoxFault[]> {
  let faults: BoxFault[] = []
  await expect
    .poll(
      async () => {
        faults = await boxFaultsOf(tab)
        return faults.length
      },
      { timeout: 25_000, interval: 500 },
    )
    .toBe(0)
    .catch(() => null)
  return faults
}
