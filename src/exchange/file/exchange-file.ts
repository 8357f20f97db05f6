import type { PackDescription } from '#geo'
import { logFiles, zipOf } from '../../export/pack'
import { readLog } from '../../import/files/read-log'
import { type InputFile, isZip, unpack } from '../../import/files/zip'
import { EXCHANGE_FILE, NOTICE_FILE } from '../../log/beside'
import { digest } from '../../log/digest'
import { hashOfBlock } from '../../log/rows/segment'
import { chainsOf, headsOf, segmentsOf } from '../chains'
import type { Heads, Parcel, Told } from '../port'
import { type About, type Manifest, manifestIn } from './manifest'

/** Why a file is no exchange file, or not a whole one. */
export type FileFault = 'not-exchange' | 'cut' | 'altered' | 'too-large' | 'newer-release'

export interface ReadExchange extends Parcel {
  /** null for an exported log, which is a whole one for anybody */
  readonly about: About | null
  readonly heads: Heads
  readonly told: readonly Told[]
}

export type ExchangeRead =
  | { readonly ok: true; readonly read: ReadExchange }
  | { readonly ok: false; readonly code: FileFault; readonly seen: string }

export interface Made {
  /** heads of everybody at the one who makes it */
  readonly heads: Heads
  /** for whom it is made; null for anybody */
  readonly forHeads: Heads | null
  readonly device: string
  readonly title: string
  readonly use: PackDescription['use']
  /** ISO 8601 */
  readonly madeAt: string
  readonly notice: string
}

/** An exchange file: a log of what is lacking, its segments, and what it is. */
export function exchangeFile(parcel: Parcel, { heads, forHeads, notice, ...made }: Made): Uint8Array {
  const files = new Map<string, string | Uint8Array>(logFiles(parcel))
  const log = files.get('log.ndjson') as string
  const manifest: Manifest = {
    format: 'cordon-exchange/1',
    ...made,
    heads,
    for: forHeads,
    events: parcel.events.length,
    log: digest(log),
    segments: [...parcel.blocks.keys()].sort(),
  }
  files.set(EXCHANGE_FILE, `${JSON.stringify(manifest, null, 1)}\n`)
  if (notice) files.set(NOTICE_FILE, notice)
  return zipOf(files)
}

const refused = (code: FileFault, seen = ''): ExchangeRead => ({ ok: false, code, seen })

const UNOPENED: Readonly<Record<string, FileFault>> = {
  'broken-zip': 'cut',
  'zip-damaged': 'cut',
  'zip-too-large': 'too-large',
}

/** Reads an exchange file, or an exported log. What does not hold together as a whole is refused with its reason. */
export async function readExchangeFile(file: InputFile): Promise<ExchangeRead> {
  if (!isZip(file.bytes)) return refused('not-exchange')
  const { files, problems } = await unpack(file)
  const [problem] = problems
  if (problem) return refused(UNOPENED[problem.code] ?? 'altered', problem.seen ?? '')
  const log = files.find(({ path }) => path === 'log.ndjson')
  const about = files.find(({ path }) => path === EXCHANGE_FILE)
  if (!log) return refused('not-exchange')
  const manifest = about ? manifestIn(about.bytes) : null
  if (manifest === 'newer-release' || manifest === 'not-exchange') return refused(manifest)
  const segments = files.filter(({ path }) => path.startsWith('segments/'))
  const read = readLog({ file: log, segments })
  const told = read.faults.map(
    ({ line }): Told => ({ code: 'unreadable', device: null, seen: `log.ndjson:${line}`, events: 1 }),
  )
  const parcel = { events: read.events, blocks: read.blocks }
  if (!manifest) {
    if (read.events.length === 0) return refused('not-exchange')
    return { ok: true, read: { ...parcel, about: null, heads: headsOf(chainsOf(read.events)), told } }
  }
  const why = alteredIn(manifest, parcel, log.bytes)
  if (why !== null) return refused('altered', why)
  const { heads, for: forHeads, ...rest } = manifest
  return { ok: true, read: { ...parcel, about: { ...rest, forHeads }, heads, told } }
}

/** The part that is not what the file says of itself; null where all is. */
function alteredIn(manifest: Manifest, { events, blocks }: Parcel, log: Uint8Array): string | null {
  if (digest(log) !== manifest.log || events.length !== manifest.events) return 'log.ndjson'
  const named = segmentsOf(events)
  for (const hash of manifest.segments) {
    const block = blocks.get(hash)
    if (!block || !named.has(hash) || hashOfBlock(block) !== hash) return `segments/${hash.slice(0, 12)}`
  }
  return null
}
