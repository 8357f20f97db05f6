import type { PerimeterAnswer, SurveySignals, SurveySuspension, SurveyZone, ZoneAnswer } from '../answers'
import { positionsOfCases } from '../clusters/located-cases'
import { unknownParts, withUnknown } from '../coverage/bounded'
import { sumOf } from '../coverage/known-sum'
import type { Share } from '../coverage/shares'
import { undrawnTowns } from '../coverage/undrawn-ground'
import type { ZoneStay } from '../facts'
import { representativePoint } from '../geometry/rings/representative-point'
import type { Position } from '../geometry/rings/shape'
import { grouped } from '../grouped'
import { dayOf, daysBetween, formatMoment, type Instant } from '../time/calendar'
import type { ZoneGround } from '../zones/ground/ground'
import { staysBegun } from '../zones/stays/stays'
import { buildingsIn } from './buildings'
import { countedRows, unplacedCases } from './cases/cases'
import type { Change } from './future'
import { byChange, type Lowering } from './lowering'
import { printedCodes } from './printed-codes'
import { type Reading, readingsOf } from './readings'
import { suspensionOf } from './signals'
import type { Slice } from './slice'
import { type ZoneBounds, zoneBounds } from './zone-bounds'

export interface ZoneRow extends Reading {
  readonly zone: SurveyZone
  readonly ground: ZoneGround
}

/** One row a zone in force, in the order in which they change. */
export function surveyZones(slice: Slice, signals: SurveySignals | null = null): ZoneRow[] {
  const casesOf = casesByZone(slice)
  const buildings = buildingsIn(slice)
  const { zones } = slice.assess
  const answers = new Map(zones.map((answer) => [answer.id, answer]))
  const readingOf = readingsOf(zones, slice)
  const begun = staysBegun(slice.facts.zones, slice.asOf)
  const codes = printedCodes(slice)
  const bounds = zoneBounds(slice)
  const shares = grouped(slice.shares, ({ zone }) => zone)
  const lines = (slice.coverage.perimeter ?? []).filter(({ kind }) => kind === 'zone')
  const perimeters = new Map(lines.toReversed().map((line) => [line.id, line]))
  return slice.attribution.zones
    .map((ground, at) => {
      const answer = answers.get(ground.id) ?? null
      const { lowering, future } = readingOf(ground.id)
      const rows = casesOf[at]!
      const zone = zoneRow({
        ...{ slice, ground, answer, lowering, future, rows },
        ...{ buildings: buildings[at]!, code: codes[at]!, stays: begun.get(ground.id) ?? [] },
        ...{ bounds, shares: shares.get(ground.id) ?? [], perimeter: perimeters.get(ground.id) },
        suspension: suspensionOf(signals, ground.id),
      })
      return { zone, ground, lowering, future }
    })
    .sort(byChange)
}

interface Drawing {
  readonly slice: Slice
  readonly ground: ZoneGround
  readonly answer: ZoneAnswer | null
  readonly lowering: Lowering
  readonly future: readonly Change[]
  /** rows of its cases */
  readonly rows: readonly number[]
  readonly buildings: number
  readonly code: SurveyZone['code']
  /** those that began by the as-of */
  readonly stays: readonly ZoneStay[]
  readonly shares: readonly Share[]
  readonly bounds: ZoneBounds
  readonly perimeter: PerimeterAnswer | undefined
  readonly suspension: SurveySuspension | null
}

