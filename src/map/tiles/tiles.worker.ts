import { indexColumns, type TileIndex } from './cut-tiles'
import type { TileAnswer, TileRequest } from './tile-messages'

const scope = self as unknown as DedicatedWorkerGlobalScope
const indexes = new Map<string, TileIndex>()

function answer({ request, key, z, x, y }: Extract<TileRequest, { kind: 'tile' }>): TileAnswer {
  const index = indexes.get(key)
  if (!index) return { request, data: null, error: 'unknown-layer' }
  try {
    return { request, data: index.cut(z, x, y), error: null }
  } catch (error) {
    return { request, data: null, error: error instanceof Error ? error.message : 'not-cut' }
  }
}

scope.onmessage = ({ data }: MessageEvent<TileRequest>) => {
  if (data.kind === 'drop') indexes.delete(data.key)
  else if (data.kind === 'index') indexes.set(data.key, indexColumns(data.layer, data.columns))
  else {
    const reply = answer(data)
    scope.postMessage(reply, reply.data ? [reply.data] : [])
  }
}
