/// <reference lib="webworker" />
export {}

/** What the build says of itself; laid before this file as it is built. */
declare const RELEASE: {
  /** of all files together */
  readonly id: string
  /** the script of `index.html`, by which a page says of which release it is */
  readonly page: string
  /** SHA-256 of each file, by its path */
  readonly files: Readonly<Record<string, string>>
}

const worker = self as unknown as ServiceWorkerGlobalScope
const scope = new URL(worker.registration.scope)
/** name of a release's cache: whose it is, and of which page */
const OURS = `cordon ${scope.pathname} `
const own = `${OURS}${RELEASE.page} ${RELEASE.id}`
const AT_ONCE = 6

const addressOf = (path: string): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), scope).href
const isNamedByContent = (path: string): boolean => path.startsWith('assets/')

/** The file by that name in the cache of any release: what is named by its content is the same in each. */
async function heldAnywhere(path: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    const held = name.startsWith(OURS) && (await (await caches.open(name)).match(addressOf(path)))
    if (held) return held
  }
  return undefined
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The file from the server, if it is the one this release was built with; fails where the server has another. */
async function fetched(path: string, hash: string): Promise<Response> {
  for (const cache of isNamedByContent(path) ? (['default', 'reload'] as const) : (['reload'] as const)) {
    const response = await fetch(addressOf(path), { cache })
    const bytes = await response.arrayBuffer()
    if (!response.ok || (await hashOf(bytes)) !== hash) continue
    const headers = new Headers(response.headers)
    for (const ofTransfer of ['Content-Encoding', 'Content-Length', 'Accept-Ranges'])
      headers.delete(ofTransfer)
    return new Response(bytes, { headers })
  }
  throw new Error(`${path} is not that of release ${RELEASE.id}`)
}

/** Keeps every file of this release, or fails: then the release before stays. What is kept already is not asked for again. */
async function install(): Promise<void> {
  const cache = await caches.open(own)
  const open = Object.entries(RELEASE.files)
  const line = async (): Promise<void> => {
    for (let next = open.pop(); next; next = open.pop()) {
      const [path, hash] = next
      if (await cache.match(addressOf(path))) continue
      const held = isNamedByContent(path) ? await heldAnywhere(path) : undefined
      const isSame = held && (await hashOf(await held.clone().arrayBuffer())) === hash
      await cache.put(addressOf(path), isSame ? held : await fetched(path, hash))
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, line))
  } catch (reason) {
    // half a release is worth less than the room that the records of this site still need
    if ((reason as DOMException).name === 'QuotaExceededError') await caches.delete(own)
    throw reason
  }
}

/** Forgets releases before this one of which no page is open: a page goes on with the chunks it began with. */
async function tidy(): Promise<void> {
  if (worker.registration.waiting || worker.registration.installing) return
  const { held = [] } = await worker.navigator.locks.query()
  const open = new Set(held.map(({ name }) => name))
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === own) continue
    const page = name.slice(OURS.length).split(' ')[0]
    if (!open.has(`cordon-page ${page}`)) await caches.delete(name)
  }
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([worker.clients.claim(), tidy()])))
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting())
  else if (event.data === 'tidy') event.waitUntil(tidy())
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.origin) return
  if (!url.pathname.startsWith(scope.pathname)) return
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length)) || 'index.html'
  if (Object.hasOwn(RELEASE.files, path))
    event.respondWith(
      caches
        .open(own)
        .then((cache) => cache.match(addressOf(path)))
        .then((kept) => kept ?? fetch(request)),
    )
  else if (isNamedByContent(path))
    event.respondWith(heldAnywhere(path).then((held) => held ?? fetch(request)))
})
