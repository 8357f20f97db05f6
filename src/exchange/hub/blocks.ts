import { DiscardPolicy, JetStreamApiCodes, type JetStreamManager, StorageType } from '@nats-io/jetstream'
import { type ObjectStore, Objm } from '@nats-io/obj'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ColumnBlock } from '../../log/rows/columns'
import { blockToNdjson } from '../../log/rows/segment'
import { wholeBlock } from '../whole-block'
import { bucketOf } from './names'
import { codeOf } from './stream'

/** The blocks of a workspace at the hub, each under the hash of its text. */
export interface HubBlocks {
  /** those of the hashes that are not there, or cut off */
  lacking(hashes: Iterable<string>): Promise<string[]>
  /** null where it is not there or not as its hash says */
  read(hash: string): Promise<ColumnBlock | null>
  /** one that lies there whole is not sent again */
  put(hash: string, block: ColumnBlock): Promise<void>
}

/** The object store of a workspace: its pieces, and what each is named and made of. */
export const bucketStream = (workspace: string) => ({
  name: `OBJ_${bucketOf(workspace)}`,
  subjects: [`$O.${bucketOf(workspace)}.C.>`, `$O.${bucketOf(workspace)}.M.>`],
  ...{ allow_direct: true, allow_rollup_hdrs: true },
  ...{ discard: DiscardPolicy.New, storage: StorageType.File },
})

/** The blocks of a workspace; their store is made where there is none and this machine may. */
export async function hubBlocks(manager: JetStreamManager, workspace: string): Promise<HubBlocks> {
  const bucket = bucketOf(workspace)
  const made = bucketStream(workspace)
  await manager.streams.info(made.name).catch((reason) => {
    if (codeOf(reason) !== JetStreamApiCodes.StreamNotFound) throw reason
    return manager.streams.add(made)
  })
  const store = await new Objm(manager.jetstream()).open(bucket, false)
  /** seen whole, or given */
  const whole = new Set<string>()

  async function liesWhole(hash: string): Promise<boolean> {
    if (whole.has(hash)) return true
    const info = await store.info(hash)
    const isNamed = info !== null && !info.deleted && digestSays(info.digest) === hash
    if (!isNamed || (await chunksOf(manager, bucket, info.nuid)) !== info.chunks) return false
    whole.add(hash)
    return true
  }

  return {
    lacking: async (hashes) => {
      const lacking: string[] = []
      for (const hash of hashes) if (!(await liesWhole(hash))) lacking.push(hash)
      return lacking
    },
    read: async (hash) => {
      const block = (await liesWhole(hash)) ? await blockIn(store, hash) : null
      if (!block) whole.delete(hash)
      return block
    },
    put: async (hash, block) => {
      if (await liesWhole(hash)) return
      await store.putBlob({ name: hash }, new TextEncoder().encode(blockToNdjson(block)))
      whole.add(hash)
    },
  }
}

async function blockIn(store: ObjectStore, hash: string): Promise<ColumnBlock | null> {
  const bytes = await store.getBlob(hash).catch((reason) => {
    if (/digest|corrupt/i.test(String(reason))) return null
    throw reason
  })
  return bytes && wholeBlock(bytes, hash)
}

async function chunksOf(manager: JetStreamManager, bucket: string, object: string): Promise<number> {
  const subject = `$O.${bucket}.C.${object}`
  const { state } = await manager.streams.info(`OBJ_${bucket}`, { subjects_filter: subject })
  return state.subjects?.[subject] ?? 0
}

/** The store's SHA-256 of an object, as the hash of a block is written; null where it says none. */
function digestSays(digest: string): string | null {
  const [, said] = /^SHA-256=([\w-]+)=*$/.exec(digest) ?? []
  if (!said) return null
  const bytes = atob(said.replaceAll('-', '+').replaceAll('_', '/'))
  return bytesToHex(Uint8Array.from(bytes, (one) => one.charCodeAt(0)))
}
