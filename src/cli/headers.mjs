// What every answer of a server of the page carries. The recipes for other servers are written from this list.

export const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The same where the page may speak to one hub, at that WebSocket address; null: to none. */
export const headersWithHub = (hub) => ({
  ...HEADERS,
  ...(hub && {
    'Content-Security-Policy': HEADERS['Content-Security-Policy'].replace(
      "connect-src 'self'",
      `connect-src 'self' ${hub}`,
    ),
  }),
})

/** What the build names by its content never changes; everything else is asked for again each time. */
export const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/

/** What a browser may keep: of files by their name, of files else, and of an answer that is no file. */
export const CACHING = { hashed: 'max-age=31536000, immutable', named: 'no-cache', fault: 'no-store' }

/** The type of each file of the build, by how its name ends. */
export const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** What the build lays compressed beside it. */
export const COMPRESSED = new Set(['.js', '.css', '.html', '.svg'])
