import type { Facts } from '../../facts'
import type { Passage } from '../../facts/facilities'
import { grouped } from '../../grouped'
import { byCode } from '../../places/tree'
import type { Day } from '../../time/calendar'
import { type Counted, PASSAGE_FIGURES, type PassageFigure, sumOfParts } from './counted'
import { figureOfPost, type PostFigure } from './post-figure'

export interface Passed extends Readonly<Record<PassageFigure, number | null>> {
  /** figures of which more may have passed than the rows tell: they are a lower bound */
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

/** Who passed the posts on a day, by post and direction, as the rows of that day tell it. Null where no row is of that day. */
export function trafficOn({ passages }: Pick<Facts, 'passages'>, day: Day): Traffic | null {
  const rows = passages.filter((row) => row.day === day)
  if (rows.length === 0) return null
  const posts = [...grouped(rows, ({ checkpoint }) => checkpoint)]
    .sort(([a], [b]) => byCode(a, b))
    .map(([checkpoint, own]) => ({ checkpoint, figures: figuresOf(own) }))
  return {
    day,
    posts: posts.map(({ checkpoint, figures }) => ({
      checkpoint,
      ...passed((figure) => figures[figure].all),
      in: passed((figure) => figures[figure].in),
      out: passed((figure) => figures[figure].out),
    })),
    whole: passed((figure) => sumOfParts(posts.map(({ figures }) => figures[figure].all))),
  }
}

type Figures = Readonly<Record<PassageFigure, PostFigure>>

const figuresOf = (rows: readonly Passage[]): Figures =>
  Object.fromEntries(PASSAGE_FIGURES.map((figure) => [figure, figureOfPost(rows, figure)])) as Figures

function passed(of: (figure: PassageFigure) => Counted): Passed {
  const told = PASSAGE_FIGURES.map((figure) => [figure, of(figure)] as const)
  const values = Object.fromEntries(told.map(([figure, { value }]) => [figure, value]))
  return {
    ...(values as Record<PassageFigure, number | null>),
    leastOf: told.flatMap(([figure, { isLeast }]) => (isLeast ? [figure] : [])),
  }
}
