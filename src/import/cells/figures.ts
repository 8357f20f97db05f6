import type { Facts, Indicator, Moment } from '#geo'
import { plainNumber, RUNNING_TOTALS } from '#geo'
import type { ListFile } from '../list-file'
import { aProblem, type Problem, type ProblemCode } from '../problem'

/** One figure of a file, or of the log it goes to. */
interface Figure {
  readonly key: string
  readonly metric: string
  readonly at: Moment
  readonly value: number
  /** null: it stands in the log already */
  readonly list: ListFile | null
  readonly row: number
}

/**
 * Figures that contradict themselves or each other, each row once and every row kept: a negative count, another value of
 * the same instant, a cumulative figure that falls, more excused or sampled than listed, more resulted than sampled, more rooms in use than there are, a second row of one round. Rules take them for unknown, and of two rows of one round the worse.
 */
export function figureProblems(
  lists: readonly ListFile[],
  { indicators, existing }: { readonly indicators: readonly Indicator[]; readonly existing: Facts | null },
): Problem[] {
  const totals = new Set([
    ...RUNNING_TOTALS,
    ...[...indicators, ...(existing?.indicators ?? [])].flatMap(({ id, kind }) =>
      kind === 'cumulative' ? id : [],
    ),
  ])
  return [
    ...metricProblems(lists, existing, totals),
    ...roundProblems(lists),
    ...roomProblems(lists, existing),
    ...roundsTwice(lists),
  ]
}

function metricProblems(
  lists: readonly ListFile[],
  existing: Facts | null,
  totals: ReadonlySet<string>,
): Problem[] {
  const own = figuresOf(lists)
  const revised = new Set(own.map(instantOf))
  const series = new Map<string, Figure[]>()
  for (const one of [...kept(existing).filter((old) => !revised.has(instantOf(old))), ...own]) {
    const same = series.get(one.key)
    if (same) same.push(one)
    else series.set(one.key, [one])
  }
  return [...series.values()].flatMap((figures) => {
    figures.sort((a, b) => a.at.at - b.at.at || Number(b.at.isDay) - Number(a.at.isDay))
    return [
      ...figures.filter(({ value }) => value < 0).flatMap((one) => problemOf(one, 'figure-negative')),
      ...twice(figures),
      ...(totals.has(figures[0]!.metric) ? falling(figures) : []),
    ]
  })
}

/** Each figure whose instant was given another value in a row before. */
function twice(figures: readonly Figure[]): Problem[] {
  return figures.flatMap((one, i) => {
    const other = figures.slice(0, i).findLast((before) => instantOf(before) === instantOf(one))
    return other && other.value !== one.value ? problemOf(one, 'figure-twice', String(other.value)) : []
  })
}

/** Each figure below the most that was reached before its instant. */
function falling(figures: readonly Figure[]): Problem[] {
  let most = Number.NEGATIVE_INFINITY
  return figures.flatMap((one, i) => {
    if (i > 0 && instantOf(figures[i - 1]!) === instantOf(one)) return []
    if (one.value < most) return problemOf(one, 'total-falls', String(most))
    most = one.value
    return []
  })
}

function problemOf(one: Figure, code: ProblemCode, suggestion: string | null = null): Problem[] {
  if (!one.list) return []
  return [
    aProblem(one.list.path, code, { row: one.row, column: 'value', seen: String(one.value), suggestion }),
  ]
}

const instantOf = ({ key, at }: Figure): string => `${key} ${at.at} ${at.isDay}`

function figuresOf(lists: readonly ListFile[]): Figure[] {
  return lists
    .filter(({ kind }) => kind.list === 'metrics')
    .flatMap((list) =>
      list.taken.flatMap(({ row, values }) => {
        const { place, metric, at, value } = values
        if (typeof value !== 'number') return []
        return [{ key: `${place} ${metric}`, metric: String(metric), at: at as Moment, value, list, row }]
      }),
    )
}

const kept = (existing: Facts | null): Figure[] =>
  (existing?.metrics ?? []).flatMap(({ place, metric, at, value, origin }) =>
    value === null ? [] : [{ key: `${place} ${metric}`, metric, at, value, list: null, row: origin.row }],
  )

/** What one column of a round cannot exceed in another. */
const BEYOND = [
  ['excused', 'listed', 'excused-beyond-listed'],
  ['sampled', 'listed', 'sampled-beyond-listed'],
  ['resulted', 'sampled', 'resulted-beyond-sampled'],
] as const

function roundProblems(lists: readonly ListFile[]): Problem[] {
  return lists
    .filter(({ kind }) => kind.list === 'rounds')
    .flatMap((list) =>
      list.taken.flatMap(({ row, values }) => {
        return BEYOND.flatMap(([column, most, code]) => {
          const [seen, limit] = [values[column], values[most]]
          if (typeof seen !== 'number' || typeof limit !== 'number' || seen <= limit) return []
          return [aProblem(list.path, code, { row, column, seen: String(seen), suggestion: String(limit) })]
        })
      }),
    )
}

/** Rows that say more rooms in use or closed than they say there are, or than the site has. */
function roomProblems(lists: readonly ListFile[], existing: Facts | null): Problem[] {
  const sites = new Map<string, unknown>(existing?.facilities.map(({ id, rooms }) => [id, rooms]))
  for (const { kind, taken } of lists)
    if (kind.list === 'facilities') for (const { values } of taken) sites.set(String(values.id), values.rooms)
  return lists
    .filter(({ kind }) => kind.list === 'occupancy')
    .flatMap((list) =>
      list.taken.flatMap(({ row, values }) => {
        const { occupied, closed } = values
        const rooms = values.rooms ?? sites.get(String(values.site))
        if (typeof rooms !== 'number' || typeof occupied !== 'number') return []
        const used = occupied + (typeof closed === 'number' ? closed : 0)
        if (used <= rooms) return []
        const more = { row, column: 'occupied', seen: String(used), suggestion: String(rooms) }
        return [aProblem(list.path, 'occupied-beyond-rooms', more)]
      }),
    )
}

const DAY = 86_400_000

/** Each row of a round of which a row came before: of the same zone or place and number, begun within a day. */
function roundsTwice(lists: readonly ListFile[]): Problem[] {
  const before = new Map<
    string,
    { readonly list: ListFile; readonly row: number; readonly at: number | null }[]
  >()
  return lists
    .filter(({ kind }) => kind.list === 'rounds')
    .flatMap((list) =>
      list.taken.flatMap(({ row, values: { zone, place, round, startedAt } }) => {
        const seen = round === null || round === undefined ? '' : String(round)
        const key = [zone ?? '', place ?? '', plainNumber(seen)].join('\n')
        const at = startedAt ? (startedAt as Moment).at : null
        const known = before.get(key) ?? []
        const same = known.find((one) => one.at === null || at === null || Math.abs(one.at - at) < DAY)
        before.set(key, [...known, { list, row, at }])
        if (!same) return []
        const suggestion = same.list === list ? String(same.row) : `${same.list.path}:${same.row}`
        return [aProblem(list.path, 'round-twice', { row, column: 'round', seen, suggestion })]
      }),
    )
}
