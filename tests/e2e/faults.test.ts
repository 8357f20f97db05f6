import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deletedWhileWriting } from '../faults/deleted'
import { aGround, type Ground } from '../faults/ground'
import { killedWhileMaking } from '../faults/killed'
import { fullDisk } from '../faults/quota'
import { type App, goTo, openDemo, startApp } from '../helpers/app'

/** The short form of `npm run faults`. */
const SEED = 11
const silent = (): void => {}

describe('faults', () => {
  let ground: Ground
  beforeAll(async () => {
    ground = await aGround()
  })
  afterAll(() => ground?.close())

  test('W41 a browser killed while a workspace is made leaves it whole or not at all', async () => {
    const rounds = await killedWhileMaking(ground, { rounds: 3, seed: SEED, say: silent })
    expect(rounds.map(({ left }) => left).filter((left) => left !== 'none' && left !== 'whole')).toEqual([])
    expect(rounds.flatMap(({ orphans }) => orphans)).toEqual([])
  })

  test('W40 a workspace that goes away while it is written to: said, offered, no orphan, nothing lost', async () => {
    const rounds = await deletedWhileWriting(ground, { rounds: 5, seed: SEED, say: silent })
    expect(rounds.flatMap(({ orphans }) => orphans)).toEqual([])
    expect(rounds.map(({ lost }) => lost)).toEqual([0, 0, 0, 0, 0])
    expect(rounds.map(({ afterwards }) => afterwards)).toEqual([0, 0, 0, 0, 0])
    for (const { how, saidAfter } of rounds) if (how !== 'killed') expect(saidAfter).not.toBeNull()
  })

  test('W41 a disk that is full leaves a whole workspace or none, and says so', async () => {
    const rounds = await fullDisk(ground, { rounds: 2, seed: SEED, say: silent })
    for (const { left, isSaid } of rounds)
      expect([left, isSaid]).toEqual(isSaid ? ['none', true] : ['whole', false])
    expect(rounds.flatMap(({ orphans }) => orphans)).toEqual([])
  })
})

test('W46 a wall and a desk whose demo another tab deletes say so and offer what they hold', async () => {
  const app: App = await startApp()
  try {
    const tab = await app.open({ width: 1600, height: 900 })
    const id = await openDemo(app, tab)
    const other = await tab.context.newPage()
    await other.goto(app.address)
    await other.locator('.workspace-list li').first().waitFor()
    await other.locator('.workspace-list li').first().getByText('删除').click()
    await other.locator('.workspace-list li').first().locator('button').first().click()
    const { page } = tab
    const bar = page.locator('[data-region="halt"]')
    await bar.waitFor({ timeout: 20_000 })
    expect(await bar.innerText()).toContain('已不在这台机器上')
    await goTo(tab, 'desk')
    await page.locator('[data-region="tree"]').waitFor({ timeout: 60_000 })
    expect(await bar.isVisible()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 20_000 }),
      bar.locator('[data-action="download-held"]').click(),
    ])
    const files = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
    expect(strFromU8(files['log.ndjson']!)).toContain('cases.imported@1')
    expect(Object.keys(files).filter((name) => name.startsWith('segments/')).length).toBeGreaterThan(3)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
      'cordon',
    ])
    expect(id).not.toBe('')
    await bar.getByText('回到首页').click()
    await page.locator('[data-region="first-run"]').waitFor()
    expect(await bar.count()).toBe(0)
    expect(tab.errors).toEqual([])
  } finally {
    await app.close()
  }
})

test('W44 a list of a newer release is refused with its sentence, and stays as it is', async () => {
  const app: App = await startApp()
  try {
    const { page } = await app.open({ locale: 'en-GB' })
    await page.goto(`${app.address}fonts/OFL.txt`)
    const version = (): Promise<number> =>
      page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'cordon')!.version!)
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('cordon', 200)
          request.onsuccess = () => {
            request.result.close()
            resolve()
          }
        }),
    )
    await page.goto(app.address)
    const said = page.locator('.first-run [role="alert"]')
    await said.waitFor({ timeout: 30_000 })
    expect(await said.innerText()).toMatch(/newer release/)
    await page.goto(`${app.address}fonts/OFL.txt`)
    expect(await version()).toBe(200)
  } finally {
    await app.close()
  }
})
