import type { NatsConnection } from '@nats-io/nats-core'
import { type HubOptions, type HubWay, hubWay } from '../../src/exchange/hub/hub-way'
import type { ExchangeWay } from '../../src/exchange/port'
import type { Ground } from './exchange'

/** Each call stands at the hub under the subject of its device. */
export function hubGround(
  connection: NatsConnection,
  workspace: string,
  more: Omit<HubOptions, 'seat'> = {},
): Ground & { readonly at: (device: string) => Promise<HubWay> } {
  const at = (device: string) => hubWay(connection, { seat: { workspace, unit: '', device }, ...more })
  return {
    at,
    open: ({ device }) => {
      const way = at(device)
      const late =
        <Name extends 'find' | 'events' | 'block' | 'give'>(name: Name) =>
        async (...given: unknown[]): Promise<never> =>
          ((await way)[name] as (...given: unknown[]) => Promise<never>)(...given)
      return {
        ...{ find: late('find'), events: late('events'), block: late('block'), give: late('give') },
        onNews: () => () => undefined,
      } as ExchangeWay
    },
  }
}
