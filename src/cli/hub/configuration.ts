import { join } from 'node:path'
import { pidFile } from './left-behind'

/** The ports of a hub: of the page, of the exchange with browsers, and with command lines. */
export interface Ports {
  readonly page: number
  readonly browsers: number
  readonly commands: number
}

export interface HubSettings {
  readonly data: string
  readonly host: string
  readonly ports: Ports
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** what lets in only who has a ticket; null: an open hub */
  readonly ticketed: string | null
}

/** Longest event that is taken, bytes. Blocks go in pieces and are of any length. */
const LONGEST = 32 * 1024 * 1024

/** What nobody may ask of an open hub: to take out what was given, or to change how long it is kept. */
const NEVER = [
  ...['DELETE', 'UPDATE', 'PURGE', 'MSG.DELETE', 'RESTORE', 'SNAPSHOT'].map(
    (one) => `$JS.API.STREAM.${one}.>`,
  ),
]

const quoted = (text: string): string => JSON.stringify(text)

/** Whoever reaches it may read and give. */
const OPEN = [
  `authorization { users: [ { user: open, password: "", permissions: { publish: { deny: [ ${NEVER.map(quoted).join(', ')} ] } } } ] }`,
  'no_auth_user: open',
].join('\n')

/** The configuration of nats-server for a hub whose store may hold so many bytes. */
export function configurationOf(settings: HubSettings, most: number): string {
  const { data, host, ports, tls, ticketed } = settings
  const secured = tls ? `tls { cert_file: ${quoted(tls.cert)}, key_file: ${quoted(tls.key)} }` : ''
  return [
    `listen: ${quoted(`${host}:${ports.commands}`)}`,
    secured,
    `max_payload: ${LONGEST}`,
    `jetstream { store_dir: ${quoted(join(data, 'store'))}, max_file_store: ${most} }`,
    `websocket { listen: ${quoted(`${host}:${ports.browsers}`)}, ${secured || 'no_tls: true'} }`,
    ticketed ?? OPEN,
    `pid_file: ${quoted(pidFile(data))}`,
    `log_file: ${quoted(join(data, 'hub.log'))}`,
    '',
  ]
    .filter((line, i, lines) => line !== '' || i === lines.length - 1)
    .join('\n')
}
