import type { Page } from 'playwright-core'
import { type AppPage, dropFiles, openDemo, startApp } from '../helpers/app'
import { ownCopy } from '../helpers/drawing-desk'
import { withoutGraphics } from '../helpers/without-graphics'
import { districtOfSize } from './district'
import { quantile } from './page/watch'

/**
 * From the commit of an act to the figures that wall and desk read: a case entered by hand, on the demo and in a made-up
 * district of 100,000 cases (×10; other sizes as arguments, 0 is the demo), beside the same acts appended, folded and
 * answered by a worker of its own without a page. No map is drawn. Needs `npm run build` and a browser.
 */
const given = process.argv
  .slice(2)
  .filter((word) => /^\d/.test(word))
  .map(Number)
const sizes = given.length > 0 ? given : [0, 10]
const [ACTS, PATIENCE] = [5, 900_000]

/** Run in the page as text before anything else: what is written and asked, and when the count of cases was another. */
const WATCH = `{
  window.written = []
  window.asked = null
  window.kernelAddress = ''
  window.seen = []
  const Real = window.Worker
  window.Worker = class extends Real {
    constructor(address, options) {
      super(address, options)
      if (String(address).includes('kernel.worker')) window.kernelAddress = String(address)
    }
    postMessage(message, transfer) {
      if (message && message.call === 'append') window.written.push(message.input)
      if (message && message.call === 'answers') window.asked = message.input
      super.postMessage(message, transfer)
    }
  }
  const count = () => document.querySelector('.tree [data-group="cases"] .count')?.textContent ?? ''
  let begun = 0
  let before = ''
  window.addEventListener('submit', () => { begun = performance.now(); before = count() }, { capture: true })
  const look = () => {
    if (begun && count() !== before) {
      window.seen.push(performance.now() - begun)
      begun = 0
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}`

/** Run in the page as text: writes the acts again as others, folds and answers, in a worker of its own; ms of each. */
const ALONE = `(async () => {
  const worker = new Worker(window.kernelAddress, { type: 'module' })
  let last = 0
  const ask = (call, input) =>
    new Promise((answered, failed) => {
      const id = ++last
      const heard = ({ data }) => {
        if (data.failure === id) failed(new Error(data.message))
        if (data.answer !== id) return
        worker.removeEventListener('message', heard)
        answered(data.output)
      }
      worker.addEventListener('message', heard)
      worker.postMessage({ ask: id, call, input })
    })
  const { workspace, known } = window.asked
  const register = { workspace, known, device: window.written[0].writer.device }
  await ask('register', register)
  await ask('answers', window.asked)
  const times = []
  for (const input of window.written.filter(({ drafts }) => drafts[0].type === 'case.reported@1')) {
    const drafts = input.drafts.map((draft) => ({ ...draft, case: { ...draft.case, id: draft.case.id + '-A' } }))
    const from = performance.now()
    await ask('append', { ...input, drafts })
    await ask('register', register)
    await ask('answers', window.asked)
    times.push(performance.now() - from)
  }
  worker.terminate()
  return times
})()`

async function opened(tab: AppPage, size: number): Promise<void> {
  const { page } = tab
  await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
  if (size === 0) {
    await openDemo({ address: page.url() } as never, tab)
    return ownCopy(tab)
  }
  await dropFiles(tab, '[data-drop]', districtOfSize({ size, seed: 20_221_129, isGuarded: false }))
  const accept = page.locator('.plan-bar .button.primary')
  await accept.waitFor()
  for (const box of await page.locator('main input[type="checkbox"]').all())
    if (await accept.isDisabled()) await box.check()
  await accept.click()
  await page.locator('.tree [data-group="cases"] .count').waitFor()
}

/** A case by hand, in a place of the list; resolves once its figure stands. */
async function enterCase(page: Page, turn: number): Promise<void> {
  const form = page.locator('[data-form="case"]')
  await form.locator('[data-field="place"]').fill(PLACE.current)
  await form.locator('[data-said="where"]').waitFor()
  await form.locator('[data-field="kind"]').selectOption('confirmed')
  await form.locator('[data-field="foundIn"]').selectOption('community')
  await form.locator('[data-field="id"]').fill(`BENCH-${turn}`)
  const before = (await page.evaluate('window.seen.length')) as number
  await page.keyboard.press('Enter')
  while (((await page.evaluate('window.seen.length')) as number) <= before) await page.waitForTimeout(40)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  await page.waitForTimeout(500)
}
const PLACE = { current: '郑家庄' }

async function walk(size: number): Promise<void> {
  const app = await startApp()
  try {
    const tab = await app.open({ width: 1680, height: 1000 })
    const { page } = tab
    page.setDefaultTimeout(PATIENCE)
    await withoutGraphics(tab.context)
    await page.addInitScript(WATCH)
    await page.goto(app.address)
    await opened(tab, size)
    const panel = page.locator('.hand-panel')
    await page.locator('.tree [data-group="cases"] .count').waitFor()
    while (!(await panel.isVisible())) {
      await page.keyboard.press('n')
      await page.waitForTimeout(400)
    }
    await panel.locator('[data-field="author"]').fill('林')
    await page.keyboard.press('Enter')
    await panel.locator('[data-kind="C"]').click()
    if (size > 0) PLACE.current = 'C3-3'
    for (let turn = 0; turn < ACTS; turn += 1) await enterCase(page, turn)
    const seen = ((await page.evaluate('window.seen')) as number[]).slice(1)
    await page.evaluate(() => {
      location.hash = '#/'
    })
    await page.locator('[data-action="open-demo"]').waitFor()
    const alone = ((await page.evaluate(ALONE)) as number[]).slice(1)
    const [ours, bare] = [quantile(seen, 0.5), quantile(alone, 0.5)]
    const name = size === 0 ? 'demo' : `×${size}, ${(size * 10_000).toLocaleString('en')} cases`
    console.log(
      `${name.padEnd(22)} commit → figures p50 ${ours.toFixed(0)} ms, p95 ${quantile(seen, 0.95).toFixed(0)} ms; the worker alone ${bare.toFixed(0)} ms: ${(ours / bare).toFixed(2)} ×`,
    )
    if (tab.errors.length > 0) console.log(`errors: ${tab.errors.join('; ')}`)
  } finally {
    await app.close()
  }
}

for (const size of sizes) await walk(size)
