import type { CoverageAnswer, Facts, LineCrossing, PerimeterAnswer, Survey } from '#geo'
import { zoneTitle } from '../../i18n/zone-title'

export interface CrossingRow {
  readonly zone: string
  readonly line: PerimeterAnswer
  readonly crossing: LineCrossing
}

/** Every crossing of every line, gaps first: the table twin of the symbols on the map. */
export function crossingRows(
  coverage: CoverageAnswer,
  survey: Survey,
  locale: 'zh' | 'en',
  classes: ReadonlySet<string> | null,
): CrossingRow[] {
  const codes = new Map(survey.zones.map((zone) => [zone.id, zoneTitle(zone, locale)]))
  const order = { unguarded: 0, unknown: 1, guarded: 2, closed: 3 }
  return (coverage.perimeter ?? [])
    .flatMap((line) =>
      line.crossings.map((crossing) => ({ zone: codes.get(line.id) ?? line.name, line, crossing })),
    )
    .filter(({ crossing }) => classes === null || classes.has(crossing.class))
    .sort(
      (a, b) =>
        order[a.crossing.state ?? 'unknown'] - order[b.crossing.state ?? 'unknown'] ||
        (a.zone < b.zone ? -1 : a.zone > b.zone ? 1 : 0),
    )
}

export interface SilentRow {
  readonly code: string
  readonly name: string
  readonly town: string
}

/** Villages that have not reported, with their town: the table twin of the dashed outlines. */
export function silentRows(survey: Survey): SilentRow[] {
  const towns = new Map(survey.towns.map(({ code, name }) => [code, name]))
  return (survey.reporting?.silentNames ?? []).map(({ code, name, town }) => ({
    code,
    name,
    town: (town && towns.get(town)) || '',
  }))
}

export interface UnsampledRow {
  readonly code: string
  readonly name: string
  readonly missing: number
  readonly due: number
}

/** Who is still to sample, by place and never by name, most first. */
export function unsampledRows(coverage: CoverageAnswer, facts: Facts, round: string | null): UnsampledRow[] {
  const names = new Map(facts.places.map(({ code, name }) => [code, name]))
  return (coverage.testing ?? [])
    .filter(
      (row) =>
        row.place !== null &&
        row.round === round &&
        row.missing !== null &&
        row.missing > 0 &&
        row.listed !== null,
    )
    .map((row) => ({
      code: row.place!,
      name: names.get(row.place!) ?? row.place!,
      missing: row.missing!,
      due: row.listed! - (row.excused ?? 0),
    }))
    .sort((a, b) => b.missing - a.missing)
}

/** Gaps that someone has to close: unguarded crossings and silent villages. Null where neither is known. */
export function gapCount(survey: Survey): number | null {
  const unguarded = survey.perimeter?.isTold ? survey.perimeter.unguarded : null
  if (unguarded === null && survey.reporting === null) return null
  return (unguarded ?? 0) + (survey.reporting?.missing.length ?? 0)
}
