import { dropFiles, goTo, openDemo, startApp } from '../helpers/app'
import { lookAt, pointAt } from '../helpers/drawing-desk'
import { districtOfSize } from './district'

/**
 * Drags a corner of a drawn polygon over the demo district, or over a made-up one of the size given, in the built page
 * at 1920 × 1080 and prints how long the page works at each move (gesture, figures, overlay) and how far apart its
 * frames are meanwhile.
 * Needs `npm run build` and an installed browser.
 */
const size = Number(process.argv[2] ?? 0)
const [LON, LAT] = size > 0 ? [113.024, 22.018] : [120.1865, 31.1205]
const CAMERA = `${LON.toFixed(5)},${LAT.toFixed(5)},15`
const CORNERS = [
  [-0.003, 0.0017],
  [0.003, 0.0019],
  [0.0037, 0],
  [0.002, -0.0015],
  [-0.0035, -0.0012],
].map(([lon, lat]) => [LON + lon!, LAT + lat!] as const)
const MOVES = 240
/** Run in the page as text: what compiles this file would put words of its own into a function. */
const WATCH = `{
  const timed = { work: [], frames: [] }
  let begun = 0
  let last = performance.now()
  window.addEventListener('mousemove', () => (begun = performance.now()), { capture: true })
  window.addEventListener('mousemove', () => timed.work.push(performance.now() - begun))
  const frame = () => {
    const now = performance.now()
    timed.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  window.timed = timed
}`

interface Timed {
  readonly work: readonly number[]
  readonly frames: readonly number[]
}

function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1)
}
const line = (what: string, times: readonly number[]): string =>
  `${what.padEnd(34)} p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms, worst ${quantile(times, 1)} ms (${times.length})`

const app = await startApp()
try {
  const tab = await app.open({ width: 1920, height: 1080 })
  const { page } = tab
  if (size > 0) {
    page.setDefaultTimeout(300_000)
    await page.goto(app.address)
    await page.locator('[data-action="open-demo"]').waitFor()
    await dropFiles(tab, '[data-drop]', districtOfSize({ size, seed: 20_221_129 }))
    const accept = page.locator('.plan-bar .button.primary')
    await accept.waitFor()
    for (const box of await page.locator('main input[type="checkbox"]').all())
      if (await accept.isDisabled()) await box.check()
    await accept.click()
    await page.locator('.tree').waitFor()
  } else await openDemo(app, tab)
  await goTo(tab, 'desk')
  await page.locator('.drawing-toolbar').waitFor({ timeout: 60_000 })
  await lookAt(page, CAMERA)
  await page.waitForTimeout(15_000)
  await page.keyboard.press('x')
  await page.keyboard.press('p')
  for (const corner of [...CORNERS, CORNERS[0]!]) {
    const [x, y] = await pointAt(page, CAMERA, corner)
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
  }
  const [x, y] = await pointAt(page, CAMERA, CORNERS[2]!)
  await page.mouse.move(x, y)
  await page.waitForTimeout(500)
  await page.evaluate(WATCH)
  const before = await page.locator('.drawing-hint .first').innerText()
  await page.mouse.down()
  for (let i = 1; i <= MOVES; i += 1)
    await page.mouse.move(x + 90 * Math.sin(i / 19), y + 60 * Math.cos(i / 23) - 60)
  const during = await page.locator('.drawing-hint .first').innerText()
  const timed = (await page.evaluate('window.timed')) as Timed
  await page.mouse.up()
  if (before === during) throw new Error('nothing was dragged: the figures stood still')
  console.log(`drag of one corner over ${size > 0 ? `×${size}` : 'the demo'}, 1920 × 1080`)
  console.log(line('work of the page at a move', timed.work))
  console.log(line('from frame to frame', timed.frames))
  console.log(`${before.replace(/\s+/g, ' ')}\n${during.replace(/\s+/g, ' ')}`)
} finally {
  await app.close()
}
