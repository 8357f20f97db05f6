import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Arguments, CannotBegin, WrongUse } from '../arguments'
import type { Answer, Context } from '../context'
import { serve } from '../server.mjs'
import type { HubSettings } from './configuration'
import { dataFolder } from './data-folder'
import { HUB_SAYS, said } from './hub-words'
import { readKeys, ticketedConfiguration } from './keys'
import { endLeftBehind } from './left-behind'
import { madeStreams } from './made-streams'
import { configurationPath, natsServer } from './nats-server'
import { addressesAt, readTls, takePorts } from './network'

const PORT = 4180

/**
 * `cordon hub --data DIR`: starts the installed nats-server with its data in the folder, serves the page with headers
 * opened to exactly this hub, and goes on until it is stopped.
 */
export async function hub(args: Arguments, { language, tell, warn }: Context): Promise<Answer> {
  const { data, host = '127.0.0.1', port, tls, page } = args.options
  if (data === undefined) throw new WrongUse('--data DIR is missing: cordon hub --data DIR')
  const secured = tls === undefined ? null : readTls(tls, language)
  const folder = dataFolder(resolve(data), language)
  try {
    const keys = readKeys(folder.path)
    await endLeftBehind(folder.path, configurationPath(folder.path))
    const ports = await takePorts({ host, first: portOf(port) }, language)
    const settings: HubSettings = {
      ...{ data: folder.path, host, ports },
      ...{ tls: secured && { cert: secured.certPath, key: secured.keyPath } },
      ticketed: keys && ticketedConfiguration(keys),
    }
    const root = resolve(page ?? fileURLToPath(new URL('../../../dist', import.meta.url)))
    if (!existsSync(join(root, 'index.html'))) warn(said('noPage', language, { path: root }))
    const server = await natsServer(settings, { language, warn })
    try {
      if (keys) await madeStreams(keys, settings)
      const served = await serve({ root, host, port: ports.page, tls: secured, hubPort: ports.browsers })
      for (const address of addressesAt(host)) {
        tell(`Cordon 防控一张图: ${secured ? 'https' : 'http'}://${address}:${ports.page}/`)
        const hubAt = `${secured ? 'wss' : 'ws'}://${address}:${ports.browsers}`
        tell(
          said('at', language, {
            hub: hubAt,
            commands: `${secured ? 'tls' : 'nats'}://${address}:${ports.commands}`,
          }),
        )
      }
      tell(HUB_SAYS[keys ? 'closed' : 'open'][language])
      tell(HUB_SAYS.stops[language])
      const why = await Promise.race([stopped(), server.ended])
      await Promise.race([served.stop(), new Promise((done) => setTimeout(done, 500).unref())])
      if (why !== null) throw new CannotBegin(why)
    } finally {
      await server.stop()
    }
  } finally {
    folder.leave()
  }
  return { document: {}, text: HUB_SAYS.stopped[language] }
}

function portOf(seen: string | undefined): number {
  if (seen === undefined) return PORT
  if (!/^\d{1,5}$/.test(seen) || Number(seen) > 65_533) throw new WrongUse(`--port ${seen}: 0 to 65533`)
  return Number(seen)
}

/** When a person, or the system, stops it. */
const stopped = (): Promise<null> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop(null))
  })
