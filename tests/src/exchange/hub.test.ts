import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { type NatsConnection, nanos } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hubWay } from '../../../src/exchange/hub/hub-way'
import { bucketOf, streamOf, subjectOf, subjectsOf, tokenOf } from '../../../src/exchange/hub/names'
import { STREAM } from '../../../src/exchange/hub/stream'
import { Machine } from '../../helpers/exchange'
import { hubGround } from '../../helpers/hub-ground'
import { aDay } from '../../helpers/log'
import { hasNatsServer, type RunningHub, startNatsServer } from '../../helpers/nats-server'

let hub: RunningHub
let connection: NatsConnection
let workspaces = 0
beforeAll(async () => {
  if (!hasNatsServer) return
  hub = await startNatsServer()
  connection = await connect({
    servers: hub.url,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
    timeout: 1_000,
  })
})
afterAll(async () => {
  await connection?.close()
  await hub?.stop()
})

const aName = (): string => `hub-${(workspaces += 1)}`
const row = (id: string) => ({ id, kind: 'confirmed', reportedAt: aDay('2022-05-20') })
const retracted = (id: string) => ({ type: 'cases.retracted@1', row: id, because: '外区' }) as const

function aBegun(device = 'a1'): Machine {
  const machine = new Machine(device)
  machine.bring('cases', [row('C1'), row('C2')])
  return machine
}
async function meet(way: Awaited<ReturnType<typeof hubWay>>, machine: Machine) {
  const seen = await machine.takeFrom(way)
  const given = seen.refusal ? 0 : await machine.giveTo(way, seen.found)
  return { ...seen, given }
}
async function stateOf(workspace: string) {
  const manager = await jetstreamManager(connection)
  const { state } = await manager.streams.info(streamOf(workspace), { subjects_filter: '>' })
  return state
}

