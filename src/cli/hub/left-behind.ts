import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** ms in which a server is to end by itself */
const ENDS_IN = 5_000

export const pidFile = (data: string): string => join(data, 'nats-server.pid')

/** Ends the server that a hub on this data left behind when it was killed: it would hold the ports and the store. */
export async function endLeftBehind(data: string, configuration: string): Promise<void> {
  const pid = existsSync(pidFile(data)) ? Number(readFileSync(pidFile(data), 'utf8')) : 0
  if (!Number.isInteger(pid) || pid <= 1 || !isServerOf(pid, configuration)) return
  send(pid, 'SIGTERM')
  for (const until = Date.now() + ENDS_IN; isServerOf(pid, configuration); ) {
    if (Date.now() > until) send(pid, 'SIGKILL')
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Is it the server of that configuration, and not another process that has its number since? Where nobody can tell it is not. */
function isServerOf(pid: number, configuration: string): boolean {
  try {
    const said = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return said.some((one) => one.endsWith('nats-server')) && said.includes(configuration)
  } catch {
    return false
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it ended meanwhile
  }
}
