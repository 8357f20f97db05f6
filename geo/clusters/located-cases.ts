import { positionAt, textAt } from '../columns'
import type { CaseTable } from '../facts'
import type { Position } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import { type Day, dayOf, type Instant } from '../time/calendar'
import { isSeen } from '../time/seen'

/** When a case counts: when it was reported. A case without that is no event and stands on no day. */
export function reportedBy(cases: CaseTable, row: number, asOf: Instant): boolean {
  const { at, isDay } = cases.reportedAt
  return isSeen(at[row]!, isDay[row] === 1, asOf)
}

/** Suspected cases are listed and never counted. */
export function isSuspected(cases: CaseTable, row: number): boolean {
  return textAt(cases.kind, row) === 'suspected'
}

type Positions = (row: number) => Position | null

const known = new WeakMap<Hierarchy, WeakMap<CaseTable, Positions>>()

/**
 * Positions by row: the case's own, else a point inside the ground of its place; null where neither is known. The same
 * cases and places give the same answer, made once.
 */
export function positionsOfCases(cases: CaseTable, hierarchy: Hierarchy): Positions {
  let ofHierarchy = known.get(hierarchy)
  if (!ofHierarchy) known.set(hierarchy, (ofHierarchy = new WeakMap()))
  let positions = ofHierarchy.get(cases)
  if (!positions) ofHierarchy.set(cases, (positions = readPositions(cases, hierarchy)))
  return positions
}

function readPositions(cases: CaseTable, hierarchy: Hierarchy): Positions {
  const ofPlace = cases.place.values.map((code) => once(() => hierarchy.pointOf(code)))
  return (row) => {
    const own = positionAt(cases, row)
    if (own) return own
    const code = cases.place.codes[row]!
    return code < 0 ? null : ofPlace[code]!()
  }
}

/** Calendar days of instants in a zone; equal days are asked of the calendar once. */
export function dayReader(timezone: string): (at: Instant) => Day {
  const known = new Map<number, Day>()
  return (at) => {
    const quarter = Math.floor(at / 900_000)
    let day = known.get(quarter)
    if (day === undefined) known.set(quarter, (day = dayOf(timezone, at)))
    return day
  }
}

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
