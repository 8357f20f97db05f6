import type { Instant } from '#geo'
import type { Line, LineOptions } from '../../exchange/hub/line'
import type { Ticket } from '../../exchange/hub/ticket'
import type { ExchangeHub } from '../../exchange/kept'

/** ms after which a question for news is answered though there are none */
const LONGEST_WAIT_MS = 20_000

/** Opens a line to a hub by its address. */
export type OpenLine = (
  address: string,
  options: LineOptions & { readonly ticket?: Ticket | null },
) => Promise<Line>

interface Open {
  readonly line: Line
  readonly to: string
}

/** The line of each workspace that is at a hub, and who waits for news of it. */
export class HubLines {
  #lines = new Map<string, Open>()
  #heardAt = new Map<string, Instant>()
  #waiting = new Set<() => void>()
  #seen = 0

  constructor(
    readonly open: OpenLine,
    readonly now: () => Instant,
  ) {}

  get seen(): number {
    return this.#seen
  }

  lineOf(workspace: string): Line | null {
    return this.#lines.get(workspace)?.line ?? null
  }

  heardAt(workspace: string): Instant | null {
    return this.#heardAt.get(workspace) ?? null
  }

  /** The line to the hub that is set: the one that is open, or a new one; one is open at a time. */
  async lineTo(
    workspace: string,
    hub: ExchangeHub,
    options: Omit<LineOptions, 'onChange' | 'clock' | 'ticket'> & { readonly ticket: Ticket | null },
  ): Promise<Line> {
    const to = `${hub.address} ${hub.workspace} ${hub.ticket?.signed}`
    const before = this.#lines.get(workspace)
    if (before?.to === to && !before.line.isEnded()) return before.line
    for (const one of [...this.#lines.keys()]) await this.close(one)
    const line = await this.open(hub.address, {
      ...options,
      clock: this.now,
      onChange: () => this.changed(),
    })
    this.#lines.set(workspace, { line, to })
    return line
  }

  /** The hub answered. */
  heard(workspace: string): void {
    this.#heardAt.set(workspace, this.now())
  }

  async close(workspace: string): Promise<void> {
    const open = this.#lines.get(workspace)
    this.#lines.delete(workspace)
    await open?.line.close()
  }

  changed(): void {
    this.#seen += 1
    for (const go of [...this.#waiting]) go()
  }

  /** Waits until something is other than it was, or for a while. */
  async otherThan(seen: number): Promise<void> {
    if (seen !== this.#seen) return
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(go)
        resolve()
      }
      const timer = setTimeout(go, LONGEST_WAIT_MS)
      this.#waiting.add(go)
    })
  }
}
