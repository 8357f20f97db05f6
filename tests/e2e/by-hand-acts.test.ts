import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLog } from '../../src/import/files/read-log'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { type App, type AppPage, goTo, openDemo, picture, startApp } from '../helpers/app'
import { ownDesk } from '../helpers/drawing-desk'

const CAMERA = '120.21,31.10,11'
const WAIT = { timeout: 90_000 }

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1366, height: 768 })
  tab.page.setDefaultTimeout(WAIT.timeout)
  await openDemo(app, tab)
  await ownDesk(tab, CAMERA)
})
afterAll(() => app?.close())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => tab.page.keyboard.press(key)), Promise.resolve())
const type = (text: string) => tab.page.keyboard.type(text)
const told = (text: RegExp) => tab.page.locator('.toast', { hasText: text }).waitFor(WAIT)
const wordOf = async (zone: string): Promise<string> =>
  (await tab.page.locator(`.gantt [data-zone="${zone}"] .status`).textContent()) ?? ''
const closed = () => tab.page.locator('.hand-panel').waitFor({ ...WAIT, state: 'detached' })

/** The log that the page exports, and what it says without where and when each row was learned. */
async function exported(): Promise<{ readonly text: string; readonly facts: string }> {
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
  const learned = new Set<keyof Register | string>(['origin', 'knownAt', 'recordedAt'])
  return {
    text: new TextDecoder().decode(file.bytes),
    facts: JSON.stringify(facts, (key, value) =>
      learned.has(key) ? undefined : value instanceof Set ? [...value].sort() : value,
    ),
  }
}

test('a fact, a round, contacts and corrections by keyboard; undone, nothing is left of them', async () => {
  const { page } = tab
  const before = await exported()

  await goTo(tab, 'checks')
  const missing = page.locator('[data-table="facts"] [data-state-fact="environmentNegative"]')
  await missing.waitFor(WAIT)
  await picture(tab, 'hand-checks-facts')
  await goTo(tab, 'desk')
  expect(await wordOf('S-07')).toBe('条件未满足')
  await page.locator('.gantt [data-zone="S-07"]').click()
  await page.locator('[data-condition="environment"] [data-state-fact]').focus()
  await press('Enter')
  const form = page.locator('[data-form="fact"]')
  await form.locator('[data-choice]:focus').waitFor(WAIT)
  await press('1', 'Enter')
  await page.locator('[data-field="author"]:focus').waitFor(WAIT)
  await type('王')
  await press('Enter')
  await form.locator('[data-choice]:focus').waitFor(WAIT)
  expect(await form.locator('[data-choice="true"]').getAttribute('aria-pressed')).toBe('true')
  await picture(tab, 'hand-fact-form')
  await press('Enter')
  await told(/环境样本均为阴性/)
  await expect.poll(() => wordOf('S-07'), WAIT).not.toBe('条件未满足')

  await form.locator('[data-field="zone"]').selectOption('S-04')
  await form.locator('[data-field="fact"]').selectOption('allContactsControlled')
  await form.locator('[data-choice="true"]').focus()
  const count = await page.locator('[data-list="facts"]').count()
  await press('1')
  await form.locator('[data-said="against"]').waitFor(WAIT)
  expect(await form.locator('[data-said="against"]').first().innerText()).toContain('不符')
  await press('Enter')
  await form.getByText('仍然记下').waitFor(WAIT)
  expect(await page.locator('[data-list="facts"]').count(), 'it is told before it is written').toBe(count)
  await picture(tab, 'hand-fact-against')
  await press('Enter')
  await expect.poll(() => page.locator('[data-list="facts"]').count(), WAIT).toBe(count + 1)

  await press('Escape')
  await closed()
  await press('n', 'r')
  const round = page.locator('[data-round^="S-01|"]')
  await round.waitFor(WAIT)
  await round.locator('[data-act="figures"]').focus()
  await press('Enter')
  await round.locator('[data-field="sampled"]:focus').waitFor(WAIT)
  await type('99')
  await press('Enter')
  await round.locator('.error').waitFor(WAIT)
  await round.locator('[data-field="sampled"]').fill('13690')
  await picture(tab, 'hand-round')
  await press('Enter')
  await told(/S-01|第/)
  await expect.poll(() => round.innerText(), WAIT).toContain('13,690')

  await press('Escape')
  await closed()
  await press('n', 'k')
  await page.locator('[data-form="contact"] [data-field="case"]:focus').waitFor(WAIT)
  await type('LX22-001')
  await page.locator('[data-many="true"]').click()
  await page
    .locator('[data-field="pasted"]')
    .fill('姓名\t电话\t地址\n王小明\t13812345678\t纺织新村\n李四\t13900001111\t郑家庄\n')
  expect(await page.locator('[data-said="pasted"]').innerText()).toMatch(/2 人.*4 格不入库/)
  await picture(tab, 'hand-contacts')
  await page.locator('[data-form="contact"] [data-action="write"]').click()
  await told(/密接 2 人/)
  const contact = page.locator('[data-contact=""]').first()
  await contact.waitFor(WAIT)
  await contact.locator('[data-act="moved"]').click()
  await told(/转运/)

  await page.locator('[data-list="rounds"] [data-act="open"]').first().click()
  const desk = page.locator('.row-desk')
  await desk.waitFor(WAIT)
  await desk.locator('[data-field="value"]').fill('13680')
  await desk.locator('[data-field="because"]').fill('重复计数')
  await picture(tab, 'hand-round-correct')
  await press('Enter')
  await told(/已更正/)
  await page.locator('[data-list="rounds"]', { hasText: '重复计数' }).waitFor(WAIT)

  const after = await exported()
  for (const secret of ['王小明', '李四', '13812345678', '13900001111'])
    expect(after.text).not.toContain(secret)
  expect(after.facts).not.toBe(before.facts)
  await press('Escape')
  await closed()
  for (let step = 0; step < 6; step += 1) {
    await press('Control+z')
    await page.waitForTimeout(2_000)
  }
  await expect.poll(async () => (await exported()).facts === before.facts, WAIT).toBe(true)
  expect(tab.errors).toEqual([])
})

