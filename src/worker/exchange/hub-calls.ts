import { chainsOf, headsOf, lacking } from '../../exchange/chains'
import { HubError, type HubFault } from '../../exchange/hub/hub-error'
import type { Line } from '../../exchange/hub/line'
import type { ExchangeHub } from '../../exchange/kept'
import { parcelFor, received } from '../../exchange/meet'
import { type Preview, previewOf } from '../../exchange/preview'
import type { Weighed } from '../../exchange/take'
import { deviceIn } from '../../log/device'
import { whileMeeting } from '../../storage/locks'
import type { ExchangeDesk } from '../exchange-desk'
import type { Writer } from '../messages'
import type { Calls } from '../serve'
import type { HubLines } from './hub-lines'
import type { HubCalls, HubState } from './hub-messages'

/** The calls by which a log meets others at a hub. */
export function hubCalls(desk: ExchangeDesk, lines: HubLines): Pick<Calls, keyof HubCalls> {
  async function stateOf(workspace: string): Promise<HubState | null> {
    const { hub } = await desk.keptOf(workspace)
    if (!hub) return null
    const line = lines.lineOf(workspace)
    const { events } = await desk.heldOf(workspace)
    return {
      ...{ address: hub.address, workspace: hub.workspace, met: hub.met },
      ticket: hub.ticket?.statement ?? null,
      ...{ isThere: line?.isThere() ?? null, heardAt: lines.heardAt(workspace) },
      ...{ behind: line?.way.behind() ?? null, others: line?.others() ?? [] },
      waiting: hub.heads && lacking(chainsOf(events), hub.heads).length,
      ...{ hasNews: line?.hasNews() ?? false, seen: lines.seen },
    }
  }

  const keepHub = (workspace: string, hub: ExchangeHub, change: Partial<ExchangeHub>): Promise<void> =>
    desk.keep(workspace, (kept) => ({
      ...kept,
      hub: kept.hub?.address === hub.address ? { ...kept.hub, ...change } : kept.hub,
    }))

  async function lineFor(workspace: string, hub: ExchangeHub, writer: Writer): Promise<Line> {
    let events = (await desk.heldOf(workspace)).events.length
    const line = await lines.lineTo(workspace, hub, {
      seat: {
        workspace: hub.workspace,
        unit: hub.ticket?.statement.unit ?? '',
        device: deviceIn(workspace, writer.device),
      },
      ...{ from: hub.mark, ticket: hub.ticket },
      self: () => ({ by: writer.by, events }),
    })
    events = (await desk.heldOf(workspace)).events.length
    if (!line.isThere()) throw new HubError(line.fault() ?? 'lost', 'the hub is gone')
    return line
  }

  /** Takes heap by heap until everything that stands there was read, then gives. */
  async function met(workspace: string, hub: ExchangeHub, writer: Writer): Promise<Preview> {
    const line = await lineFor(workspace, hub, writer)
    line.quiet()
    const all: Weighed[] = []
    let found: Awaited<ReturnType<typeof received>>['found']
    do {
      const came = await received(line.way, await desk.heldOf(workspace))
      found = came.found
      all.push(await desk.take(await desk.entryOf(workspace), { ...came, isOneFile: false }, writer))
      lines.heard(workspace)
      if (line.way.behind() > 0) lines.changed()
    } while (line.way.behind() > 0 && !all.at(-1)!.refusal)
    const preview = joined(all.map(previewOf))
    if (preview.refusal) return preview
    const held = await desk.heldOf(workspace)
    const parcel = parcelFor(found, held)
    await line.way.give(parcel)
    const given = parcel.events.length
    await keepHub(workspace, hub, {
      heads: headsOf(chainsOf(held.events)),
      ...(preview.told.length === 0 ? { mark: line.way.settle() } : {}),
      ...(given + preview.news > 0 || !hub.met
        ? { met: { at: lines.now(), given, taken: preview.news } }
        : {}),
    })
    line.tellHere()
    return preview
  }

  return {
    hub: ({ workspace }) => stateOf(workspace),
    setHub: async ({ workspace, hub }) => {
      await lines.close(workspace)
      await desk.keep(workspace, (kept) => ({
        ...kept,
        hub: hub && { ...hub, mark: null, heads: null, met: null },
      }))
      lines.changed()
      return stateOf(workspace)
    },
    meetHub: ({ workspace, writer }) =>
      whileMeeting(`${workspace}-hub`, async () => {
        const { hub } = await desk.keptOf(workspace)
        if (!hub) return { ok: false, code: 'unreachable', state: null }
        try {
          const preview = await met(workspace, hub, writer)
          lines.changed()
          return { ok: true, preview, state: await stateOf(workspace) }
        } catch (reason) {
          if (!(reason instanceof HubError)) throw reason
          lines.changed()
          const code: HubFault = reason.code
          return { ok: false, code, state: await stateOf(workspace) }
        }
      }),
    hubNews: async ({ workspace, seen }) => {
      await lines.otherThan(seen)
      return stateOf(workspace)
    },
  }
}

/** What came heap by heap, as one; what waited in one heap and came in another is no news any more. */
function joined(heaps: readonly Preview[]): Preview {
  const last = heaps.at(-1)!
  if (heaps.length === 1) return last
  const times = <Key extends 'from' | 'to'>(key: Key) =>
    heaps.flatMap((one) => (one[key] === null ? [] : [one[key]]))
  const sum = (key: 'news' | 'here'): number => heaps.reduce((total, one) => total + one[key], 0)
  return {
    ...{ news: sum('news'), here: sum('here') },
    from: times('from').sort((a, b) => a - b)[0] ?? null,
    to: times('to').sort((a, b) => b - a)[0] ?? null,
    devices: byDevice(heaps.flatMap(({ devices }) => devices)),
    ...{ told: last.told, refusal: last.refusal },
    setAside: heaps.flatMap(({ setAside }) => setAside),
  }
}

function byDevice(news: Preview['devices']): Preview['devices'] {
  const devices = new Map<string, Preview['devices'][number]>()
  for (const one of news) {
    const before = devices.get(one.device)
    if (!before) devices.set(one.device, one)
    else
      devices.set(one.device, {
        device: one.device,
        news: before.news + one.news,
        from: one.from < before.from ? one.from : before.from,
        to: one.to > before.to ? one.to : before.to,
        by: before.by,
      })
  }
  return [...devices.values()]
}
