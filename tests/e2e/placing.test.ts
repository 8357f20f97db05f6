import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1366, height: 768 })
  await openDemo(app, tab)
  await goTo(tab, 'import')
  await tab.page.locator('.import .empty .button').first().click()
  await tab.page.locator('.import .empty .note .button').waitFor({ state: 'detached', timeout: 30_000 })
})
afterAll(() => app?.close())

const WAIT = { timeout: 60_000 }
const HEADER = readFileSync(join(import.meta.dirname, '../../public/demo/lanxi/cases.csv'), 'utf8').split(
  '\n',
)[0]!
const AT_ZERO = 'LX22-999,2022-05-27T12:00:00+08:00,,,confirmed,,local,community,,,0,0,,,,'
const item = () => tab.page.locator('.unplaced-item[data-unplaced="cases cases.csv position-at-zero"]')

/** Every zone with its word, its mark and its date, as the time line prints them. */
const zones = (): Promise<string[]> =>
  tab.page
    .locator('.gantt [data-zone]')
    .evaluateAll((rows) => rows.map((row) => row.textContent!.replace(/\s+/g, ' ').trim()))
/** The panel with its one item, and what the zones are meanwhile. */
async function heldAgain(): Promise<void> {
  await item().waitFor(WAIT)
  expect(await zones()).not.toEqual(before)
}

const OUTSIDE = '谭家埭'
const undo = (): Promise<void> => tab.page.locator('.top-bar .steps button').first().click()

let before: string[]

test('a case at 0, 0 is announced before the import with the zones that it would hold', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  await page.locator('.gantt [data-zone]').first().waitFor(WAIT)
  before = await zones()
  await goTo(tab, 'import')
  await dropFiles(tab, '.drop-area', { 'cases.csv': `${HEADER}\n${AT_ZERO}\n` })
  const line = page.locator('[data-part="unplaced"]')
  await line.waitFor(WAIT)
  expect(await line.innerText()).toMatch(/^1 行未落位，将使 [1-9]\d* 区不能降级$/)
  expect(await page.locator('[data-region="unplaced"] article').innerText()).toContain('坐标为 0/0')
  await page.locator('.plan-bar .primary').click()
  await page.waitForURL(/\/desk/, WAIT)
  await page.locator('.unplaced-line').waitFor(WAIT)
  await page.keyboard.press('u')
  await heldAgain()
})

test('placed in three acts, all zones are free in the picture in which the row is gone; undo holds them again', async () => {
  const { page } = tab
  await item().locator('[data-act="place"]').click()
  await page.keyboard.type(OUTSIDE)
  await page.keyboard.press('Enter')
  await item().waitFor({ state: 'detached', ...WAIT })
  expect(await zones()).toEqual(before)
  await undo()
  await heldAgain()
})

test('ruled out only once reason, note and signature stand, and undo gives it back', async () => {
  await item().locator('[data-act="ruleOut"]').click()
  const sign = item().locator('[data-action="rule-out"]')
  const form = item().locator('.rule-out-form')
  for (const fill of [
    () => form.locator('[data-kind="enteredByMistake"]').click(),
    () => form.locator('[data-field="because"]').fill('空行，镇街 13:52 来电确认'),
    () => form.locator('[data-field="unit"]').fill('区疾控'),
    () => form.locator('[data-field="name"]').fill('周某'),
    () => form.locator('[data-field="role"]').selectOption('epidemiologist'),
  ]) {
    expect(await sign.isDisabled()).toBe(true)
    await fill()
  }
  await sign.click()
  await item().waitFor({ state: 'detached', ...WAIT })
  expect(await zones()).toEqual(before)
  await undo()
  await heldAgain()
  expect(tab.errors).toEqual([])
})

test('a refused row of approvals holds its zone, is ruled out the same way, and never placed', async () => {
  const { page } = tab
  const step = page.locator('.unplaced-item[data-unplaced="transitions transitions.csv no-such-day"]')
  await item().locator('[data-act="place"]').click()
  await page.keyboard.type(OUTSIDE)
  await page.keyboard.press('Enter')
  await item().waitFor({ state: 'detached', ...WAIT })
  await goTo(tab, 'import')
  const steps = 'zone,transition,step,at,by,decision\nS-03,unseal,approve,2022-13-45,区指,given\n'
  await dropFiles(tab, '.drop-area', { 'transitions.csv': steps })
  await page.locator('[data-part="unplaced"]').waitFor(WAIT)
  await page.locator('.plan-bar .primary').click()
  await page.waitForURL(/\/desk/, WAIT)
  await page.locator('.unplaced-line').waitFor(WAIT)
  if (!(await step.isVisible())) await page.keyboard.press('u')
  await step.waitFor(WAIT)
  expect(
    await step.locator('[data-act]').evaluateAll((all) => all.map((one) => one.getAttribute('data-act'))),
  ).toEqual(['ruleOut'])
  await step.locator('[data-act="ruleOut"]').click()
  const form = step.locator('.rule-out-form')
  expect(
    await form.locator('[data-kind]').evaluateAll((all) => all.map((one) => one.getAttribute('data-kind'))),
  ).toEqual(['duplicateOf', 'enteredByMistake'])
  await form.locator('[data-kind="enteredByMistake"]').click()
  await form.locator('[data-field="because"]').fill('日期抄错，无此签批')
  await form.locator('[data-field="unit"]').fill('区疾控')
  await form.locator('[data-field="name"]').fill('周某')
  await form.locator('[data-field="role"]').selectOption('approver')
  await step.locator('[data-action="rule-out"]').click()
  await step.waitFor({ state: 'detached', ...WAIT })
  expect(await zones()).toEqual(before)
  expect(tab.errors).toEqual([])
})
