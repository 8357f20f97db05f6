import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { CannotBegin } from '../arguments'
import type { Language } from '../language'
import type { Ports } from './configuration'
import { said } from './hub-words'

/** Three free ports in a row; from 0, where the system finds them. */
export async function takePorts(
  { host, first }: { readonly host: string; readonly first: number },
  language: Language,
): Promise<Ports> {
  for (let tries = 0; ; tries += 1) {
    const page = first || (await free(host, 0))
    try {
      for (const port of [page, page + 1, page + 2]) await free(host, port)
      return { page, browsers: page + 1, commands: page + 2 }
    } catch (fault) {
      const { code = '', port = page } = fault as NodeJS.ErrnoException & { port?: number }
      if (first !== 0 || tries > 20) throw new CannotBegin(said('port', language, { port, code }))
    }
  }
}

const free = (host: string, port: number): Promise<number> =>
  new Promise((found, refused) => {
    const server = createServer()
    server.once('error', (fault) => refused(Object.assign(fault, { port })))
    server.listen(port, host, () => {
      const { port: at } = server.address() as { port: number }
      server.close(() => found(at))
    })
  })

/** Certificate and key, as they are read and where they lie. */
export function readTls(seen: string, language: Language) {
  const [certPath, keyPath] = seen.split('\n').map((path) => resolve(path)) as [string, string]
  try {
    const [cert, key] = [readFileSync(certPath), readFileSync(keyPath)]
    createSecureContext({ cert, key })
    return { cert, key, certPath, keyPath }
  } catch (fault) {
    throw new CannotBegin(said('tls', language, { why: (fault as Error).message }))
  }
}

/** The addresses by which this machine is reached where it listens everywhere. */
export function addressesAt(host: string): readonly string[] {
  if (host !== '0.0.0.0') return [host.includes(':') ? `[${host}]` : host]
  const own = Object.values(networkInterfaces()).flat()
  return own.flatMap((one) => (one?.family === 'IPv4' ? [one.address] : []))
}
