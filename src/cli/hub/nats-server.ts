import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { CannotBegin } from '../arguments'
import type { Language } from '../language'
import { configurationOf, type HubSettings } from './configuration'
import { HUB_SAYS, said } from './hub-words'

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
/** so often it is started again after it stopped by itself, each time a second later */
const AGAIN = 5

/** The installed nats-server with a configuration of its own; started again where it stops by itself. */
export async function natsServer(settings: HubSettings, { language, warn }: Told): Promise<NatsServer> {
  if (spawnSync('nats-server', ['--version']).error) throw new CannotBegin(HUB_SAYS.noServer[language])
  const configuration = join(settings.data, 'hub.conf')
  writeFileSync(configuration, configurationOf(settings), { mode: 0o600 })
  const tried = spawnSync('nats-server', ['-c', configuration, '-t'], { encoding: 'utf8' })
  if (tried.status !== 0)
    throw new CannotBegin(said('start', language, { why: (tried.stderr || tried.stdout).trim() }))
  let child: ChildProcess
  let isStopped = false
  let starts = 0
  let over: (why: string) => void
  const ended = new Promise<string>((done) => {
    over = done
  })
  const start = async (): Promise<void> => {
    starts += 1
    child = spawn('nats-server', ['-c', configuration], { stdio: 'ignore', detached: true })
    child.once('exit', () => {
      if (isStopped) return
      if (starts > AGAIN) return over(said('ended', language, { path: join(settings.data, 'hub.log') }))
      warn(HUB_SAYS.died[language])
      setTimeout(() => void start().catch(() => undefined), 1_000)
    })
    await answers(settings, child)
  }
  const stop = async (): Promise<void> => {
    isStopped = true
    await exitOf(child)
  }
  try {
    await start()
  } catch (fault) {
    await stop()
    throw new CannotBegin(said('start', language, { why: (fault as Error).message }))
  }
  return { stop, ended }
}

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
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
