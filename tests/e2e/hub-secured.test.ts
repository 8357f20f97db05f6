import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, openDemo, startApp } from '../helpers/app'
import { hasOpenSsl, makeCertificate } from '../helpers/certificate'
import { startedHub } from '../helpers/cordon-hub'
import { openExchange, ownCopyWithoutMap } from '../helpers/exchange-pages'
import { hasNatsServer } from '../helpers/nats-server'

const WAIT = { timeout: 60_000 }
const folder = mkdtempSync(join(tmpdir(), 'cordon-hub-secured-'))
const page = process.env.CORDON_DIST ?? resolve(__dirname, '../../dist')
const isPossible = hasNatsServer && hasOpenSsl

let hub: Awaited<ReturnType<typeof startedHub>>
let app: App
beforeAll(async () => {
  if (!isPossible) return
  const { cert, key } = makeCertificate(folder)
  const data = ['--data', join(folder, 'data'), '--port', '0']
  hub = await startedHub([...data, '--tls', cert, key, '--page', page])
  app = await startApp(`https://127.0.0.1:${hub.port}/`)
}, 120_000)
afterAll(async () => {
  await app?.close()
  hub?.child.kill('SIGTERM')
  await hub?.ended
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!isPossible)('over a hub with a certificate', () => {
  test('X68 the page that it serves over https meets it over wss, and everything is given', async () => {
    const tab = await app.open({ width: 1366, height: 768, graphics: false })
    await openDemo(app, tab)
    await ownCopyWithoutMap(tab)
    await openExchange(tab)
    const address = tab.page.locator('[data-field="hub-address"]')
    await expect.poll(() => address.inputValue(), WAIT).toBe(`wss://127.0.0.1:${hub.port + 1}`)
    await tab.page.locator('[data-action="connect-hub"]').click()
    await tab.page.locator('[data-hub="there"]').waitFor(WAIT)
    await tab.page.locator('[data-hub-waiting]', { hasText: '都已交出' }).waitFor(WAIT)
    expect(tab.errors).toEqual([])
  }, 240_000)
})
