import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { headers, jwtAuthenticator, type NatsConnection, nkeys } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/cli/main'
import { hubWay } from '../../../src/exchange/hub/hub-way'
import { presenceSubject } from '../../../src/exchange/hub/presence'
import { TICKET_HEADER } from '../../../src/exchange/hub/stream'
import { readTicket, signedStatement, type Ticket } from '../../../src/exchange/hub/ticket'
import { canonical } from '../../../src/log/digest'
import type { LogEvent } from '../../../src/log/events'
import { runCommand } from '../../helpers/command'
import { type RunningCommand, startedHub } from '../../helpers/cordon-hub'
import { Machine } from '../../helpers/exchange'
import { aDay } from '../../helpers/log'
import { hasNatsServer } from '../../helpers/nats-server'

const folder = mkdtempSync(join(tmpdir(), 'cordon-forgery-'))
const data = join(folder, 'data')
let hub: RunningCommand
let servers = ''
let files = 0
const open: NatsConnection[] = []

async function aTicket(device: string, more: readonly string[] = [], where = data): Promise<Ticket> {
  const file = join(folder, `${(files += 1)}.json`)
  const args = [
    '--data',
    where,
    '--hub',
    'ws://127.0.0.1:4181',
    '--device',
    device,
    '--unit',
    '城东镇',
    ...more,
  ]
  const silent = () => undefined
  expect(await main(['ticket', file, ...args], { out: silent, err: silent, env: {} })).toBe(0)
  return readTicket(readFileSync(file, 'utf8'))!
}
async function enter({ jwt, seed }: Ticket): Promise<NatsConnection> {
  const authenticator = jwtAuthenticator(jwt, new TextEncoder().encode(seed))
  const connection = await connect({ servers, authenticator, reconnect: false })
  open.push(connection)
  return connection
}
const wayOf = async (ticket: Ticket) => hubWay(await enter(ticket), { seat: ticket.statement, ticket })
const subject = (ticket: Ticket, device = ticket.statement.device) =>
  presenceSubject({ ...ticket.statement, device }).replace('cordon-here', 'cordon')

/** Publishes an event by hand, past what the page would do. */
async function put(
  by: Ticket,
  event: LogEvent | string,
  carried: string | null = by.signed,
  at = subject(by),
) {
  const connection = await enter(by)
  const header = headers()
  if (carried !== null) header.set(TICKET_HEADER, carried)
  const text = typeof event === 'string' ? event : canonical(event)
  await jetstream(connection).publish(at, text, { headers: header, timeout: 2_000 })
}

const row = (id: string) => ({ id, kind: 'confirmed', reportedAt: aDay('2022-05-20') })
const retracted = (id: string) => ({ type: 'cases.retracted@1', row: id, because: '外区' }) as const

let county: Ticket
let one: Machine
beforeAll(async () => {
  if (!hasNatsServer) return
  county = await aTicket('a1', ['--role', 'lead'])
  hub = await startedHub(['--data', data, '--port', '0'])
  const port = Number(/nats:\/\/127\.0\.0\.1:(\d+)/.exec(hub.said())![1])
  servers = `nats://127.0.0.1:${port}`
  one = new Machine('a1')
  one.bring('cases', [row('C1'), row('C2')])
  const way = await wayOf(county)
  await one.giveTo(way, await way.find())
}, 60_000)
afterAll(async () => {
  for (const connection of open) await connection.close()
  hub?.child.kill('SIGTERM')
  await hub?.ended
  rmSync(folder, { recursive: true, force: true })
})

/** What a machine that has everything honest makes of the last try: the codes it is told, and what it takes. */
async function judged(device: string) {
  const reader = new Machine('r1')
  const way = await wayOf(await aTicket('r1', ['--role', 'reader']))
  const { told, taken, setAside } = await reader.takeFrom(way)
  const codes = told.filter((one) => one.device === device).map(({ code }) => code)
  return {
    codes: [...codes, ...setAside.filter((one) => one.device === device).map(({ code }) => code)],
    taken: taken.filter((event) => event.device === device).length,
  }
}
/** A machine with the honest log, which acts under a ticket of its own. */
function follower(device: string): Machine {
  const machine = new Machine(device)
  machine.events = [...one.events]
  for (const [hash, block] of one.blocks) machine.blocks.set(hash, block)
  machine.now = one.now + 1_000
  return machine
}
/** Its next act, not given yet. */
function act(machine: Machine, body: Parameters<Machine['say']>[0] = retracted('C1')): LogEvent {
  machine.say(body)
  return machine.events.at(-1)!
}

