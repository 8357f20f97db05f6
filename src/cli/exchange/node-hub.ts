import { existsSync, readFileSync } from 'node:fs'
import { jwtAuthenticator } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { asking, HubError } from '../../exchange/hub/hub-error'
import { type HubWay, hubWay } from '../../exchange/hub/hub-way'
import { isWorkspaceName } from '../../exchange/hub/names'
import { readTicket, type Ticket } from '../../exchange/hub/ticket'
import EN from '../../i18n/en/day/hub'
import ZH from '../../i18n/zh/day/hub'
import { WrongUse } from '../arguments'
import { securedFor } from '../hub/secured'
import type { Language } from '../language'
import { NoAnswer } from '../read-pack'

export interface OpenHub {
  readonly way: HubWay
  close(): Promise<void>
}

/** ms */
const ANSWERS_IN = 5_000

/** A hub by its address for command lines, `nats://host:4182/county`: the path is the name of the workspace there. */
export async function openHub(
  url: string,
  { device, ticketFile }: { readonly device: string; readonly ticketFile: string | undefined },
  language: Language,
): Promise<OpenHub> {
  const ticket = ticketFile === undefined ? null : ticketIn(ticketFile, language)
  const { servers, workspace } = addressOf(url)
  return orSentence(url, language, async () => {
    const isSecured = servers.startsWith('tls:')
    const connection = await asking(() =>
      connect({
        ...{ servers, timeout: ANSWERS_IN, reconnect: false },
        ...(isSecured ? { tls: securedFor(new URL(servers).hostname.replace(/^\[|\]$/g, '')) } : {}),
        ...(ticket
          ? { authenticator: jwtAuthenticator(ticket.jwt, new TextEncoder().encode(ticket.seed)) }
          : {}),
      }),
    )
    try {
      const { unit, device: seated } = ticket?.statement ?? { unit: '', device }
      const seat = { workspace, unit, device: seated }
      const way = await hubWay(connection, { seat, ticket, heap: Number.MAX_SAFE_INTEGER })
      return { way, close: () => connection.close() }
    } catch (fault) {
      await connection.close()
      throw fault
    }
  })
}

function ticketIn(path: string, language: Language): Ticket {
  const ticket = existsSync(path) ? readTicket(readFileSync(path, 'utf8')) : null
  if (!ticket) throw new NoAnswer(`${path}: ${(language === 'zh' ? ZH : EN).fault['no-ticket']}`)
  return ticket
}

function addressOf(url: string): { readonly servers: string; readonly workspace: string } {
  const [, servers, workspace = 'county'] = /^((?:nats|tls):\/\/[^/\s]+)(?:\/([^/]*))?$/.exec(url) ?? []
  if (!servers) throw new WrongUse(`--hub ${url}: nats://HOST:4182/NAME or tls://HOST:4182/NAME is expected`)
  if (!isWorkspaceName(workspace))
    throw new WrongUse(`--hub ${url}: a name of small letters, digits and - is expected after the port`)
  return { servers, workspace }
}

/** Says in a sentence why a hub could not be met. */
export async function orSentence<Value>(
  url: string,
  language: Language,
  task: () => Promise<Value>,
): Promise<Value> {
  try {
    return await task()
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault
    throw new NoAnswer(`${url}: ${(language === 'zh' ? ZH : EN).fault[fault.code]}`)
  }
}
