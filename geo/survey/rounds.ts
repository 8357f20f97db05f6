import type { SurveyRound, TestingRow, When } from '../answers'
import { knownSum } from '../coverage/known-sum'
import { byRound, roundTotals } from '../coverage/testing'
import type { Hierarchy } from '../places/hierarchy'
import { residentsOf } from '../places/people'
import { formatMoment } from '../time/calendar'
import { dueOf } from '../zones/record/round-figures'
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
export function areaRounds(slice: Slice): AreaRound[] {
  const { coverage, hierarchy } = slice
  const byNumber = new Map<string, TestingRow[]>()
  for (const row of coverage.testing ?? []) {
    if (row.place === null || row.zone !== null) continue
    const rows = byNumber.get(row.round)
    if (rows) rows.push(row)
    else byNumber.set(row.round, [row])
  }
  return [...byNumber]
    .map(([round, rows]) => ({ round, rows: widest(slice, rows) }))
    .filter(({ rows }) => isAreaWide(hierarchy, rows))
    .sort((a, b) => text(startOf(a.rows), startOf(b.rows)) || byRound(a.round, b.round))
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Of rows of which one lies within the other the wider; but of a place that has become part of another, of which a file goes
 * on to say what it said before, both.
 */
function widest(slice: Slice, rows: readonly TestingRow[]): TestingRow[] {
  const { hierarchy } = slice
  const byPlace = new Map<string, TestingRow[]>()
  for (const row of rows) byPlace.set(row.place!, [...(byPlace.get(row.place!) ?? []), row])
  return rows.filter((row) =>
    hierarchy.ancestorsOf(row.place!).every((code) => {
      const wider = byPlace.get(code)
      return !wider || (isHeirOf(hierarchy, code, row.place!) && speaksBeside(slice, row, wider))
    }),
  )
}

/** Whether the place took the ground of the other one by a change of places, at once or by several. */
function isHeirOf(hierarchy: Hierarchy, code: string, of: string): boolean {
  const heirs = hierarchy.place(of)?.former?.heirs ?? []
  return heirs.some((heir) => heir === code || (heir !== of && isHeirOf(hierarchy, code, heir)))
}

/** Whether the rows of the wider place leave out what the row says: as the people of both tell, else as one file says both. */
function speaksBeside(slice: Slice, row: TestingRow, wider: readonly TestingRow[]): boolean {
  return wider.every((one) => {
    const [due, part, whole] = [dueOf(one), dueOf(row), peopleOf(slice, one.place!)]
    if (due === null || part === null || whole === null) return fileOf(slice, one) === fileOf(slice, row)
    return Math.abs(due + part - whole) <= Math.abs(due - whole)
  })
}

/** People of the place: as stated, else of its parts where they are known of each. */
function peopleOf({ hierarchy }: Slice, code: string): number | null {
  const stated = hierarchy.place(code)?.people ?? null
  if (stated !== null) return stated
  const { totalOf } = residentsOf(hierarchy)
  const isKnown = hierarchy.partsOf(code).every((part) => totalOf(part).people !== null)
  return isKnown ? totalOf(code).people : null
}

/** The file that brought the row. */
function fileOf({ facts, timezone }: Slice, { place, round, startedAt }: TestingRow): string | null {
  const found = facts.rounds.find(
    (one) =>
      one.place === place &&
      one.zone === null &&
      one.round === round &&
      formatMoment(timezone, one.startedAt) === startedAt,
  )
  return found?.origin.file ?? null
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
      ...roundTotals(rows),
      excused: knownSum(rows.map((row) => row.excused)),
      positiveTubes: knownSum(rows.map((row) => row.positiveTubes)),
    }
  })
}
