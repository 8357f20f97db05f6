import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, openDemo, picture, startApp } from '../helpers/app'
import { lookAt, ownCopy } from '../helpers/drawing-desk'
import { begunWith, onTheWall, openExchange, show, signal } from '../helpers/exchange-pages'

const CAMERA = '120.21,31.10,11'
const WAIT = { timeout: 60_000 }

let app: App
let one: AppPage
/** every page of this browser is handed a directory of its own origin, as if a person had chosen it */
const share = () => {
  ;(window as { showDirectoryPicker?: unknown }).showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('share', { create: true })
}
beforeAll(async () => {
  app = await startApp()
  one = await app.open({ width: 1366, height: 768 })
  await one.context.addInitScript(share)
  await openDemo(app, one)
  await ownCopy(one)
  await one.page.locator('.export-menu > button:not([disabled])').waitFor(WAIT)
  await one.page.waitForTimeout(2_000)
})
afterAll(() => app?.close())

async function made({ page }: AppPage): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.locator('[data-action="make-exchange"]:not([disabled])').click(),
  ])
  return new Uint8Array(readFileSync((await download.path())!))
}
const looked = async ({ page }: AppPage): Promise<string> => page.locator('[data-counts]').innerText(WAIT)

test('X45 an act at one machine is on the wall of the other, by exchange files both ways; cut or taken twice they add nothing', async () => {
  await openExchange(one)
  await picture(one, 'exchange-empty')
  const whole = await made(one)
  const other = await app.open({ width: 1366, height: 768 })
  await begunWith(app, other, whole)
  await show(one, 'wall')
  expect(await onTheWall(one)).not.toContain('暂停')

  await show(other, 'desk')
  await other.page.locator('.drawing-toolbar').waitFor(WAIT)
  await lookAt(other.page, CAMERA)
  await signal(other.page)
  await openExchange(other)
  const answer = await made(other)
  await openExchange(one)
  await dropFiles(one, '[data-drop-exchange]', { 'cut.zip': answer.subarray(0, answer.length >> 1) })
  await one.page.locator('[data-unread="cut"]').waitFor(WAIT)
  await dropFiles(one, '[data-drop-exchange]', { 'answer.zip': answer })
  expect(await looked(one)).toMatch(/新 1 条 · 已有 \d+ 条/)
  expect(await one.page.locator('[data-region="exchange-preview"] [data-device]').innerText()).toContain('王')
  await picture(one, 'exchange-preview')
  await one.page.locator('[data-action="take-exchange"]').click()
  await one.page.locator('[data-region="exchange-last"] [data-device]', { hasText: '王' }).waitFor(WAIT)
  await dropFiles(one, '[data-drop-exchange]', { 'answer.zip': answer })
  expect(await looked(one)).toContain('没有新的记录')
  await one.page.locator('[data-action="leave-exchange"]').click()
  await one.page.locator('[data-field="peer"]').selectOption({ index: 1 })
  expect(await one.page.getByText('对方什么都不缺').count()).toBe(1)
  await picture(one, 'exchange-taken')
  await show(one, 'wall')
  await expect.poll(() => onTheWall(one), WAIT).toContain('暂停')
  expect([...one.errors, ...other.errors]).toEqual([])
  await other.context.close()
})

test('X45 over a folder, chosen once on each, the act is taken by itself', async () => {
  await openExchange(one)
  const whole = await made(one)
  await one.page.locator('[data-action="choose-folder"]').click()
  await one.page.locator('[data-waiting]', { hasText: '都已交出' }).waitFor(WAIT)
  const page = await one.context.newPage()
  const other = { ...one, page }
  await begunWith(app, other, whole)
  await openExchange(other)
  await page.locator('[data-action="choose-folder"]').click()
  await page.locator('[data-waiting]', { hasText: '都已交出' }).waitFor(WAIT)
  await openExchange(one)
  await show(other, 'desk')
  await page.locator('.drawing-toolbar').waitFor(WAIT)
  await lookAt(page, CAMERA)
  await signal(page)
  const last = one.page.locator('[data-region="exchange-last"]')
  await expect.poll(() => last.innerText(), WAIT).toContain('收 1 条')
  expect(await last.locator('[data-device]').count()).toBe(1)
  await picture(one, 'exchange-folder')
  expect(one.errors).toEqual([])
}, 240_000)
