import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '@nats-io/transport-node'
import { hubWay } from '../../src/exchange/hub/hub-way'
import { type RunningCommand, startedHub } from '../helpers/cordon-hub'
import { Machine } from '../helpers/exchange'
import { seeded } from '../helpers/seeded'
import { rivalStep } from './acts'
import { begunMachines, type Machines, worked } from './machines'
import type { Profile, Reached } from './profile'
import { toldBy, toldHeadless } from './told'
import { type Done, type Verdict, verdictOf } from './verdict'

const PAGE = process.env.CORDON_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))
const RIVALS = ['S-04', 'S-05', 'S-06']

/** A hub that is killed and started again on the same data and ports. */
export class KilledHub {
  #running: (RunningCommand & { readonly port: number }) | null = null

  constructor(readonly data: string) {}

  get port(): number {
    return this.#running!.port
  }
  address = (): string => `http://127.0.0.1:${this.port}/`
  said = (): string => this.#running?.said() ?? ''

  async start(port = 0): Promise<void> {
    this.#running = await startedHub(['--data', this.data, '--port', String(port), '--page', PAGE])
  }

  /** SIGKILL to the server alone, which the command starts again; or to the command, whose server stays behind. */
  async kill(what: 'server' | 'command'): Promise<void> {
    const { child, ended, port } = this.#running!
    if (what === 'server') {
      process.kill(Number(readFileSync(join(this.data, 'nats-server.pid'), 'utf8')), 'SIGKILL')
      return
    }
    child.kill('SIGKILL')
    await ended
    await this.start(port)
  }

  async stop(): Promise<void> {
    this.#running?.child.kill('SIGTERM')
    await this.#running?.ended
  }
}

export interface HubCampaign {
  readonly machines: number
  readonly acts: number
  readonly typed: number
  readonly kills: number
  readonly hubKills: number
  readonly fullDisk: boolean
  readonly seed: number
  /** called with the machines once all is at rest, before they are closed */
  readonly measure?: (machines: Machines, hub: KilledHub) => Promise<void>
}

export interface HubOutcome extends Verdict {
  readonly seconds: number
  readonly hubKills: number
  /** ms until all machines were whole after the last act */
  readonly settled: number
  readonly disk: string
}

/** Machines at one hub. */
export async function overHub(campaign: HubCampaign): Promise<HubOutcome> {
  const disk = aDisk(campaign.fullDisk)
  const hub = new KilledHub(join(disk.path, 'data'))
  let machines: Machines | null = null
  try {
    await hub.start()
    machines = await begunMachines(campaign.machines, { address: hub.address() })
    for (const profile of machines.profiles) await connected(profile, hub)
    const begun = performance.now()
    const { done, kills } = await workedAtHub(machines, hub, { ...campaign, disk })
    const seconds = (performance.now() - begun) / 1000
    const settled = await untilWhole(machines.profiles)
    const told = [await headlessAt(hub)]
    for (const profile of machines.profiles) told.push(await toldBy(profile))
    await campaign.measure?.(machines, hub)
    return { ...verdictOf(told, done), seconds, settled, hubKills: kills, disk: disk.said() }
  } finally {
    await machines?.close()
    await hub.stop()
    disk.remove()
  }
}

