import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Random } from '../helpers/seeded'
import { type Act, Acts, note, nothingBegun } from './acts'
import { Profile, type Seat } from './profile'
import type { Done } from './verdict'

const HOUR = 3_600_000

/** Who sits where: one at the desk, one at the wall, two in the tables, whose clocks are off. */
const SEATS: readonly Pick<Seat, 'author' | 'clock' | 'view'>[] = [
  { author: '甲', clock: 0, view: 'desk' },
  { author: '乙', clock: 2 * HOUR, view: 'workspace' },
  { author: '丙', clock: 0, view: 'wall' },
  { author: '丁', clock: -2 * HOUR, view: 'workspace' },
]

export interface Machines {
  readonly profiles: readonly Profile[]
  close(): Promise<void>
}

/** Machines that begin with one workspace: the first with a copy of the demo, the others with its exchange file. */
export async function begunMachines(
  count: number,
  { address, script }: Pick<Seat, 'address' | 'script'>,
): Promise<Machines> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-campaign-'))
  const profiles = SEATS.slice(0, count).map(
    (seat, i) =>
      new Profile({ ...seat, address, folder: join(folder, `profile-${i}`), ...(script ? { script } : {}) }),
  )
  const [first, ...others] = profiles
  await first!.open()
  await first!.beginWithDemo()
  const whole = await first!.exchangeFile()
  for (const other of others) {
    await other.open()
    await other.beginWith(whole)
  }
  return {
    profiles,
    close: async () => {
      for (const profile of profiles) await profile.kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export interface Work {
  readonly acts: number
  /** acts that are typed by the keyboard at the first machine */
  readonly typed: number
  readonly kills: number
  readonly random: Random
  /** called after each act with how many were done: what else happens then */
  readonly meanwhile?: (done: number) => Promise<void>
}

/** All machines work at once, as fast as each can; browsers are killed amid acts, and go on from the same profile. */
export async function worked(
  { profiles }: Machines,
  { acts, typed, kills, random, meanwhile }: Work,
): Promise<Done[]> {
  const drawn = new Acts(random, nothingBegun())
  const done: Done[] = []
  const killed = new Set(Array.from({ length: kills }, (_, i) => Math.floor(((i + 0.5) * acts) / kills)))
  const keyed = new Set(Array.from({ length: typed }, (_, i) => Math.floor(((i + 0.2) * acts) / typed)))
  let begun = 0
  const work = async (profile: Profile, i: number): Promise<void> => {
    while (begun < acts) {
      const n = begun++
      const isTyped = i === 0 && [...keyed].some((at) => at <= n && keyed.delete(at))
      const act: Act = isTyped ? { kind: 'typed' } : drawn.next(i < 2)
      const isKilled = killed.delete(n)
      const going = patiently(profile.act(act), `${profile.seat.author}: ${JSON.stringify(act)}`).catch(
        (fault) => {
          if (!isKilled) throw fault
          return { isSaid: false, event: null }
        },
      )
      if (isKilled) await killAmid(profile, random.between(0, 300))
      const { isSaid, event } = await going
      done.push({ act, machine: profile.seat.author, isSaid })
      if (event !== null) note(drawn.begun, act, event)
      await meanwhile?.(done.length)
    }
  }
  await Promise.all(profiles.map(work))
  return done
}

/** ms after which an act that the page does not end is a fault of its own */
const PATIENCE = 60_000
async function patiently<Value>(task: Promise<Value>, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refused) => {
    timer = setTimeout(() => refused(new Error(`no end of ${what}`)), PATIENCE)
  })
  return Promise.race([task, late]).finally(() => clearTimeout(timer))
}

async function killAmid(profile: Profile, after: number): Promise<void> {
  await new Promise((go) => setTimeout(go, after))
  await profile.kill()
  await profile.open()
}
