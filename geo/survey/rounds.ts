import type { SurveyRound, TestingRow, When } from '../answers'
import { knownSum } from '../coverage/known-sum'
import { byRound, shareOf } from '../coverage/testing'
import type { Hierarchy } from '../places/hierarchy'
import { dueOf } from '../zones/round-figures'
import type { Slice } from './slice'

/** Rows of one area-wide round that together are the area, each ground once. */
export interface AreaRound {
  readonly round: string
  readonly rows: readonly TestingRow[]
}

/**
 * The area-wide rounds (区域核酸筛查), oldest first. A round is area-wide when a row stands for the whole district, or
 * rows stand in more than half of its towns; a zone's own extra round is not. Of rows of which one lies within the
 * other only the wider counts.
 */
export function areaRounds({ coverage, hierarchy }: Slice): AreaRound[] {
  const byNumber = new Map<string, TestingRow[]>()
  for (const row of coverage.testing) {
    if (row.place === null || row.zone !== null) continue
    const rows = byNumber.get(row.round)
    if (rows) rows.push(row)
    else byNumber.set(row.round, [row])
  }
  return [...byNumber]
    .map(([round, rows]) => ({ round, rows: widest(hierarchy, rows) }))
    .filter(({ rows }) => isAreaWide(hierarchy, rows))
    .sort((a, b) => text(startOf(a.rows), startOf(b.rows)) || byRound(a.round, b.round))
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function widest(hierarchy: Hierarchy, rows: readonly TestingRow[]): TestingRow[] {
  const places = new Set(rows.map((row) => row.place))
  return rows.filter((row) => !hierarchy.ancestorsOf(row.place!).some((code) => places.has(code)))
}

function isAreaWide(hierarchy: Hierarchy, rows: readonly TestingRow[]): boolean {
  const towns = hierarchy.ofKind('town').length
  if (towns === 0 || rows.some((row) => hierarchy.place(row.place!)?.kind === 'district')) return true
  const touched = new Set(rows.map((row) => hierarchy.townOf(row.place!)).filter((town) => town !== null))
  return touched.size > towns / 2
}

function startOf(rows: readonly TestingRow[]): When {
  return rows.map((row) => row.startedAt).sort()[0]!
}

/** The area-wide rounds with their figures, oldest first. */
export function surveyRounds(slice: Slice): SurveyRound[] {
  return areaRounds(slice).map(({ round, rows }): SurveyRound => {
    const done = rows.every((row) => row.state === 'done')
    const due = knownSum(rows.map(dueOf))
    const sampled = knownSum(rows.map((row) => row.sampled))
    const resulted = knownSum(rows.map((row) => row.resulted))
    return {
      round,
      from: startOf(rows).slice(0, 10),
      to: done
        ? rows
            .map((row) => row.finishedAt!.slice(0, 10))
            .sort()
            .at(-1)!
        : null,
      state: done ? 'done' : 'running',
      due,
      excused: knownSum(rows.map((row) => row.excused)),
      sampled,
      resulted,
      sampledShare: shareOf(sampled, due),
      resultedShare: shareOf(resulted, due),
      positiveTubes: knownSum(rows.map((row) => row.positiveTubes)),
    }
  })
}
