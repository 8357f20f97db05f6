import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssessAnswer } from '#geo'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'

const ROOT = resolve(__dirname, '../..')
const ZONE = 'S-05'
const DECIDED = '2022-05-29T10:00'
const AFTER = '2022-05-29T12:00'
/** a round of everybody within the last day: with it the zone is due */
const ROUND = `zone,round,startedAt,finishedAt,listed,excused,sampled,resulted,positivePeople,result
${ZONE},S-05-9,2022-05-28T14:00:00+08:00,2022-05-28T20:00:00+08:00,1124,13,1111,1111,0,negative
`
/** found in central quarantine: it restarts no clock, but the zone's count is another */
const CASE = `id,reportedAt,kind,origin,foundIn,zone
LX22-900,2022-05-29T09:00:00+08:00,asymptomatic,local,central,${ZONE}
`
/** said again after the case, for what was stated before it says nothing of it */
const FLAGS = `zone,place,at,fact,value
${ZONE},,2022-05-29T09:30:00+08:00,allContactsControlled,true
${ZONE},,2022-05-29T09:30:00+08:00,environmentNegative,true
`

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

async function see(tab: AppPage, view: 'desk' | 'wall' | 'approval' | 'notice', at: string): Promise<void> {
  const workspace = tab.page.url().match(/#\/w\/([^/?]+)/)![1]!
  await tab.page.goto('about:blank')
  await tab.page.goto(`${app.address}#/w/${workspace}/${view}?zone=${ZONE}&at=${at}`)
  const ready = {
    desk: '.inspector',
    wall: '.wall-screen',
    approval: '[data-part="paper"]',
    notice: '[data-part="paper"]',
  }
  await tab.page.locator(ready[view]).first().waitFor({ timeout: 60_000 })
}

async function ownCopy(tab: AppPage): Promise<void> {
  const { page } = tab
  await openDemo(app, tab)
  const demo = page.url().match(/#\/w\/([^/?]+)/)![1]!
  await goTo(tab, 'desk')
  await page.locator('.export-menu > button').click()
  await page.locator('[data-action="copy-own"]').click()
  await page.waitForURL((url) => url.href.includes('/desk') && !url.href.includes(demo), { timeout: 60_000 })
}

async function bring(
  tab: AppPage,
  files: Readonly<Record<string, string | Uint8Array>>,
  joins = false,
): Promise<void> {
  const { page } = tab
  await goTo(tab, 'import')
  await page.locator('.drop-area').waitFor()
  await dropFiles(tab, '.drop-area', files)
  const confirm = page.locator('.plan-bar .button.primary:not([disabled])')
  await confirm.waitFor({ timeout: 90_000 })
  if (joins) await page.locator('.plan-bar .into select').selectOption('current')
  const press = async (): Promise<string> => {
    await confirm.click({ timeout: 2000 }).catch(() => null)
    return page.url()
  }
  await expect.poll(press, { timeout: 90_000, interval: 3000 }).toMatch(/\/desk/)
}

type Said = Readonly<Record<string, string>>

async function openStep({ page }: AppPage, role: 'propose' | 'assess' | 'approve'): Promise<void> {
  await page.locator(`[data-action="open-${role}"]:not([disabled])`).click({ timeout: 60_000 })
  await page.locator(`.step-sheet[data-role="${role}"]`).waitFor()
}
async function fill({ page }: AppPage, said: Said): Promise<void> {
  for (const [field, text] of Object.entries(said)) await page.locator(`[data-field="${field}"]`).fill(text)
}
async function take({ page }: AppPage, action: 'take' | 'decline' = 'take'): Promise<void> {
  await page.locator(`[data-action="${action}"]:not([disabled])`).click({ timeout: 90_000 })
  await page.locator('.step-sheet').waitFor({ state: 'detached', timeout: 60_000 })
}
const wordIs = ({ page }: AppPage, word: string): Promise<void> =>
  page.locator(`.inspector[data-zone="${ZONE}"][data-word="${word}"]`).waitFor({ timeout: 60_000 })

async function exported({ page }: AppPage, what: 'pack' | 'log'): Promise<Uint8Array> {
  await page.locator('.export-menu > button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`[data-action="export-${what}"]`).click(),
  ])
  return new Uint8Array(readFileSync((await download.path())!))
}
/** What the command line says of the exported pack at that hour. */
function commanded(pack: Uint8Array, asOf: string): AssessAnswer['zones'][number] {
  const path = join(mkdtempSync(join(tmpdir(), 'approval-')), 'pack.zip')
  writeFileSync(path, pack)
  const args = ['--no-install', 'cordon', 'assess', path, '--as-of', asOf, '--json']
  const text = execFileSync('npx', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return (JSON.parse(text) as AssessAnswer).zones.find(({ id }) => id === ZONE)!
}
const sealedInList = async ({ page }: AppPage): Promise<number> =>
  Number(await page.locator('.tree .row', { hasText: '封控区' }).locator('.count').innerText())
const sealedOnWall = ({ page }: AppPage): Promise<string> =>
  page.locator('.wall-screen .level-counts .count').first().innerText()

describe('申报 → 评估 → 审批', () => {
  let tab: AppPage
  beforeAll(async () => {
    tab = await app.open({ width: 1600, height: 1000 })
    await ownCopy(tab)
  })
  afterAll(() => tab?.context.close())

  test('a step waits for what is missing and says so', async () => {
    await see(tab, 'desk', DECIDED)
    const button = tab.page.locator('[data-action="open-propose"]')
    await button.waitFor({ timeout: 60_000 })
    expect(await button.isDisabled()).toBe(true)
    expect(await tab.page.locator('[data-part="approval"] h3').innerText()).toMatch(/补齐 \d+ 项后可提交/)
  })

  test('a case that comes between two steps is shown and has to be accepted', async () => {
    const { page } = tab
    await bring(tab, { 'rounds.csv': ROUND })
    await see(tab, 'desk', DECIDED)
    await wordIs(tab, 'met')
    await openStep(tab, 'propose')
    await fill(tab, { unit: '白石镇指挥部', name: '周敏', note: '七天无新增' })
    await take(tab)
    await wordIs(tab, 'toAssess')

    await bring(tab, { 'cases.csv': CASE, 'facts.csv': FLAGS })
    await see(tab, 'desk', DECIDED)
    await openStep(tab, 'assess')
    await fill(tab, { unit: '区疾控专家组', name: '沈岚' })
    const row = page.locator('[data-difference="figure.cases"]')
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain('cases.csv 第 2 行 6 7')
    await page.locator('.step-sheet .kept img').waitFor({ timeout: 60_000 })
    expect(await page.locator('[data-action="take"]').isDisabled()).toBe(true)
    expect(await page.locator('.step-sheet footer').innerText()).toMatch(/有 \d+ 处与上一步所见不同/)
    await page.locator('[data-action="add-opinion"]').click()
    await page.locator('.opinion select').selectOption('against')
    await page.locator('.opinion input').first().fill('陆青')
    await page.locator('[data-field="accept"]').check()
    await fill(tab, { name: '周 敏' })
    expect(await page.locator('.step-sheet footer').innerText()).toContain('周 敏 已签过这次调整前面的步骤')
    expect(await page.locator('[data-action="take"]').isDisabled()).toBe(true)
    await fill(tab, { name: '沈岚' })
    await take(tab)
    await wordIs(tab, 'toApprove')
  })

  test('approved, it takes effect: list, inspector, wall and command line say the new level', async () => {
    const { page } = tab
    await openStep(tab, 'approve')
    await fill(tab, { unit: '区指挥部', name: '方正', 'takes-effect': '2022-05-30 09:00' })
    expect(await page.locator('.step-sheet footer').innerText()).toContain('有条件到')
    await fill(tab, { 'takes-effect': '2022-05-29 11:00' })
    await take(tab)
    await wordIs(tab, 'approved')
    const before = await sealedInList(tab)
    const level = page.locator('.inspector .head, .inspector').first()
    expect(await level.innerText()).toContain('封控区')

    await see(tab, 'desk', AFTER)
    await expect.poll(() => sealedInList(tab), { timeout: 30_000 }).toBe(before - 1)
    await page.locator(`.inspector[data-zone="${ZONE}"]`).waitFor()
    expect(await page.locator('[data-part="history"]').innerText()).toContain('转为管控区')
    const pack = await exported(tab, 'pack')
    expect(commanded(pack, DECIDED)).toMatchObject({ level: 'sealed' })
    expect(commanded(pack, AFTER)).toMatchObject({ level: 'controlled', since: '2022-05-29T11:00:00+08:00' })
    await see(tab, 'wall', AFTER)
    await expect.poll(() => sealedOnWall(tab), { timeout: 30_000 }).toContain(String(before - 1))
  })

  test('the form holds what each step saw, the dissent and the change; it leaves as DOCX', async () => {
    const { page } = tab
    await see(tab, 'approval', DECIDED)
    const paper = page.locator('[data-part="paper"]')
    expect(await paper.locator('[data-table="opinions"]').innerText()).toMatch(/陆青[\s\S]*不同意/)
    expect(await paper.locator('[data-table="steps"] tbody tr').count()).toBe(3)
    expect(await paper.locator('[data-table="against"]').first().innerText()).toMatch(/累计感染者\s+6\s+7/)
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('[data-action="docx"]').click(),
    ])
    const files = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
    const words = strFromU8(files['word/document.xml']!)
    for (const row of await paper
      .locator('[data-table="conditions"] tbody tr td:first-child')
      .allInnerTexts())
      expect(words).toContain(row)
    expect(words).toContain('陆青')
    expect(tab.errors).toEqual([])
  })
})

