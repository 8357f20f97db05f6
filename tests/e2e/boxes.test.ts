import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, startApp } from '../helpers/app'
import { faultsOf } from '../helpers/box-faults'
import { boxPage, restingFaults } from '../helpers/box-page'
import { boxesInPage } from '../helpers/boxes-in-page'
import { MADE, madePack } from '../helpers/made-packs'
import { openPack } from '../helpers/open-pack'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

async function opened(name: string): Promise<AppPage> {
  const tab = await boxPage(app)
  await openPack(app, tab, madePack(MADE[name]!))
  return tab
}

test('V60 sixty towns and twenty-four zones: no two texts overlap and nothing is cut, on wall, table of towns and briefing', async () => {
  const tab = await opened('sixty-towns')
  await goTo(tab, 'wall')
  await tab.page.locator('.wall-screen [data-zone]').first().waitFor({ timeout: 60_000 })
  await tab.page.locator('.overlay:not(.early)').waitFor({ timeout: 60_000 })
  expect(await restingFaults(tab), 'wall').toEqual([])
  const listed = await tab.page.locator('.zone-rows li').count()
  const counted = (await tab.page.locator('.zone-rows .head em').innerText()).match(/\d+/)![0]
  expect(listed + Number(counted), 'V66 rows that do not fit are counted').toBe(24)

  const towns = new Set<string>()
  for (const page of ['1/3', '2/3', '3/3']) {
    await tab.page.keyboard.press('ArrowRight')
    await expect.poll(() => tab.page.locator('.town-table thead em').innerText()).toBe(page)
    for (const name of await tab.page.locator('.town-table tbody th').allInnerTexts()) towns.add(name)
    expect(await restingFaults(tab), `towns ${page}`).toEqual([])
  }
  expect(towns.size).toBe(60)

  await goTo(tab, 'briefing')
  await tab.page.locator('canvas[data-ready]').waitFor({ timeout: 60_000 })
  expect(await restingFaults(tab), 'briefing').toEqual([])
  expect(tab.errors).toEqual([])
  await tab.context.close()
})

test('V70 fifty towns without zones: the weeks by town in pages, each town once, nothing cut', async () => {
  const tab = await opened('fifty-towns-no-zones')
  await goTo(tab, 'wall')
  const { page } = tab
  await expect.poll(() => page.locator('.week-table thead em').innerText(), { timeout: 60_000 }).toBe('1/2')
  await page.locator('.overlay:not(.early)').waitFor({ timeout: 60_000 })
  const towns: string[] = []
  for (const turn of ['1/2', '2/2']) {
    if (turn !== '1/2') await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('.week-table thead em').innerText()).toBe(turn)
    towns.push(...(await page.locator('.week-table tbody th').allInnerTexts()))
    expect(await restingFaults(tab), turn).toEqual([])
  }
  expect([towns.length, new Set(towns).size]).toEqual([50, 50])
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect.poll(() => page.locator('.week-table tbody th').count()).not.toBe(1)
  expect(await restingFaults(tab), 'fitted anew on the second page').toEqual([])
  expect(await page.locator('.week-table tbody th').count()).toBeGreaterThan(5)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect.poll(() => page.locator('.week-table thead em').innerText()).toBe('2/2')
  expect(await page.locator('.hotspot-list tbody tr').count()).toBe(6)
  await page.keyboard.press('ArrowRight')
  await page.locator('.town-table').waitFor()
  expect(tab.errors).toEqual([])
  await tab.context.close()
})

test('V60 the check sees what it is there for: two names on one spot, and a name that is cut', async () => {
  const tab = await boxPage(app)
  await tab.page.goto(app.address)
  await tab.page.setContent(
    `<p style="position:absolute;left:20px;top:20px">柳林老街</p><p style="position:absolute;left:30px;top:22px">沙湾镇</p>
     <p style="position:absolute;left:20px;top:200px;width:40px;overflow:hidden;white-space:nowrap">纺织厂家属区</p>
     <p style="position:absolute;left:20px;top:300px">补采 269 人后…</p>`,
  )
  const kinds = faultsOf(await tab.page.evaluate(boxesInPage)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['cut', 'dots', 'overlap'])
  await tab.context.close()
})
