import { type AppPage, dropFiles, goTo, startApp } from '../helpers/app'
import { districtOfSize } from './district'

/**
 * What a commander does with a district of a size, in the built page at 1920 × 1080: how long until the page shows it,
 * the longest task of the main thread meanwhile, all its tasks over 50 ms together, and the heap of the page after it.
 * Sizes are the arguments, else 1; `guarded` puts a checkpoint at each street. Needs `npm run build` and a browser.
 */
const given = process.argv
  .slice(2)
  .filter((word) => /^\d/.test(word))
  .map(Number)
const sizes = given.length > 0 ? given : [1]
const isGuarded = process.argv.includes('guarded')
const PATIENCE = 600_000

/** Run in the page as text: what compiles this file would put words of its own into a function. */
const WATCH = `{
  window.longTasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration)
  }).observe({ type: 'longtask' })
}`

interface Line {
  readonly what: string
  readonly seconds: number
  /** ms */
  readonly longest: number
  readonly blocked: number
  /** MB */
  readonly heap: number
}

async function measured(tab: AppPage, what: string, act: () => Promise<unknown>): Promise<Line> {
  const { page } = tab
  await page.evaluate('window.longTasks = []')
  const from = performance.now()
  await act()
  const seconds = (performance.now() - from) / 1000
  await page.waitForTimeout(1_500)
  const tasks = (await page.evaluate('window.longTasks')) as number[]
  const heap = (await page.evaluate('performance.memory.usedJSHeapSize')) as number
  const line = {
    ...{ what, seconds, longest: Math.max(0, ...tasks) },
    ...{ blocked: tasks.reduce((sum, one) => sum + one, 0), heap: heap / 1e6 },
  }
  console.log(printed(line))
  return line
}

const printed = ({ what, seconds, longest, blocked, heap }: Line): string =>
  [
    what.padEnd(34),
    `${seconds.toFixed(2).padStart(8)} s`,
    `${longest.toFixed(0).padStart(7)} ms`,
    `${blocked.toFixed(0).padStart(7)} ms`,
    `${heap.toFixed(0).padStart(6)} MB`,
  ].join(' ')

async function settled({ page }: AppPage): Promise<void> {
  await page.locator('[aria-busy="false"]').first().waitFor({ timeout: PATIENCE })
}

async function stepped(tab: AppPage, key: string): Promise<void> {
  const { page } = tab
  const before = await page.locator('.effective b').innerText()
  await page.keyboard.press(key)
  await page.locator('.effective b', { hasNotText: before }).waitFor({ timeout: PATIENCE })
  await settled(tab)
}

async function walk(size: number): Promise<void> {
  const app = await startApp()
  try {
    const tab = await app.open({ width: 1920, height: 1080 })
    const { page } = tab
    page.setDefaultTimeout(PATIENCE)
    await page.addInitScript(WATCH)
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]').waitFor()
    console.log(`×${size}`.padEnd(34), '    until', '  longest', '   over 50', '    heap')
    await measured(tab, 'plan', async () => {
      await dropFiles(tab, '[data-drop]', districtOfSize({ size, seed: 20_221_129, isGuarded }))
      await page.locator('.plan-bar .button.primary').waitFor()
    })
    const accept = page.locator('.plan-bar .button.primary')
    for (const box of await page.locator('main input[type="checkbox"]').all())
      if (await accept.isDisabled()) await box.check()
    await measured(tab, 'accept → desk with answers', async () => {
      await accept.click()
      await page.locator('.tree').waitFor()
      await settled(tab)
    })
    await measured(tab, 'wall', async () => {
      await goTo(tab, 'wall')
      await page.locator('[data-zone][data-word]').first().waitFor()
    })
    await measured(tab, 'desk again', async () => {
      await goTo(tab, 'desk')
      await page.locator('.tree').waitFor()
      await settled(tab)
    })
    await measured(tab, 'reload → desk with answers', async () => {
      await page.reload()
      await page.locator('.tree').waitFor()
      await settled(tab)
    })
    await page.locator('.effective input').focus()
    await measured(tab, 'slider, an hour back', () => stepped(tab, 'ArrowLeft'))
    await measured(tab, 'slider, another hour', () => stepped(tab, 'ArrowLeft'))
    await page.locator('.effective input').blur()
    await measured(tab, 'next zone', async () => {
      const before = page.url()
      await page.keyboard.press(']')
      await page.waitForURL((url) => String(url) !== before)
    })
    await measured(tab, 'search for a compound', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('7')
      await page.locator('#search-hits li').first().waitFor()
    })
    await page.keyboard.press('Escape')
    await measured(tab, 'drag of the map', async () => {
      await page.mouse.move(900, 400)
      await page.mouse.down()
      for (let i = 1; i <= 20; i++) await page.mouse.move(900 - i * 10, 400 + i * 4)
      await page.mouse.up()
    })
    await measured(tab, 'briefing drawn', async () => {
      await goTo(tab, 'briefing')
      await page.locator('.sheet[aria-busy="false"] canvas').first().waitFor()
    })
    if (tab.errors.length > 0) console.log(`errors: ${tab.errors.join('; ')}`)
  } finally {
    await app.close()
  }
}

for (const size of sizes) await walk(size)
