import type { CoverageAnswer, PerimeterAnswer } from '#geo'

/** A list of which nothing is known, on which figures of the document rest. */
export type UnknownList = 'checkpoints' | 'rounds'

/**
 * The answer in the shape that scripts read: a crossing is unguarded where no post is told at it, and rounds are a list.
 * Which lists nobody gave, so that these say what is not known, stands in `unknownLists`; absent where all are given.
 */
export function coverageDocument(answer: CoverageAnswer): object {
  const { perimeter, perimeterTotal: total, testing } = answer
  const isUnheld = perimeter?.some(({ crossings }) => crossings.some(({ state }) => state === null)) ?? false
  const unknown: UnknownList[] = [
    ...(isUnheld ? (['checkpoints'] as const) : []),
    ...(testing === null ? (['rounds'] as const) : []),
  ]
  if (unknown.length === 0) return answer
  const { unheld, unheldClosed = 0, ...rest } = total ?? {}
  return {
    ...answer,
    perimeter: perimeter?.map(lineAsUnguarded) ?? null,
    perimeterTotal:
      unheld === undefined
        ? total
        : { ...rest, guarded: 0, unguarded: unheld - unheldClosed, closed: unheldClosed },
    testing: testing ?? [],
    unknownLists: unknown,
  }
}

function lineAsUnguarded(line: PerimeterAnswer): PerimeterAnswer {
  if (!line.crossings.some(({ state }) => state === null)) return line
  const crossings = line.crossings.map((one) => ({ ...one, state: one.state ?? ('unguarded' as const) }))
  const count = (wanted: string): number => crossings.filter(({ state }) => state === wanted).length
  return {
    ...line,
    crossings,
    ...{ guarded: count('guarded'), unguarded: count('unguarded'), closed: count('closed') },
  }
}
