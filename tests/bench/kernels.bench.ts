import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { areas } from './kernels/areas'
import { crossing } from './kernels/crossings'
import { dissolving } from './kernels/dissolve'
import { compounds, villages } from './kernels/join'
import { linking } from './kernels/link'
import { nearest } from './kernels/nearest'
import { type Kernel, timesOf } from './kernels/trial'

/**
 * The kernels beside peers: `npm run bench:kernels [--full] [name …]`. Each kernel runs in a process of its own, its peer
 * in the same. By default at 1, 3 and 10 of 100 of the sizes that the goal names; `--full` at 10, 30 and 100.
 */
const KERNELS: readonly Kernel[] = [villages, compounds, linking, nearest, crossing, areas, dissolving]
const RUNS = 5

const [, script, ...words] = process.argv
const isFull = words.includes('--full')
const asked = words.filter((word) => !word.startsWith('--'))
const shares = isFull ? [0.1, 0.3, 1] : [0.01, 0.03, 0.1]

async function rowOf({ name, peer, mark, trial }: Kernel): Promise<string> {
  let [times, size] = [[] as { ours: number; peer: number }[], '']
  const faults: string[] = []
  for (const share of shares) {
    const one = await trial(share)
    times.push(timesOf(one, RUNS))
    size = one.size
    const fault = one.fault()
    if (fault) faults.push(`${one.size}: ${fault}`)
  }
  const [least, most] = [times[0]!, times.at(-1)!]
  const exponent = Math.log(most.ours / least.ours) / Math.log(shares.at(-1)! / shares[0]!)
  const ratio = most.peer / most.ours
  const figures = [most.ours, most.peer].map((seconds) => (1_000 * seconds).toFixed(0))
  const cells = [name, size, figures[0], figures[1], peer, ratio.toFixed(1), `≥ ${mark}`]
  return `| ${[...cells, ratio >= mark ? 'yes' : 'no', exponent.toFixed(2), faults.join('; ') || 'yes'].join(' | ')} |`
}

if (process.env.BENCH_KERNEL) {
  console.log(await rowOf(KERNELS.find(({ name }) => name === process.env.BENCH_KERNEL)!))
} else {
  console.log('| kernel | size | ours ms | peer ms | peer | ratio | mark | reached | grows | same answers |')
  console.log('|---|---|---:|---:|---|---:|---:|---|---:|---|')
  for (const { name } of KERNELS.filter(
    (one) => asked.length === 0 || asked.some((word) => one.name.includes(word)),
  )) {
    const env = { ...process.env, BENCH_KERNEL: name }
    const node = [...process.execArgv, script ?? fileURLToPath(import.meta.url), ...words]
    const { status } = spawnSync(process.execPath, node, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    if (status !== 0) process.exitCode = 1
  }
}
