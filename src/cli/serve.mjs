// Serves dist/ on this machine with the headers that close the page to every other host.
import { existsSync, realpathSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, STATUS_CODES } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import send from 'send'

export const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** What the build names by its content never changes; everything else is asked for again each time. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/

/** What the build lays compressed beside it, and its type. */
const COMPRESSED = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Starts the server; port 0 picks a free one. Resolves to the address and a way to stop it. */
export function serve({ root, port = 0, host = '127.0.0.1' }) {
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    answer(resolve(root), request, response).catch(() => fail(response, 500))
  })
  server.on('checkExpectation', (_request, response) => fail(response, 417))
  server.on('connect', (_request, socket) => refuse(socket, 405))
  server.on('clientError', (error, socket) => {
    refuse(socket, { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code] ?? 400)
  })
  return new Promise((done, refused) => {
    server.once('error', refused)
    server.listen(port, host, () => {
      const address = `http://${host}:${server.address().port}/`
      done({ address, stop: () => new Promise((ended) => server.close(ended)) })
    })
  })
}

async function answer(root, request, response) {
  response.on('error', () => response.destroy())
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return fail(response, 405, { Allow: 'GET, HEAD' })
  const path = pathOf(request.url)
  if (path === null) return fail(response, 400)
  if (!(await isOwnFile(root, decodeURIComponent(path)))) return fail(response, 404)
  const caching = HASHED.test(path) ? 'max-age=31536000, immutable' : 'no-cache'
  const type = COMPRESSED[extname(path)]
  const isCompressed =
    type !== undefined && takesBrotli(request) && (await isOwnFile(root, `${decodeURIComponent(path)}.br`))
  const headers = {
    ...{ ...HEADERS, 'Cache-Control': caching },
    ...(type === undefined ? {} : { Vary: 'Accept-Encoding' }),
    ...(isCompressed ? { 'Content-Type': type, 'Content-Encoding': 'br' } : {}),
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
    .writeHead(status, { ...HEADERS, 'Cache-Control': 'no-store', 'Content-Length': 0, ...headers })
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

const isStarted = process.argv[1] && existsSync(process.argv[1])
if (isStarted && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  const root = fileURLToPath(new URL('../../dist', import.meta.url))
  const wanted = process.env.PORT ?? '4173'
  const isPort = /^\d{1,5}$/.test(wanted) && Number(wanted) < 65_536
  if (!isPort)
    console.error(
      `PORT=${wanted} is no port (0–65535); a free one is taken · PORT=${wanted} 不是端口（0—65535），改用空闲端口`,
    )
  const { address } = await serve({ root, port: isPort ? Number(wanted) : 0 }).catch((error) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    return serve({ root })
  })
  if (!existsSync(join(root, 'index.html')))
    console.error('dist/ is not built yet: npm run build · 还没有生成 dist/：请先运行 npm run build')
  console.log(`Cordon 防控一张图: ${address}`)
  console.log('Enter opens the demo district · 按 Enter 打开演示辖区 · Ctrl+C stops')
}
