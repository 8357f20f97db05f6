import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read as readBook, utils } from '@e965/xlsx'
import Papa from 'papaparse'
import { readInput } from '../../src/cli/read-pack'
import { extensionOf, type FormatFile } from '../../src/formats/format'
import { formatOfName } from '../../src/formats/formats'
import { columnsKnown } from '../../src/import/headers/known-columns'
import { planImport } from '../../src/import/plan'
import {
  bookOfSize,
  csvOfSize,
  placesOfSize,
  sequenceOfSize,
  writeEncoded,
  writePieces,
} from './sizes/large-files'

/**
 * Files as large as they come: 100 MB of GeoJSON, 1,000,000 cases as CSV in UTF-8 and GB18030, a workbook of 100,000 × 12.
 * `npm run sizes [share …] [word …]`, by default 0.1 and 1 of these sizes, with words only files in whose names one
 * stands. Each figure is of a process of its own: *table* walks every row as headers and cells, beside the library that
 * one would otherwise pick, which makes an array of objects; *import* is all of it: what the table lists, every cell as
 * its type, places found, persons left out, the plan.
 */
const SHARES = process.argv
  .slice(2)
  .filter((word) => /^[\d.]+$/.test(word))
  .map(Number)
/** only files in whose names one of these words stands; all without any */
const WORDS = process.argv.slice(2).filter((word) => !/^[\d.]+$/.test(word))
/** what parts the records of a text sequence */
const SEPARATOR = '\u001e'
const FULL = { bytes: 100_000_000, cases: 1_000_000, lines: 100_000 }

const FILES: Readonly<
  Record<
    string,
    { readonly peer: string; readonly make: (path: string, share: number) => void | Promise<void> }
  >
> = {
  'places.geojson': {
    peer: 'JSON.parse',
    make: (path, share) => writePieces(path, placesOfSize(FULL.bytes * share)),
  },
  'places.geojsonl': {
    peer: 'split + JSON.parse',
    make: (path, share) => writePieces(path, sequenceOfSize(FULL.bytes * share)),
  },
  'places.geojsons': {
    peer: 'split + JSON.parse',
    make: (path, share) => writePieces(path, sequenceOfSize(FULL.bytes * share, SEPARATOR)),
  },
  'places-gbk.geojson': {
    peer: 'TextDecoder + JSON.parse',
    make: (path, share) => writeEncoded(path, placesOfSize(FULL.bytes * share), 'gb18030'),
  },
  'places-utf16.geojson': {
    peer: 'TextDecoder + JSON.parse',
    make: (path, share) => writeEncoded(path, placesOfSize((FULL.bytes * share) / 2), 'utf-16le'),
  },
  'cases.csv': { peer: 'papaparse', make: (path, share) => writePieces(path, csvOfSize(FULL.cases * share)) },
  'cases-gbk.csv': {
    peer: 'TextDecoder + papaparse',
    make: (path, share) => writeEncoded(path, csvOfSize(FULL.cases * share), 'gb18030'),
  },
  'cases.xlsx': {
    peer: '@e965/xlsx',
    make: (path, share) => writeFileSync(path, bookOfSize(FULL.lines * share)),
  },
}

interface Figures {
  readonly seconds: number
  readonly peakMB: number
  readonly rows: number
}

/** Rows of the file by our reader, each looked at once. */
async function table(path: string): Promise<number> {
  const [input] = readInput(path)
  const file = {
    ...input,
    path: basename(path),
    get bytes() {
      return input!.bytes
    },
    parts: input!.parts,
    beside: new Map(),
  } as FormatFile
  const read = await formatOfName(path)!.tables(file, { columnsIn: columnsKnown })
  if (!read.ok) throw new Error(`${path}: ${read.code}`)
  let rows = 0
  for (const { cells, geometry } of read.value[0]!.rows) if (cells && geometry !== null) rows += 1
  return rows
}

const encodingNamed = (path: string): string =>
  path.includes('gbk') ? 'gb18030' : path.includes('utf16') ? 'utf-16le' : 'utf-8'

/** The same by the library, with what it makes of them held. */
function peer(path: string): number {
  const bytes = readFileSync(path)
  switch (extensionOf(path)) {
    case 'geojson': {
      const text = new TextDecoder(encodingNamed(path)).decode(bytes)
      return (JSON.parse(text) as { features: unknown[] }).features.length
    }
    case 'geojsonl':
    case 'geojsons': {
      const lines = bytes.toString('utf8').replaceAll(SEPARATOR, '').split('\n')
      return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line)])).length
    }
    case 'xlsx': {
      const book = readBook(bytes, { type: 'buffer' })
      return utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!).length
    }
    default: {
      const text = new TextDecoder(encodingNamed(path)).decode(bytes)
      return Papa.parse(text, { header: true, skipEmptyLines: true }).data.length
    }
  }
}

async function plan(path: string): Promise<number> {
  const made = await planImport(readInput(path), { clock: Date.parse('2022-07-01T00:00:00Z') as never })
  const [report] = made.files
  if (report?.taken !== report?.rows) throw new Error(`${path}: ${report?.taken} of ${report?.rows} taken`)
  return report!.rows!
}

async function measured(stage: string, path: string): Promise<Figures> {
  const from = process.cpuUsage()
  const rows = await (stage === 'table' ? table(path) : stage === 'peer' ? peer(path) : plan(path))
  const { user, system } = process.cpuUsage(from)
  return { seconds: (user + system) / 1e6, peakMB: process.resourceUsage().maxRSS / 1024, rows }
}

function inChild(stage: string, path: string): Figures {
  const script = fileURLToPath(import.meta.url)
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, script, 'child', stage, path],
    {
      ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
    },
  )
  if (status !== 0) throw new Error(`${stage} ${path} ended with ${status}`)
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures
}

async function printShare(share: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-sizes-'))
  try {
    for (const [name, { peer, make }] of Object.entries(FILES)) {
      if (WORDS.length > 0 && !WORDS.some((word) => name.includes(word))) continue
      const path = join(folder, name)
      await make(path, share)
      const megabytes = statSync(path).size / 1e6
      const [ours, theirs, whole] = ['table', 'peer', 'import'].map((stage) => inChild(stage, path)) as [
        Figures,
        Figures,
        Figures,
      ]
      const cells = [
        ...[name, megabytes.toFixed(1), String(ours.rows)],
        ...[ours.seconds.toFixed(2), (megabytes / ours.seconds).toFixed(1), ours.peakMB.toFixed(0)],
        ...[
          peer,
          theirs.seconds.toFixed(2),
          theirs.peakMB.toFixed(0),
          (theirs.seconds / ours.seconds).toFixed(2),
        ],
        ...[whole.seconds.toFixed(1), (whole.rows / whole.seconds).toFixed(0), whole.peakMB.toFixed(0)],
      ]
      console.log(`| ${cells.join(' | ')} |`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[2] === 'child')
  console.log(JSON.stringify(await measured(process.argv[3]!, process.argv[4]!)))
else {
  console.log(
    '| file | MB | rows | table s | MB/s | peak MB | peer | s | peak MB | peer ÷ table | import s | rows/s | peak MB |',
  )
  console.log(`|---|${'---:|'.repeat(5)}---|${'---:|'.repeat(6)}`)
  for (const share of SHARES.length > 0 ? SHARES : [0.1, 1]) await printShare(share)
}
