import type { NatsConnection } from '@nats-io/nats-core'
import { connect } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileGround, folderGround, Machine } from '../../helpers/exchange'
import { hubGround } from '../../helpers/hub-ground'
import { aDay } from '../../helpers/log'
import { hasNatsServer, type RunningHub, startNatsServer } from '../../helpers/nats-server'

let hub: RunningHub
let connection: NatsConnection
let workspaces = 0
beforeAll(async () => {
  if (!hasNatsServer) return
  hub = await startNatsServer()
  connection = await connect({ servers: hub.url })
})
afterAll(async () => {
  await connection?.close()
  await hub?.stop()
})
const aHub = () => hubGround(connection, `ways-${(workspaces += 1)}`)

const GROUNDS = [
  ['file', fileGround, true],
  ['folder', folderGround, false],
  ...(hasNatsServer ? ([['hub', aHub, false]] as const) : []),
] as const

const row = (id: string) => ({ id, kind: 'confirmed', reportedAt: aDay('2022-05-20') })

const NOBODY = { heads: {}, blocksLacking: [] }

function aBegun(): Machine {
  const machine = new Machine('a1')
  machine.bring('places', [
    { code: 'D', name: '甲区', kind: 'district' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'D' },
  ])
  machine.bring('cases', [row('C1'), row('C2')])
  return machine
}

describe.each(GROUNDS)('over a %s', (_, ground, isOneFile) => {
  test('X31 what one machine has another takes whole, with its blocks, and has the same head and state', async () => {
    const [one, other] = [aBegun(), new Machine('b1')]
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    const { taken, told, refusal } = await other.takeFrom(way.open(other), isOneFile)
    expect([taken.length, told, refusal]).toEqual([2, [], null])
    expect(other.head()).toBe(one.head())
    expect(other.state()).toBe(one.state())
    expect(JSON.parse(other.state()).cases).toHaveLength(2)
  })

  test('X32 taken twice adds nothing, and so does given twice', async () => {
    const [one, other] = [aBegun(), new Machine('b1')]
    const way = ground()
    for (const _ of [1, 2]) {
      const mine = way.open(one)
      await one.giveTo(mine, await mine.find())
    }
    await other.takeFrom(way.open(other), isOneFile)
    const before = other.events
    const again = await other.takeFrom(way.open(other), isOneFile)
    expect(again.taken).toEqual([])
    expect(other.events).toEqual(before)
  })

  test('X33 both ways: what each did since goes to the other, and nothing a second time', async () => {
    const [one, other] = [aBegun(), new Machine('b1')]
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    const theirs = way.open(other)
    const { found } = await other.takeFrom(theirs, isOneFile)
    other.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
    one.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
    expect(await other.giveTo(theirs, found)).toBe(1)
    const back = way.open(one)
    const { found: now, taken } = await one.takeFrom(back, isOneFile)
    expect(taken.map(({ type }) => type)).toEqual(['cases.corrected@1'])
    expect(await one.giveTo(back, now)).toBe(1)
    await other.takeFrom(way.open(other), isOneFile)
    expect(other.head()).toBe(one.head())
    expect(other.state()).toBe(one.state())
  })

  test('X34 of another workspace nothing is taken', async () => {
    const [one, stranger] = [aBegun(), new Machine('x1')]
    stranger.bring('cases', [row('S1')])
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    const { refusal, taken } = await stranger.takeFrom(way.open(stranger), isOneFile)
    expect([refusal?.code, taken.length, stranger.events.length]).toEqual(['foreign', 0, 1])
  })

  test('X35 a segment that is not at hand keeps its event and those after it waiting, until it comes', async () => {
    const [one, other] = [aBegun(), new Machine('b1')]
    one.bring('cases', [row('C1'), row('C2'), row('C3')], 'later.csv')
    one.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
    const hash = [...one.blocks.keys()].at(-1)!
    const block = one.blocks.get(hash)!
    one.blocks.delete(hash)
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    const first = await other.takeFrom(way.open(other), isOneFile)
    expect(first.taken).toHaveLength(2)
    expect(first.told).toEqual([{ code: 'segment-missing', device: 'a1', seen: hash, events: 2 }])
    one.blocks.set(hash, block)
    await one.giveTo(mine, isOneFile ? NOBODY : await mine.find())
    const then = await other.takeFrom(way.open(other), isOneFile)
    expect([then.taken.length, then.told]).toEqual([2, []])
    expect(other.head()).toBe(one.head())
  })

  test('X36 a chain that forked is told with both events, and the other devices go on', async () => {
    const [one, other, third] = [aBegun(), new Machine('b1'), new Machine('c1')]
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    for (const machine of [other, third]) await machine.takeFrom(way.open(machine), isOneFile)
    const twin = new Machine('a1')
    twin.events = [...one.events]
    one.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
    twin.now += 500
    twin.say({ type: 'cases.retracted@1', row: 'C1', because: '外区' })
    other.events = [...other.events, twin.events.at(-1)!]
    third.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
    one.events = [...one.events, third.events.at(-1)!]
    await one.giveTo(mine, { heads: other.heads(), blocksLacking: [] })
    const { taken, told } = await other.takeFrom(way.open(other), isOneFile)
    expect(taken.map(({ device }) => device)).toEqual(['c1'])
    expect(told.map(({ code, device, events }) => [code, device, events])).toEqual([['forked', 'a1', 1]])
    expect(told[0]!.seen).toContain(
      one.events.find(({ device, type }) => device === 'a1' && type === 'cases.retracted@1')!.id,
    )
  })

  test('X37 what another release says is taken byte for byte and set aside with its reason', async () => {
    const [one, other] = [aBegun(), new Machine('b1')]
    one.say({ type: 'dragon.seen@9', at: 'dawn' } as never)
    const way = ground()
    const mine = way.open(one)
    await one.giveTo(mine, await mine.find())
    const { taken, setAside } = await other.takeFrom(way.open(other), isOneFile)
    expect(taken).toHaveLength(3)
    expect(setAside.map(({ type, code }) => [type, code])).toEqual([['dragon.seen@9', 'unknown-type']])
    expect(other.head()).toBe(one.head())
  })
})
