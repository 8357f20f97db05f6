import { assess, clusters, coverage, type Instant, readAsOf, survey } from '#geo'
import { planImport } from '../../src/import/plan'
import { admit } from '../../src/log/admit'
import { append, tailOf } from '../../src/log/append'
import { fold } from '../../src/log/fold'
import { input } from '../helpers/pack-input'
import { districtOfSize } from './district'

/**
 * Every stage that a commander waits for, headless, at growing sizes of a made-up district: seconds of processor time
 * first and an hour later, the growth exponent between two sizes (1 grows like the data, 2 like its square), and the
 * most memory. Sizes are the arguments, else 1, 3 and 10; `guarded` puts a checkpoint at each street.
 */
const given = process.argv
  .slice(2)
  .filter((word) => /^\d/.test(word))
  .map(Number)
const sizes = given.length > 0 ? given : [1, 3, 10]
const isGuarded = process.argv.includes('guarded')
const AS_OF = readAsOf('Asia/Shanghai', '2022-05-26T14:00')!
const HOUR = 3_600_000

/** Seconds of processor time of a task, and what it returns. */
async function timed<T>(task: () => T | Promise<T>): Promise<readonly [number, T]> {
  const from = process.cpuUsage()
  const made = await task()
  const { user, system } = process.cpuUsage(from)
  return [(user + system) / 1e6, made]
}

async function stagesOf(size: number): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  const stage = async <T>(name: string, task: () => T | Promise<T>): Promise<T> => {
    const [seconds, made] = await timed(task)
    times.set(name, seconds)
    return made
  }
  const files = districtOfSize({ size, seed: 20_221_129, isGuarded })
  const plan = await stage('plan', () => planImport(input(files)))
  const blocks = new Map(plan.blocks)
  const offer = admit(plan, [], blocks)
  const writing = {
    by: { name: '林', unit: '区指挥部' },
    device: 'bench',
    now: Date.parse('2022-05-26T06:00:00Z'),
  }
  const events = append(offer.drafts, tailOf([]), writing)
  const facts = await stage('fold', () =>
    fold(events, new Map([...blocks, ...offer.blocks]), { known: null, learned: 'fromTheBeginning' }),
  )
  await stage('clusters', () => clusters(facts, { asOf: AS_OF, radius: 'fromData' }))
  const earlier = (AS_OF - HOUR) as Instant
  for (const [when, asOf] of [
    ['first', AS_OF],
    ['step', earlier],
  ] as const) {
    const covered = await stage(`coverage, ${when}`, () => coverage(facts, { asOf }))
    const assessed = await stage(`assess, ${when}`, () => assess(facts, { asOf }))
    await stage(`survey, ${when}`, () => survey(facts, { asOf, assess: assessed, coverage: covered }))
  }
  times.set('peak MB', process.resourceUsage().maxRSS / 1024)
  return times
}

const columns = new Map<number, Map<string, number>>()
for (const size of sizes) {
  columns.set(size, await stagesOf(size))
  process.stderr.write(`×${size} done\n`)
}
const names = [...columns.get(sizes[0]!)!.keys()]
const last = sizes.at(-1)!
const before = sizes.at(-2)
console.log(['stage (s)'.padEnd(18), ...sizes.map((size) => `×${size}`.padStart(9)), ' exponent'].join(' '))
for (const name of names) {
  const figures = sizes.map((size) => columns.get(size)!.get(name)!)
  const exponent =
    before === undefined
      ? '—'
      : (Math.log(figures.at(-1)! / figures.at(-2)!) / Math.log(last / before)).toFixed(2)
  const printed = figures.map((figure) => figure.toFixed(name === 'peak MB' ? 0 : 2).padStart(9))
  console.log([name.padEnd(18), ...printed, exponent.padStart(9)].join(' '))
}
