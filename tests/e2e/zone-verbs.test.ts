import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, openDemo, startApp } from '../helpers/app'
import { commanded, exportedPack, lookAt, name, ownDesk, people, pointAt } from '../helpers/drawing-desk'

const CAMERA = '120.18680,31.12310,15.1'
let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1680, height: 1000 })
  await openDemo(app, tab)
  await ownDesk(tab, CAMERA)
  await lookAt(tab.page, CAMERA, 'S-01')
  await tab.page.locator('.inspector[data-zone="S-01"] .figures').waitFor({ timeout: 60_000 })
})
afterAll(() => app?.close())

const WAIT = { timeout: 60_000 }
const heading = (): Promise<string> => tab.page.locator('.inspector h1').innerText()
const inspector = (): Promise<string> => tab.page.locator('.inspector').innerText()
const sealed = (): Promise<string[]> =>
  tab.page.locator('.time').evaluate((box) => {
    const words = (box as HTMLElement).innerText.match(/封\d\d/g) ?? []
    return [...new Set(words)].sort()
  })
const WHOLE = ['封01', '封02', '封03', '封04', '封05', '封06', '封07']
const back = (): Promise<void> => tab.page.locator('.top-bar .steps button').first().click()
const again = (): Promise<void> => tab.page.locator('.top-bar .steps button').nth(1).click()
/** Number of cases: `病例 n` in the hint, 累计感染者 in the inspector. */
const cases = async (where: 'hint' | 'inspector'): Promise<number> => {
  const text =
    where === 'hint'
      ? (await tab.page.locator('.drawing-hint .first').innerText()).match(/病例 (\d+)/)?.[1]
      : await tab.page.locator('.inspector .figures div', { hasText: '累计感染者' }).locator('dd').innerText()
  return Number((text ?? '').replace(/[^\d]/g, ''))
}
async function save(fields: Readonly<Record<string, string>>): Promise<void> {
  const { page } = tab
  for (const [field, text] of Object.entries(fields)) await page.fill(`[data-field="${field}"]`, text)
  await page.locator('[data-action="save-zone"]').click()
  await page.locator('[data-sheet]').waitFor({ state: 'detached', timeout: 30_000 })
}

test('a split gives two zones that add up, one step back makes them one again, one forward two', async () => {
  const { page } = tab
  const [wholePeople, wholeCases] = [await people(page, 'inspector'), await cases('inspector')]
  await page.keyboard.press('s')
  for (const at of [
    [120.1785, 31.123],
    [120.195, 31.1235],
  ] as const)
    await page.mouse.click(...(await pointAt(page, CAMERA, at)))
  expect(await page.locator('.drawing-hint .first').innerText()).toContain('2 部分')
  await page.keyboard.press('Enter')
  await save({ because: '两片之间已断开', name: '锦绣苑北片', author: '王', unit: '区疾控' })
  await expect.poll(sealed, WAIT).toEqual([...WHOLE, '封09'])
  await expect.poll(() => people(page, 'inspector'), WAIT).toBeLessThan(wholePeople)
  const [kept, keptCases] = [await people(page, 'inspector'), await cases('inspector')]
  expect(await inspector()).toContain('两片之间已断开')
  await name(page, 'S-09')
  await expect.poll(heading, WAIT).toContain('封09 锦绣苑北片')
  await expect.poll(() => people(page, 'inspector'), WAIT).toBe(wholePeople - kept)
  expect(keptCases + (await cases('inspector'))).toBe(wholeCases)

  const pack = await exportedPack(page)
  const coverage = (await commanded('coverage', pack, '--as-of', '2022-05-27T14:00')) as never as {
    perimeter: { id: string }[]
  }
  expect(coverage.perimeter.map(({ id }) => id)).toContain('S-09')

  await back()
  await expect.poll(sealed, WAIT).toEqual(WHOLE)
  await lookAt(page, CAMERA, 'S-01')
  await expect.poll(() => people(page, 'inspector'), WAIT).toBe(wholePeople)
  await again()
  await expect.poll(sealed, WAIT).toEqual([...WHOLE, '封09'])
  await back()
  await expect.poll(() => people(page, 'inspector'), WAIT).toBe(wholePeople)
})

test('a merge says before it is saved what the inspector says after, and is one step back', async () => {
  const { page } = tab
  await lookAt(page, CAMERA, 'S-01')
  await page.locator('.inspector[data-zone="S-01"] .figures').waitFor(WAIT)
  const whole = await people(page, 'inspector')
  await page.keyboard.press('m')
  await name(page, 'S-02')
  await expect.poll(() => people(page, 'hint'), WAIT).toBeGreaterThan(whole)
  const [joined, joinedCases] = [await people(page, 'hint'), await cases('hint')]
  await page.keyboard.press('Enter')
  await save({ because: '两区相连' })
  await expect.poll(sealed, WAIT).toEqual(WHOLE.filter((code) => code !== '封02'))
  await expect.poll(() => people(page, 'inspector'), WAIT).toBe(joined)
  expect(await cases('inspector')).toBe(joinedCases)
  await back()
  await expect.poll(sealed, WAIT).toEqual(WHOLE)
  await expect.poll(() => people(page, 'inspector'), WAIT).toBe(whole)
})

test('a zone is renamed and deleted behind its three dots, with a reason, and comes back whole', async () => {
  const { page } = tab
  const verb = async (id: string, text: string): Promise<void> => {
    await page.locator('[data-action="zone-menu"]').click()
    await page.locator(`[data-verb="${id}"]`).click()
    await page.fill('[data-field="ask"]', text)
    await page.locator('[data-action="confirm"]').click()
  }
  await verb('zone.rename', '锦绣苑东片')
  await expect.poll(heading, WAIT).toContain('封01 锦绣苑东片')
  expect(await page.locator('.time').innerText()).toContain('封01 锦绣苑东片')
  await back()
  await expect.poll(heading, WAIT).toContain('封01 锦绣苑片区')

  const whole = await people(page, 'inspector')
  await verb('zone.delete', '重复划定')
  await expect.poll(sealed, WAIT).toEqual(WHOLE.slice(1))
  await page.locator('.toast button', { hasText: '撤销' }).click()
  await expect.poll(sealed, WAIT).toEqual(WHOLE)
  await expect.poll(heading, WAIT).toContain('封01 锦绣苑片区')
  await page.locator('.inspector .figures').waitFor(WAIT)
  expect(await people(page, 'inspector')).toBe(whole)
  expect(tab.errors).toEqual([])
})