async function workedAtHub(
  machines: Machines,
  hub: KilledHub,
  { acts, typed, kills, hubKills, seed, disk }: HubCampaign & { readonly disk: Disk },
): Promise<{ readonly done: readonly Done[]; readonly kills: number }> {
  const random = seeded(seed)
  const rivals: Done[] = []
  const due = Array.from({ length: hubKills }, (_, i) => Math.floor(((i + 0.7) * acts) / hubKills))
  const full = [Math.floor(acts * 0.4), Math.floor(acts * 0.5)]
  let [killed, isBusy] = [0, false]
  /** one after another: what has to be done while one is under way is done after it */
  const meanwhile = async (count: number): Promise<void> => {
    if (isBusy) return
    isBusy = true
    if (due.length > 0 && count >= due[0]!) {
      due.shift()
      await hub.kill(killed++ % 2 === 0 ? 'server' : 'command')
    }
    if (full.length > 0 && count >= full[0]!) {
      if (full.length === 2) disk.fill()
      else disk.free()
      full.shift()
    }
    isBusy = false
  }
  const [one, other] = machines.profiles
  for (const zone of RIVALS)
    for (const profile of [one!, other!]) {
      const act = rivalStep(zone)
      const { isSaid } = await profile.act(act)
      rivals.push({ act, machine: profile.seat.author, isSaid })
    }
  const done = await worked(machines, { acts, typed, kills, random, meanwhile })
  disk.free()
  return { done: [...rivals, ...done], kills: killed }
}

async function connected({ page }: Profile, hub: KilledHub): Promise<void> {
  await page.evaluate(
    (address) => (window as unknown as Reached).stores.get('hub')!.connect(address, 'county'),
    `ws://127.0.0.1:${hub.port + 1}`,
  )
}

/** Waits until every machine has given and taken everything; returns how long that was, ms. */
async function untilWhole(profiles: readonly Profile[]): Promise<number> {
  const begun = performance.now()
  for (;;) {
    const seen = await Promise.all(profiles.map(standing))
    if (seen.every(({ isAtRest }) => isAtRest) && new Set(seen.map(({ head }) => head)).size === 1)
      return performance.now() - begun
    if (performance.now() - begun > 180_000) throw new Error(`not whole: ${JSON.stringify(seen)}`)
    if (process.env.SAY) console.log(JSON.stringify(seen))
    await new Promise((go) => setTimeout(go, process.env.SAY ? 3000 : 250))
  }
}

const standing = ({ page }: Profile) =>
  page.evaluate(() => {
    const { stores, workspaces } = window as unknown as Reached
    const { state, fault, busy } = stores.get('hub')!
    const isAtRest = !busy && state?.waiting === 0 && state?.behind === 0
    const { events, head } = workspaces.register
    return { isAtRest, events, head, fault, waiting: state?.waiting, behind: state?.behind }
  })

/** A machine without a screen that comes at the end and takes everything. */
async function headlessAt(hub: KilledHub) {
  const connection = await connect({ servers: `nats://127.0.0.1:${hub.port + 2}` })
  try {
    const machine = new Machine('headless')
    machine.now = Date.now()
    const way = await hubWay(connection, { seat: { workspace: 'county', unit: '', device: 'headless' } })
    do {
      const { refusal, told } = await machine.takeFrom(way)
      if (refusal || told.length > 0) throw new Error(JSON.stringify({ refusal, told }))
    } while (way.behind() > 0)
    return toldHeadless('headless', machine)
  } finally {
    await connection.close()
  }
}

interface Disk {
  readonly path: string
  fill(): void
  free(): void
  said(): string
  remove(): void
}

/** Writes into the file until the disk takes no more: the hub writes beside it. */
function filled(filler: string): void {
  const file = openSync(filler, 'w')
  const page = Buffer.alloc(4096)
  try {
    for (;;) writeSync(file, page)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
  } finally {
    closeSync(file)
  }
}

/** Where the hub's data lie: a small disk of its own where one can be mounted and is asked for. */
function aDisk(isSmall: boolean): Disk {
  const path = mkdtempSync(join(tmpdir(), 'cordon-hub-'))
  const filler = join(path, 'filler')
  const mounted =
    isSmall && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', path]).status === 0
  let said = !isSmall ? 'not asked for' : mounted ? 'never filled' : 'skipped: nothing can be mounted here'
  return {
    path,
    fill: () => {
      if (!mounted) return
      filled(filler)
      said = 'filled to its last page, and freed'
    },
    free: () => rmSync(filler, { force: true }),
    said: () => said,
    remove: () => {
      if (mounted) spawnSync('umount', [path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}
