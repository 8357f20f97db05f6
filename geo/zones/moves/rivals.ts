/** A step of a chain as far as it matters for who took it after what. */
export interface ChainedStep {
  readonly zone: string
  readonly transition: string
  readonly step: string
  readonly decision: 'given' | 'declined'
  /** id of the event that recorded it; null where a file did */
  readonly event?: string | null
  /** id of the step it was taken after, as its author saw it */
  readonly follows?: string | null
  readonly by: string | null
  readonly person?: string | null
}

/**
 * Groups of steps of one zone and transition that were taken after the same one without seeing each other: by different
 * authors, or to different ends. Steps out of files are never among them. Any order of the steps gives the same groups.
 */
export function rivalsOf<Step extends ChainedStep>(steps: readonly Step[]): Step[][] {
  const groups = new Map<string, Step[]>()
  for (const step of steps) {
    if (!step.event) continue
    const key = JSON.stringify([step.zone, step.transition, step.follows ?? null])
    const group = groups.get(key)
    if (group) group.push(step)
    else groups.set(key, [step])
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map(deedOf)).size > 1)
    .map((group) => group.sort((a, b) => (a.event! < b.event! ? -1 : 1)))
}

const deedOf = ({ by, person, step, decision }: ChainedStep): string =>
  JSON.stringify([by, person ?? null, step, decision])

/** Ids of the steps in conflict and of all that were taken after one of them: none of them counts. */
export function contestedOf(steps: readonly ChainedStep[]): Set<string> {
  const contested = new Set(rivalsOf(steps).flatMap((group) => group.map(({ event }) => event!)))
  for (let grown = contested.size > 0; grown; ) {
    grown = false
    for (const { event, follows } of steps)
      if (event && follows && contested.has(follows) && !contested.has(event)) {
        contested.add(event)
        grown = true
      }
  }
  return contested
}
