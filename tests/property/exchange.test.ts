import { expect, test } from 'vitest'
import {
  aFolder,
  fileGround,
  folderGround,
  type Ground,
  Killed,
  Machine,
  type MemoryFolder,
} from '../helpers/exchange'
import { addDeed, randomOf } from '../helpers/random-log'

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1)
const STEPS = 60

interface World {
  readonly machines: readonly Machine[]
  readonly folder: MemoryFolder
  readonly ground: Ground
  /** what was ever said, by hash */
  readonly said: Set<string>
}

/** One exchange over the folder; where the machine is killed, what it took stands and what it gave is cut off. */
async function overFolder({ ground }: World, machine: Machine): Promise<void> {
  const way = ground.open(machine)
  try {
    const { found, refusal } = await machine.takeFrom(way)
    if (!refusal) await machine.giveTo(way, found)
  } catch (reason) {
    if (!(reason instanceof Killed)) throw reason
  }
}

/** A file goes from one machine to another: for the heads that the other told once, or for anybody; it may get lost. */
async function byFile([from, to]: readonly [Machine, Machine], told: Machine['heads'] | null, lost: boolean) {
  const way = fileGround().open(from)
  await from.giveTo(way, { heads: told?.() ?? {}, blocksLacking: [] })
  if (!lost) await to.takeFrom(way, true)
}

async function lived(seed: number): Promise<World> {
  const random = randomOf(seed)
  const pick = <One>(of: readonly One[]): One => of[Math.floor(random() * of.length)]!
  const machines = ['a1', 'b1', 'c1'].map((device) => new Machine(device))
  const folder = aFolder()
  const world: World = { machines, folder, ground: folderGround(folder), said: new Set() }
  // what has nothing in common is two workspaces
  while (machines[0]!.events.length === 0) addDeed(machines[0]!, random)
  for (const other of machines.slice(1)) await byFile([machines[0]!, other], null, false)
  for (let step = 0; step < STEPS; step += 1) {
    const machine = pick(machines)
    const chance = random()
    // clocks stand up to two hours apart
    machine.now += Math.floor((random() - 0.5) * 14_400_000)
    const before = machine.events.length
    if (chance < 0.5) addDeed(machine, random)
    else if (chance < 0.8) {
      folder.killAt = random() < 0.4 ? Math.floor(random() * 3) : null
      await overFolder(world, machine)
      folder.killAt = null
    } else {
      const other = pick(machines.filter((one) => one !== machine))
      const heads = other.heads()
      await byFile([machine, other], random() < 0.5 ? () => heads : null, random() < 0.3)
    }
    if (chance < 0.5) for (const { hash } of machine.events.slice(before)) world.said.add(hash)
    else for (const one of machines) for (const { hash } of one.events) world.said.add(hash)
  }
  return world
}

test.each(SEEDS)(
  'X38 three machines, any order of exchanges, kills amid writes: one head, one state (seed %i)',
  async (seed) => {
    const world = await lived(seed)
    const { machines } = world
    for (const _ of [1, 2]) for (const machine of machines) await overFolder(world, machine)
    const [one, ...others] = machines
    for (const other of others) {
      expect(other.heads()).toEqual(one!.heads())
      expect(other.head()).toBe(one!.head())
      expect(other.state()).toBe(one!.state())
    }
    const hashes = one!.events.map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect([...world.said].filter((hash) => !hashes.includes(hash))).toEqual([])
    expect(hashes.length).toBeGreaterThan(10)
  },
)
