import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'

let app: App
let tab: AppPage
let other: Server
let heard = 0
let elsewhere = ''

beforeAll(async () => {
  other = createServer((_request, response) => {
    heard++
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
      .end('heard')
  })
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  elsewhere = `http://127.0.0.1:${(other.address() as { port: number }).port}/`
  app = await startApp()
  tab = await app.open()
  await openDemo(app, tab)
  for (const view of ['desk', 'briefing', 'checks', 'import', 'wall'] as const) {
    await goTo(tab, view)
    await tab.page.waitForTimeout(1500)
  }
})
afterAll(async () => {
  await app?.close()
  other?.close()
})

test('every request of the page and its workers stayed with its own host', () => {
  expect(tab.requests.length).toBeGreaterThan(5)
  const own = new URL(app.address).origin
  expect(
    tab.requests.filter(
      (url) => !url.startsWith(own) && !url.startsWith('blob:') && !url.startsWith('data:'),
    ),
  ).toEqual([])
})

test('the page cannot reach another port: fetch, picture, beacon, socket, script', async () => {
  const tries = await tab.page.evaluate(async (url) => {
    const quiet = (task: Promise<unknown>): Promise<string> =>
      task.then(
        () => 'got out',
        () => 'refused',
      )
    const picture = new Promise((done, refuse) => {
      const image = new Image()
      image.onload = done
      image.onerror = refuse
      image.src = `${url}a.png`
    })
    const socket = new Promise((done, refuse) => {
      const line = new WebSocket(url.replace('http', 'ws'))
      line.onopen = done
      line.onerror = refuse
    })
    const script = new Promise((done, refuse) => {
      const element = document.createElement('script')
      element.onload = done
      element.onerror = refuse
      element.src = `${url}a.js`
      document.head.append(element)
    })
    navigator.sendBeacon(url, 'x')
    return Promise.all([quiet(fetch(url, { mode: 'no-cors' })), quiet(picture), quiet(socket), quiet(script)])
  }, elsewhere)
  expect(tries).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('no worker of the page can reach another port', async () => {
  const workers = tab.page.workers()
  expect(workers.length).toBeGreaterThan(0)
  for (const worker of workers) {
    const said = await worker.evaluate(
      (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'got out',
          () => 'refused',
        ),
      elsewhere,
    )
    expect(said, worker.url()).toBe('refused')
  }
})

test('nothing reached the other port', async () => {
  await tab.page.waitForTimeout(500)
  expect(heard).toBe(0)
})

test('every response carries the closing headers, scripts included', async () => {
  const scripts = tab.requests.filter(
    (url) => url.startsWith(app.address) && /\.(js|mjs|css|woff2|zip)$/.test(url),
  )
  expect(scripts.length).toBeGreaterThan(3)
  for (const url of [app.address, ...scripts]) {
    const { headers } = await fetch(url)
    expect(headers.get('content-security-policy'), url).toContain("default-src 'none'")
    expect(headers.get('cross-origin-opener-policy'), url).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy'), url).toBe('require-corp')
    expect(headers.get('x-content-type-options'), url).toBe('nosniff')
  }
})
