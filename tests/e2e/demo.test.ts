import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessAnswer, TransitionWord } from '#geo'
import { transitionWord } from '../../src/i18n/transition-words'
import { type App, type AppPage, firstRun, goTo, openDemo, openDemoHere, startApp } from '../helpers/app'
import { wordsOf } from '../helpers/words-of'

const ROOT = resolve(__dirname, '../..')
let app: App
let tab: AppPage
let opened = 0

beforeAll(async () => {
  app = await startApp()
  tab = await app.open()
  const warmUp = await app.open()
  await openDemo(app, warmUp)
  await warmUp.context.close()
  const from = await firstRun(app, tab)
  await openDemoHere(tab)
  opened = Date.now() - from
  console.log(`first run → wall of the demo: ${opened} ms`)
})
afterAll(() => app?.close())

const statesOn = (scope: string): Promise<[string, string][]> =>
  tab.page
    .locator(`${scope} [data-zone][data-word]`)
    .evaluateAll((rows) =>
      rows.map(
        (row) => [(row as HTMLElement).dataset.zone!, (row as HTMLElement).dataset.word!] as [string, string],
      ),
    )

describe('the demo district, end to end', () => {
  test('its sixteen zones read the same in the command line, on the wall, in the inspector and in the briefing', async () => {
    const text = execFileSync(
      'npx',
      ['--no-install', 'cordon', 'assess', 'public/demo/lanxi', '--as-of', '2022-05-27T14:00', '--json'],
      { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const answer = JSON.parse(text) as AssessAnswer
    const { zones } = answer
    const commanded = wordsOf(answer)
    expect(zones.length).toBe(16)

    await goTo(tab, 'wall')
    await tab.page.locator('.wall-screen [data-zone][data-word]').first().waitFor()
    const wall = new Map(await statesOn('.wall-screen'))
    const rest = await tab.page.locator('.wall-screen').innerText()

    await goTo(tab, 'briefing')
    await tab.page.locator('.briefing-table [data-zone][data-word]').first().waitFor()
    const briefing = new Map(await statesOn('.briefing-table'))
    expect([...briefing.keys()].sort()).toEqual(zones.map(({ id }) => id).sort())

    await goTo(tab, 'desk')
    for (const { id } of zones) {
      await tab.page.locator(`.gantt [data-zone="${id}"]`).click()
      const inspector = tab.page.locator(`.inspector[data-zone="${id}"]`)
      await inspector.waitFor()
      const word = await inspector.getAttribute('data-word')
      expect(word, `${id} inspector = briefing`).toBe(briefing.get(id))
      expect(word, `${id} inspector = command line`).toBe(commanded.get(id))
      if (wall.has(id)) expect(wall.get(id), `${id} wall = briefing`).toBe(word)
    }
    expect(wall.size).toBeGreaterThanOrEqual(10)
    if (wall.size < zones.length) expect(rest).toMatch(new RegExp(`另有 ${zones.length - wall.size} (区|个)`))
  })

  test('the printed word in the briefing table is the one of its state', async () => {
    await goTo(tab, 'briefing')
    await tab.page.locator('.briefing-table [data-zone]').first().waitFor()
    const rows = await tab.page
      .locator('.briefing-table [data-zone]')
      .evaluateAll((all) =>
        all.map((row) => [(row as HTMLElement).dataset.word!, (row as HTMLElement).innerText] as const),
      )
    for (const [word, text] of rows) expect(text).toContain(transitionWord(word as TransitionWord, 'zh'))
  })

  test('the briefing downloads as a picture of 3840 × 2160', async () => {
    await goTo(tab, 'briefing')
    await tab.page.locator('canvas[data-ready]').waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([
      tab.page.waitForEvent('download', { timeout: 90_000 }),
      tab.page.locator('[data-action="download"]').click(),
    ])
    const { PNG } = await import('pngjs')
    const { readFileSync } = await import('node:fs')
    const picture = PNG.sync.read(readFileSync((await download.path())!))
    expect([picture.width, picture.height]).toEqual([3840, 2160])
    const inks = new Set<number>()
    for (let at = 0; at < picture.data.length; at += 4 * 997)
      inks.add((picture.data[at]! << 16) | (picture.data[at + 1]! << 8) | picture.data[at + 2]!)
    expect(inks.size).toBeGreaterThan(20)
  })

  test('what is looked at stands in the address and comes back on reload', async () => {
    await goTo(tab, 'desk')
    await tab.page.locator('.gantt [data-zone="S-01"]').click()
    await tab.page.waitForURL(/zone=S-01/)
    await tab.page.reload()
    await tab.page.locator('.inspector[data-zone="S-01"]').waitFor({ timeout: 60_000 })
  })

  test('a link to another zone and time of the open workspace is followed, one that says less is written anew', async () => {
    const { page } = tab
    await page.evaluate(() => {
      location.hash = location.hash.replace('S-01', 'C-02').replace(/at=[^&]*|$/, '&at=2022-05-26T20:00')
    })
    await page.locator('.inspector[data-zone="C-02"]').waitFor({ timeout: 60_000 })
    await page.locator('.effective b', { hasText: '5月26日 20:00' }).waitFor({ timeout: 60_000 })
    await page.evaluate(() => {
      location.hash = location.hash.replace(/\?.*/, '')
    })
    await page.waitForURL(/zone=C-02.*at=2022-05-26T20:00/)
    await page.locator('.inspector[data-zone="C-02"]').waitFor()
    await page.locator('.time-controls button', { hasText: '回到最新' }).click()
  })

  test('both languages and both themes leave no key untranslated and no error behind', async () => {
    for (const view of ['wall', 'desk', 'checks', 'briefing', 'import'] as const) {
      for (const locale of ['en', 'zh']) {
        await tab.page.evaluate((next) => localStorage.setItem('cordon.locale', JSON.stringify(next)), locale)
        await goTo(tab, view)
        await tab.page.reload()
        await tab.page
          .locator('.wall-screen, .desk, .check-tables, .briefing-table, .import')
          .first()
          .waitFor({ timeout: 60_000 })
        const text = await tab.page.locator('body').innerText()
        expect(
          text.match(/\b(?:wall|desk|checks|briefing|import|shell|common|error|map)\.[a-zA-Z_.]+/g),
          `${view} ${locale}`,
        ).toBeNull()
      }
    }
    expect(tab.errors).toEqual([])
  })
})
