import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, dropFiles, firstRun, goTo, picture, startApp } from '../helpers/app'

const PLACES = `code,name,kind,parent
411104,召陵区,district,
411104001,天桥街街道,town,411104
411104001201,东村,village,411104001
411104001202,西村,village,411104001`
const HEADER = '村,甲,诊断类型,乙,姓名'
const ROWS = [
  '东村,2022-07-05,确诊病例,2022-07-04,王小明',
  '西村,2022-07-06,无症状感染者,2022-07-05,李建国',
  '西村,2022-07-06,无症状感染者,2022-07-05,赵大海',
]
const list = (rows: readonly string[]): string =>
  [`召陵区病例台账,,,,`, HEADER, ...rows, '合计,3,,,'].join('\n')

let app: App
let tab: AppPage
beforeAll(async () => {
  app = await startApp()
  tab = await app.open({ width: 1920, height: 1080 })
})
afterAll(() => app?.close())

const settled = () => tab.page.locator('.plan-bar .primary:not([disabled])').waitFor({ timeout: 60_000 })
const file = (name: string) => tab.page.locator('.file-list .one', { hasText: name })

test('I118 a column is changed, the plan is made again, and the next list of the shape is read so by itself', async () => {
  const { page, errors } = tab
  await firstRun(app, tab)
  await dropFiles(tab, '[data-drop]', { 'places.csv': PLACES, '7月9日台账.csv': list(ROWS) })
  await settled()
  await page.locator('[data-open="7月9日台账.csv"]').click()
  const desk = page.locator('.table-desk')
  const rowOf = (header: string) => desk.locator(`[data-column="${header}"]`)
  await rowOf('甲').waitFor()
  expect(await desk.locator('.table-as-came tr.title').count()).toBe(1)
  expect(await desk.locator('.table-as-came tr.total').innerText()).toContain('合计，不取')
  expect(await desk.locator('.table-as-came tr.row').first().innerText()).toContain('王小明')
  expect(await rowOf('姓名').innerText()).toContain('表头说明是个人信息')
  expect(await rowOf('甲').innerText()).toMatch(/报告|日期/)
  await rowOf('甲').locator('select').selectOption('reportedAt')
  await desk.locator('[data-part="difference"]').waitFor()
  await rowOf('甲').getByText('由人指定').waitFor()
  expect(await desk.locator('[data-part="becomes"]').innerText()).toContain('2022-07-05')
  expect(await desk.locator('[data-part="becomes"]').innerText()).not.toContain('王小明')
  await picture(tab, '1-changed')

  await page.keyboard.press('Control+z')
  await expect.poll(() => rowOf('甲').innerText()).not.toContain('由人指定')
  await rowOf('甲').locator('select').selectOption('reportedAt')
  await rowOf('乙').locator('select').selectOption('onsetOn')
  await rowOf('乙').getByText('由人指定').waitFor()
  expect(await desk.locator('[data-field="recipe"]').isChecked()).toBe(true)
  await page.locator('[data-region="mapping"]').focus()
  await page.keyboard.press('Escape')
  expect(await file('7月9日台账.csv').innerText()).toContain('可导入 3 行')
  await settled()
  await page.locator('.plan-bar .primary').click()
  await page.waitForURL(/\/wall/)

  await goTo(tab, 'import')
  await page.locator('.drop-area').waitFor()
  await dropFiles(tab, '.drop-area', {
    '7月10日台账.csv': list([...ROWS, '东村,2022-07-09,确诊病例,2022-07-08,孙一']),
  })
  await settled()
  expect(await file('7月10日台账.csv').innerText()).toMatch(/按 \d+月\d+日 的做法/)
  expect(await page.locator('.lists-compared').innerText()).toMatch(/新增 1[\s\S]*2022-07-09/)
  await picture(tab, '2-next-day')
  expect(await page.locator('[data-code="by-recipe"]').innerText()).toContain('的做法读取')
  expect(errors).toEqual([])
})
