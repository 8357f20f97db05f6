import { check } from './check'

export async function main(args: string[]): Promise<number> {
  const answer = await check(args[1]!)
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`)
  return 0
}
