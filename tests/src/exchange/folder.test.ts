import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeFolder } from '../../../src/cli/exchange/node-folder'
import type { Folder } from '../../../src/exchange/folder/folder'
import { aFolder, folderGround, Killed, Machine, type MemoryFolder } from '../../helpers/exchange'
import { aDay } from '../../helpers/log'

const root = mkdtempSync(join(tmpdir(), 'cordon-folder-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
const onDisk = (): Folder => nodeFolder(join(root, String((folders += 1))))

const row = (id: string) => ({ id, kind: 'confirmed', reportedAt: aDay('2022-05-20') })
const retracted = (id: string) => ({ type: 'cases.retracted@1', row: id, because: '外区' }) as const

function aBegun(): Machine {
  const machine = new Machine('a1')
  machine.bring('cases', [row('C1'), row('C2')])
  return machine
}

async function meet(ground: ReturnType<typeof folderGround>, machine: Machine) {
  const way = ground.open(machine)
  const seen = await machine.takeFrom(way)
  if (!seen.refusal) await machine.giveTo(way, seen.found)
  return seen
}
const codes = ({
  told,
}: {
  readonly told: readonly { readonly code: string; readonly seen: string | null }[]
}) => told.map(({ code, seen }) => [code, seen])

describe.each([
  ['of the disk', onDisk],
  ['in memory', aFolder as () => Folder],
])('a folder %s', (_, open) => {
  test('X42 each device writes in its own folder only, and puts there what nobody else has', async () => {
    const folder = open()
    const ground = folderGround(folder)
    const [one, other] = [aBegun(), new Machine('b1')]
    one.events = [...one.events]
    await meet(ground, one)
    await meet(ground, other)
    other.say(retracted('C1'))
    await meet(ground, other)
    const paths = async (name: string) => (await folder.list(name)).map((entry) => entry.name).sort()
    expect(await paths('')).toEqual(['a1', 'b1', 'segments'])
    expect(await paths('a1')).toEqual(['a1.ndjson'])
    expect(await paths('b1')).toEqual(['b1.ndjson'])
    expect((await meet(ground, one)).taken).toHaveLength(1)
    expect(one.head()).toBe(other.head())
    one.say(retracted('C2'))
    const before = await folder.read('a1/a1.ndjson')
    await meet(ground, one)
    const after = (await folder.read('a1/a1.ndjson'))!
    expect(after.subarray(0, before!.length)).toEqual(before)
    expect(after.length).toBeGreaterThan(before!.length)
  })

  test('X42 a chain of somebody who never meets the folder is put there by whoever has it, once', async () => {
    const folder = open()
    const ground = folderGround(folder)
    const [absent, one, other] = [aBegun(), new Machine('b1'), new Machine('c1')]
    for (const machine of [one, other]) {
      machine.events = [...absent.events]
      for (const [hash, block] of absent.blocks) machine.blocks.set(hash, block)
      await meet(ground, machine)
    }
    expect((await folder.list('b1')).map(({ name }) => name)).toEqual(['a1.ndjson'])
    expect(await folder.list('c1')).toEqual([])
  })
})

const newLine = 0x0a
async function begun(): Promise<{
  folder: MemoryFolder
  ground: ReturnType<typeof folderGround>
  one: Machine
  other: Machine
}> {
  const folder = aFolder()
  const ground = folderGround(folder)
  const [one, other] = [aBegun(), new Machine('b1')]
  one.say(retracted('C1'))
  one.say(retracted('C2'))
  await meet(ground, one)
  return { folder, ground, one, other }
}

test('X43 a last line that is half copied waits, and is taken once it is whole', async () => {
  const { folder, ground, one, other } = await begun()
  const whole = folder.files.get('a1/a1.ndjson')!
  folder.files.set('a1/a1.ndjson', whole.subarray(0, whole.length - 9))
  const first = await meet(ground, other)
  expect(codes(first)).toEqual([['torn', 'a1/a1.ndjson']])
  expect(first.taken).toHaveLength(2)
  folder.files.set('a1/a1.ndjson', whole)
  const then = await meet(ground, other)
  expect([codes(then), then.taken.length]).toEqual([[], 1])
  expect(other.head()).toBe(one.head())
})

test('X43 what a killed machine left half-written it writes anew, and nobody loses anything', async () => {
  const { folder, ground, one, other } = await begun()
  one.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
  folder.killAt = 0
  await expect(meet(ground, one)).rejects.toThrow(Killed)
  expect(folder.files.get('a1/a1.ndjson')!.at(-1)).not.toBe(newLine)
  await meet(ground, one)
  const { taken, told } = await meet(ground, other)
  expect([taken.length, told]).toEqual([4, []])
  expect(other.head()).toBe(one.head())
})

test('X43 a line that was altered, or is none, ends what is read of its file', async () => {
  const { folder, ground, other } = await begun()
  const text = new TextDecoder().decode(folder.files.get('a1/a1.ndjson')!)
  const lines = text.split('\n')
  folder.files.set('a1/a1.ndjson', new TextEncoder().encode(text.replace('外区', '本区')))
  const altered = await meet(ground, other)
  expect([codes(altered), altered.taken.length]).toEqual([[['altered', 'a1/a1.ndjson:2']], 1])
  folder.files.set('a1/a1.ndjson', new TextEncoder().encode([lines[0], '{"half":', lines[2], ''].join('\n')))
  const broken = await meet(ground, new Machine('c1'))
  expect([codes(broken), broken.taken.length]).toEqual([[['unreadable', 'a1/a1.ndjson:2']], 1])
})

test('X43 a file that became shorter is told, what was taken stays, and its device adds what is missing', async () => {
  const { folder, ground, one, other } = await begun()
  await meet(ground, other)
  const whole = folder.files.get('a1/a1.ndjson')!
  folder.files.set('a1/a1.ndjson', whole.subarray(0, whole.indexOf(newLine) + 1))
  const events = other.events
  const seen = await meet(ground, other)
  expect(codes(seen)).toEqual([['shorter', 'a1/a1.ndjson']])
  expect(other.events).toEqual(events)
  folder.files.delete('b1/a1.ndjson')
  await meet(ground, one)
  expect(folder.files.get('a1/a1.ndjson')).toEqual(whole)
})

test('X44 a block that was cut off waits and is given again by whoever wrote it', async () => {
  const { folder, ground, one, other } = await begun()
  const [path] = [...folder.files.keys()].filter((name) => name.startsWith('segments/'))
  const whole = folder.files.get(path!)!
  folder.files.set(path!, whole.subarray(0, whole.length >> 1))
  const seen = await meet(ground, other)
  expect(seen.told.map(({ code, events }) => [code, events])).toEqual([['segment-missing', 3]])
  expect(seen.taken).toEqual([])
  await meet(ground, one)
  expect(folder.files.get(path!)).toEqual(whole)
  expect((await meet(ground, other)).taken).toHaveLength(3)
})

test('X43 after a line of its own file that was altered a device adds its events in a file beside, once', async () => {
  const folder = aFolder()
  const ground = folderGround(folder)
  const [one, other] = [aBegun(), new Machine('b1')]
  await meet(ground, one)
  const bytes = (await folder.read('a1/a1.ndjson'))!
  const altered = new TextEncoder().encode(
    new TextDecoder().decode(bytes).replace('"seq', '"sxq').replace('{', '['),
  )
  await folder.write('a1/a1.ndjson', 0, altered)
  const sizes = async () => {
    const names = (await folder.list('a1')).map(({ name }) => name)
    return Promise.all(names.map(async (name) => [name, await folder.size(`a1/${name}`)]))
  }
  await meet(ground, one)
  const after = await sizes()
  expect(after.map(([name]) => name).sort()).toEqual(['a1.2.ndjson', 'a1.ndjson'])
  await meet(ground, one)
  expect(await sizes()).toEqual(after)
  await meet(ground, other)
  expect(other.head()).toBe(one.head())
  expect(await folder.read('a1/a1.ndjson')).toEqual(altered)
})
