import { chainsOf, headsOf } from '../../src/exchange/chains'
import { readExchangeFile } from '../../src/exchange/file/exchange-file'
import { canonical, digest } from '../../src/log/digest'
import type { LogEvent } from '../../src/log/events'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { inOrder } from '../../src/log/order'
import type { ColumnBlock } from '../../src/log/rows/columns'
import type { Profile, Reached } from './profile'

/** What one machine holds at the end, by its own page or headless. */
export interface Told {
  readonly machine: string
  readonly events: readonly LogEvent[]
  /** digest of the heads of all devices */
  readonly heads: string
  /** digest of everything that can be asked of the log, as that machine folded it itself */
  readonly state: string
  /** events of people that its list of changes shows */
  readonly shown: ReadonlySet<string>
  /** steps that it marks as in conflict */
  readonly contested: ReadonlySet<string>
}

/** The same whatever the order in which a page put its fields together. */
const stateOf = (text: string): string => digest(canonical(JSON.parse(text)))
const headsText = (events: readonly LogEvent[]): string => digest(canonical(headsOf(chainsOf(events))))

/** A machine without a screen. */
export function toldHeadless(
  machine: string,
  log: { readonly events: readonly LogEvent[]; readonly blocks: ReadonlyMap<string, ColumnBlock> },
): Told {
  const register = fold(inOrder(log.events), log.blocks, { known: null })
  const seen = seenIn(register)
  return {
    ...{ machine, events: log.events, heads: headsText(log.events), state: stateOf(seen.text) },
    ...{ shown: new Set(seen.shown), contested: new Set(seen.contested) },
  }
}

/** A machine with a page: its log as it exports it, and its state as the page holds it. */
export async function toldBy(profile: Profile): Promise<Told> {
  const bytes = await profile.page.evaluate(async () => {
    const { workspaces, base64 } = window as unknown as Reached
    return base64((await workspaces.exportLog())!.bytes)
  })
  const answer = await readExchangeFile({
    path: 'log.zip',
    bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
  })
  if (!answer.ok) throw new Error(`${profile.seat.author}: ${answer.code}`)
  // as text: the page's own headers forbid to make functions of text there
  const seen = (await profile.page.evaluate(`(${seenIn})(workspaces.register)`)) as ReturnType<typeof seenIn>
  const { events } = answer.read
  return {
    ...{ machine: profile.seat.author, events, heads: headsText(events), state: stateOf(seen.text) },
    ...{ shown: new Set(seen.shown), contested: new Set(seen.contested) },
  }
}

/** Everything of a register as one text, and what the list of changes is made of. Runs in the page, too. */
function seenIn(register: Register) {
  const text = JSON.stringify(register, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  )
  const zones = register.zoneDeeds as readonly { readonly event: string; readonly contested: boolean }[]
  return {
    text,
    shown: [...register.rowHistory, ...zones].map(({ event }) => event),
    contested: zones.filter(({ contested }) => contested).map(({ event }) => event),
  }
}
