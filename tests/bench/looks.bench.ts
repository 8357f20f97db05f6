import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readInput } from '../../src/cli/read-pack'
import { memoryStorage } from '../../src/storage/memory'
import { logCalls } from '../../src/worker/log-calls'
import { Logs } from '../../src/worker/logs'
import {
  bookOfSize,
  csvOfSize,
  placesOfSize,
  sequenceOfSize,
  writeEncoded,
  writePieces,
} from './sizes/large-files'

/**
 * How long a large import goes on without a look at whether it is cancelled: the longest stretches between two looks of
 * the worker's `plan`, with where each ends, down to what is foreseen of it. `npm run looks [share] [word …]`, by default
 * the whole sizes of `npm run sizes`. Each file is read by a process of its own; of each stretch the time that passed and
 * the processor's, which a busy machine does not lengthen.
 */
const share = Number(process.argv.slice(2).find((word) => /^[\d.]+$/.test(word)) ?? 1)
const WORDS = process.argv.slice(2).filter((word) => !/^[\d.]+$/.test(word))
const FILES: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  'places.geojson': (path) => writePieces(path, placesOfSize(100_000_000 * share)),
  'places.geojsonl': (path) => writePieces(path, sequenceOfSize(100_000_000 * share)),
  'cases.csv': (path) => writePieces(path, csvOfSize(1_000_000 * share)),
  'cases-gbk.csv': (path) => writeEncoded(path, csvOfSize(1_000_000 * share), 'gb18030'),
  'cases.xlsx': (path) => writeFileSync(path, bookOfSize(100_000 * share)),
}
/** stretches that are printed, the longest ones */
const SHOWN = 6

interface Stretch {
  readonly seconds: number
  readonly processor: number
  /** what looked at its end */
  readonly at: string
}

/** Who asked, as far up as tells one step from another. */
function looker(): string {
  const lines = (new Error().stack ?? '').split('\n').slice(1)
  const own = lines.flatMap(
    (line) => /at (?:async )?(\S+) \(.*\/src\/(\S+?):(\d+):/.exec(line)?.slice(1) ?? [],
  )
  const calls = own.flatMap((name, at) =>
    at % 3 === 0 ? `${name} ${basename(own[at + 1]!)}:${own[at + 2]}` : [],
  )
  return calls
    .filter((call) => !call.includes('pace.ts'))
    .slice(0, 4)
    .join(' < ')
}

async function stretchesOf(paths: readonly string[]): Promise<readonly Stretch[]> {
  const stretches: Stretch[] = []
  const used = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  let [time, processor] = [performance.now(), used()]
  const look = (at?: string): boolean => {
    const [now, spent] = [performance.now(), used()]
    const seconds = (now - time) / 1000
    if (seconds > 0.05) stretches.push({ seconds, processor: spent - processor, at: at ?? looker() })
    ;[time, processor] = [performance.now(), spent]
    return false
  }
  const { plan } = logCalls(new Logs(memoryStorage()), () => Date.parse('2022-07-01T00:00:00Z'))
  const files = paths.flatMap((path) => readInput(path))
  await plan(
    { workspace: null, files, foresees: { effective: null } },
    { cancelled: look, progress: () => {} },
  )
  look('the end')
  return stretches.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN)
}

if (process.argv[2] === 'child') console.log(JSON.stringify(await stretchesOf(process.argv.slice(3))))
else {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-looks-'))
  try {
    const few = join(folder, 'few.geojson')
    await writePieces(few, placesOfSize(1))
    for (const [name, make] of Object.entries(FILES)) {
      if (WORDS.length > 0 && !WORDS.some((word) => name.includes(word))) continue
      const path = join(folder, name)
      await make(path)
      const script = fileURLToPath(import.meta.url)
      const beside = name.startsWith('cases') ? [few] : []
      const { status, stdout } = spawnSync(
        process.execPath,
        [...process.execArgv, '--max-old-space-size=8000', script, 'child', path, ...beside],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
      )
      if (status !== 0) throw new Error(`${name} ended with ${status}`)
      console.log(name)
      for (const { seconds, processor, at } of JSON.parse(stdout.trim().split('\n').at(-1)!) as Stretch[])
        console.log(`  ${seconds.toFixed(2)} s (processor ${processor.toFixed(2)} s) until ${at}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
