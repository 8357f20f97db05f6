import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nkeys } from '@nats-io/nats-core'
import { readAddress } from '../../exchange/hub/address'
import { isWorkspaceName } from '../../exchange/hub/names'
import {
  permissionsFor,
  type Statement,
  signedStatement,
  TICKET_ROLES,
  type Ticket,
  type TicketRole,
} from '../../exchange/hub/ticket'
import { type Arguments, CannotBegin, WrongUse } from '../arguments'
import type { Answer, Context } from '../context'
import { said } from './hub-words'
import { keysFor } from './keys'
import { userToken } from './tokens'

/** `cordon ticket FILE`: a file by which one device is let in at a hub, and does there what its role allows until it ends. */
export async function ticket(args: Arguments, { language }: Context): Promise<Answer> {
  const { data, hub = '' } = args.options
  if (data === undefined) throw new WrongUse('--data DIR of the hub is missing')
  const address = readAddress(hub, { isSecure: false })
  if (address === null) throw new WrongUse('--hub ws://HOST:4181 is missing')
  const statement = statementOf(args)
  if (existsSync(args.path)) throw new CannotBegin(said('exists', language, { path: args.path }))
  const keys = keysFor(resolve(data), statement.workspace)
  const user = nkeys.createUser()
  const made: Ticket = {
    ...{ format: 'cordon-ticket-file/1', hub: address, statement },
    signed: signedStatement(statement, (bytes) => keys.issuer.sign(bytes)),
    issuer: keys.issuer.getPublicKey(),
    jwt: userToken(keys.issuer, {
      ...{ user: user.getPublicKey(), name: `${statement.unit} ${statement.device}` },
      ...{ until: Date.parse(statement.until), permissions: permissionsFor(statement) },
    }),
    seed: new TextDecoder().decode(user.getSeed()),
  }
  writeFileSync(args.path, `${JSON.stringify(made, null, 1)}\n`, { mode: 0o600 })
  const { unit, device, role, until } = statement
  const text = said('ticket', language, { path: args.path, unit, device, role, until })
  return { document: { schema: 'cordon-ticket/1', file: args.path, statement }, text }
}

const DAYS_31_MS = 31 * 24 * 60 * 60_000

function statementOf({ options }: Arguments): Statement {
  const { unit = '', device, role = 'clerk', workspace = 'county' } = options
  if (!device) throw new WrongUse('--device is missing: the page says it under 交换中枢 · Hub')
  if (!TICKET_ROLES.includes(role as TicketRole))
    throw new WrongUse(`--role ${role}: one of ${TICKET_ROLES.join(', ')}`)
  if (!isWorkspaceName(workspace))
    throw new WrongUse(`--workspace ${workspace}: small letters, digits and -, 32 at most`)
  const ends = options.until === undefined ? Date.now() + DAYS_31_MS : Date.parse(options.until)
  if (!Number.isFinite(ends)) throw new WrongUse(`--until ${options.until}: 2022-06-30T18:00+08:00`)
  const until = new Date(ends).toISOString()
  return { format: 'cordon-ticket/1', workspace, unit, device, role: role as TicketRole, until }
}
