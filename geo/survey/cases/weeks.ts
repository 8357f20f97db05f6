import type { Survey, SurveyWeeks, WeekRow } from '../../answers'
import { dayReader } from '../../clusters/located-cases'
import { type ResidentSheet, residentsOf } from '../../places/people'
import { openPlaces } from '../../places/stated-whole'
import { addDays } from '../../time/calendar'
import type { Slice } from '../slice'
import { placeOfCase } from './case-place'
import { countedRows, unplacedCases } from './cases'
import { hotspotsOf, type VillageWeek } from './hotspots'

const DAYS = 7

type Tally = { week: number; before: number; total: number }

interface Tallies {
  readonly towns: ReadonlyMap<string | null, Tally>
  readonly villages: ReadonlyMap<string | null, Tally>
}

/**
 * The cases of the last seven whole days and of the seven before, by town and village. Only where no zone says how the
 * district stands, and the list of cases speaks for the last whole day.
 */
export function surveyWeeks(slice: Slice, cases: Survey['cases']): SurveyWeeks | null {
  if (slice.attribution.zones.length > 0 || !cases || cases.open?.yesterday) return null
  if (cases.cumulative.since === null) return null
  const { hierarchy, lastWholeDay } = slice
  const from = addDays(lastWholeDay, 1 - DAYS)
  const days = { from, to: lastWholeDay }
  const daysBefore = { from: addDays(from, -DAYS), to: addDays(from, -1) }
  const reachesBack = cases.cumulative.since <= daysBefore.from
  const { towns, villages } = talliesOf(slice, { from, since: daysBefore.from })
  const people = peopleIn(slice)
  const rowOf = (code: string | null): WeekRow => {
    const { week, before, total } = towns.get(code) ?? NONE
    return {
      code: code ?? '',
      name: code === null ? '' : hierarchy.place(code)!.name,
      week,
      before: reachesBack ? before : null,
      people: code === null ? null : people(code),
      total,
    }
  }
  const rows = hierarchy.ofKind('town').map(rowOf)
  const townless = towns.has(null) ? rowOf(null) : null
  return {
    ...{ days, daysBefore },
    towns: [...rows].sort((a, b) => b.week - a.week || b.total - a.total || (a.code < b.code ? -1 : 1)),
    townless,
    whole: wholeOf(slice, townless ? [...rows, townless] : rows, reachesBack),
    villages: [...villages]
      .filter((entry): entry is [string, Tally] => entry[0] !== null && entry[1].week > 0)
      .map(([code, { week }]) => ({ code, week, people: people(code) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    hotspots: hotspotsIn(slice, villages, reachesBack),
  }
}

const NONE: Tally = { week: 0, before: 0, total: 0 }

function talliesOf(slice: Slice, { from, since }: { from: string; since: string }): Tallies {
  const { facts, hierarchy, timezone, lastWholeDay } = slice
  const [towns, villages] = [new Map<string | null, Tally>(), new Map<string | null, Tally>()]
  const placeOf = placeOfCase(facts.cases, hierarchy)
  const dayAt = dayReader(timezone)
  const add = (tallies: Map<string | null, Tally>, key: string | null, by: Tally): void => {
    const { week, before, total } = tallies.get(key) ?? NONE
    tallies.set(key, { week: week + by.week, before: before + by.before, total: total + by.total })
  }
  const dated = new Set(countedRows(slice))
  for (const row of new Set([...dated, ...unplacedCases(slice)])) {
    const place = placeOf(row)
    const day = dated.has(row) ? dayAt(facts.cases.reportedAt.at[row]!) : null
    const week = day !== null && day >= from && day <= lastWholeDay ? 1 : 0
    const before = day !== null && day >= since && day < from ? 1 : 0
    add(towns, place && hierarchy.townOf(place), { week, before, total: 1 })
    add(villages, place && hierarchy.villageOf(place), { week, before, total: 1 })
  }
  return { towns, villages }
}

function wholeOf({ coverage }: Slice, rows: readonly WeekRow[], reachesBack: boolean): SurveyWeeks['whole'] {
  const { people, peopleKnown, peopleStated } = coverage.levels.district
  const sum = (of: (row: WeekRow) => number): number => rows.reduce((so, row) => so + of(row), 0)
  return {
    week: sum(({ week }) => week),
    before: reachesBack ? sum(({ before }) => before ?? 0) : null,
    people: peopleKnown < 1 && !peopleStated ? null : people,
    total: sum(({ total }) => total),
  }
}

/** People of a place with everything in it; null where those of some part are not known and neither it nor what lies in it states them. */
function peopleIn({ hierarchy }: Slice): (code: string) => number | null {
  const sheet: ResidentSheet = residentsOf(hierarchy)
  const partly = openPlaces(hierarchy, sheet, 'people')
  return (code) =>
    partly.has(code) && hierarchy.place(code)!.people === null ? null : sheet.totalOf(code).people
}

function hotspotsIn(
  { hierarchy }: Slice,
  tallies: Tallies['villages'],
  reachesBack: boolean,
): SurveyWeeks['hotspots'] {
  const villages = hierarchy.ofKind('village').flatMap((code): VillageWeek[] => {
    const point = hierarchy.pointOf(code)
    if (!point) return []
    const { week, before } = tallies.get(code) ?? NONE
    const town = hierarchy.townOf(code)
    return [
      {
        code,
        name: hierarchy.place(code)!.name,
        town: town && hierarchy.place(town)!.name,
        point,
        week,
        before: reachesBack ? before : null,
      },
    ]
  })
  return villages.length > 0 ? hotspotsOf(villages) : null
}
