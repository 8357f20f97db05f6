import { chainsOf, headsOf, lacking } from '../exchange/chains'
import { exchangeFile, readExchangeFile } from '../exchange/file/exchange-file'
import { directoryFolder } from '../exchange/folder/directory'
import { FolderError } from '../exchange/folder/folder'
import { type FolderWay, folderWay } from '../exchange/folder/folder-way'
import { type LastExchange, withPeer } from '../exchange/kept'
import { parcelFor, received } from '../exchange/meet'
import type { Found } from '../exchange/port'
import { previewOf } from '../exchange/preview'
import { weigh } from '../exchange/take'
import { deviceIn } from '../log/device'
import { inOrder } from '../log/order'
import { whileMeeting } from '../storage/locks'
import type { ExchangeDesk } from './exchange-desk'
import type { ExchangeState } from './exchange-messages'
import { fileName } from './kernel-calls'
import type { Logs } from './logs'
import type { SentFile } from './messages'
import { openedFiles } from './sent-files'
import { type Calls, Handed } from './serve'

type ExchangeCall =
  | 'exchange'
  | 'makeExchange'
  | 'lookAtExchange'
  | 'takeExchange'
  | 'setExchangeFolder'
  | 'meetFolder'

/** The calls by which a log meets those of other machines. `now` is the clock. */
export function exchangeCalls(logs: Logs, now: () => number, desk: ExchangeDesk): Pick<Calls, ExchangeCall> {
  const { keptOf, keep, take, entryOf, heldOf } = desk
  const remember = (workspace: string, last: Omit<LastExchange, 'at'>): Promise<void> =>
    keep(workspace, (kept) => ({ ...kept, last: { at: now(), ...last } }))

  async function stateOf(workspace: string): Promise<ExchangeState> {
    const { ordered } = await logs.read(workspace)
    const chains = chainsOf(ordered)
    const { peers, folder, last } = await keptOf(workspace)
    return {
      devices: chains.size,
      events: ordered.length,
      peers: peers.map(({ heads, ...peer }) => ({ ...peer, lacks: lacking(chains, heads).length })),
      folder: folder && {
        ...{ handle: folder.handle, name: folder.name },
        waiting: folder.heads && lacking(chains, folder.heads).length,
      },
      last,
    }
  }

  async function readFile(workspace: string, sent: SentFile) {
    const [file] = openedFiles([sent])
    const answer = await readExchangeFile(file!)
    if (!answer.ok) return answer
    const { blocks } = await logs.read(workspace)
    const { read } = answer
    return { ...answer, came: { ...read, blocks: new Map([...blocks, ...read.blocks]), isOneFile: true } }
  }

  async function giveTo(way: FolderWay, found: Found, workspace: string): Promise<number> {
    const held = await heldOf(workspace)
    const parcel = parcelFor(found, held)
    await way.give(parcel)
    await keep(workspace, ({ folder, ...kept }) => ({
      ...kept,
      folder: folder && { ...folder, lengths: way.lengths(), heads: headsOf(chainsOf(held.events)) },
    }))
    return parcel.events.length
  }

  return {
    exchange: ({ workspace }) => stateOf(workspace),
    makeExchange: async ({ workspace, writer, peer, notice }) => {
      const { title, use } = await entryOf(workspace)
      const held = await heldOf(workspace)
      const forHeads = (await keptOf(workspace)).peers.find(({ device }) => device === peer)?.heads ?? null
      const parcel = parcelFor({ heads: forHeads ?? {}, blocksLacking: [] }, held)
      const [heads, at] = [headsOf(chainsOf(held.events)), new Date(now())]
      const device = deviceIn(workspace, writer.device)
      const madeAt = at.toISOString()
      const bytes = exchangeFile(parcel, { heads, forHeads, device, title, use, madeAt, notice })
      const exercise = use === 'exercise' ? '-演练' : ''
      const name = `${fileName(title)}${exercise}-exchange-${madeAt.slice(0, 16).replace(/[-:T]/g, '')}.zip`
      await remember(workspace, { way: 'made', name, given: parcel.events.length, taken: null })
      return new Handed({ name, bytes, events: parcel.events.length }, [bytes.buffer as ArrayBuffer])
    },
    lookAtExchange: async ({ workspace, file }) => {
      const answer = await readFile(workspace, file)
      if (!answer.ok) return answer
      const { ordered } = await logs.read(workspace)
      const { use } = await entryOf(workspace)
      return { ok: true, preview: previewOf(weigh(ordered, answer.came, { use, clock: now() })) }
    },
    takeExchange: async ({ workspace, writer, file }) => {
      const answer = await readFile(workspace, file)
      if (!answer.ok) return answer
      const weighed = await take(await entryOf(workspace), answer.came, writer)
      const preview = previewOf(weighed)
      const { about, heads } = answer.read
      if (about && !weighed.refusal) {
        const by = inOrder(answer.read.events).findLast(({ device }) => device === about.device)?.by ?? null
        await keep(workspace, (kept) => withPeer(kept, { device: about.device, at: now(), heads, by }))
      }
      if (!weighed.refusal)
        await remember(workspace, { way: 'taken', name: file.path, given: 0, taken: preview })
      return { ok: true, preview }
    },
    setExchangeFolder: async ({ workspace, folder: handle }) => {
      const folder = handle && { handle, name: handle.name, lengths: {}, heads: null }
      await keep(workspace, (kept) => ({ ...kept, folder }))
      return stateOf(workspace)
    },
    meetFolder: ({ workspace, writer }) =>
      whileMeeting(workspace, async () => {
        const { folder } = await keptOf(workspace)
        if (!folder) return { ok: false, code: 'gone' }
        const way = folderWay(
          directoryFolder(folder.handle as FileSystemDirectoryHandle),
          deviceIn(workspace, writer.device),
          folder.lengths,
        )
        try {
          const { found, ...came } = await received(way, await heldOf(workspace))
          const weighed = await take(await entryOf(workspace), { ...came, isOneFile: false }, writer)
          const given = weighed.refusal ? 0 : await giveTo(way, found, workspace)
          const preview = previewOf(weighed)
          const isNews = weighed.taken.length + given + weighed.told.length > 0 || weighed.refusal !== null
          if (isNews || (await keptOf(workspace)).last?.way !== 'folder')
            await remember(workspace, { way: 'folder', name: folder.name, given, taken: preview })
          return { ok: true, preview }
        } catch (reason) {
          if (reason instanceof FolderError) return { ok: false, code: reason.code }
          throw reason
        }
      }),
  }
}
