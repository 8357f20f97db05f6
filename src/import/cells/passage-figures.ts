import { figureOfPost, grouped, PASSAGE_FIGURES, type Passage, type PassageFigure } from '#geo'
import type { SourceRow } from '../../log/rows/columns'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

type Row = SourceRow

/**
 * Rows of who passed a post that say twice what another of the same file says: of the same post, day, direction and group,
 * or the whole of a direction, group or day that differs from its parts.
 */
export function passageProblems(lists: readonly ListFile[]): Problem[] {
  return lists
    .filter(({ kind }) => kind.list === 'passages')
    .flatMap((list) => [...twice(list), ...apart(list)])
}

const IDENTITY = ['checkpoint', 'day', 'direction', 'group'] as const
type Part = (typeof IDENTITY)[number]

const said = ({ values }: Row, part: Part): string => String(values[part] ?? '')
const keyOf = (row: Row, parts: readonly Part[]): string => parts.map((part) => said(row, part)).join('\n')

function twice(list: ListFile): Problem[] {
  const first = new Map<string, number>()
  return list.taken.flatMap((one) => {
    const key = keyOf(one, IDENTITY)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, one.row)
      return []
    }
    const seen = [said(one, 'checkpoint'), said(one, 'day')].join(' ')
    return [
      aProblem(list.path, 'passage-twice', {
        row: one.row,
        column: 'checkpoint',
        seen,
        suggestion: String(before),
      }),
    ]
  })
}

/** Rows that tell a whole: of what it is one, by the columns that it leaves open. */
const WHOLES: readonly (readonly Part[])[] = [['group'], ['direction'], ['direction', 'group']]

function apart(list: ListFile): Problem[] {
  const rows = [...list.taken]
  return WHOLES.flatMap((open) => {
    const of = IDENTITY.filter((part) => !open.includes(part))
    const isWhole = (one: Row): boolean =>
      IDENTITY.every((part) => (said(one, part) === '') === open.includes(part))
    const parts = grouped(
      rows.filter((one) => !isWhole(one) && of.every((part) => said(one, part) !== '')),
      (one) => keyOf(one, of),
    )
    return rows
      .filter(isWhole)
      .flatMap((one) =>
        differing(one, parts.get(keyOf(one, of)) ?? []).map((more) =>
          aProblem(list.path, 'passage-apart', { row: one.row, ...more }),
        ),
      )
  })
}

function differing(
  whole: Row,
  parts: readonly Row[],
): { readonly column: string; readonly seen: string; readonly suggestion: string }[] {
  if (parts.length === 0) return []
  return PASSAGE_FIGURES.flatMap((figure) => {
    const seen = whole.values[figure]
    const { value, isLeast } = figureOfPost(parts.map(passageOf), figure).all
    if (typeof seen !== 'number' || value === null) return []
    if (isLeast ? value <= seen : value === seen) return []
    return [{ column: figure, seen: String(seen), suggestion: String(value) }]
  })
}

function passageOf(one: Row): Passage {
  const figures = PASSAGE_FIGURES.map((figure) => {
    const value = one.values[figure]
    return [figure, typeof value === 'number' ? value : null]
  })
  return {
    ...{ checkpoint: said(one, 'checkpoint'), day: said(one, 'day') },
    ...{ direction: said(one, 'direction') || null, group: said(one, 'group') || null },
    ...(Object.fromEntries(figures) as Pick<Passage, PassageFigure>),
    origin: { file: '', row: one.row, knownAt: null },
  }
}
