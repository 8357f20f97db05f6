import {
  dayOf,
  type Facility,
  type Facts,
  formatMoment,
  holdsMinute,
  type Instant,
  minuteOfDay,
  type PostState,
  postStates,
  readMoment,
  readShifts,
  type Survey,
} from '#geo'
import type { CaseRecord } from '../../../log/hand/hand-body'
import { typedInstant } from './as-typed'

/** A unit of which nothing has come for the day. */
export interface SilentUnit {
  readonly code: string
  readonly name: string
  readonly town: string
}

/** Units that have not reported; where no report is known, every unit that must. Null where none is asked for. */
export function silentUnits(survey: Survey, facts: Facts): readonly SilentUnit[] | null {
  const names = new Map(facts.places.map(({ code, name }) => [code, name]))
  const asked = facts.pack.reporting
  if (!asked) return null
  if (survey.reporting)
    return survey.reporting.silentNames.map(({ code, name, town }) => ({
      ...{ code, name, town: (town && names.get(town)) || '' },
    }))
  return facts.places
    .filter(({ kind, former }) => kind === asked.kind && !former)
    .map(({ code, name, parent }) => ({ code, name, town: (parent && names.get(parent)) || '' }))
}

/** The day that reports are for: that in which the instant lies, or which it ends. */
export const reportDay = (facts: Facts, at: Instant): string => dayOf(facts.pack.timezone, at - 1)

/** A checkpoint as it is known now. */
export interface PostRow {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly state: PostState
  /** roles of the running shift */
  readonly roles: readonly string[]
}

/** Every checkpoint that stands at the instant, those that lack somebody first. */
export function postRows(facts: Facts, asOf: Instant): readonly PostRow[] {
  const { timezone } = facts.pack
  const names = new Map(facts.places.map(({ code, name }) => [code, name]))
  return postStates(facts, asOf)
    .map(({ checkpoint: one, state }) => ({
      ...{ id: one.id, name: one.name ?? one.id, place: (one.place && names.get(one.place)) || '', state },
      roles: rolesAt(one, minuteOfDay(timezone, asOf)),
    }))
    .sort((a, b) => RANK[a.state] - RANK[b.state] || (a.id < b.id ? -1 : 1))
}

const RANK: Readonly<Record<PostState, number>> = {
  ...{ empty: 0, short: 1, noRecord: 2, planned: 3, onDuty: 4, locked: 5 },
}

function rolesAt({ shifts }: Facility, minute: number): readonly string[] {
  const shift = readShifts(shifts).find((one) => holdsMinute(one, minute))
  return shift ? [...shift.crew.keys()] : []
}

/** What the form of a case holds, as its fields have it. */
export interface CaseFields {
  place: { readonly code: string | null; readonly position: readonly [number, number] | null } | null
  reportedAt: string
  kind: string | null
  foundIn: string | null
  origin: string
  id: string
}

/** Fields as the form opens: reported now, as the clock of the pack shows it, and local. */
export const newCase = (facts: Facts, at: Instant): CaseFields => ({
  ...{ place: null, kind: null, foundIn: null, origin: 'local', id: '' },
  reportedAt: typedInstant(facts.pack.timezone, at),
})

/** The record of the fields; a time that cannot be read is none. */
export function caseOf(fields: CaseFields, timezone: string): CaseRecord {
  const typed = fields.reportedAt.trim()
  const moment = typed === '' ? null : readMoment(timezone, typed)
  return {
    id: fields.id.trim() || null,
    reportedAt: moment && formatMoment(timezone, moment),
    sampledAt: null,
    ...{ kind: fields.kind, origin: fields.origin, foundIn: fields.foundIn },
    place: fields.place?.code ?? null,
    position: fields.place?.code ? null : (fields.place?.position ?? null),
  }
}
