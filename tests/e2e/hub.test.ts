import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, type AppPage, openDemo, picture, startApp } from '../helpers/app'
import { startedHub } from '../helpers/cordon-hub'
import { lookAt, ownCopy } from '../helpers/drawing-desk'
import { begunWith, onTheWall, openExchange, show, signal } from '../helpers/exchange-pages'
import { hasNatsServer } from '../helpers/nats-server'

const WAIT = { timeout: 60_000 }
const CAMERA = '120.21,31.10,11'
const folder = mkdtempSync(join(tmpdir(), 'cordon-hub-page-'))
const page = process.env.CORDON_DIST ?? resolve(__dirname, '../../dist')
const open = (port = 0) =>
  startedHub(['--data', join(folder, 'data'), '--port', String(port), '--page', page])

let hub: Awaited<ReturnType<typeof open>>
let app: App
beforeAll(async () => {
  if (!hasNatsServer) return
  hub = await open()
  app = await startApp(`http://127.0.0.1:${hub.port}/`)
}, 120_000)
afterAll(async () => {
  await app?.close()
  hub?.child.kill('SIGTERM')
  await hub?.ended
  rmSync(folder, { recursive: true, force: true })
})

/** A profile with a copy of the demo, at rest. */
async function aProfile(): Promise<AppPage> {
  const tab = await app.open({ width: 1366, height: 768 })
  await openDemo(app, tab)
  await ownCopy(tab)
  await tab.page.locator('.export-menu > button:not([disabled])').waitFor(WAIT)
  await tab.page.waitForTimeout(2_000)
  return tab
}

async function connected(tab: AppPage): Promise<void> {
  await openExchange(tab)
  const address = tab.page.locator('[data-field="hub-address"]')
  await expect.poll(() => address.inputValue(), WAIT).toBe(`ws://127.0.0.1:${hub.port + 1}`)
  await tab.page.locator('[data-action="connect-hub"]').click()
  await tab.page.locator('[data-hub="there"]').waitFor(WAIT)
  await tab.page.locator('[data-hub-waiting]', { hasText: '都已交出' }).waitFor(WAIT)
}

async function aSignal(tab: AppPage): Promise<void> {
  await show(tab, 'desk')
  await tab.page.locator('.drawing-toolbar').waitFor(WAIT)
  await lookAt(tab.page, CAMERA)
  await signal(tab.page)
}

describe.skipIf(!hasNatsServer)('over a hub', () => {
  test('X58 an address that is none, one that this page may not speak to, a name that is none: a sentence', async () => {
    const tab = await aProfile()
    await openExchange(tab)
    const [address, name] = ['address', 'name'].map((one) => tab.page.locator(`[data-field="hub-${one}"]`))
    const said = async (code: string) => {
      await tab.page.locator('[data-action="connect-hub"]').click()
      await tab.page.locator(`[data-hub-fault="${code}"]`).waitFor(WAIT)
    }
    await address!.fill('中枢 4181')
    await said('no-address')
    await address!.fill('ws://192.0.2.7:4181')
    await said('closed-page')
    await address!.fill(`http://127.0.0.1:${hub.port}/#/w/x`)
    await name!.fill('区 县')
    await said('no-name')
    await name!.fill('second')
    await tab.page.locator('[data-action="connect-hub"]').click()
    await tab.page.locator('[data-hub="there"]').waitFor(WAIT)
    await tab.context.close()
  }, 120_000)

  test('X57 an act at one profile is on the wall of the other at once, and both see each other', async () => {
    const one = await aProfile()
    await openExchange(one)
    const [download] = await Promise.all([
      one.page.waitForEvent('download', WAIT),
      one.page.locator('[data-action="make-exchange"]:not([disabled])').click(),
    ])
    const whole = new Uint8Array(readFileSync((await download.path())!))
    expect(one.requests.filter((url) => /browser-hub/.test(url))).toEqual([])
    await picture(one, 'hub-unset')
    await connected(one)
    const other = await app.open({ width: 1366, height: 768 })
    await begunWith(app, other, whole)
    await connected(other)
    await one.page.locator('[data-other]').waitFor(WAIT)
    await picture(one, 'hub-connected')
    await show(one, 'wall')
    expect(await onTheWall(one)).not.toContain('暂停')
    await aSignal(other)
    await expect.poll(() => onTheWall(one), WAIT).toContain('暂停')

    hub.child.kill('SIGTERM')
    await hub.ended
    await openExchange(one)
    await one.page.locator('[data-hub="gone"]').waitFor(WAIT)
    await openExchange(other)
    await other.page.locator('.exchange-pane h1').click()
    await other.page.keyboard.press('Control+z')
    await other.page.locator('[data-hub-waiting]', { hasText: '待交 1 条' }).waitFor(WAIT)
    hub = await open(hub.port)
    await other.page.locator('[data-hub-waiting]', { hasText: '都已交出' }).waitFor(WAIT)
    await expect.poll(() => one.page.locator('[data-hub-met]').innerText(), WAIT).toContain('收 1 条')
    const heads = (tab: AppPage) => tab.page.locator('[data-heads]').innerText()
    await expect.poll(() => heads(one), WAIT).toBe(await heads(other))
    const isOurs = (text: string) => !/WebSocket|ERR_/.test(text)
    expect([...one.errors, ...other.errors].filter(isOurs)).toEqual([])
  }, 300_000)
})