function zoneRow(drawing: Drawing): SurveyZone {
  const { slice, ground, answer, lowering, future, rows, buildings, code, shares: own, perimeter } = drawing
  const { timezone, facts, day } = slice
  const largest = own.reduce((most, one) => (one.areaM2 > most.areaM2 ? one : most), own[0] ?? null!)
  const sum = sumOf(own.length > 0 ? withUnknown(own, unknownParts(slice.hierarchy, ground)) : own)
  const { areaM2, ...residents } = sum
  const stays = staysOf(slice, drawing.stays, rows)
  const designatedAt = answer?.designatedAt ?? stays[0]!.from
  const centre = representativePoint(ground.shape) ?? representativePoint(ground.outline) ?? null
  const dates = rows.map((row) => facts.cases.reportedAt.at[row]!)
  const { decisive, word, date, dayProgress, daysLeft, into, missing, approvalAtRisk = null } = lowering
  const { loweringWord, raises } = lowering
  const { ifDone = null, metSince = null, held = null, approvalUntilPlaced = false } = lowering
  return {
    id: ground.id,
    code,
    name: ground.stay.name,
    level: ground.level,
    rank: ground.rank,
    town: largest?.town ?? null,
    designatedAt,
    since: answer?.since ?? stays.at(-1)!.from,
    dayNumber: daysBetween(designatedAt.slice(0, 10), day) + 1,
    areaM2,
    ...(own.length > 0 || ground.outline.length > 0 ? residents : UNTOLD),
    ...(ground.outline.length > 0 && undrawnTowns(slice.hierarchy, ground).size > 0
      ? { isPartlyDrawn: true as const }
      : {}),
    ...drawing.bounds(ground, own),
    ...(slice.hierarchy.codes.length > 0 ? {} : { places: null }),
    buildings,
    cases: rows.length,
    lastCaseOn:
      dates.length > 0
        ? dayOf(
            timezone,
            dates.reduce((a, b) => Math.max(a, b)),
          )
        : null,
    centre,
    caseCentre: meanPosition(slice, rows) ?? centre,
    ...{ decisive, word, date, dayProgress, daysLeft, into, missing, ifDone, metSince, held },
    ...{ approvalAtRisk, approvalUntilPlaced },
    ...(raises ? { loweringWord, raises } : {}),
    suspension: drawing.suspension,
    guarded: perimeter?.guarded ?? null,
    unguarded: perimeter?.unguarded ?? null,
    closed: perimeter?.closed ?? null,
    stays,
    forecast: future.map(({ level, from }) => ({ level, from })),
    shape: ground.shape,
    outline: ground.outline,
  }
}

const UNTOLD = { people: null, peopleKnown: 0, households: null, householdsKnown: 0, places: null }

/** Whether anything is known of what lies in a zone: its ground, or places or people of it. */
export const isTold = ({
  outline,
  places,
  people,
}: Pick<SurveyZone, 'outline' | 'places' | 'people'>): boolean =>
  outline.length > 0 || places !== null || people !== null

/** Rows of the counted cases by zone, in the order of the zones in force. */
export function casesByZone(slice: Slice): number[][] {
  const byZone: number[][] = slice.attribution.zones.map(() => [])
  const unplaced = new Set(unplacedCases(slice))
  for (const row of countedRows(slice))
    if (!unplaced.has(row)) byZone[slice.attribution.cases[row]!]?.push(row)
  return byZone
}

/** Every stay that began by the as-of, with the cases reported while it lasted; what came before is the first's. */
function staysOf(
  { facts, timezone }: Slice,
  stays: readonly ZoneStay[],
  rows: readonly number[],
): SurveyZone['stays'] {
  const within = (from: Instant, to: Instant): number =>
    rows.filter((row) => {
      const at = facts.cases.reportedAt.at[row]!
      return from <= at && at < to
    }).length
  return stays.map(({ level, from, to }, i) => ({
    level,
    from: formatMoment(timezone, from),
    to: to && formatMoment(timezone, to),
    cases: within(i === 0 ? -Infinity : from.at, to ? to.at : Infinity),
  }))
}

function meanPosition({ facts, hierarchy }: Slice, rows: readonly number[]): Position | null {
  const positionOf = positionsOfCases(facts.cases, hierarchy)
  const known = rows.flatMap((row) => {
    const position = positionOf(row)
    return position ? [position] : []
  })
  if (known.length === 0) return null
  const mean = (axis: 0 | 1): number => known.reduce((sum, one) => sum + one[axis], 0) / known.length
  return [mean(0), mean(1)]
}
