import type { Facts } from '../../facts'
import type { Passage } from '../../facts/facilities'
import { grouped } from '../../grouped'
import { byCode } from '../../places/tree'
import type { Day } from '../../time/calendar'
import { knownSum } from '../known-sum'

/** What is counted of those who pass a post; each is null where no row tells it. */
export const PASSAGE_FIGURES = ['vehicles', 'persons', 'fever', 'refused'] as const
export type PassageFigure = (typeof PASSAGE_FIGURES)[number]

export interface Passed extends Readonly<Record<PassageFigure, number | null>> {
  /** figures that some row of them does not tell: they are a lower bound */
  readonly leastOf: readonly PassageFigure[]
}

export interface PostTraffic extends Passed {
  readonly checkpoint: string
  readonly in: Passed
  readonly out: Passed
}

export interface Traffic {
  readonly day: Day
  /** each post of which the day has a row, by its code */
  readonly posts: readonly PostTraffic[]
  readonly whole: Passed
}

/** Who passed the posts on a day, by post and direction: sums of what the rows of that day tell. Null where no row is of that day. */
export function trafficOn({ passages }: Pick<Facts, 'passages'>, day: Day): Traffic | null {
  const rows = passages.filter((row) => row.day === day)
  if (rows.length === 0) return null
  const posts = [...grouped(rows, ({ checkpoint }) => checkpoint)].sort(([a], [b]) => byCode(a, b))
  return {
    day,
    posts: posts.map(([checkpoint, own]) => {
      const going = (direction: string): Passed => passed(own.filter((row) => row.direction === direction))
      return { checkpoint, ...passed(own), in: going('in'), out: going('out') }
    }),
    whole: passed(rows),
  }
}

function passed(rows: readonly Passage[]): Passed {
  const sums = PASSAGE_FIGURES.map((figure) => [figure, knownSum(rows.map((row) => row[figure]))] as const)
  const leastOf = sums.flatMap(([figure, sum]) =>
    sum !== null && rows.some((row) => row[figure] === null) ? [figure] : [],
  )
  return { ...(Object.fromEntries(sums) as Record<PassageFigure, number | null>), leastOf }
}