const AT_HUB: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['no ticket', () => connect({ servers, reconnect: false })],
  ['a ticket of another hub', async () => enter(await aTicket('h1', [], join(folder, 'other')))],
  ['a ticket that has ended', async () => enter(await aTicket('h2', ['--until', '2022-06-01']))],
  [
    'a ticket with the secret of another',
    async () => enter({ ...(await aTicket('h3')), seed: (await aTicket('h4')).seed }),
  ],
  [
    'the subject of another device',
    async () => put(await aTicket('h5'), act(follower('a1')), null, subject(county)),
  ],
  [
    'the subject of another unit',
    async () => put(await aTicket('h6'), act(follower('h6')), null, 'cordon.county.other.h6'),
  ],
  ['another workspace', async () => put(await aTicket('h7'), act(follower('h7')), null, 'cordon.city.-.h7')],
  ['a reader that gives', async () => put(await aTicket('h8', ['--role', 'reader']), act(follower('h8')))],
  ...(
    [
      ['deletes a message', (manager) => manager.streams.deleteMessage('CORDON_county', 1)],
      ['empties the stream', (manager) => manager.streams.purge('CORDON_county')],
      ['deletes the stream', (manager) => manager.streams.delete('CORDON_county')],
      ['keeps less', (manager) => manager.streams.update('CORDON_county', { max_msgs: 1 })],
      ['a stream of its own', (manager) => manager.streams.add({ name: 'mine', subjects: ['cordon.>'] })],
    ] as readonly (readonly [
      string,
      (manager: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<unknown>,
    ])[]
  ).map(
    ([name, task]) =>
      [
        name,
        async () =>
          task(await jetstreamManager(await enter(await aTicket('h9')), { checkAPI: false, timeout: 2_000 })),
      ] as const,
  ),
]

