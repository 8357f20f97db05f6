import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@nats-io/transport-node'

/** Is there a nats-server on this machine? */
export const hasNatsServer = spawnSync('nats-server', ['--version']).status === 0
if (!hasNatsServer)
  console.warn('nats-server is not installed: what needs a hub is skipped (apt-get install nats-server)')

export interface RunningHub {
  readonly url: string
  /** kills it and starts it again on the same data */
  restart(): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })
}

/** A real hub of its own on this machine. */
export async function startNatsServer(): Promise<RunningHub> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-nats-'))
  const port = await freePort()
  const configuration = join(folder, 'hub.conf')
  writeFileSync(
    configuration,
    `listen: "127.0.0.1:${port}"\nmax_payload: 33554432\njetstream { store_dir: ${JSON.stringify(join(folder, 'store'))} }\n`,
  )
  let child: ChildProcess
  const url = `nats://127.0.0.1:${port}`
  const start = async (): Promise<void> => {
    child = spawn('nats-server', ['-c', configuration], { stdio: 'ignore' })
    for (let tries = 0; ; tries += 1) {
      try {
        const connection = await connect({ servers: url, reconnect: false, timeout: 1_000 })
        await connection.close()
        return
      } catch (reason) {
        if (tries > 100) throw reason
        await new Promise((done) => setTimeout(done, 50))
      }
    }
  }
  const kill = (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> =>
    new Promise((ended) => {
      if (child.exitCode !== null || child.signalCode !== null) return ended()
      child.once('exit', () => ended())
      child.kill(signal)
    })
  await start()
  return {
    url,
    kill: () => kill('SIGKILL'),
    restart: async () => {
      await kill('SIGKILL')
      await start()
    },
    stop: async () => {
      await kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
