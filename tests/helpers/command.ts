import { main } from '../../src/cli/main'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** what `--json` printed; null of anything else */
  // biome-ignore lint/suspicious/noExplicitAny: every command has a document of its own
  readonly document: any
}

/** Runs `cordon` here, in English, and keeps what it prints. */
export async function runCommand(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const streams = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    env: { LANG: 'C' },
  }
  const code = await main([...args], streams)
  return { code, out, err, document: out.startsWith('{') ? JSON.parse(out) : null }
}
