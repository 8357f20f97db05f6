import type { Problem } from './problem'

/** So many problems of one file, code and column are listed with their rows. */
const LISTED = 200
/** Beyond these a further one is listed where nobody has read before what was seen, up to so many texts. */
const TEXTS = 400

type Counted = Problem & { more?: number }

/** Problems of one file, code and column. */
interface Group {
  listed: number
  /** the first problem of each text */
  readonly bySeen: Map<string, Counted>
  /** stands for all of which the text is not listed */
  others: Counted | null
}

/**
 * Problems of which each kind is counted exactly and listed up to a few hundred: of a million rows that are wrong in one
 * way nobody reads a million sentences. What is not listed is counted in `more` of one that is: the first of the same
 * text, else one without a text that stands for all others.
 */
class ToldProblems {
  readonly #groups = new Map<string, Group>()

  constructor(private readonly list: Problem[]) {
    for (const problem of list) this.#enter(problem, this.#groupOf(problem))
  }

  add(problem: Problem): void {
    const group = this.#groupOf(problem)
    const known = group.bySeen.get(textOf(problem))
    const isListed = group.listed < LISTED || (known === undefined && group.bySeen.size < TEXTS)
    const counted = isListed ? null : (known ?? group.others)
    if (counted) counted.more = (counted.more ?? 0) + 1 + (problem.more ?? 0)
    else {
      const told = isListed ? problem : (group.others = { ...problem, seen: null, suggestion: null })
      this.list.push(told)
      this.#enter(told, group)
    }
  }

  #groupOf({ file, code, column }: Problem): Group {
    const key = `${file}\n${code}\n${column ?? ''}`
    const known = this.#groups.get(key)
    if (known) return known
    const group: Group = { listed: 0, bySeen: new Map(), others: null }
    this.#groups.set(key, group)
    return group
  }

  #enter(problem: Problem, group: Group): void {
    group.listed += 1
    const text = textOf(problem)
    if (group.others !== problem && !group.bySeen.has(text)) group.bySeen.set(text, problem)
  }
}

const textOf = ({ seen, suggestion }: Problem): string => JSON.stringify([seen, suggestion])

const tallies = new WeakMap<Problem[], ToldProblems>()

/** Adds a problem to a list of them, listed or counted. */
export function tell(problems: Problem[], problem: Problem): void {
  let tally = tallies.get(problems)
  if (!tally) tallies.set(problems, (tally = new ToldProblems(problems)))
  tally.add(problem)
}

/** The problems, each kind of them listed up to a few hundred. */
export function toldOnly(problems: Iterable<Problem>): Problem[] {
  const told: Problem[] = []
  const tally = new ToldProblems(told)
  for (const problem of problems) tally.add(problem)
  return told
}

/** How many problems one stands for: itself, and those that are not listed. */
export const countOf = ({ more = 0 }: Pick<Problem, 'more'>): number => 1 + more
