import { nkeys } from '@nats-io/nats-core'
import type { LogEvent } from '../../log/events'
import { type Seat, tokenOf } from './names'

/** What a machine may do at a hub, as the administrator signed it. */
export interface Statement {
  readonly format: 'cordon-ticket/1'
  readonly workspace: string
  readonly unit: string
  readonly device: string
  readonly role: TicketRole
  /** ISO 8601; after it nothing more is taken */
  readonly until: string
}

/**
 * `reader`: gives nothing · `clerk`: everything but steps of a move, lines of zones, changes of places and the frame of the
 * workspace · `lead`: everything of its own · `relay`: also what other machines wrote, by file or folder
 */
export const TICKET_ROLES = ['reader', 'clerk', 'lead', 'relay'] as const
export type TicketRole = (typeof TICKET_ROLES)[number]

/** The file that a machine is handed: where the hub is, what it may, and the secret by which the hub knows it. */
export interface Ticket {
  readonly format: 'cordon-ticket-file/1'
  /** of the hub's WebSocket */
  readonly hub: string
  readonly statement: Statement
  /** the statement as it was signed */
  readonly signed: string
  /** who signs tickets at this hub */
  readonly issuer: string
  readonly jwt: string
  readonly seed: string
}

/** Why an event that stands under a ticket is left out. */
export type TicketFault = 'no-ticket' | 'other-subject' | 'other-device' | 'outside-role' | 'after-ticket'

/** Types that a clerk does not write. */
const OF_LEADS = /^((transition|zone|place|policy|workspace|handover)\.|places\.replaced@)/

/** A statement as it is carried: its text and the signature over it. */
export function signedStatement(statement: Statement, sign: (bytes: Uint8Array) => Uint8Array): string {
  const text = JSON.stringify(statement)
  return `${toText(new TextEncoder().encode(text))}.${toText(sign(new TextEncoder().encode(text)))}`
}

/** What was signed; null where it was not signed by that issuer, or is no statement. */
export function readStatement(signed: string, issuer: string): Statement | null {
  try {
    const [text, signature] = signed.split('.').map(toBytes) as [Uint8Array, Uint8Array]
    if (!nkeys.fromPublic(issuer).verify(text, signature)) return null
    const statement = JSON.parse(new TextDecoder().decode(text)) as Statement
    return statement.format === 'cordon-ticket/1' && Number.isFinite(Date.parse(statement.until))
      ? statement
      : null
  } catch {
    return null
  }
}

export interface Carried {
  readonly subject: string
  readonly ticket: string | null
  /** when the hub kept it, ms */
  readonly keptAt: number
}

/** Judges events by the tickets that they came with. One issuer a hub. */
export class TicketJudge {
  #read = new Map<string, Statement | null>()

  constructor(
    readonly workspace: string,
    readonly issuer: string,
  ) {}

  faultOf(event: LogEvent, { subject, ticket, keptAt }: Carried): TicketFault | null {
    const statement = ticket === null ? null : this.#statement(ticket)
    if (!statement || statement.workspace !== this.workspace) return 'no-ticket'
    if (subject !== subjectFor(statement)) return 'other-subject'
    if (keptAt > Date.parse(statement.until)) return 'after-ticket'
    if (statement.role !== 'relay' && event.device !== statement.device) return 'other-device'
    const isBarred = statement.role === 'reader' || (statement.role === 'clerk' && OF_LEADS.test(event.type))
    return isBarred ? 'outside-role' : null
  }

  #statement(ticket: string): Statement | null {
    const known = this.#read.get(ticket)
    if (known !== undefined) return known
    const statement = readStatement(ticket, this.issuer)
    this.#read.set(ticket, statement)
    return statement
  }
}

const subjectFor = ({ workspace, unit, device }: Seat): string =>
  `cordon.${workspace}.${tokenOf(unit)}.${tokenOf(device)}`

/** May a machine give that event? What others wrote only a relay does. */
export const mayGive = ({ role, device }: Statement, event: LogEvent): boolean =>
  role === 'relay' || (role !== 'reader' && event.device === device)

/** A ticket as a file holds it; null where it is none. */
export function readTicket(text: string): Ticket | null {
  try {
    const { format, hub, signed, issuer, jwt, seed } = JSON.parse(text) as Ticket
    const statement = readStatement(signed, issuer)
    const isTicket = format === 'cordon-ticket-file/1' && typeof hub === 'string' && typeof jwt === 'string'
    return isTicket && typeof seed === 'string' && statement
      ? { format, hub, statement, signed, issuer, jwt, seed }
      : null
  } catch {
    return null
  }
}

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''))

    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const toBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

/** What a machine with that statement may publish and hear at the hub. */
export function permissionsFor(seat: Statement): {
  readonly pub: { readonly allow: readonly string[] }
  readonly sub: { readonly allow: readonly string[] }
} {
  const { workspace } = seat
  const [stream, store] = [`CORDON_${workspace}`, `OBJ_cordon-${workspace}`]
  const given =
    seat.role === 'reader'
      ? []
      : [subjectFor(seat), `$O.cordon-${workspace}.C.>`, `$O.cordon-${workspace}.M.>`]
  return {
    pub: {
      allow: [
        ...given,
        `cordon-here.${workspace}.${tokenOf(seat.unit)}.${tokenOf(seat.device)}`,
        ...[stream, store].flatMap((name) => [
          `$JS.API.STREAM.INFO.${name}`,
          ...['CREATE', 'MSG.NEXT', 'DELETE', 'INFO'].flatMap((one) => [
            `$JS.API.CONSUMER.${one}.${name}`,
            `$JS.API.CONSUMER.${one}.${name}.>`,
          ]),
          ...[`$JS.API.STREAM.MSG.GET.${name}`, `$JS.API.DIRECT.GET.${name}`],
          ...[`$JS.API.DIRECT.GET.${name}.>`, `$JS.FC.${name}.>`],
        ]),
      ],
    },
    sub: { allow: ['_INBOX.>', `cordon.${workspace}.>`, `cordon-here.${workspace}.>`] },
  }
}
