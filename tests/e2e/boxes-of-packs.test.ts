import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAt } from '../boxes/asked-packs'
import { type App, type AppPage, goTo, startApp } from '../helpers/app'
import { boxPage, labelsPlaced, leaveLabels, restingFaults } from '../helpers/box-page'
import { openPack } from '../helpers/open-pack'
import { FAULT_THIRDS, PACKS } from '../walk/packs'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

const VIEWS = [
  ['wall', '.wall-screen'],
  ['desk', '.tree'],
  ['briefing', 'canvas[data-ready]'],
] as const

const LARGE = { width: 1920, height: 1080, locale: 'zh-CN' } as const
const SMALL = { width: 1366, height: 768, locale: 'en-GB' } as const

/** A third of the packs per fault in Chinese on the large screen, one in English on the small one too: `npm run boxes` asks them all. */
const SAMPLE = FAULT_THIRDS[0]!
const ASKED = SAMPLE.flatMap((name, at) =>
  (at === 0 ? [LARGE, SMALL] : [LARGE]).map((screen) => [name, screen.width, screen] as const),
)

async function shown(tab: AppPage, view: (typeof VIEWS)[number][0], screen: string): Promise<void> {
  await leaveLabels(tab)
  await goTo(tab, view)
  await tab.page.locator(screen).first().waitFor({ timeout: 60_000 })
  await expect.poll(() => labelsPlaced(tab), { timeout: 60_000 }).toBeGreaterThan(0)
  await tab.page.waitForFunction(
    () => !document.querySelector('.overlay.early, p.waiting, .computing'),
    null,
    {
      timeout: 60_000,
    },
  )
}

test.for(ASKED)(
  'V60 %s at %i px: on wall, desk and briefing no two texts overlap, none is cut, and every label is in its place or has a leader',
  async ([name, , screen], { skip }) => {
    const { files, moments } = PACKS.find((pack) => pack.name === name)!
    if (files === null) return skip('its data does not lie beside the repository')
    const tab = await boxPage(app, screen)
    await openPack(app, tab, files())
    await openAt(tab, moments[0]!)
    for (const [view, there] of VIEWS) {
      await shown(tab, view, there)
      expect(await restingFaults(tab), view).toEqual([])
    }
    expect(tab.errors).toEqual([])
    await tab.context.close()
  },
)
