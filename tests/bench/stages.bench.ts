import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assess, clusters, coverage, type Instant, readAsOf, survey } from '#geo'
import { readInput } from '../../src/cli/read-pack'
import { planImport } from '../../src/import/plan'
import { admit } from '../../src/log/admit'
import { append, tailOf } from '../../src/log/append'
import { fold } from '../../src/log/fold/fold'
import { districtOfSize } from './district'

/**
 * Every stage that a commander waits for, headless, at growing sizes of a made-up district: seconds of processor time
 * first and an hour later, the most memory of the process so far in MB, and between each two sizes the growth exponent of
 * the time (1 grows like the data, 2 like its square). Each size runs in a process of its own. Sizes are the arguments,
 * else 1, 3 and 10; `guarded` puts a checkpoint at each street.
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

/** Seconds of a stage, and the most memory of the process until its end in MB. */
interface Figures {
  readonly seconds: number
  readonly peakMB: number
}

type Stage = <T>(name: string, task: () => T | Promise<T>) => Promise<T>

/** The facts of the pack in a folder, as the command line reads it; the log is not kept beside them. */
async function factsOf(folder: string, stage: Stage) {
  const plan = await stage('plan', () => planImport(readInput(folder)))
  const offer = admit(plan, [], new Map(plan.blocks))
  const writing = {
    by: { name: '林', unit: '区指挥部' },
    device: 'bench',
    now: Date.parse('2022-05-26T06:00:00Z'),
  }
  const events = append(offer.drafts, tailOf([]), writing)
  return stage('fold', () =>
    fold(events, new Map([...plan.blocks, ...offer.blocks]), { known: null, learned: 'fromTheBeginning' }),
  )
}

async function stagesOf(folder: string): Promise<Record<string, Figures>> {
  const figures: Record<string, Figures> = {}
  const stage: Stage = async (name, task) => {
    const [seconds, made] = await timed(task)
    const peakMB = process.resourceUsage().maxRSS / 1024
    figures[name] = { seconds, peakMB }
    process.stderr.write(`${name}: ${seconds.toFixed(2)} s, ${peakMB.toFixed(0)} MB\n`)
    return made
  }
  const facts = await factsOf(folder, stage)
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
  return figures
}

/**
 * The figures of one size. A process of its own makes the district and lays it down, another one reads and asks it, so
 * that neither another size nor the making has warmed or filled it.
 */
function measured(size: number): Record<string, Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-stages-'))
  try {
    run('make', String(size), folder)
    return JSON.parse(run('ask', folder)) as Record<string, Figures>
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(...words: readonly string[]): string {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), ...words, ...(isGuarded ? ['guarded'] : [])],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}`)
  return stdout
}

function make(size: number, folder: string): void {
  for (const [name, text] of Object.entries(districtOfSize({ size, seed: 20_221_129, isGuarded })))
    writeFileSync(join(folder, name), text)
}

const exponentOf = (from: number, to: number, growth: number): string =>
  from > 0.05 && to > 0.05 ? (Math.log(to / from) / Math.log(growth)).toFixed(2) : '—'

/** A row a stage: seconds and peak of each size, and between them how the time grew. */
function printTable(columns: readonly Record<string, Figures>[]): void {
  const head = sizes.flatMap((size, i) => [...(i > 0 ? ['grows'] : []), `×${size} s`, 'MB'])
  console.log(`| stage | ${head.join(' | ')} |\n|---|${'---:|'.repeat(head.length)}`)
  for (const name of Object.keys(columns[0]!)) {
    const cells = columns.flatMap((column, i) => {
      const { seconds, peakMB } = column[name]!
      const before = columns[i - 1]?.[name]?.seconds
      const grown = before === undefined ? [] : [exponentOf(before, seconds, sizes[i]! / sizes[i - 1]!)]
      return [...grown, seconds.toFixed(2), peakMB.toFixed(0)]
    })
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

const [word, ...more] = process.argv.slice(2)
if (word === 'make') make(Number(more[0]), more[1]!)
else if (word === 'ask') console.log(JSON.stringify(await stagesOf(more[0]!)))
else {
  const columns = sizes.map((size) => {
    const figures = measured(size)
    process.stderr.write(`×${size} done\n`)
    return figures
  })
  printTable(columns)
}
