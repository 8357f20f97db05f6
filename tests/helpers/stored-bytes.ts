import type { Page } from 'playwright-core'

/**
 * Which of the texts stand in anything that the page keeps or shows: every record of every database, both storages, every
 * cache, the files of the origin, cookies, the document with its fields, title and address.
 */
export function textsKept(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const found = new Set<string>()
    let read = 0
    const look = (where: string, text: string): void => {
      read += text.length
      const plain = text.replace(/[0-9a-f]{32,}/g, '')
      for (const one of wanted) if (plain.includes(one)) found.add(`${where}: ${one}`)
    }
    const lookIn = async (where: string, value: unknown): Promise<void> => {
      if (typeof value === 'string') look(where, value)
      else if (typeof value === 'number' || typeof value === 'bigint') look(where, String(value))
      else if (value instanceof Blob) await lookIn(where, await value.arrayBuffer())
      else if (value instanceof ArrayBuffer) await lookIn(where, new Uint8Array(value))
      else if (value instanceof Uint8Array)
        for (const encoding of ['utf-8', 'gb18030', 'utf-16le'])
          look(where, new TextDecoder(encoding).decode(value))
      else if (ArrayBuffer.isView(value))
        look(where, Array.from(value as unknown as Iterable<number>).join('\n'))
      else if (value instanceof Map || value instanceof Set || Array.isArray(value))
        for (const one of value) await lookIn(where, one)
      else if (value !== null && typeof value === 'object')
        for (const [key, one] of Object.entries(value)) {
          look(where, key)
          await lookIn(where, one)
        }
    }
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    for (const { name } of await indexedDB.databases()) {
      look('database', name!)
      const database = await asked(indexedDB.open(name!))
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store)
        const [keys, values] = await Promise.all([asked(records.getAllKeys()), asked(records.getAll())])
        await lookIn(`${name} ${store}`, keys)
        await lookIn(`${name} ${store}`, values)
      }
      database.close()
    }
    for (const [where, storage] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const)
      await lookIn(where, { ...storage })
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        look(name, request.url)
        await lookIn(name, await (await cache.match(request))?.arrayBuffer())
      }
    }
    const root = await navigator.storage.getDirectory()
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys())
      look('files', name)
    look('cookie', document.cookie)
    look(
      'document',
      `${document.title} ${decodeURIComponent(location.href)} ${document.documentElement.outerHTML}`,
    )
    for (const field of document.querySelectorAll('input, textarea, select'))
      look('field', (field as HTMLInputElement).value)
    if (read < 1000) found.add(`only ${read} letters were read`)
    return [...found].sort()
  }, texts)
}
