import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo } from '../helpers/app'
import { openOwnDesk } from '../helpers/drawing-desk'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WAIT = { timeout: 90_000 }
const GRAVE = new Set(['serious', 'critical'])

let app: App
let tab: AppPage
beforeAll(async () => {
  const opened = await openOwnDesk('120.21,31.10,11', WAIT.timeout)
  app = opened.app
  tab = opened.tab
})
afterAll(() => app?.close())

/** What axe-core finds serious or critical in a part of the page: the rule, and where. */
async function graveIn(part: string): Promise<string[]> {
  await tab.page.waitForFunction(
    () => document.getAnimations().every((one) => !(one instanceof CSSTransition)),
    null,
    WAIT,
  )
  await tab.page.evaluate(AXE)
  const violations = await tab.page.evaluate(async (root) => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(root, {
      resultTypes: ['violations'],
    })
    return found.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html) }))
  }, part)
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ''))
    .flatMap(({ id, at }) => at.map((html) => `${part}: ${id}: ${html.slice(0, 160)}`))
}

/** Colours go over to those of the other theme by and by. */
async function lookIn(scheme: 'light' | 'dark'): Promise<void> {
  await tab.page.emulateMedia({ colorScheme: scheme })
  await tab.page.waitForTimeout(1000)
}

test('every form of entry by hand, light and dark: nothing that axe calls serious', async () => {
  const { page } = tab
  const found: string[] = []
  await page.keyboard.press('n')
  await page.locator('.hand-panel').waitFor(WAIT)
  const kinds = await page
    .locator('.hand-panel [data-kind]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')!))
  expect(kinds.length).toBeGreaterThan(8)
  for (const scheme of ['light', 'dark'] as const) {
    await lookIn(scheme)
    for (const kind of kinds) {
      await page.locator(`.hand-panel [data-kind="${kind}"]`).click()
      await page.locator(`.hand-panel [data-kind="${kind}"][aria-pressed="true"]`).waitFor(WAIT)
      found.push(...(await graveIn('.hand-panel')).map((one) => `${scheme} ${kind} ${one}`))
    }
  }
  await page.keyboard.press('Escape')
  expect(found).toEqual([])
})

const SCREENS = [
  ['checks', '.check-tables'],
  ['rules', '.rules'],
  ['lookup', '.lookup'],
  ['import', '.drop-area'],
  ['workspace', '[data-tab]'],
  ['handover', '[data-part="hand-over"]'],
  ['briefing', 'canvas[data-ready]'],
  ['wall', '.wall-screen'],
] as const

test('the desk and every other screen: the same', async () => {
  const found = await graveIn('body')
  for (const [view, part] of SCREENS) {
    await goTo(tab, view)
    await tab.page.locator(part).first().waitFor(WAIT)
    found.push(...(await graveIn('body')).map((one) => `${view} ${one}`))
  }
  expect(found).toEqual([])
})

test('in English: the forms, the desk and every other screen', async () => {
  const { page } = tab
  const found: string[] = []
  await goTo(tab, 'desk')
  await page.locator('.tree').waitFor(WAIT)
  await page.getByRole('button', { name: '中 / EN' }).click()
  await page.locator('html[lang="en"]').waitFor(WAIT)
  found.push(...(await graveIn('body')))
  await page.keyboard.press('n')
  await page.locator('.hand-panel').waitFor(WAIT)
  for (const kind of await page.locator('.hand-panel [data-kind]').all()) {
    await kind.click()
    found.push(...(await graveIn('.hand-panel')))
  }
  await page.keyboard.press('Escape')
  for (const [view, part] of SCREENS) {
    await goTo(tab, view)
    await page.locator(part).first().waitFor(WAIT)
    found.push(...(await graveIn('body')).map((one) => `${view} ${one}`))
  }
  expect(found).toEqual([])
})
