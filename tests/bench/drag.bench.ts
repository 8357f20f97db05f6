import { openDemo, startApp } from '../helpers/app'
import { lookAt, pointAt } from '../helpers/drawing-desk'

/**
 * Drags a corner of a drawn polygon over the demo district in the built page at 1920 × 1080 and prints how long the
 * page works at each move (gesture, figures, overlay) and how far apart its frames are meanwhile.
 * Needs `npm run build` and an installed browser.
 */
const CAMERA = '120.18650,31.12050,15'
const CORNERS: readonly (readonly [number, number])[] = [
  [120.1835, 31.1222],
  [120.1895, 31.1224],
  [120.1902, 31.1205],
  [120.1885, 31.119],
  [120.183, 31.1193],
]
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
  await openDemo(app, tab)
  const { page } = tab
  await page.evaluate(() => {
    location.hash = location.hash.replace(/\/\w+(\?.*)?$/, '/desk')
  })
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
  console.log(`drag of one corner, 1920 × 1080, node ${process.version}`)
  console.log(line('work of the page at a move', timed.work))
  console.log(line('from frame to frame', timed.frames))
  console.log(`${before.replace(/\s+/g, ' ')}\n${during.replace(/\s+/g, ' ')}`)
} finally {
  await app.close()
}
