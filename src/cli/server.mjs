// Serves a folder with the headers that close the page to every other host.
import { realpath, stat } from 'node:fs/promises'
import { createServer, STATUS_CODES } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { extname, join, resolve, sep } from 'node:path'
import send from 'send'
import { CACHING, COMPRESSED, HASHED, HEADERS, headersWithHub, TYPES } from './headers.mjs'

/**
 * Starts the server; port 0 picks a free one, `tls` is `{ cert, key }`, `hubPort` the WebSocket of a hub on this machine, to
 * which the page may speak. Resolves to the address and a way to stop it.
 */
export function serve({ root, port = 0, host = '127.0.0.1', tls = null, hubPort = null }) {
  const create = tls ? createSecureServer : createServer
  const server = create({ requireHostHeader: false, ...tls }, (request, response) => {
    answer(resolve(root), request, response, hubOf(request, tls, hubPort)).catch(() => fail(response, 500))
  })
  server.on('checkExpectation', (_request, response) => fail(response, 417))
  server.on('connect', (_request, socket) => refuse(socket, 405))
  server.on('clientError', (error, socket) => {
    refuse(socket, { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400)
  })
  return new Promise((done, refused) => {
    server.once('error', refused)
    server.listen(port, host, () => {
      const shown = host.includes(':') ? `[${host}]` : host
      const address = `${tls ? 'https' : 'http'}://${shown}:${server.address().port}/`
      done({ address, stop: () => new Promise((ended) => server.close(ended)) })
    })
  })
}

/** The address of the hub as whoever asks reaches this machine; null where there is none. */
function hubOf({ headers }, tls, hubPort) {
  const [, host] = /^([a-z\d.-]+)(?::\d+)?$/i.exec(headers.host ?? '') ?? []
  return hubPort !== null && host ? `${tls ? 'wss' : 'ws'}://${host}:${hubPort}` : null
}

async function answer(root, request, response, hub) {
  response.on('error', () => response.destroy())
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return fail(response, 405, { Allow: 'GET, HEAD' })
  const path = pathOf(request.url)
  if (path === null) return fail(response, 400)
  if (!(await isOwnFile(root, decodeURIComponent(path)))) return fail(response, 404)
  const caching = HASHED.test(path) ? CACHING.hashed : CACHING.named
  const type = TYPES[extname(path)]
  const hasCompressed = COMPRESSED.has(extname(path))
  const isCompressed =
    hasCompressed && takesBrotli(request) && (await isOwnFile(root, `${decodeURIComponent(path)}.br`))
  const headers = {
    ...{ ...headersWithHub(hub), 'Cache-Control': caching },
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...(hasCompressed ? { Vary: 'Accept-Encoding' } : {}),
    ...(isCompressed ? { 'Content-Encoding': 'br' } : {}),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  send(request, isCompressed ? `${path}.br` : path, {
    root,
    acceptRanges: !isCompressed,
    index: false,
    cacheControl: false,
    lastModified: false,
  })
    .on('error', ({ status, headers }) => fail(response, status, headers))
    .on('directory', () => fail(response, 404))
    .pipe(response)
}

/** Whether a browser takes brotli: it names it, and not with a weight of 0. */
function takesBrotli({ headers }) {
  const said = String(headers['accept-encoding'] ?? '').split(',')
  return said.some((one) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one))
}

/** The path that is asked for, still encoded, a folder as its index.html; null where it cannot be decoded. */
function pathOf(url) {
  try {
    const path = url.startsWith('/') ? url.replace(/[?#].*$/s, '') : new URL(url).pathname
    if (decodeURIComponent(path).includes('\0')) return null
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return null
  }
}

/** Is it a plain file that lies where its path says, under the real folder? A link lies somewhere else. */
async function isOwnFile(root, path) {
  try {
    const home = await realpath(root)
    const wanted = join(home, path)
    const lies = wanted.startsWith(join(home, sep)) && (await realpath(wanted)) === wanted
    return lies && (await stat(wanted)).isFile()
  } catch {
    return false
  }
}

/** Ends a response without a body. One that has begun can only be broken off. */
function fail(response, status, headers = {}) {
  if (response.headersSent) return response.destroy()
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response
    .writeHead(status, { ...HEADERS, 'Cache-Control': CACHING.fault, 'Content-Length': 0, ...headers })
    .end()
}

/** Answers on a socket that holds no request that could be answered. */
function refuse(socket, status) {
  if (!socket.writable) return socket.destroy()
  const headers = { ...HEADERS, Connection: 'close', 'Content-Length': 0 }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`)
}
