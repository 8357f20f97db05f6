import type { LogEvent } from '../../log/events'
import type { ColumnBlock } from '../../log/rows/columns'
import { blockToNdjson } from '../../log/rows/segment'
import { type Chains, chainsOf, headsOf, segmentsOf } from '../chains'
import type { ExchangeWay, Parcel, Told } from '../port'
import { wholeBlock } from '../whole-block'
import { type ChainFile, chainLines, pathName, readChainFile } from './chain-file'
import type { Folder } from './folder'

/** How long the files of a folder were when they were read last, bytes: one that is shorter now is told. */
export type Lengths = Readonly<Record<string, number>>

export interface FolderWay extends ExchangeWay {
  /** of what was found and given last, to be handed in the next time */
  lengths(): Lengths
}

const SEGMENTS = 'segments'
const segmentPath = (hash: string): string => `${SEGMENTS}/${pathName(hash)}.ndjson`

/**
 * The way over a folder. Below a folder of its own each device writes one file a chain, its own and those that nobody
 * else has put there, and adds to them only; blocks lie together under their hash. Nobody writes in the folder of another
 * device, so that nothing need be locked.
 */
export function folderWay(folder: Folder, device: string, before: Lengths = {}): FolderWay {
  let files = new Map<string, ChainFile>()
  let chains: Chains = new Map()
  let lengths: Record<string, number> = { ...before }
  const home = pathName(device)
  const ownPath = (chain: string): string => `${home}/${pathName(chain)}.ndjson`

  async function readAll(): Promise<readonly Told[]> {
    files = new Map()
    const told: Told[] = []
    const now: Record<string, number> = {}
    for (const path of await chainFiles(folder)) {
      const bytes = await folder.read(path)
      if (!bytes) continue
      const file = readChainFile(path, bytes)
      files.set(path, file)
      now[path] = bytes.length
      for (const one of file.told) if (!isMending(one, path)) told.push(one)
    }
    for (const [path, length] of Object.entries(lengths))
      if (path.startsWith(`${SEGMENTS}/`)) now[path] = length
      else if ((now[path] ?? 0) < length)
        told.push({
          code: 'shorter',
          device: files.get(path)?.events[0]?.device ?? null,
          seen: path,
          events: 0,
        })
    lengths = now
    chains = chainsOf([...files.values()].flatMap(({ events }) => events))
    return told
  }

  /** a line of our own that was cut off is written again with the next ones */
  const isMending = ({ code }: Told, path: string): boolean => code === 'torn' && path.startsWith(`${home}/`)

  /** after a line that ends what is read of a file nothing more is added: the next file of the chain is */
  function openPath(chain: string): string {
    const isEnded = (path: string): boolean =>
      files.get(path)?.told.some(({ code }) => code !== 'torn') === true
    let path = ownPath(chain)
    for (let part = 2; isEnded(path); part += 1) path = `${home}/${pathName(chain)}.${part}.ndjson`
    return path
  }

  async function addTo(path: string, events: readonly LogEvent[]): Promise<void> {
    const keep = files.get(path)?.wholeBytes ?? 0
    const bytes = chainLines(events)
    await folder.write(path, keep, bytes)
    lengths[path] = keep + bytes.length
  }

  /** blocks that are named here and lie not there whole: by their hash when they are seen first, then by their length */
  async function cutBlocks(): Promise<string[]> {
    const lie = new Set((await folder.list(SEGMENTS)).map(({ name }) => `${SEGMENTS}/${name}`))
    const cut: string[] = []
    for (const hash of segmentsOf([...chains.values()].flat())) {
      const path = segmentPath(hash)
      if (!lie.has(path) || !(await liesWhole(hash))) cut.push(hash)
    }
    return cut
  }

  async function liesWhole(hash: string): Promise<boolean> {
    const path = segmentPath(hash)
    const length = lengths[path]
    const lies = await folder.size(path)
    if (length !== undefined) return lies === length
    if (lies === null || !(await blockIn(folder, hash))) return false
    lengths[path] = lies
    return true
  }

  return {
    find: async () => {
      const told = await readAll()
      return { heads: headsOf(chains), blocksLacking: await cutBlocks(), told }
    },
    events: async (of, from) => (chains.get(of) ?? []).slice(from - 1),
    block: (hash) => blockIn(folder, hash),
    give: async ({ events, blocks }: Parcel) => {
      for (const [hash, block] of blocks) lengths[segmentPath(hash)] = await putBlock(folder, hash, block)
      const lying = new Set([...files.values()].flatMap((file) => file.events.map(({ hash }) => hash)))
      const lacking = events.filter(({ hash }) => !lying.has(hash))
      for (const [chain, own] of chainsOf(lacking)) await addTo(openPath(chain), own)
    },
    lengths: () => ({ ...lengths }),
    onNews: (listener) => {
      const timer = setInterval(listener, POLL_MS)
      return () => clearInterval(timer)
    },
  }
}

/** ms between two looks at a folder, which tells nobody that it changed */
const POLL_MS = 10_000

/** Files of events, in the order of their names. */
async function chainFiles(folder: Folder): Promise<string[]> {
  const paths: string[] = []
  for (const { name, kind } of await folder.list(''))
    if (kind === 'folder' && name.toLowerCase() !== SEGMENTS)
      for (const file of await folder.list(name))
        if (file.kind === 'file' && file.name.endsWith('.ndjson')) paths.push(`${name}/${file.name}`)
  return paths.sort()
}

async function blockIn(folder: Folder, hash: string): Promise<ColumnBlock | null> {
  const bytes = await folder.read(segmentPath(hash))
  return bytes && wholeBlock(bytes, hash)
}

/** A block that lies there whole stays; another was copied in part, or badly, and is written again. Returns its length. */
async function putBlock(folder: Folder, hash: string, block: ColumnBlock): Promise<number> {
  const bytes = new TextEncoder().encode(blockToNdjson(block))
  if (!(await blockIn(folder, hash))) await folder.write(segmentPath(hash), 0, bytes)
  return bytes.length
}
