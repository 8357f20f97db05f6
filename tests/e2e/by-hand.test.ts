import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLog } from '../../src/import/files/read-log'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { type App, type AppPage, goTo, picture } from '../helpers/app'
import { openOwnDesk } from '../helpers/drawing-desk'

const CAMERA = '120.21,31.10,11'
const WAIT = { timeout: 60_000 }
const NUMBER = 'LX22-199'

let app: App
let tab: AppPage
beforeAll(async () => {
  const opened = await openOwnDesk(CAMERA, WAIT.timeout)
  app = opened.app
  tab = opened.tab
})
afterAll(() => app?.close())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => tab.page.keyboard.press(key)), Promise.resolve())
const type = (text: string) => tab.page.keyboard.type(text)
const told = (text: RegExp) => tab.page.locator('.toast', { hasText: text }).waitFor(WAIT)

/** What the exported log says, without where and when each row was learned. */
async function register(): Promise<Partial<Register>> {
  const { page } = tab
  await page.locator('.export-menu > button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.locator('[data-action="export-log"]').click(),
  ])
  const unzipped = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
  const files = Object.entries(unzipped).map(([path, bytes]) => ({ path, bytes }))
  const file = files.find(({ path }) => path === 'log.ndjson')!
  const segments = files.filter(({ path }) => path.startsWith('segments/'))
  const { events, blocks } = readLog({ file, segments })
  const {
    head: _head,
    events: _events,
    rowHistory: _history,
    ...facts
  } = fold(events, blocks, { known: null })
  const learned = new Set(['origin', 'knownAt', 'recordedAt'])
  return JSON.parse(
    JSON.stringify(facts, (key, value) => {
      if (learned.has(key)) return undefined
      return value instanceof Set ? [...value].sort() : value
    }),
  ) as Partial<Register>
}

/** Silent units, posts without a person and cases, as the wall prints them. */
async function wall(): Promise<string> {
  await goTo(tab, 'wall')
  const figures = tab.page.locator('[data-region="figures"]')
  await figures.waitFor(WAIT)
  await tab.page.waitForTimeout(2_500)
  const text = await figures.innerText()
  await goTo(tab, 'desk')
  await tab.page.locator('.drawing-toolbar').waitFor(WAIT)
  return text
}

/** What the desk says of a zone in the timeline. */
const standing = (zone: string) => tab.page.locator(`.gantt [data-zone="${zone}"]`).textContent()
const wordOf = async (zone: string): Promise<string> =>
  (await tab.page.locator(`.gantt [data-zone="${zone}"] .status`).textContent()) ?? ''

