import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLog } from '../../src/import/files/read-log'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { type App, type AppPage, goTo, picture } from '../helpers/app'
import { openOwnDesk } from '../helpers/drawing-desk'

const CAMERA = '120.21,31.10,11'
const WAIT = { timeout: 90_000 }

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
  expect(await wordOf('S-07')).toMatch(/^条件未满足/)
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
  await expect.poll(() => wordOf('S-07'), WAIT).not.toMatch(/^条件未满足/)

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

test('a post with its crew, a site, its rooms and who passed the post; undone, nothing is left of them', async () => {
  const { page } = tab
  const before = await exported()
  await press('n', 'd')
  await sign()
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
  await press('n', 't')
  const passage = page.locator('[data-form="passage"]')
  await passage.locator('[data-field="checkpoint"]').selectOption({ label: '郑家庄东口' })
  await passage.locator('[data-field="vehicles"]').focus()
  await press('Enter')
  await passage.locator('.error').waitFor(WAIT)
  await passage.locator('[data-field="vehicles"]').fill('159')
  await passage.locator('[data-field="persons"]').fill('1,400')
  await picture(tab, 'hand-passage')
  await press('Enter')
  await told(/通行数已记下/)
  await expect
    .poll(() => page.locator('[data-post]', { hasText: '郑家庄东口' }).innerText(), WAIT)
    .toMatch(/159 辆 · 1,400 人/)
  await press('Escape')
  await closed()
  for (let step = 0; step < 4; step += 1) {
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

/** What an act takes: fields that are filled, choices that are made, commits. */
interface Taken {
  fields: number
  choices: number
  commits: number
}
/** Does an act through hands that count, and waits until it was written. */
async function counted(
  letter: string,
  act: (hand: Record<'fill' | 'choose' | 'commit', (...what: string[]) => Promise<void>>) => Promise<unknown>,
): Promise<Taken> {
  const { page } = tab
  const taken: Taken = { fields: 0, choices: 0, commits: 0 }
  const panel = page.locator('.hand-panel')
  await press('n', letter)
  await sign()
  await act({
    fill: async (where, text) => {
      taken.fields += 1
      await panel.locator(where!).first().fill(text!)
    },
    choose: async (where, option) => {
      taken.choices += 1
      const at = panel.locator(where!).first()
      await (option === undefined ? at.click() : at.selectOption(option))
    },
    commit: async (where) => {
      taken.commits += 1
      await (where === undefined ? press('Enter') : panel.locator(where).first().click())
    },
  })
  await press('Escape')
  await closed()
  return taken
}
/** Signs where nobody has yet. */
async function sign(): Promise<void> {
  const { page } = tab
  await page.locator('.hand-panel').waitFor(WAIT)
  const author = page.locator('[data-field="author"]')
  if (!(await author.isVisible())) return
  await author.fill('王')
  await press('Enter')
  await author.waitFor({ ...WAIT, state: 'detached' })
}
const where = () => tab.page.locator('[data-said="where"]').first().waitFor(WAIT)

test('an act of the day takes no more fields, choices and commits than it may', async () => {
  const { page } = tab
  const before = await exported()
  const rows: [string, Taken, number][] = []
  const take = async (name: string, most: number, taken: Promise<Taken>): Promise<void> => {
    rows.push([name, await taken, most])
  }
  await take(
    'signal',
    4,
    counted('s', async ({ fill, choose, commit }) => {
      await choose('[data-signal-kind="single"]')
      await fill('[data-field="place"]', '纺织新村')
      await where()
      await fill('[data-field="tubes"]', '2')
      await commit()
      await told(/纺织新村/)
    }),
  )
  await take(
    'zero report',
    1,
    counted('b', async ({ commit }) => {
      const count = await page.locator('[data-unit]').count()
      await commit('[data-unit] [data-act="zero"]')
      await expect.poll(() => page.locator('[data-unit]').count(), WAIT).toBe(count - 1)
    }),
  )
  await take(
    'post empty',
    2,
    counted('p', async ({ fill, commit }) => {
      const post = await page.locator('[data-post][data-state="onDuty"]').first().getAttribute('data-post')
      await fill('[data-field="post"]', post!)
      await commit(`[data-post="${post}"] [data-act="empty"]`)
      await page.locator(`[data-post="${post}"][data-state="empty"]`).waitFor(WAIT)
    }),
  )
  await take(
    'round',
    6,
    counted('r', async ({ fill, choose, commit }) => {
      await choose('[data-form="round"] [data-field="zone"]', 'S-04')
      await commit('[data-form="round"] [data-action="write"]')
      await choose('[data-round^="S-04|"] [data-act="figures"]')
      await fill('[data-round^="S-04|"] [data-field="sampled"]', '12')
      await commit()
      await page.locator('[data-round^="S-04|"]', { hasText: '已采 12 ' }).waitFor(WAIT)
    }),
  )
  await take(
    'case',
    7,
    counted('c', async ({ fill, choose, commit }) => {
      await fill('[data-field="place"]', '郑家庄')
      await where()
      await choose('[data-field="kind"]', 'confirmed')
      await choose('[data-field="foundIn"]', 'community')
      await fill('[data-field="id"]', 'LX22-901')
      await commit('[data-form="case"] [data-action="write"]')
      await told(/LX22-901/)
    }),
  )
  const sum = ({ fields, choices, commits }: Taken): number => fields + choices + commits
  for (const [name, taken, most] of rows)
    console.log(`${name.padEnd(12)} ${JSON.stringify(taken)} = ${sum(taken)}, at most ${most}`)
  for (const [name, taken, most] of rows) expect(sum(taken), name).toBeLessThanOrEqual(most)
  const steps = rows.reduce((all, [, { commits }]) => all + commits, 0)
  for (let step = 0; step < steps; step += 1) {
    await press('Control+z')
    await page.waitForTimeout(2_000)
  }
  await expect.poll(async () => (await exported()).facts === before.facts, WAIT).toBe(true)
  expect(tab.errors).toEqual([])
})
