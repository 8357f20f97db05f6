import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { main } from '../../src/cli/main'
import { type App, type AppPage, goTo, openDemo, startApp } from './app'

/** The desk of an own copy of the demo, its map at a fixed camera. */
export async function ownDesk(tab: AppPage, camera: string): Promise<void> {
  await ownCopy(tab)
  await lookAt(tab.page, camera)
}

/** The desk of an own copy of the open demo. */
export async function ownCopy(tab: AppPage): Promise<void> {
  const { page } = tab
  await goTo(tab, 'desk')
  await page.locator('.drawing-toolbar').waitFor({ timeout: 60_000 })
  await page.locator('.export-menu > button').click()
  await page.locator('[data-action="copy-own"]').click()
  await page.locator('[data-action="copy-own"]').waitFor({ state: 'detached' })
  await page.locator('.saved', { hasText: '只读' }).waitFor({ state: 'detached', timeout: 60_000 })
}

/** The app in a browser, and a page of it at the desk of an own copy of the demo. */
export async function openOwnDesk(
  camera: string,
  timeout: number,
): Promise<{ readonly app: App; readonly tab: AppPage }> {
  const app = await startApp()
  const tab = await app.open({ width: 1366, height: 768 })
  tab.page.setDefaultTimeout(timeout)
  await openDemo(app, tab)
  await ownDesk(tab, camera)
  return { app, tab }
}

/** Opens the desk again with the camera in its address, nothing selected. */
export async function lookAt(page: Page, camera: string, zone = ''): Promise<void> {
  await page.evaluate(
    ([map, chosen]) => {
      const [path] = location.hash.split('?')
      location.hash = `${path}?map=${map}&at=2022-05-27T14:00${chosen ? `&zone=${chosen}` : ''}`
      location.reload()
    },
    [camera, zone] as const,
  )
  await page.locator('.drawing-toolbar').waitFor({ timeout: 60_000 })
  await page.locator('.map-scale, .scale').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1500)
}

/** Where a position stands on the screen under a camera `lon,lat,zoom`. */
export async function pointAt(
  page: Page,
  camera: string,
  [lon, lat]: readonly [number, number],
): Promise<[number, number]> {
  const [x0, y0, zoom] = camera.split(',').map(Number) as [number, number, number]
  const world = 512 * 2 ** zoom
  const down = (degrees: number): number =>
    0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)
  const box = (await page.locator('.map-view').boundingBox())!
  return [
    box.x + box.width / 2 + ((lon - x0) / 360) * world,
    box.y + box.height / 2 + (down(lat) - down(y0)) * world,
  ]
}

/** Finds a place by name, as Ctrl+K and Enter do. */
export async function name(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await page.locator('#search-hits li.active').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.search input').fill('')
  await page.locator('.search input').blur()
}

/** The number of people the hint of the drawing prints, or the inspector. */
export async function people(page: Page, where: 'hint' | 'inspector'): Promise<number> {
  const text =
    where === 'hint'
      ? (await page.locator('.drawing-hint .first').innerText()).match(/([\d,]+) 人/)?.[1]
      : await page.locator('.inspector .figures div', { hasText: '人口' }).locator('dd').innerText()
  return Number((text ?? '').replace(/[^\d]/g, ''))
}

/** The pack as the export menu gives it, on disk. */
export async function exportedPack(page: Page): Promise<string> {
  await page.locator('.export-menu > button').click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator('[data-action="export-pack"]').click(),
  ])
  const path = join(mkdtempSync(join(tmpdir(), 'cordon-')), 'drawn.zip')
  writeFileSync(path, readFileSync((await download.path())!))
  return path
}

/** The command line's answer as JSON. */
export async function commanded(...words: string[]): Promise<Record<string, never>> {
  let out = ''
  const told = { out: (text: string) => (out += text), err: () => '', env: {} }
  const code = await main([...words, '--json'], told)
  if (code !== 0) throw new Error(`cordon ${words.join(' ')} ended with ${code}`)
  return JSON.parse(out) as Record<string, never>
}
