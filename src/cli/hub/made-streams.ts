import { jwtAuthenticator } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { hubWay } from '../../exchange/hub/hub-way'
import type { HubSettings } from './configuration'
import { type HubKeys, ownCredentials } from './keys'
import { OWN_SERVER } from './secured'

/** Makes the stream and the store of every workspace for which there is a ticket: nobody else may. */
export async function madeStreams(keys: HubKeys, { host, ports, tls }: HubSettings): Promise<void> {
  const { jwt, seed } = ownCredentials(keys)
  const connection = await connect({
    servers: `${host === '0.0.0.0' ? '127.0.0.1' : host}:${ports.commands}`,
    authenticator: jwtAuthenticator(jwt, seed),
    ...(tls ? { tls: OWN_SERVER } : {}),
  })
  try {
    for (const workspace of keys.workspaces) {
      const way = await hubWay(connection, { seat: { workspace, unit: '', device: 'hub' } })
      await way.find()
    }
  } finally {
    await connection.close()
  }
}
