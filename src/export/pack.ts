import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Facts } from '#geo'
import type { LogEvent } from '../log/events'
import { logToNdjson } from '../log/log-file'
import { inOrder } from '../log/order'
import { cellAt } from '../log/rows/cells'
import type { ColumnBlock } from '../log/rows/columns'
import { blockToNdjson } from '../log/rows/segment'
import { segmentOf } from '../log/verify'
import { KINDS, type Kind } from '../records/records'
import type { WrittenRow } from '../records/written'
import { toCsv } from './csv'
import { toGeoJson } from './geojson'
import { rowsOf } from './rows'

/** A log with the blocks its events name. */
export interface WholeLog {
  readonly events: Iterable<LogEvent>
  readonly blocks: ReadonlyMap<string, ColumnBlock>
}

/** `log.ndjson` and `segments/<hash>.ndjson` beside it: importing them gives the identical log. */
export function logFiles({ events, blocks }: WholeLog): Map<string, string> {
  const ordered = inOrder(events)
  const files = new Map([['log.ndjson', logToNdjson(ordered)]])
  for (const event of ordered) {
    const hash = segmentOf(event)
    const block = hash === null ? undefined : blocks.get(hash)
    if (hash !== null && block) files.set(`segments/${hash}.ndjson`, blockToNdjson(block))
  }
  return files
}

/** A pack: the log, which alone is read back, and for people the lists, policies and kept files as it stands. */
export function packFiles(log: WholeLog, facts: Facts): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([...listFiles(facts), ...keptFiles(log), ...logFiles(log)])
}

/** The files of a pack without its log, in WGS-84: what stands now, under canonical names. */
export function listFiles(facts: Facts): Map<string, string> {
  const files = new Map([['pack.json', descriptionText(facts)]])
  facts.policies.forEach((policy, i) => {
    const id = (policy as { id?: unknown } | null)?.id
    const name = typeof id === 'string' ? id.replace(/[^\w.-]/g, '_') : `policy-${i + 1}`
    files.set(`policies/${name}.json`, `${JSON.stringify(policy, null, 2)}\n`)
  })
  if (facts.stated.has('indicators'))
    files.set('indicators.json', `${JSON.stringify(facts.indicators, null, 2)}\n`)
  for (const kind of KINDS) {
    if (!facts.stated.has(kind.list)) continue
    const rows = rowsOf(facts, kind.list)
    if (kind.geometry) files.set(`${kind.file}.geojson`, toGeoJson(rows))
    else files.set(`${kind.file}.csv`, listCsv(kind, rows))
  }
  return files
}

/** One list as CSV with its canonical columns first; empty columns are left out unless they are required, or without them another would be read as theirs. */
export function listCsv(kind: Kind, rows: readonly WrittenRow[]): string {
  const used = new Set<string>()
  for (const { cells } of rows) for (const name in cells) if (cells[name] !== null) used.add(name)
  const canonical = kind.fields
    .filter(({ name, required }) => required || used.has(name) || (name === 'place' && used.has('town')))
    .map(({ name }) => name)
  const others = kind.list === 'reports' ? rows.flatMap(({ cells }) => Object.keys(cells)) : [...used]
  const names = new Set([
    ...(canonical.length > 0 ? canonical : kind.fields.map(({ name }) => name)),
    ...others,
  ])
  if (!used.has('knownAt')) names.delete('knownAt')
  if (!used.has('filedAt')) names.delete('filedAt')
  const headers = [...names]
  return toCsv(
    headers,
    rows.map(({ cells }) => headers.map((name) => cells[name] ?? null)),
  )
}

function descriptionText(facts: Facts): string {
  const { until = {}, ...pack } = facts.pack
  const times = Object.fromEntries(Object.entries(until).map(([list, at]) => [`asOf.${list}`, at]))
  return `${JSON.stringify({ format: 'cordon-pack', version: 1, ...pack, ...times, frame: 'wgs84' }, null, 2)}\n`
}

function keptFiles({ events, blocks }: WholeLog): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const event of inOrder(events)) {
    if (event.type !== 'file.kept@1') continue
    const bytes = cellAt(blocks.get(event.block)?.columns.bytes, 0)
    if (bytes instanceof Uint8Array) files.set(event.file.name, bytes)
  }
  return files
}

/** Files as one archive. The same files give the same bytes: no clock is read. */
export function zipOf(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(entries, { mtime: new Date(2000, 0, 1), level: 6 })
}
