import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AssessAnswer, BUILT_IN_POLICIES } from '#geo'
import { formatShortMoment } from '../../src/i18n/format-short'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'

const ROOT = resolve(__dirname, '../..')
let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1680, height: 1000, graphics: false })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

function assessed(policy: string): AssessAnswer {
  const text = execFileSync(
    'npx',
    [
      ...['--no-install', 'cordon', 'assess', 'public/demo/lanxi', '--as-of', '2022-05-27T14:00', '--json'],
      ...['--policy', policy],
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return JSON.parse(text) as AssessAnswer
}

/** Dates that the desk's inspector prints of a zone. */
async function deskDate(zone: string): Promise<string> {
  await goTo(tab, 'desk')
  await tab.page.locator(`.gantt [data-zone="${zone}"]`).click()
  const inspector = tab.page.locator(`.inspector[data-zone="${zone}"]`)
  await inspector.waitFor({ timeout: 60_000 })
  return inspector.innerText()
}

describe('rule editions', () => {
  test('the rules of the demo stand first and read as sentences without a raw id, in both languages', async () => {
    const { page } = tab
    await goTo(tab, 'rules')
    await page.locator('.edition-sentences').waitFor({ timeout: 60_000 })
    const first = page.locator('.edition-entry').first()
    expect(await first.getAttribute('data-edition')).toBe('lanxi-2022-05')
    expect(await first.innerText()).toContain('16 区采用')
    expect(await page.locator('.edition-entry').count()).toBe(BUILT_IN_POLICIES.length + 1)
    const said = await page.locator('.edition-sentences p .said').allInnerTexts()
    expect(said.length).toBeGreaterThan(40)
    for (const sentence of said)
      expect(sentence).not.toMatch(/\b[a-z]+[A-Z]\w+|\b(?:zone|case|level)\.[a-z]+|undefined|rules\./)
    await page.locator('button', { hasText: '中 / EN' }).click()
    await expect.poll(() => page.locator('.edition-sentences h3').first().innerText()).toMatch(/^[A-Z][a-z]/)
    const english = await page.locator('.edition-sentences p .said').allInnerTexts()
    for (const sentence of english) expect(sentence).not.toMatch(/\b(?:zone|case|level)\.[a-z]+|rules\./)
    await page.locator('button', { hasText: '中 / EN' }).click()
  })

  test('going over to the 8th edition shows the dates that the command line prints for it', async () => {
    const { page } = tab
    await page.locator('[data-tab=compare]').click()
    await page.locator('select[name=against]').selectOption('cn-2021-three-zone')
    await page.locator('.comparison-table').waitFor({ timeout: 60_000 })
    const cells = await page
      .locator('.comparison-table tbody tr')
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            [
              (row as HTMLElement).dataset.zone!,
              row.querySelector('[data-cell=to]')!.textContent!.trim(),
            ] as const,
        ),
      )
    const shown = new Map(cells)
    const { zones } = assessed('cn-2021-three-zone')
    expect(shown.size).toBe(zones.length)
    let dated = 0
    for (const { id, transitions } of zones) {
      const days = transitions
        .filter(({ kind }) => kind === 'downgrade' || kind === 'release')
        .flatMap(({ eligibleAt, ifDone }) => [eligibleAt, ifDone?.at ?? null])
        .flatMap((at) => (at === null ? [] : [formatShortMoment(at, 'zh').split(' ')[0]]))
      const day = shown.get(id)?.match(/\d+\/\d+/)?.[0]
      if (days.length === 0 || day === undefined) continue
      expect(days, id).toContain(day)
      dated += 1
    }
    expect(dated).toBeGreaterThan(8)
    await page.locator('.comparison-table tr[data-zone="S-04"]').click()
    await page.locator('.inspector[data-zone="S-04"]').waitFor()
  })

  test('no tab and no look-up leaves a key untranslated in either language', async () => {
    const { page } = tab
    for (const locale of ['en', 'zh']) {
      await page.evaluate((next) => localStorage.setItem('cordon.locale', JSON.stringify(next)), locale)
      await goTo(tab, 'rules')
      await page.reload()
      for (const one of ['text', 'compare', 'local']) {
        await page.locator(`[data-tab=${one}]`).click()
        await page.locator('.edition-sentences, .edition-compare, .local-edition').first().waitFor()
        const text = await page.locator('body').innerText()
        expect(text.match(/\b(?:rules|shell|common|error)\.[a-zA-Z_.]+/g), `${one} ${locale}`).toBeNull()
      }
      for (const view of ['lookup', 'checks'] as const) {
        await goTo(tab, view)
        await page.locator('.lookup, .check-tables').first().waitFor()
        const text = await page.locator('body').innerText()
        expect(text.match(/\b(?:lookup|checks|common|error)\.[a-zA-Z_.]+/g), `${view} ${locale}`).toBeNull()
      }
    }
  })

  test('a document with faults is named path by path and cannot be adopted; what is no JSON is refused', async () => {
    const { page } = tab
    await goTo(tab, 'rules')
    await page.locator('[data-tab=text]').click()
    await page.locator('.edition-sentences').waitFor()
    await dropFiles(tab, '.edition-list', { 'note.json': 'no json' })
    await page.locator('.toast', { hasText: 'note.json' }).waitFor()
    const broken = {
      id: 'x',
      extends: 'cn-2021-three-zone',
      name: { zh: '坏' },
      levels: [{ id: 'sealed', rank: 'high' }],
    }
    await dropFiles(tab, '.edition-list', { 'x.json': JSON.stringify(broken) })
    const fault = page.locator('.preview-panel .fault-list li').first()
    await fault.waitFor()
    expect(await fault.getAttribute('data-path')).toBe('levels.0.rank')
    expect(await fault.innerText()).toContain('类型不对')
    expect(await page.locator('[data-action=adopt]').isDisabled()).toBe(true)
    await page.locator('.loaded-edition h2 button').click()
  })

  test('a local edition of more days shows which dates move; adopted it moves the desk, undone it moves back', async () => {
    const { page } = tab
    expect(await deskDate('S-04')).toContain('5/31')
    await goTo(tab, 'rules')
    await page.locator('[data-tab=local]').click()
    const days = page.locator('[data-threshold^="unseal/"] input').first()
    await days.waitFor()
    expect(await days.inputValue()).toBe('7')
    expect(await page.locator('[data-action=adopt]').isDisabled()).toBe(true)
    await days.fill('8')
    await days.press('Tab')
    const row = page.locator('.preview-panel tr[data-zone="S-04"]')
    await row.waitFor({ timeout: 60_000 })
    expect(await row.locator('[data-cell=from]').innerText()).toContain('5/31')
    expect(await row.locator('[data-cell=to]').innerText()).toContain('6/1')
    expect(await row.innerText()).toContain('推后 1 天')
    expect(await page.locator('.preview-panel footer').innerText()).toContain('只读')
    const demo = page.url().match(/#\/w\/([^/?]+)/)![1]
    await page.locator('[data-action=adopt]').click()
    await page.waitForURL((url) => !url.hash.includes(demo!), { timeout: 60_000 })
    await page
      .locator('.edition-entry[data-edition="lanxi-2022-05-local"]', { hasText: '16 区采用' })
      .waitFor({ timeout: 60_000 })
    expect(await deskDate('S-04')).toContain('6/1')

    await page.locator('.steps button').first().click()
    await expect.poll(() => page.locator('.inspector').innerText(), { timeout: 60_000 }).toContain('5/31')
    await goTo(tab, 'rules')
    await expect
      .poll(() => page.locator('.edition-entry').first().getAttribute('data-edition'), { timeout: 60_000 })
      .toBe('lanxi-2022-05')
    expect(await page.locator('.edition-entry[data-edition="lanxi-2022-05-local"]').count()).toBe(0)
    expect(tab.errors).toEqual([])
  })

  test('an edition that everybody has is adopted as it stands in one act, and one undo takes it back', async () => {
    const { page } = tab
    const entry = page.locator('.edition-entry[data-edition="cn-2021-three-zone"]')
    await entry.click()
    await page.locator('[data-tab=adopt]').click()
    await page.locator('.adopt-edition tr[data-zone]').first().waitFor({ timeout: 60_000 })
    await page.locator('[data-action=adopt]:not([disabled])').click()
    await page
      .locator('.edition-entry[data-edition="cn-2021-three-zone"]', { hasText: '16 区采用' })
      .waitFor({ timeout: 60_000 })
    expect(await entry.innerText()).toContain('本工程现行')
    await page.locator('[data-tab=adopt]').click()
    await expect.poll(() => page.locator('.adopt-edition').innerText()).toContain('全部分区已按')
    expect(await page.locator('[data-action=adopt]').isDisabled()).toBe(true)

    // levels that the edition lacks: only zones drawn from now on would follow it
    await page.locator('.edition-entry[data-edition="cn-9th-2022"]').click()
    await expect.poll(() => page.locator('.adopt-edition .found').innerText()).toContain('16 个分区的级别')
    expect(await page.locator('.adopt-edition input[name=follows]').count()).toBe(0)

    await page.keyboard.press('Control+z')
    await page
      .locator('.edition-entry[data-edition="lanxi-2022-05"]', { hasText: '16 区采用' })
      .waitFor({ timeout: 60_000 })
    expect(tab.errors).toEqual([])
  })
})
