/** One question at one size, answered by the product and by a peer. */
export interface Trial {
  readonly size: string
  readonly ours: () => unknown
  readonly peer: () => unknown
  /** what speaks against the answers being the same; null where nothing does */
  readonly fault: () => string | null
}

export interface Kernel {
  readonly name: string
  readonly peer: string
  /** how many times as fast as the peer it has to be */
  readonly mark: number
  /** `share` of the size that the goal names */
  readonly trial: (share: number) => Trial | Promise<Trial>
}

/** Seconds of the processor, the least of several runs of each, taken in turn. */
export function timesOf(
  { ours, peer }: Trial,
  runs: number,
): { readonly ours: number; readonly peer: number } {
  const least = { ours: Infinity, peer: Infinity }
  for (let run = 0; run < runs; run++) {
    least.ours = Math.min(least.ours, secondsOf(ours))
    least.peer = Math.min(least.peer, secondsOf(peer))
  }
  return least
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
