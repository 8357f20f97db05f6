/** Port of a hub's WebSocket where none is said, and how far it lies after that of its page. */
const PORT = 4181
const AFTER_PAGE = 1

/**
 * The address of a hub's WebSocket as a person gave it: `host`, `host:4181`, `ws://host:4181`, or the address of the page
 * that the hub serves. Null where it is none.
 */
export function readAddress(seen: string, { isSecure }: { readonly isSecure: boolean }): string | null {
  const text = seen.trim()
  const [, scheme, rest] = /^(?:(wss?|https?):\/\/)?([^/\s]+?)\/?(?:#.*)?$/i.exec(text) ?? []
  if (!rest) return null
  try {
    const isPage = scheme?.toLowerCase().startsWith('http') === true
    const secured = scheme ? /s$/i.test(scheme) && scheme.toLowerCase() !== 'ws' : isSecure
    const url = new URL(`http://${rest}`)
    if (url.username || url.password || url.pathname !== '/' || url.search) return null
    const port = url.port === '' ? PORT : Number(url.port) + (isPage ? AFTER_PAGE : 0)
    return `${secured ? 'wss' : 'ws'}://${url.hostname}:${port}`
  } catch {
    return null
  }
}

/** The addresses of hubs that a page may speak to, by the policy it came with; null where it came with none. */
export function hubsAllowed(policy: string | null): readonly string[] | null {
  const [, sources] = /(?:^|;)\s*connect-src ([^;]*)/.exec(policy ?? '') ?? []
  return sources === undefined ? null : sources.split(/\s+/).filter((one) => /^wss?:\/\//.test(one))
}