test('a post with its crew, a site and its rooms; undone, nothing is left of them', async () => {
  const { page } = tab
  const before = await exported()
  await press('n', 'd')
  const form = page.locator('[data-form="facility"]')
  await form.locator('[data-field="kind"]:focus').waitFor(WAIT)
  await press('Tab')
  await type('郑家庄东口')
  await press('Tab')
  await type('郑家庄')
  await form.locator('[data-said="where"]').waitFor(WAIT)
  await form.locator('[data-role="police"][data-shift="1"]').fill('1')
  await form.locator('[data-role="medic"][data-shift="1"]').fill('1')
  await picture(tab, 'hand-post')
  await form.locator('[data-field="name"]').focus()
  await press('Enter')
  await told(/郑家庄东口/)
  await form.locator('[data-field="kind"]').selectOption('quarantine')
  await form.locator('[data-field="name"]').fill('郑家庄小学')
  await form.locator('[data-field="place"]').fill('郑家庄')
  await form.locator('[data-said="where"]').waitFor(WAIT)
  await form.locator('[data-field="rooms"]').fill('38')
  await picture(tab, 'hand-site')
  await press('Enter')
  await told(/郑家庄小学/)

  await press('Escape')
  await closed()
  await press('n', 'q')
  const rooms = page.locator('[data-form="rooms"]')
  await rooms.locator('[data-field="site"]').selectOption({ label: '郑家庄小学' })
  await rooms.locator('[data-field="occupied"]:focus').waitFor(WAIT)
  await type('39')
  await press('Enter')
  await rooms.locator('.error').waitFor(WAIT)
  await rooms.locator('[data-field="occupied"]').fill('7')
  await picture(tab, 'hand-rooms')
  await press('Enter')
  await told(/房间已记下/)
  await expect
    .poll(() => page.locator('[data-site]', { hasText: '郑家庄小学' }).innerText(), WAIT)
    .toMatch(/7 \/ 38 间，余 31/)
  await press('Escape')
  await closed()
  for (let step = 0; step < 3; step += 1) {
    await press('Control+z')
    await page.waitForTimeout(2_000)
  }
  await expect.poll(async () => (await exported()).facts === before.facts, WAIT).toBe(true)
  expect(tab.errors).toEqual([])
})

test('what was typed survives Esc and a reload, and is discarded on demand', async () => {
  const { page } = tab
  const place = page.locator('[data-form="case"] [data-field="place"]')
  await press('n', 'c')
  await page.locator('[data-form="case"] [data-field="place"]:focus').waitFor(WAIT)
  await type('郑家庄')
  await page.locator('[data-said="where"]').waitFor(WAIT)
  await press('Escape')
  await closed()
  await press('n', 'c')
  await expect.poll(() => place.inputValue(), WAIT).toBe('郑家庄')
  await page.waitForTimeout(1_000)
  await page.reload()
  await page.locator('.drawing-toolbar').waitFor(WAIT)
  await press('n', 'c')
  await expect.poll(() => place.inputValue(), WAIT).toBe('郑家庄')
  await picture(tab, 'hand-draft')
  await page.locator('[data-action="drop-draft"]').click()
  await expect.poll(() => place.inputValue(), WAIT).toBe('')
  expect(tab.errors).toEqual([])
})
