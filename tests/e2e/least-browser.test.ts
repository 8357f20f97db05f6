import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, picture, startApp } from '../helpers/app'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

/** Opens the page in a browser of which something is taken away; what stands there instead. */
async function stoppedBy(prepare: (context: BrowserContext) => Promise<unknown>, name?: string) {
  const tab = await app.open({ width: 1366, height: 768 })
  await prepare(tab.context)
  await tab.page.goto(app.address)
  const said = tab.page.locator('#stopped')
  await said.waitFor({ timeout: 30_000 })
  await tab.page.waitForTimeout(500)
  if (name) await picture(tab, name)
  const answer = {
    text: await said.innerText(),
    alone: await tab.page.evaluate(() => document.getElementById('app')!.childElementCount === 0),
    violations: tab.errors.filter((one) => /Content.Security/.test(one)),
  }
  await tab.context.close()
  return answer
}

const LACKING: Readonly<Record<string, () => void>> = {
  structuredClone: () => {
    Reflect.deleteProperty(globalThis, 'structuredClone')
  },
  'Array.toSorted': () => {
    Reflect.deleteProperty(Array.prototype, 'toSorted')
  },
  OffscreenCanvas: () => {
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas')
  },
  'CSS :has()': () => {
    const { supports } = CSS
    CSS.supports = (...asked: string[]) =>
      !asked[0]!.includes(':has') && (supports as (...asked: string[]) => boolean).apply(CSS, asked)
  },
  'module workers': () => {
    // an old browser starts a classic worker and reads no `type`
    const Old = Worker
    globalThis.Worker = ((url: string) => new Old(url)) as unknown as typeof Worker
  },
}

for (const [feature, take] of Object.entries(LACKING))
  test(`H67 a browser without ${feature} is told so in both languages, and nothing else is put up`, async () => {
    const { text, alone, violations } = await stoppedBy(
      (context) => context.addInitScript(take),
      feature === 'structuredClone' ? 'old-browser' : undefined,
    )
    expect(text).toMatch(/浏览器版本太旧[\s\S]+too old for Cordon/)
    expect(text.split('\n').at(-1)).toBe(feature)
    expect(alone).toBe(true)
    expect(violations).toEqual([])
  })

test('H67 a first script that does not come leaves a sentence and a way on', async () => {
  const { text } = await stoppedBy(
    (context) => context.route(/assets\/index-[^/]+\.js$/, (route) => route.fulfill({ status: 404 })),
    'no-first-script',
  )
  expect(text).toMatch(/缺少一个文件[\s\S]+did not come[\s\S]+Reload/)
})

test('H67 a browser that has it all sees the page, without IndexedDB too', async () => {
  const tab = await app.open()
  await tab.context.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'))
  await tab.page.goto(app.address)
  await tab.page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
  expect(await tab.page.locator('#stopped').count()).toBe(0)
  expect(tab.errors).toEqual([])
  await tab.context.close()
})
