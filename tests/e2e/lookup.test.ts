import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, goTo, openDemo, startApp } from '../helpers/app'

interface Feature {
  readonly properties: { readonly code: string; readonly name: string; readonly kind: string }
}
const PLACES = (
  JSON.parse(readFileSync(resolve(__dirname, '../../public/demo/lanxi/places.geojson'), 'utf8')) as {
    features: Feature[]
  }
).features.map(({ properties }) => properties)
const STRANGERS = ['并无此处的地方甲', '并无此处的地方乙', '并无此处的地方丙']

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1600, height: 1000 })
  await openDemo(app, tab)
})
afterAll(() => app?.close())

test('200 pasted lines are answered, what is not found is listed, and nothing of it is kept', async () => {
  const { page } = tab
  const compounds = PLACES.filter(({ kind }) => kind === 'compound').slice(0, 197)
  const lines = [...compounds.map(({ code }) => code), ...STRANGERS]
  await goTo(tab, 'lookup')
  const box = page.locator('.lookup textarea')
  await box.waitFor({ timeout: 60_000 })
  await box.fill(lines.join('\n'))
  const from = Date.now()
  await page.locator('[data-action=look]').click()
  await page.locator('.lookup .summary[data-lines="200"]').waitFor()
  const first = Date.now() - from
  const again = Date.now()
  await page.locator('[data-action=look]').click()
  await page.locator('.lookup-input [role=status]').waitFor({ state: 'hidden' })
  console.log(`200 lines looked up: ${first} ms, once more ${Date.now() - again} ms`)
  const open = page.locator('.open-lines li')
  const unmatched = await open.evaluateAll((rows) => rows.map((row) => row.querySelector('b')!.textContent))
  expect(unmatched).toEqual(STRANGERS)
  expect(await page.locator('.lookup-table tbody tr').count()).toBe(197)
  const stored = await page.evaluate(async () => {
    const kept = Object.keys(localStorage).map((key) => localStorage.getItem(key))
    return kept.join('\n')
  })
  expect(stored).not.toContain(STRANGERS[0])
})

test('a name tells zone, level, rule and distance; coordinates in either order mean the same place', async () => {
  const { page } = tab
  await page.locator('.lookup textarea').fill('锦绣苑\n120.21, 31.12\n31.12, 120.21')
  await page.locator('[data-action=look]').click()
  await page.locator('.lookup .summary[data-lines="3"]').waitFor()
  const rows = page.locator('.lookup-table tbody tr')
  const first = await rows.first().innerText()
  expect(first).toContain('封01')
  expect(first).toMatch(/界内 \d+ m/)
  expect(first).toContain('澜溪区三区调整办法')
  expect(first).toContain('5/13 20:00')
  const zones = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.zone))
  expect(zones[1]).toBe(zones[2])
  expect(await rows.nth(2).innerText()).toContain('纬度, 经度')
})

test('an ambiguous name is settled by one click', async () => {
  const { page } = tab
  const counts = new Map<string, number>()
  for (const { name } of PLACES) counts.set(name, (counts.get(name) ?? 0) + 1)
  const twice = [...counts].find(([, count]) => count > 1)?.[0]
  const asked = twice ?? '鼓楼'
  await page.locator('.lookup textarea').fill(asked)
  await page.locator('[data-action=look]').click()
  const line = page.locator('.open-lines li[data-line="1"]')
  await line.waitFor()
  const wanted = await line.locator('.candidates button').first().getAttribute('title')
  await line.locator('.candidates button').first().click()
  await page.locator('.lookup .summary[data-open="0"]').waitFor()
  const row = page.locator('.lookup-table tbody tr[data-line="1"]')
  expect(await row.innerText()).toContain(PLACES.find(({ code }) => code === wanted)!.name)
})

test('a town that is partly stricter is settled by its zone; a zone is found by its code', async () => {
  const { page } = tab
  await page.locator('.lookup textarea').fill('文昌街道\n封01')
  await page.locator('[data-action=look]').click()
  await page.locator('.lookup .summary[data-lines="2"][data-open="1"]').waitFor()
  const town = page.locator('.open-lines li[data-state=partly] .candidates button')
  expect(await town.first().innerText()).toContain('封')
  const wanted = (await town.last().getAttribute('data-zone'))!
  await town.last().click()
  await page.locator('.lookup .summary[data-open="0"]').waitFor()
  const row = page.locator('.lookup-table tbody tr[data-line="1"]')
  expect(await row.getAttribute('data-zone')).toBe(wanted)
  expect(await row.innerText()).toContain('已人工确认')
  expect(await page.locator('.lookup-table tbody tr[data-line="2"]').innerText()).toContain('封01')
})

test('a dropped CSV is asked by the column that says where', async () => {
  const { page } = tab
  await dropFiles(tab, '.lookup-input', { '密接.csv': '序号,现住址\n1,锦绣苑\n2,沙湾镇\n' })
  await page.locator('.lookup .summary[data-lines="2"]').waitFor()
  expect(await page.locator('.lookup textarea').inputValue()).toBe('锦绣苑\n沙湾镇')
  expect(tab.errors).toEqual([])
})

test('search says the zone of a place; a place on the map shows its figures and its zone', async () => {
  const { page } = tab
  await goTo(tab, 'desk')
  const field = page.locator('.search input')
  await field.waitFor()
  await field.fill('锦绣苑')
  const hit = page.locator('.search li', { hasText: '富强社区' }).filter({ has: page.locator('em') })
  await hit.first().waitFor({ timeout: 60_000 })
  expect(await hit.first().innerText()).toContain('封01')
  await hit.first().click()
  const inspector = page.locator('.place-inspector')
  await inspector.waitFor()
  const zone = (await inspector.getAttribute('data-zone'))!
  expect(await inspector.locator('[data-figure=people]').innerText()).toMatch(/人口\s*[\d,]+人/)
  await inspector.locator('nav button').last().click()
  await page.locator('.place-inspector[data-zone=partly]').waitFor()
  await page.locator(`.place-inspector button[data-zone="${zone}"]`).click()
  await page.locator(`.inspector[data-zone="${zone}"]:not(.place-inspector)`).waitFor()
  expect(tab.errors).toEqual([])
})

test('a click on the map beside every zone reads the place there', async () => {
  const { page } = tab
  const [town] = PLACES.filter(({ name }) => name === '石门镇')
  await page.evaluate((code) => {
    location.hash = `${location.hash.replace(/\?.*$/, '')}?place=${code}`
  }, town!.code)
  await page.reload()
  await page.locator(`.place-inspector[data-place="${town!.code}"]`).waitFor({ timeout: 60_000 })
  expect(await page.locator('.place-inspector .zone-of-place').innerText()).toContain('不在任何分区内')
  const box = (await page.locator('.map canvas').first().boundingBox())!
  const canvas = { x: box.x + box.width * 0.45, y: box.y + box.height * 0.8 }
  await page.waitForTimeout(2_000)
  await page.mouse.click(canvas.x, canvas.y)
  const read = page.locator('.place-inspector:not([data-place="' + town!.code + '"])')
  await read.waitFor()
  const code = await read.getAttribute('data-place')
  expect(PLACES.map((place) => place.code)).toContain(code)
  expect(tab.errors).toEqual([])
})
