import { connect } from '@nats-io/transport-node'
import { asking, HubError } from '../../exchange/hub/hub-error'
import { type HubWay, hubWay } from '../../exchange/hub/hub-way'
import { isWorkspaceName } from '../../exchange/hub/names'
import EN from '../../i18n/en/day/hub'
import ZH from '../../i18n/zh/day/hub'
import { WrongUse } from '../arguments'
import type { Language } from '../language'
import { NoAnswer } from '../read-pack'

export interface OpenHub {
  readonly way: HubWay
  close(): Promise<void>
}

/** ms */
const ANSWERS_IN = 5_000

/** A hub by its address for command lines, `nats://host:4182/county`: the path is the name of the workspace there. */
export async function openHub(url: string, device: string, language: Language): Promise<OpenHub> {
  const { servers, workspace } = addressOf(url)
  return orSentence(url, language, async () => {
    const isSecured = servers.startsWith('tls:')
    const connection = await asking(() =>
      connect({ servers, timeout: ANSWERS_IN, reconnect: false, ...(isSecured ? { tls: {} } : {}) }),
    )
    try {
      const seat = { workspace, unit: '', device }
      const way = await hubWay(connection, { seat, heap: Number.MAX_SAFE_INTEGER })
      return { way, close: () => connection.close() }
    } catch (fault) {
      await connection.close()
      throw fault
    }
  })
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