describe.skipIf(!hasNatsServer)('a hub', () => {
  test('X50 each machine adds under its own subject, and gives there what nobody else has', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const [absent, one, other] = [aBegun('z9'), new Machine('b1.w'), new Machine('c1')]
    for (const machine of [one, other]) {
      machine.events = [...absent.events]
      for (const [hash, block] of absent.blocks) machine.blocks.set(hash, block)
      machine.say(retracted(machine === one ? 'C1' : 'C2'))
      await meet(await at(machine.device), machine)
    }
    const { subjects } = await stateOf(workspace)
    expect(subjects).toEqual({ [`cordon.${workspace}.-.b1_w`]: 2, [`cordon.${workspace}.-.c1`]: 1 })
    expect(subjectOf({ workspace, unit: '城东镇', device: 'b1.w' })).toMatch(
      new RegExp(`^cordon\\.${workspace}\\.[0-9a-f]{32}\\.b1_w$`),
    )
    expect(new Set(['a.b', 'a_b', 'a-b', 'A-B', 'a b', 'a*', '>'].map(tokenOf)).size).toBe(7)
  })

  test('X51 given twice beyond the window in which the hub knows a message by its id, it is kept once', async () => {
    const workspace = aName()
    const manager = await jetstreamManager(connection)
    const name = streamOf(workspace)
    const subjects = [subjectsOf(workspace)]
    await manager.streams.add({ ...STREAM, name, subjects, duplicate_window: nanos(100) })
    const one = aBegun()
    for (let i = 0; i < 300; i += 1) one.say(retracted(i % 2 ? 'C1' : 'C2'))
    const { at } = hubGround(connection, workspace)
    const [first, second, third] = [await at('a1'), await at('a1'), await at('a1')]
    const before = await second.find()
    await third.find()
    await meet(first, one)
    await new Promise((done) => setTimeout(done, 300))
    expect(await one.giveTo(second, before)).toBe(301)
    one.say(retracted('C1'))
    await one.giveTo(third, before)
    expect((await stateOf(workspace)).messages).toBe(302)
    const other = new Machine('b1')
    await meet(await at('b1'), other)
    expect(other.head()).toBe(one.head())
  })

  test('X51 two machines that give the same chain at once: the hub keeps it once', async () => {
    const workspace = aName()
    const absent = aBegun('z9')
    for (let i = 0; i < 50; i += 1) absent.say(retracted(i % 2 ? 'C1' : 'C2'))
    const { at } = hubGround(connection, workspace)
    await Promise.all(
      ['b1', 'c1'].map(async (device) => {
        const machine = new Machine(device)
        machine.events = [...absent.events]
        for (const [hash, block] of absent.blocks) machine.blocks.set(hash, block)
        await meet(await at(device), machine)
      }),
    )
    expect((await stateOf(workspace)).messages).toBe(51)
  })

  test('X52 a block is sent once; one of which a piece is gone waits, and is given again by whoever has it', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const one = aBegun()
    one.bring(
      'cases',
      Array.from({ length: 5_000 }, (_, i) => row(`L${i}`)),
      'long.csv',
    )
    await meet(await at('a1'), one)
    const manager = await jetstreamManager(connection)
    const store = `OBJ_${bucketOf(workspace)}`
    const lies = async () => (await manager.streams.info(store)).state
    const before = await lies()
    expect(before.messages).toBeGreaterThan(3)
    await one.giveTo(await at('a1'), { heads: {}, blocksLacking: [...one.blocks.keys()] })
    expect((await lies()).last_seq).toBe(before.last_seq)
    await manager.streams.deleteMessage(store, before.last_seq - 1)
    const other = new Machine('b1')
    const theirs = await at('b1')
    const seen = await meet(theirs, other)
    expect([seen.taken.length, seen.told.map(({ code }) => code)]).toEqual([1, ['segment-missing']])
    await meet(await at('a1'), one)
    expect((await meet(theirs, other)).taken).toHaveLength(1)
    expect(other.head()).toBe(one.head())
    expect(other.state()).toBe(one.state())
  })

  test('X53 a message that is no event, or not what its hash says, is told and left out; the others are taken', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const [one, other] = [aBegun(), new Machine('b1')]
    await meet(await at('a1'), one)
    const client = jetstream(connection)
    await client.publish(`cordon.${workspace}.-.x1`, '{"half":')
    const forged = { ...one.events[0]!, batch: 'forged' }
    await client.publish(`cordon.${workspace}.-.x1`, JSON.stringify(forged))
    const { taken, told } = await meet(await at('b1'), other)
    expect(taken).toHaveLength(1)
    expect(told.map(({ code, seen }) => [code, seen])).toEqual([
      ['unreadable', `cordon.${workspace}.-.x1 #2`],
      ['altered', `cordon.${workspace}.-.x1 #3`],
    ])
  })

  test('X54 what was read and taken is not read again; what lies before is, where somebody asks for it', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const [one, other] = [aBegun(), new Machine('b1')]
    const mine = await at('a1')
    await meet(mine, one)
    const mark = mine.settle()
    expect(mark).toMatchObject({ sequence: 1, heads: one.heads() })
    await meet(await at('b1'), other)
    other.say(retracted('C1'))
    await meet(await at('b1'), other)
    const again = await hubWay(connection, { seat: { workspace, unit: '', device: 'a1' }, from: mark })
    one.say(retracted('C2'))
    const { taken, given } = await meet(again, one)
    expect([taken.length, given]).toEqual([1, 1])
    expect((await again.find()).heads).toEqual(one.heads())
    expect(await again.events('a1', 1)).toEqual(one.events.filter(({ device }) => device === 'a1'))
    expect((await stateOf(workspace)).messages).toBe(3)
  })

  test('X54 a hub that was set up anew is read from its beginning and given everything', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const one = aBegun()
    const mine = await at('a1')
    await meet(mine, one)
    const from = mine.settle()
    const manager = await jetstreamManager(connection)
    await manager.streams.delete(streamOf(workspace))
    await manager.streams.delete(`OBJ_${bucketOf(workspace)}`)
    one.say(retracted('C1'))
    const again = await hubWay(connection, { seat: { workspace, unit: '', device: 'a1' }, from })
    expect((await meet(again, one)).given).toBe(2)
    const other = new Machine('b1')
    await meet(await at('b1'), other)
    expect(other.state()).toBe(one.state())
  })

  test('X55 a hub killed while it is given to, five times: nothing is lost and nothing doubled', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace, { patience: 500 })
    const [one, other] = [aBegun(), new Machine('b1')]
    let faults = 0
    for (let round = 0; round < 5; round += 1) {
      for (let i = 0; i < 400; i += 1) one.say(retracted(i % 2 ? 'C1' : 'C2'))
      const giving = (async () => {
        const way = await at('a1')
        await meet(way, one)
      })().catch(() => {
        faults += 1
      })
      await new Promise((done) => setTimeout(done, 20 + 25 * round))
      await hub.restart()
      await giving
    }
    await expect
      .poll(
        async () =>
          meet(await at('a1'), one).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true)
    await meet(await at('b1'), other)
    expect(other.events).toHaveLength(2_001)
    expect(other.head()).toBe(one.head())
    expect((await stateOf(workspace)).messages).toBe(2_001)
    expect(faults).toBeGreaterThan(0)
  }, 120_000)

  test('X56 another machine is told at once that something came, its own acts are no news to it', async () => {
    const workspace = aName()
    const { at } = hubGround(connection, workspace)
    const [one, other] = [aBegun(), new Machine('b1')]
    const [mine, theirs] = [await at('a1'), await at('b1')]
    await meet(mine, one)
    let [own, heard] = [0, 0]
    const stop = [mine.onNews(() => (own += 1)), theirs.onNews(() => (heard += 1))]
    await connection.flush()
    one.say(retracted('C1'))
    await meet(mine, one)
    await expect.poll(() => heard).toBe(1)
    expect(own).toBe(0)
    expect((await meet(theirs, other)).taken).toHaveLength(2)
    for (const end of stop) end()
  })
})
