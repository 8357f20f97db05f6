import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startApp } from '../helpers/app'

/**
 * What the page and its workers ask the server for, from its address to the figures of the wall on the demo, and
 * afterwards: bytes of the bodies as they go over the wire, counted between the two. Files that hold the map's or the
 * charts' library are told apart. Needs `npm run build` and a browser.
 */
const PATIENCE = 120_000
const SHOWN = 16
const ROOT = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
/** Words that only the libraries write. */
const LIBRARIES = /maplibregl-ctrl|_echarts_instance_/

interface Sent {
  readonly path: string
  readonly bytes: number
  readonly isBeforeFigures: boolean
}

const sent: Sent[] = []
let hasFigures = false
const app = await startApp()
const between = createServer((given, answer) => {
  const isBeforeFigures = !hasFigures
  const { method, headers, url = '/' } = given
  const passed = ask(new URL(url, app.address), { method, headers }, (reply) => {
    let bytes = 0
    reply.on('data', (part: Buffer) => {
      bytes += part.length
    })
    reply.on('end', () => sent.push({ path: url, bytes, isBeforeFigures }))
    answer.writeHead(reply.statusCode ?? 500, reply.headers)
    reply.pipe(answer)
  })
  given.pipe(passed)
})

const kB = (some: readonly Sent[]): string =>
  `${(some.reduce((before, { bytes }) => before + bytes, 0) / 1000).toFixed(1).padStart(9)} kB`

function isOfLibrary({ path }: Sent): boolean {
  const file = join(ROOT, path.replace(/[?#].*$/s, ''))
  return path.endsWith('.js') && existsSync(file) && LIBRARIES.test(readFileSync(file, 'utf8'))
}

try {
  between.listen(0, '127.0.0.1')
  await once(between, 'listening')
  const { page } = await app.open()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`http://127.0.0.1:${(between.address() as AddressInfo).port}/`)
  await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
  const atFirstRun = sent.length
  await page.keyboard.press('Enter')
  await page.locator('[data-zone][data-word]').first().waitFor()
  hasFigures = true
  await page.locator('.map-view canvas').first().waitFor()
  await page.waitForLoadState('networkidle')
  const before = sent.filter(({ isBeforeFigures }) => isBeforeFigures)
  for (const one of [...sent].sort((a, b) => b.bytes - a.bytes).slice(0, SHOWN))
    console.log(kB([one]), one.isBeforeFigures ? 'before' : 'after ', isOfLibrary(one) ? '*' : ' ', one.path)
  console.log(kB(sent.slice(0, atFirstRun)), `first run, ${atFirstRun} requests`)
  console.log(kB(before), `asked for before the wall has figures, ${before.length} requests`)
  console.log(kB(before.filter((one) => !isOfLibrary(one))), 'of them without map and charts (*)')
  console.log(kB(sent), `all, ${sent.length} requests`)
} finally {
  await app.close()
  between.close()
}
