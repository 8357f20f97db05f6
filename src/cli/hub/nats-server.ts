import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { CannotBegin } from '../arguments'
import type { Language } from '../language'
import { configurationOf, type HubSettings } from './configuration'
import { HUB_SAYS, said } from './hub-words'
import { isOtherRoom, RESERVE, roomFor } from './room'

export interface NatsServer {
  stop(): Promise<void>
  /** resolves with a sentence once it will not run any more though nobody stopped it */
  readonly ended: Promise<string>
}

interface Told {
  readonly language: Language
  readonly warn: (text: string) => void
}

/** ms that it may take to open its ports */
const STARTS_IN = 20_000
/** so often within a minute it is started again after it stopped by itself, each time a second later */
const [AGAIN, WITHIN] = [5, 60_000]
/** ms in which it is to end by itself, and between two looks at the disk */
const [ENDS_IN, LOOKS_EVERY] = [5_000, 2_000]

/** The installed nats-server with a configuration of its own; started again where it stops by itself, and where its room changes. */
export async function natsServer(settings: HubSettings, { language, warn }: Told): Promise<NatsServer> {
  if (spawnSync('nats-server', ['--version']).error) throw new CannotBegin(HUB_SAYS.noServer[language])
  const { data } = settings
  const configuration = configurationPath(data)
  configure(settings)
  const tried = spawnSync('nats-server', ['-c', configuration, '-t'], { encoding: 'utf8' })
  if (tried.status !== 0)
    throw new CannotBegin(said('start', language, { why: (tried.stderr || tried.stdout).trim() }))
  const running = new Running(settings)
  let over: (why: string) => void
  const ended = new Promise<string>((done) => {
    over = done
  })
  running.onEnd = (isOftenNow) => {
    if (isOftenNow) return over(said('ended', language, { path: join(data, 'hub.log') }))
    warn(HUB_SAYS.died[language])
    setTimeout(() => void running.start().catch(() => undefined), 1_000)
  }
  const looking = setInterval(async () => {
    if (!isOtherRoom(running.isFull, roomFor(data).free) || !(await running.again())) return
    warn(HUB_SAYS[running.isFull ? 'full' : 'roomAgain'][language])
  }, LOOKS_EVERY)
  const stop = (): Promise<void> => {
    clearInterval(looking)
    return running.stop()
  }
  try {
    await running.start()
  } catch (fault) {
    await stop()
    throw new CannotBegin(said('start', language, { why: (fault as Error).message }))
  }
  return { stop, ended }
}

export const configurationPath = (data: string): string => join(data, 'hub.conf')

/** Writes the configuration for the room there is; tells whether the disk is near its end. */
function configure(settings: HubSettings): boolean {
  const { most, free } = roomFor(settings.data)
  const draft = `${configurationPath(settings.data)}.new`
  try {
    writeFileSync(draft, configurationOf(settings, most), { mode: 0o600 })
    renameSync(draft, configurationPath(settings.data))
  } catch (fault) {
    rmSync(draft, { force: true })
    // on a full disk the one that is there is used, with no more room than it says
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
  }
  return free < RESERVE
}

/** One server after another on the same data. */
class Running {
  isFull = false
  onEnd: (isOftenNow: boolean) => void = () => undefined
  #child: ChildProcess | null = null
  #starts: number[] = []
  #isStopped = false
  #isChanging = false

  constructor(readonly settings: HubSettings) {}

  async start(): Promise<void> {
    if (this.#isStopped) return
    this.isFull = configure(this.settings)
    this.#starts = [...this.#starts.filter((at) => Date.now() - at < WITHIN), Date.now()]
    const child = spawn('nats-server', ['-c', configurationPath(this.settings.data)], {
      stdio: 'ignore',
      detached: true,
    })
    this.#child = child
    child.once('exit', () => {
      if (!this.#isStopped && child === this.#child) this.onEnd(this.#starts.length > AGAIN)
    })
    await answers(this.settings, child)
  }

  /** Ends it and starts it with the room there is now; false where that is under way. */
  async again(): Promise<boolean> {
    if (this.#isChanging || this.#isStopped) return false
    this.#isChanging = true
    const child = this.#child
    this.#child = null
    try {
      if (child) await exitOf(child)
      this.#starts = []
      await this.start()
      return true
    } catch {
      return false
    } finally {
      this.#isChanging = false
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#child) await exitOf(this.#child)
  }
}

/** Ends it; a server whose store met the end of the disk does not end when it is asked to. */
const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_IN)
    child.once('exit', () => {
      clearTimeout(timer)
      done()
    })
    child.kill('SIGTERM')
  })

/** Waits until both its ports take connections. */
async function answers({ host, ports, data }: HubSettings, child: ChildProcess): Promise<void> {
  const at = host === '0.0.0.0' ? '127.0.0.1' : host
  const until = Date.now() + STARTS_IN
  for (const port of [ports.commands, ports.browsers])
    while (!(await takes(at, port))) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(join(data, 'hub.log'))
      await new Promise((done) => setTimeout(done, 50))
    }
}

const takes = (host: string, port: number): Promise<boolean> =>
  new Promise((answered) => {
    const socket = connect({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      answered(true)
    })
    socket.once('error', () => answered(false))
  })