describe('two people decide at once', () => {
  test('neither is merged in silence: both are shown, nothing moves until one is chosen', async () => {
    const here = await app.open({ width: 1240, height: 760 })
    const there = await app.open({ width: 1240, height: 760 })
    await ownCopy(here)
    await bring(here, { 'rounds.csv': ROUND })
    await see(here, 'desk', DECIDED)
    for (const [role, name] of [
      ['propose', '周敏'],
      ['assess', '陆青'],
    ] as const) {
      await openStep(here, role)
      await fill(here, { unit: '区指挥部', name })
      await take(here)
    }
    await wordIs(here, 'toApprove')
    const shared = await exported(here, 'log')

    await there.page.goto(app.address)
    await there.page.locator('[data-action="open-demo"]').waitFor()
    await dropFiles(there, '[data-drop]', { 'log.zip': shared })
    await there.page.locator('.plan-bar .button.primary:not([disabled])').click({ timeout: 90_000 })
    await there.page.locator('.inspector').waitFor({ timeout: 90_000 })
    await see(there, 'desk', DECIDED)
    await openStep(there, 'approve')
    await fill(there, { unit: '区疾控', name: '沈岚', note: '再观察一天' })
    await take(there, 'decline')
    await wordIs(there, 'met')
    const declined = await exported(there, 'log')

    await openStep(here, 'approve')
    await fill(here, { name: '方正' })
    await take(here)
    await wordIs(here, 'approved')
    await bring(here, { 'log.zip': declined }, true)
    await see(here, 'desk', AFTER)
    const conflict = here.page.locator('[data-part="conflict"]')
    await conflict.waitFor({ timeout: 60_000 })
    expect(await conflict.innerText()).toMatch(/方正[\s\S]*沈岚|沈岚[\s\S]*方正/)
    const pack = await exported(here, 'pack')
    expect(commanded(pack, AFTER)).toMatchObject({ level: 'sealed' })

    await conflict.locator('.rival', { hasText: '方正' }).locator('[data-action="choose"]').click()
    await conflict.waitFor({ state: 'detached', timeout: 60_000 })
    await expect
      .poll(() => here.page.locator('.inspector').innerText(), { timeout: 30_000 })
      .toContain('转为管控区')
    const chosen = await exported(here, 'pack')
    expect(commanded(chosen, AFTER)).toMatchObject({ level: 'controlled' })
    expect([...here.errors, ...there.errors]).toEqual([])
    await here.context.close()
    await there.context.close()
  }, 420_000)
})
