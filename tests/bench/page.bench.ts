import { type AppPage, dropFiles, goTo, startApp } from '../helpers/app'
import { districtOfSize } from './district'
import { askedAlone, quantile, type Spent, spender, WATCH } from './page/watch'

/**
 * What a commander does with a district of a size, in the built page at 1920 × 1080: how long until the page shows it,
 * the longest task of the main thread meanwhile, all its tasks over 50 ms together, and the heap of the page after it;
 * of what the hand does again and again also the script a time. Sizes are the arguments, else 1 and 10; `guarded` puts
 * a checkpoint at each street. Needs `npm run build` and a browser.
 */
const given = process.argv
  .slice(2)
  .filter((word) => /^\d/.test(word))
  .map(Number)
const sizes = given.length > 0 ? given : [1, 10]
const isGuarded = process.argv.includes('guarded')
const PATIENCE = 900_000

interface Line {
  readonly what: string
  readonly seconds: number
  /** ms */
  readonly longest: number
  readonly blocked: number
  /** MB */
  readonly heap: number
  /** ms of script, one each time it was done */
  readonly script?: readonly number[]
}

const printed = ({ what, seconds, longest, blocked, heap, script }: Line): string =>
  [
    what.padEnd(30),
    `${seconds.toFixed(2).padStart(8)} s`,
    `${longest.toFixed(0).padStart(7)} ms`,
    `${blocked.toFixed(0).padStart(7)} ms`,
    `${heap.toFixed(0).padStart(6)} MB`,
    script
      ? `${quantile(script, 0.5).toFixed(1).padStart(8)} ${quantile(script, 0.95).toFixed(1).padStart(7)} ms`
      : '',
  ].join(' ')

async function measured(
  { page }: AppPage,
  what: string,
  act: () => Promise<unknown>,
  script?: readonly number[],
): Promise<void> {
  await page.evaluate('window.longTasks = []')
  const from = performance.now()
  await act()
  const seconds = (performance.now() - from) / 1000
  await page.waitForTimeout(2_500)
  const tasks = (await page.evaluate('window.longTasks')) as number[]
  const heap = (await page.evaluate('performance.memory.usedJSHeapSize')) as number
  const blocked = tasks.reduce((sum, one) => sum + one, 0)
  const times = script ? { script } : {}
  console.log(printed({ what, seconds, longest: Math.max(0, ...tasks), blocked, heap: heap / 1e6, ...times }))
}

/** The same again and again, and what the main thread spends on each with what follows within `rest` ms. */
async function again(
  tab: AppPage,
  what: string,
  {
    times,
    act,
    spent,
    rest = 400,
  }: {
    times: number
    act: (turn: number) => Promise<unknown>
    spent: () => Promise<Spent>
    rest?: number
  },
): Promise<void> {
  const script: number[] = []
  const run = async (): Promise<void> => {
    for (let turn = 0; turn < times; turn++) {
      const before = await spent()
      await act(turn)
      await tab.page.waitForTimeout(rest)
      script.push((await spent()).script - before.script)
    }
  }
  await measured(tab, `${what} (${times})`, run, script)
}

async function settled({ page }: AppPage): Promise<void> {
  await page.locator('[aria-busy="false"]').first().waitFor({ timeout: PATIENCE })
}

async function stepped(tab: AppPage, key: string): Promise<void> {
  const { page } = tab
  const before = (await page.evaluate('window.stepped.length')) as number
  await page.keyboard.press(key)
  await page.evaluate(`(async () => {
    while (window.stepped.length <= ${before}) await new Promise((rested) => setTimeout(rested, 20))
  })()`)
}

async function opened(tab: AppPage, size: number): Promise<void> {
  const { page } = tab
  await measured(tab, 'plan', async () => {
    await dropFiles(tab, '[data-drop]', districtOfSize({ size, seed: 20_221_129, isGuarded }))
    await page.locator('.plan-bar .button.primary').waitFor()
  })
  const accept = page.locator('.plan-bar .button.primary')
  for (const box of await page.locator('main input[type="checkbox"]').all())
    if (await accept.isDisabled()) await box.check()
  const shown = async (): Promise<void> => {
    await page.locator('.tree').waitFor()
    await settled(tab)
    await page.locator('.overlay:not(.early)').waitFor()
  }
  await measured(tab, 'accept → desk, map drawn', async () => {
    await accept.click()
    await shown()
  })
  await measured(tab, 'wall', async () => {
    await goTo(tab, 'wall')
    await page.locator('[data-zone][data-word]').first().waitFor()
  })
  await measured(tab, 'desk again, map drawn', async () => {
    await goTo(tab, 'desk')
    await shown()
  })
  await measured(tab, 'reload → desk, map drawn', async () => {
    await page.reload()
    await shown()
  })
}

async function sliderSteps(tab: AppPage, spent: () => Promise<Spent>): Promise<void> {
  const { page } = tab
  await page.locator('.effective input').focus()
  await page.evaluate('window.stepped = []; window.questions = window.questions.slice(-1)')
  await again(tab, 'slider, an hour back', { times: 12, act: () => stepped(tab, 'ArrowLeft'), spent })
  const seen = ((await page.evaluate('window.stepped')) as number[]).slice(2)
  await page.locator('.effective input').blur()
  const alone = (await askedAlone(page)).slice(2)
  const [page50, worker50] = [quantile(seen, 0.5), quantile(alone, 0.5)]
  console.log(
    `  key → figures p50 ${page50.toFixed(0)} ms, the worker alone ${worker50.toFixed(0)} ms: ${(page50 / worker50).toFixed(2)} ×`,
  )
}

async function hands(tab: AppPage): Promise<void> {
  const { page } = tab
  const spent = await spender(page)
  await sliderSteps(tab, spent)
  await again(tab, 'next zone', { times: 6, act: () => page.keyboard.press(']'), spent, rest: 900 })
  await page.keyboard.press('Escape')
  const toggle = page.locator('.tree input[type="checkbox"]:not([disabled])').nth(1)
  await again(tab, 'layer off, on', { times: 6, act: () => toggle.click(), spent })
  await again(tab, 'pointer over the map', {
    times: 30,
    act: (turn) => page.mouse.move(420 + 27 * turn, 220 + 11 * turn),
    spent,
    rest: 120,
  })
  await page.keyboard.press('Control+k')
  await again(tab, 'letter of a search', { times: 4, act: (turn) => page.keyboard.type(String(turn)), spent })
  await page.keyboard.press('Escape')
  await page.mouse.move(900, 400)
  await page.mouse.down()
  await again(tab, 'drag of the map, a move', {
    times: 20,
    act: (turn) => page.mouse.move(900 - turn * 10, 400 + turn * 4),
    spent,
    rest: 120,
  })
  await page.mouse.up()
  await measured(tab, 'briefing drawn', async () => {
    await goTo(tab, 'briefing')
    await page.locator('.sheet[aria-busy="false"] canvas').first().waitFor()
  })
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
    console.log(
      `×${size}`.padEnd(30),
      '    until',
      '  longest',
      '   over 50',
      '    heap',
      '  script p50     p95',
    )
    await opened(tab, size)
    await hands(tab)
    if (tab.errors.length > 0) console.log(`errors: ${tab.errors.join('; ')}`)
  } finally {
    await app.close()
  }
}

for (const size of sizes) await walk(size)
