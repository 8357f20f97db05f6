import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { hubWay } from '../../src/exchange/hub/hub-way'
import { parcelFor, received } from '../../src/exchange/meet'
import { weigh } from '../../src/exchange/take'
import { append, tailOf } from '../../src/log/append'
import type { Body, LogEvent } from '../../src/log/events'
import { AUTHOR } from '../helpers/log'
import { hasNatsServer, startNatsServer } from '../helpers/nats-server'

/**
 * Over a real hub of its own on this machine, without a browser: from an act that is given to its event verified at another
 * machine, beside a bare publish → deliver of the same run; then logs of growing size given, and taken by a fresh
 * machine. Sizes as arguments (events; 1000 3000 9000), with the exponent of growth from the first to the last.
 */
const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [1_000, 3_000, 9_000]
const ACTS = 200

const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor(share * (list.length - 1))]!
const exponent = (times: readonly number[]): string =>
  (Math.log(times.at(-1)! / times[0]!) / Math.log(sizes.at(-1)! / sizes[0]!)).toFixed(2)

function acts(device: string, count: number): LogEvent[] {
  const drafts = Array.from(
    { length: count },
    (_, i): Body => ({
      ...{ type: 'cases.retracted@1', row: `C${i}`, because: '外区' },
    }),
  )
  const now = Date.parse('2022-05-20T00:00:00Z')
  return append(drafts, tailOf([]), { by: AUTHOR, device, now })
}

if (!hasNatsServer) process.exit(0)
const hub = await startNatsServer()
const [here, there] = [await connect({ servers: hub.url }), await connect({ servers: hub.url })]
const held = (events: readonly LogEvent[]) => ({ events, blocks: new Map() })
const clock = Date.now()

async function bare(): Promise<number[]> {
  const client = jetstream(here)
  await hubWay(here, { seat: { workspace: 'bare', unit: '', device: 'a' } }).then((way) => way.find())
  const times: number[] = []
  let arrived = (): void => undefined
  there.subscribe('cordon.bare.>', { callback: () => arrived() })
  await there.flush()
  for (let i = 0; i < ACTS; i += 1) {
    const start = performance.now()
    const delivered = new Promise<void>((done) => {
      arrived = done
    })
    await Promise.all([client.publish('cordon.bare.-.a', 'x'.repeat(400)), delivered])
    times.push(performance.now() - start)
  }
  return times
}

async function whole(): Promise<number[]> {
  const mine = await hubWay(here, { seat: { workspace: 'acts', unit: '', device: 'a' } })
  const theirs = await hubWay(there, { seat: { workspace: 'acts', unit: '', device: 'b' } })
  const all = acts('a', ACTS)
  let log: LogEvent[] = []
  const times: number[] = []
  let news = (): void => undefined
  theirs.onNews(() => news())
  await there.flush()
  await mine.find()
  for (let i = 0; i < ACTS; i += 1) {
    const start = performance.now()
    const heard = new Promise<void>((done) => {
      news = done
    })
    const giving = mine.give({ events: [all[i]!], blocks: new Map() })
    await heard
    while (log.length <= i) {
      const came = await received(theirs, held(log))
      log = [...log, ...weigh(log, { ...came, isOneFile: false }, { use: 'live', clock }).taken]
    }
    times.push(performance.now() - start)
    await giving
  }
  return times
}

const [plain, real] = [await bare(), await whole()]
for (const share of [0.5, 0.95]) {
  const [one, other] = [quantile(plain, share), quantile(real, share)]
  console.log(
    `p${share * 100}  bare ${one.toFixed(1)} ms  given → taken ${other.toFixed(1)} ms  ratio ${(other / one).toFixed(1)}`,
  )
}

const [gave, took]: [number[], number[]] = [[], []]
for (const size of sizes) {
  const workspace = `size-${size}`
  const all = acts('a', size)
  const mine = await hubWay(here, { seat: { workspace, unit: '', device: 'a' } })
  const start = performance.now()
  await mine.give(parcelFor(await mine.find(), held(all)))
  gave.push(performance.now() - start)
  const fresh = await hubWay(there, { seat: { workspace, unit: '', device: 'b' } })
  const from = performance.now()
  const log: LogEvent[] = []
  do {
    const came = await received(fresh, held(log))
    log.push(...weigh(log, { ...came, isOneFile: false }, { use: 'live', clock }).taken)
  } while (fresh.behind() > 0)
  took.push(performance.now() - from)
  if (log.length !== size) throw new Error(`${log.length} of ${size} events came`)
  console.log(
    `${size} events  given ${gave.at(-1)!.toFixed(0)} ms (${((size / gave.at(-1)!) * 1000).toFixed(0)}/s)  fresh machine whole ${took.at(-1)!.toFixed(0)} ms`,
  )
}
console.log(`exponent of growth  given ${exponent(gave)}  taken ${exponent(took)}`)
await here.close()
await there.close()
await hub.stop()
