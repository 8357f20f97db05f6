import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningCommand {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** Runs `cordon hub` in Chinese; whoever runs it ends it. */
export function runHub(args: readonly string[], env: Record<string, string> = {}): RunningCommand {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/cordon.mjs'), 'hub', ...args], {
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      text += bytes
    })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  return { child, said: () => text, ended }
}

/** The same once it serves: with the port of its page. */
export async function startedHub(
  args: readonly string[],
): Promise<RunningCommand & { readonly port: number }> {
  const ran = runHub(args)
  for (const until = Date.now() + 30_000; !ran.said().includes('Ctrl+C'); ) {
    if (Date.now() > until || ran.child.exitCode !== null) throw new Error(ran.said())
    await new Promise((done) => setTimeout(done, 50))
  }
  return { ...ran, port: Number(/https?:\/\/127\.0\.0\.1:(\d+)\//.exec(ran.said())![1]) }
}
