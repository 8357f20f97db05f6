import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'
import { madeUpPack } from '../helpers/made-up-pack'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

async function showAt({ page }: AppPage, moment: string): Promise<void> {
  await page.evaluate((at) => {
    const [path] = location.hash.split('?')
    location.hash = `${path}?at=${at}`
  }, moment)
  await page.reload()
}
const text = (value: string): string => value.replace(/\s+/g, ' ').trim()

/** Date and days left of each zone as the wall prints them; its list by what is missing says 最早 once at its head. */
async function onWall({ page }: AppPage): Promise<Map<string, string>> {
  await page.locator('.zone-rows [data-zone]').first().waitFor({ timeout: 60_000 })
  const rows = await page
    .locator('.zone-rows [data-zone]:not(.held)')
    .evaluateAll((all) =>
      all.map((row) => [(row as HTMLElement).dataset.zone!, row.querySelector('.date')!.textContent!]),
    )
  return new Map(rows.map(([id, date]) => [id!, text(date!)]))
}

describe('S38 figures that two screens share', () => {
  test.each(['2022-05-27T14:00', '2022-05-18T09:00'])('of the demo at %s', async (moment) => {
    const tab = await app.open({ width: 1920, height: 1080, graphics: false })
    const { page } = tab
    await openDemo(app, tab)
    await showAt(tab, moment)
    const wall = await onWall(tab)
    const levels = await page.locator('.level-counts .ground').allInnerTexts()
    const areas = levels.map(text).filter((one) => one.endsWith('km²'))
    const wholeArea = text(await page.locator('.level-counts .whole b').last().innerText())
    const sum = areas.reduce((all, one) => all + Math.round(Number.parseFloat(one.replace(',', '')) * 100), 0)
    expect(sum).toBe(Math.round(Number.parseFloat(wholeArea.replace(',', '')) * 100))

    await goTo(tab, 'briefing')
    for (const [id, date] of wall) {
      const row = page.locator(`.briefing-table [data-zone="${id}"] .state span`)
      await row.waitFor({ timeout: 60_000 })
      const said = text(await row.innerText())
      const isSaid = [date, `最早 ${date}`].some((one) => one.startsWith(said))
      expect(isSaid, `${id} ${date}, ${said}`).toBe(true)
    }
    await goTo(tab, 'checks')
    const table = page.locator('[data-table="zones"], .check-tables').first()
    await table.waitFor({ timeout: 60_000 })
    const said = text(await table.innerText())
    const bare = (value: string): string => value.replaceAll(/[ ·]/g, '')
    for (const [id, date] of wall) expect(bare(said), id).toContain(bare(date))
    expect(tab.errors).toEqual([])
    await tab.context.close()
  })

  test('S39 of a pack without rules: hero, headline and notice say so, and no 0 stands for what nobody stated', async () => {
    const tab = await app.open({ width: 1920, height: 1080, graphics: false })
    const { page } = tab
    await page.goto(app.address)
    await page.locator('[data-drop]').first().waitFor()
    await dropFiles(tab, '[data-drop]', madeUpPack())
    await page.locator('.plan-bar .button.primary:not([disabled])').click({ timeout: 60_000 })
    await page.locator('.desk').waitFor({ timeout: 60_000 })
    expect(await page.locator('.notice-bar').innerText()).toContain('未选用规则')
    await goTo(tab, 'wall')
    await showAt(tab, '2022-05-27T14:00')
    await page.locator('.hero-figure li').first().waitFor({ timeout: 60_000 })
    const rows = (await page.locator('.hero-figure li').allInnerTexts()).map(text)
    expect(rows.slice(0, 3)).toEqual(['社会面发现 —', '隔离管控中发现 —', '未选用规则，未分社会面 5 例'])
    expect(text(await page.locator('.wall-headline h2').innerText())).toBe('未选用规则，1 区未作判定')
    expect(text(await page.locator('.wall-header .labels').innerText())).toContain('未选用规则')
    expect(text(await page.locator('[data-gap="silent"]').innerText())).toContain('日报今日 2 个单位已报')
    expect(tab.errors).toEqual([])
    await tab.context.close()
  })
})
