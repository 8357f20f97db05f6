import { ref } from 'vue'
import type { TileColumns as Columns } from '../../layers/part'
import type { CutColumns, TileAnswer, TileRequest } from './tile-messages'

/** Name of the protocol under which tiles are asked for. */
export const TILE_PROTOCOL = 'cordon-tiles'
const STOPPED = 'tile-cutter-stopped'

const keys = new WeakMap<Columns, string>()
let made = 0
let worker: Worker | null = null
let hasSpoken = false
let asked = 0
/** True once the cutter did not start: what is drawn from tiles is not on any map of the page. */
export const isCutterGone = ref(false)
const waiting = new Map<number, { done: (data: ArrayBuffer | null) => void; failed: (why: Error) => void }>()

/** A copy of the columns with buffers of its own, and the list of those buffers to transfer. */
export function copyColumns(columns: Columns): { copy: CutColumns; buffers: ArrayBuffer[] } {
  const buffers: ArrayBuffer[] = []
  const copyOf = <T extends Float64Array | Int32Array | Uint8Array | Uint32Array>(array: T): T => {
    const copied = array.slice() as T
    buffers.push(copied.buffer as ArrayBuffer)
    return copied
  }
  if (columns.kind === 'points') {
    const properties = Object.fromEntries(
      Object.entries(columns.properties).map(([name, values]) => [name, copyOf(values)]),
    )
    return { copy: { kind: 'points', lonLat: copyOf(columns.lonLat), properties }, buffers }
  }
  const coordinates = copyOf(columns.coordinates)
  if (columns.kind === 'lines')
    return { copy: { kind: 'lines', coordinates, lineStarts: copyOf(columns.lineStarts) }, buffers }
  const { ringStarts, polygonStarts, rowStarts } = columns
  const starts = {
    ringStarts: copyOf(ringStarts),
    polygonStarts: copyOf(polygonStarts),
    rowStarts: copyOf(rowStarts),
  }
  return { copy: { kind: 'polygons', coordinates, ...starts }, buffers }
}

function cutter(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./tiles.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<TileAnswer>) => {
    hasSpoken = true
    const call = waiting.get(data.request)
    waiting.delete(data.request)
    if (data.error === null) call?.done(data.data)
    else call?.failed(new Error(data.error))
  }
  worker.onerror = () => {
    // a script that did not come will not answer later either
    if (!hasSpoken) isCutterGone.value = true
    for (const call of waiting.values()) call.failed(new Error(STOPPED))
    waiting.clear()
  }
  return worker
}

const send = (message: TileRequest, transfer: ArrayBuffer[] = []): void =>
  cutter().postMessage(message, transfer)

/** Address template of these columns' tiles; the first time, the columns are sent to the cutter. */
export function tileAddress(layer: string, columns: Columns): string {
  let key = keys.get(columns)
  if (!key) {
    keys.set(columns, (key = `${layer}-${++made}`))
    const { copy, buffers } = copyColumns(columns)
    send({ kind: 'index', key, layer, columns: copy }, buffers)
  }
  return `${TILE_PROTOCOL}://${key}/{z}/{x}/{y}`
}

/** The bytes of one tile; an empty buffer where nothing lies in it. Throws on an address that is none of ours. */
export async function loadTile(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const match = /^[^:]+:\/\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address)
  if (!match) throw new Error(`no tile address: ${address}`)
  if (isCutterGone.value) throw new Error(STOPPED)
  const request = ++asked
  const answered = new Promise<ArrayBuffer | null>((done, failed) => {
    waiting.set(request, { done, failed })
    signal.addEventListener('abort', () => {
      if (waiting.delete(request)) failed(new DOMException('aborted', 'AbortError'))
    })
  })
  const [z, x, y] = [Number(match[2]), Number(match[3]), Number(match[4])]
  send({ kind: 'tile', request, key: match[1]!, z, x, y })
  return (await answered) ?? new ArrayBuffer(0)
}
