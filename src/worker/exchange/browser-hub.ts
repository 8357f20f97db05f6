import { jwtAuthenticator, wsconnect } from '@nats-io/nats-core'
import { asking } from '../../exchange/hub/hub-error'
import { type Line, type LineOptions, openLine } from '../../exchange/hub/line'
import type { Ticket } from '../../exchange/hub/ticket'

/** ms */
const [ANSWERS_IN, AGAIN_IN] = [5_000, 2_000]

/** A line to a hub over a WebSocket. The hub's client is in this chunk, which nobody loads who has no hub. */
export async function openBrowserLine(
  address: string,
  options: LineOptions & { readonly ticket?: Ticket | null },
): Promise<Line> {
  const { ticket } = options
  const connection = await asking(() =>
    wsconnect({
      servers: address,
      ...(ticket
        ? { authenticator: jwtAuthenticator(ticket.jwt, new TextEncoder().encode(ticket.seed)) }
        : {}),
      timeout: ANSWERS_IN,
      ignoreClusterUpdates: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: AGAIN_IN,
      pingInterval: 10_000,
      maxPingOut: 2,
    }),
  )
  return openLine(connection, options)
}
