import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'
import { commanded, exportedPack, lookAt, name, ownDesk } from '../helpers/drawing-desk'

const CAMERA = '120.18680,31.12310,14.2'
const AT = '2022-05-27T14:00'
/** a member of the zone C-01, and its neighbour, which is none */
const [MEMBER, NEIGHBOUR] = ['339901001008', '339901001005']
const TOWN = '339901001'
const DEMO = resolve(__dirname, '../../public/demo/lanxi')
const WAIT = { timeout: 60_000 }

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1680, height: 1000 })
  await openDemo(app, tab)
  await ownDesk(tab, CAMERA)
})
afterAll(() => app?.close())

const inspector = (code: string) => tab.page.locator(`.place-inspector[data-place="${code}"]`)
const figure = async (code: string, id: string): Promise<number> => {
  const text = await inspector(code).locator(`[data-figure="${id}"] dd`).innerText(WAIT)
  return Number(text.replace(/[^\d]/g, ''))
}
/** Reads a place by the way it is found: its code in the search. */
async function read(code: string): Promise<void> {
  await name(tab.page, code)
  await inspector(code).waitFor(WAIT)
}
/** Ground and people of the zone, as its inspector prints them. */
async function ofZone(): Promise<string> {
  await lookAt(tab.page, CAMERA, 'C-01')
  const figures = tab.page.locator('.inspector[data-zone="C-01"] .figures')
  await figures.waitFor(WAIT)
  const printed = await figures.locator('div').allInnerTexts()
  return printed.filter((text) => /面积|人口|户数|累计感染者/.test(text)).join('\n')
}

test('two villages are merged: the town has the same people, the zone its ground, and one step takes it back', async () => {
  const { page } = tab
  const zone = await ofZone()
  expect(zone).toMatch(/人口/)
  await read(MEMBER)
  const [people, cases] = [await figure(MEMBER, 'people'), await figure(MEMBER, 'cases')]
  await read(NEIGHBOUR)
  const beside = await figure(NEIGHBOUR, 'people')
  await read(TOWN)
  const town = [await figure(TOWN, 'people'), await figure(TOWN, 'places'), await figure(TOWN, 'cases')]

  await read(MEMBER)
  await page.locator('[data-region="place-acts"] [data-act="merge"]').focus()
  await page.keyboard.press('Enter')
  const sheet = page.locator('.place-sheet')
  await sheet.locator('[data-field="into"]').selectOption(NEIGHBOUR)
  await sheet.locator('[data-field="at"]').fill('2022-05-20')
  await sheet.locator('[data-field="because"]').fill('民政批复')
  await sheet.locator('[data-field="author"]').fill('王')
  await sheet.locator('[data-action="write"]').click()
  await sheet.waitFor({ state: 'detached' })

  const heir = inspector(MEMBER).locator(`[data-heir="${NEIGHBOUR}"]`)
  await heir.waitFor(WAIT)
  expect(await figure(MEMBER, 'cases')).toBe(cases)
  expect(await page.locator('[data-region="place-acts"]').count()).toBe(0)
  await heir.click()
  expect(await figure(NEIGHBOUR, 'people')).toBe(people + beside)
  await read(TOWN)
  expect([await figure(TOWN, 'people'), await figure(TOWN, 'places'), await figure(TOWN, 'cases')]).toEqual(
    town,
  )
  expect(await ofZone()).toBe(zone)

  await page.keyboard.press('Control+z')
  await read(MEMBER)
  await page.locator('[data-region="place-acts"]').waitFor(WAIT)
  expect(await figure(MEMBER, 'people')).toBe(people)
  await page.keyboard.press('Control+y')
  await heir.waitFor(WAIT)
})

test('look-up names the heir, and the command line reads the same ground, people and zones from the exported log', async () => {
  const { page } = tab
  await goTo(tab, 'lookup')
  await page.locator('.lookup textarea').fill(MEMBER)
  await page.locator('[data-action=look]').click()
  const row = page.locator('.open-lines li[data-line="1"]')
  await row.waitFor(WAIT)
  expect(await row.innerText()).toContain('5月20日起并入望江社区')
  await goTo(tab, 'desk')
  await page.locator('.drawing-toolbar').waitFor(WAIT)
  const pack = await exportedPack(page)
  type Levels = { levels: { district: { people: number; households: number; areaM2: number } } }
  const district = async (path: string) => {
    const { levels } = (await commanded('coverage', path, '--as-of', AT)) as unknown as Levels
    return levels.district
  }
  const zones = async (path: string) => {
    const { zones: all } = (await commanded('assess', path, '--as-of', AT)) as unknown as {
      zones: { id: string; level: string; cases?: number }[]
    }
    return all.map(({ id, level, cases }) => ({ id, level, cases }))
  }
  const [merged, before] = [await district(pack), await district(DEMO)]
  expect([merged.people, merged.households]).toEqual([before.people, before.households])
  expect(merged.areaM2 / before.areaM2).toBeCloseTo(1, 9)
  expect(await zones(pack)).toEqual(await zones(DEMO))
  expect(tab.errors).toEqual([])
})