describe.skipIf(!hasNatsServer)('at a hub with tickets', () => {
  test.each(AT_HUB)('X60 the hub refuses: %s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(/authoriz|permission/i)
  })

  test('X60 a ticket that ends while its machine is there: the hub sends it away', async () => {
    const soon = new Date(Date.now() + 2_500).toISOString()
    const connection = await enter(await aTicket('e1', ['--until', soon]))
    await connection.closed()
    expect(connection.isClosed()).toBe(true)
  }, 20_000)

  test('X61 what was given by the book is taken; a relay passes on what others wrote', async () => {
    const clerk = follower('t1')
    const ticket = await aTicket('t1')
    act(clerk)
    const way = await wayOf(ticket)
    await clerk.giveTo(way, await way.find())
    const carried = follower('t2')
    carried.events = [...carried.events]
    act(carried)
    const relay = await wayOf(await aTicket('t3', ['--role', 'relay']))
    await carried.giveTo(relay, await relay.find())
    expect([await judged('t1'), await judged('t2')]).toEqual([
      { codes: [], taken: 1 },
      { codes: [], taken: 1 },
    ])
  })

  test('X61 what others wrote is not given by one who may not pass it on', async () => {
    const clerk = follower('t4')
    const stranger = follower('t5')
    clerk.events = [...clerk.events, act(stranger)]
    const way = await wayOf(await aTicket('t4'))
    await clerk.giveTo(way, await way.find())
    expect(await judged('t5')).toEqual({ codes: [], taken: 0 })
  })

  test('X61 a log without a browser is joined with a ticket; without one, or with what is none, a sentence', async () => {
    const [log, file] = [join(folder, 'log.ndjson'), join(folder, 'reader.json')]
    const made = ['--data', data, '--hub', 'ws://127.0.0.1:4181', '--device', 'cli', '--role', 'reader']
    expect((await runCommand('ticket', file, ...made)).code).toBe(0)
    expect((await runCommand('ticket', file, ...made)).code).toBe(2)
    const at = ['exchange', log, '--hub', `${servers}/county`]
    const without = await runCommand(...at)
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('Ask the administrator')])
    const signed = JSON.parse(readFileSync(file, 'utf8')) as Ticket
    writeFileSync(join(folder, 'none.json'), JSON.stringify({ ...signed, signed: `x${signed.signed}` }))
    const none = await runCommand(...at, '--ticket', join(folder, 'none.json'))
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('This is no ticket')])
    expect(existsSync(log)).toBe(false)
    const answer = await runCommand(...at, '--ticket', file, '--json')
    expect(answer.err).toBe('')
    expect(JSON.parse(answer.out).taken.news).toBeGreaterThan(0)
    expect(readFileSync(log, 'utf8')).toContain(one.events[0]!.hash)
  })

  const LEFT_OUT: readonly (readonly [string, string, string, () => Promise<unknown>])[] = [
    [
      'without its ticket',
      'no-ticket',
      'f1',
      async () => put(await aTicket('f1'), act(follower('f1')), null),
    ],
    [
      'with a ticket it signed itself',
      'no-ticket',
      'f2',
      async () => {
        const ticket = await aTicket('f2')
        const own = nkeys.createAccount()
        await put(
          ticket,
          act(follower('f2')),
          signedStatement(ticket.statement, (bytes) => own.sign(bytes)),
        )
      },
    ],
    [
      'with its role raised in the ticket',
      'no-ticket',
      'f3',
      async () => {
        const ticket = await aTicket('f3')
        const [, signature] = ticket.signed.split('.')
        const raised = signedStatement({ ...ticket.statement, role: 'lead' }, () => new Uint8Array(64))
        await put(ticket, act(follower('f3')), `${raised.split('.')[0]}.${signature}`)
      },
    ],
    [
      "with another machine's ticket",
      'other-subject',
      'f4',
      async () => put(await aTicket('f4'), act(follower('f4')), county.signed),
    ],
    [
      'in the name of another device',
      'other-device',
      'f5',
      async () => put(await aTicket('f6'), act(follower('f5'))),
    ],
    [
      'a step of a move by a clerk',
      'outside-role',
      'f7',
      async () => put(await aTicket('f7'), act(follower('f7'), { type: 'zone.drawn@1' } as never)),
    ],
    [
      'altered after it was written',
      'altered',
      'f8',
      async () =>
        put(await aTicket('f8'), { ...act(follower('f8')), because: '本区' } as unknown as LogEvent),
    ],
    ['no event', 'unreadable', 'f9', async () => put(await aTicket('f9'), '{"half":')],
    [
      'after the same event as one that is held',
      'forked',
      'fa',
      async () => {
        const ticket = await aTicket('fa')
        const [twin, other] = [follower('fa'), follower('fa')]
        await put(ticket, act(twin))
        other.now += 500
        await put(ticket, act(other, retracted('C2')))
      },
    ],
    [
      'what lacks the event before it',
      'gap',
      'fb',
      async () => {
        const machine = follower('fb')
        act(machine)
        await put(await aTicket('fb'), act(machine, retracted('C2')))
      },
    ],
    [
      'dated a week ahead',
      'dated-ahead',
      'fc',
      async () => {
        const machine = follower('fc')
        machine.now += 7 * 24 * 60 * 60_000
        await put(await aTicket('fc'), act(machine))
      },
    ],
  ]
  test.each(LEFT_OUT)('X62 told when it is taken: %s (%s)', async (_, code, device, attempt) => {
    await attempt()
    const { codes } = await judged(code === 'unreadable' ? (null as never) : device)
    expect(codes).toContain(code)
  })

  test('X62 the same event a second time is taken once', async () => {
    const [ticket, machine] = [await aTicket('g1'), follower('g1')]
    const event = act(machine)
    await put(ticket, event)
    await put(ticket, event)
    expect(await judged('g1')).toEqual({ codes: [], taken: 1 })
  })
})