test('a signal by keyboard suspends what is pending; cleared it is as before; one becomes a case in one step', async () => {
  const { page } = tab
  const before = await register()
  const morning = await wall()
  await expect.poll(() => wordOf('S-03'), WAIT).toBe('待审批')
  const others = await wordOf('S-06')

  await press('n', 's')
  await page.locator('[data-form="signal"] [data-field="place"]:focus').waitFor(WAIT)
  await type('纺织新村')
  await page.locator('[data-said="where"]', { hasText: '387' }).waitFor(WAIT)
  expect(await page.locator('[data-said="where"]').innerText()).toMatch(/文明社区.*封03.*管02/)
  expect(await page.locator('[data-said="suspends"]').innerText()).toContain('封03')
  await press('Enter')
  await page.locator('[data-field="author"]:focus').waitFor(WAIT)
  await type('王')
  await press('Enter')
  await page.locator('[data-form="signal"] [data-field="place"]:focus').waitFor(WAIT)
  await picture(tab, 'hand-signal-form')
  await press('Enter')
  await told(/纺织新村/)
  await expect.poll(() => wordOf('S-03'), WAIT).toBe('暂停 · 待复核')
  expect(await wordOf('S-06')).toBe(others)
  expect(await standing('S-03')).toContain('复核时限未定')
  const row = page.locator('[data-signal]')
  expect(await row.innerText()).toMatch(/混管阳性.*1 管.*20 人.*封03 管02/s)
  await page.getByText('阳性线索 待复核').first().waitFor(WAIT)
  await picture(tab, 'hand-signal')
  expect(await wall(), 'a signal is in no count').toBe(morning)

  await row.locator('[data-act="clear"]').focus()
  await press('Enter')
  await told(/已排除/)
  await expect.poll(() => wordOf('S-03'), WAIT).toBe('待审批')
  expect(await row.count()).toBe(0)

  await page.locator('[data-form="signal"] [data-field="place"]').focus()
  await type('纺织新村')
  await page.locator('[data-said="where"]').waitFor(WAIT)
  await press('Enter')
  await row.waitFor(WAIT)
  await row.locator('[data-act="turn"]').focus()
  await press('Enter')
  await page.locator('[data-form="case"] [data-said="where"]', { hasText: '文明社区' }).waitFor(WAIT)
  await page.locator('[data-form="case"] [data-field="place"]:focus').waitFor(WAIT)
  await press('Tab', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Tab')
  await press('Enter')
  await page.locator('[data-form="case"] [data-field="id"][aria-invalid="true"]:focus').waitFor(WAIT)
  await type(NUMBER)
  await press('Enter')
  await told(/转为病例/)
  await picture(tab, 'hand-signal-case')
  await expect.poll(() => wordOf('S-03'), WAIT).toBe('条件未满足，2 项未知')

  await press('Escape')
  await page.locator('.hand-panel').waitFor({ ...WAIT, state: 'detached' })
  for (let step = 0; step < 4; step += 1) {
    await press('Control+z')
    await page.waitForTimeout(2_500)
  }
  await expect.poll(async () => JSON.stringify(await register()) === JSON.stringify(before), WAIT).toBe(true)
  expect(await wall()).toBe(morning)
  expect(tab.errors).toEqual([])
})

test('a morning entered by keyboard: zero report, empty post, case, correction; undone, nothing is left of it', async () => {
  const { page } = tab
  const before = await register()
  const morning = await wall()

  await press('n', 'b')
  const silent = page.locator('[data-unit]')
  await silent.first().waitFor(WAIT)
  const count = await silent.count()
  await silent.first().focus()
  const unit = await page.locator('[data-unit]:focus b').innerText()
  await press('0')
  await told(new RegExp(unit))
  await expect.poll(() => silent.count(), WAIT).toBe(count - 1)
  await picture(tab, 'hand-report')

  await press('p')
  const manned = page.locator('[data-post][data-state="onDuty"]')
  await manned.first().waitFor(WAIT)
  const post = (await manned.first().getAttribute('data-post'))!
  await type(post)
  await press('ArrowDown', 'Tab', 'Enter')
  await page.locator(`[data-post="${post}"][data-state="empty"]`).waitFor(WAIT)
  await picture(tab, 'hand-post')

  await press('c')
  await page.locator('[data-field="place"]:focus').waitFor(WAIT)
  await type('郑家庄')
  await page.locator('[data-said="where"]').waitFor(WAIT)
  await press('Tab', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'Tab')
  await type(NUMBER)
  await picture(tab, 'hand-case')
  await press('Enter')
  await told(new RegExp(NUMBER))
  expect(await wall()).not.toBe(morning)

  await page.locator('[data-field="number"]').focus()
  await type(NUMBER)
  await press('Enter')
  const desk = page.locator(`[data-row="${NUMBER}"]`)
  await desk.waitFor(WAIT)
  await press('Tab', 'ArrowDown', 'ArrowDown', 'Tab')
  await type('复核改判')
  await press('Enter')
  await told(/已更正/)
  await page.locator(`[data-list="cases"]`, { hasText: '复核改判' }).waitFor(WAIT)
  await picture(tab, 'hand-recent')

  await press('Escape')
  await page.locator('.hand-panel').waitFor({ ...WAIT, state: 'detached' })
  for (let step = 0; step < 4; step += 1) {
    await press('Control+z')
    await page.waitForTimeout(2_500)
  }
  await expect.poll(async () => JSON.stringify(await register()) === JSON.stringify(before), WAIT).toBe(true)
  expect(await wall()).toBe(morning)
  expect(tab.errors).toEqual([])
})
