// Serves dist/ on this machine with the headers that close the page to every other host.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
}

export const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Starts the server; port 0 picks a free one. Resolves to the address and a way to stop it. */
export function serve({ root, port = 0, host = '127.0.0.1' }) {
  const base = resolve(root)
  const server = createServer((request, response) => {
    const fail = (status) => response.writeHead(status, HEADERS).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return fail(405)
    let path
    try {
      path = normalize(join(base, decodeURIComponent(new URL(request.url, 'http://x').pathname)))
    } catch {
      return fail(400)
    }
    if (path !== base && !path.startsWith(base + (base.endsWith('/') ? '' : '/'))) return fail(403)
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html')
    if (!existsSync(path)) return fail(404)
    const hashed = /\/assets\//.test(path)
    response.writeHead(200, {
      ...HEADERS,
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Length': statSync(path).size,
      'Cache-Control': hashed ? 'max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') return response.end()
    createReadStream(path).pipe(response)
  })
  return new Promise((done, refuse) => {
    server.once('error', refuse)
    server.listen(port, host, () => {
      const address = `http://${host}:${server.address().port}/`
      done({ address, stop: () => new Promise((ended) => server.close(ended)) })
    })
  })
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../dist', import.meta.url))
  const wanted = Number(process.env.PORT ?? 4173)
  const { address } = await serve({ root, port: wanted }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error
    return serve({ root })
  })
  console.log(`Cordon 防控一张图: ${address}`)
  console.log('Enter opens the demo district · 按 Enter 打开演示辖区 · Ctrl+C stops')
}
