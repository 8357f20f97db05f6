import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** One request with its path as it stands: `fetch` would tidy it first. */
export function askAt(address: string, path: string, method = 'GET'): Promise<Reply> {
  return new Promise((done, refused) => {
    const { hostname, port } = new URL(address)
    const sent = request({ hostname, port, path, method, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
      response.on('error', refused)
    })
    sent.on('error', refused).end()
  })
}

/** Starts a server by its command, with nothing of this environment; resolves to the address it prints. */
export function started(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ address: string; said: () => string; child: ChildProcess }> {
  const child = spawn(command, args, { cwd, env: {} })
  let said = ''
  return new Promise((done, refused) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part
        const address = /http:\/\/\S+/.exec(said)?.[0]
        if (address && said.includes('Ctrl+C')) done({ address, said: () => said, child })
      })
    child.on('error', refused).on('close', () => refused(new Error(`it ended: ${said}`)))
  })
}
