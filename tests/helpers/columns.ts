import type { CaseTable, ContactTable, Moment, MomentColumn, TextColumn } from '#geo'
import { readMoment } from '#geo'

export const SHANGHAI = 'Asia/Shanghai'

/** A time as a file would give it: `2022-05-27` or `2022-05-27T18:00`, in the zone. */
export function moment(seen: string, zone: string = SHANGHAI): Moment {
  const read = readMoment(zone, seen)
  if (!read) throw new RangeError(`no time: ${seen}`)
  return read
}

export const momentOrNull = (seen: string | null | undefined, zone?: string): Moment | null =>
  seen === null || seen === undefined ? null : moment(seen, zone)

export function texts(values: readonly (string | null | undefined)[]): TextColumn {
  const known = [...new Set(values.filter((value): value is string => !!value))]
  return { codes: Int32Array.from(values, (value) => (value ? known.indexOf(value) : -1)), values: known }
}

export function moments(values: readonly (string | null | undefined)[], zone?: string): MomentColumn {
  const read = values.map((value) => momentOrNull(value, zone))
  return {
    at: Float64Array.from(read, (one) => one?.at ?? Number.NaN),
    isDay: Uint8Array.from(read, (one) => (one?.isDay ? 1 : 0)),
  }
}

export interface CaseRow {
  readonly id?: string
  readonly reportedAt?: string | null
  readonly sampledAt?: string | null
  readonly onsetOn?: string | null
  readonly kind?: string | null
  readonly kindAt?: string | null
  readonly origin?: string | null
  readonly foundIn?: string | null
  readonly place?: string | null
  readonly zone?: string | null
  readonly lng?: number
  readonly lat?: number
  readonly chain?: string | null
  readonly infectedBy?: string | null
  readonly transferredAt?: string | null
  readonly tags?: string | null
  readonly file?: string
}

/** Cases as the register would hold them: ids c1, c2 … and rows 1, 2 … of cases.csv unless given. */
export function cases(rows: readonly CaseRow[], zone?: string): CaseTable {
  const column = <K extends keyof CaseRow>(key: K): CaseRow[K][] => rows.map((row) => row[key])
  return {
    length: rows.length,
    id: texts(rows.map((row, i) => row.id ?? `c${i + 1}`)),
    reportedAt: moments(column('reportedAt'), zone),
    sampledAt: moments(column('sampledAt'), zone),
    onsetOn: moments(column('onsetOn'), zone),
    kind: texts(rows.map((row) => (row.kind === undefined ? 'confirmed' : row.kind))),
    kindAt: moments(column('kindAt'), zone),
    origin: texts(column('origin')),
    foundIn: texts(column('foundIn')),
    place: texts(column('place')),
    zone: texts(column('zone')),
    lon: Float64Array.from(rows, (row) => row.lng ?? Number.NaN),
    lat: Float64Array.from(rows, (row) => row.lat ?? Number.NaN),
    chain: texts(column('chain')),
    infectedBy: texts(column('infectedBy')),
    transferredAt: moments(column('transferredAt'), zone),
    tags: texts(column('tags')),
    file: texts(rows.map(({ file = 'cases.csv' }) => file)),
    row: Uint32Array.from(rows, (_, i) => i + 1),
    knownAt: new Float64Array(rows.length).fill(Number.NaN),
  }
}

export interface ContactRow {
  readonly id?: string
  readonly case?: string | null
  readonly kind?: string | null
  readonly place?: string | null
  readonly zone?: string | null
  readonly exposedAt?: string | null
  readonly transferredAt?: string | null
  readonly site?: string | null
  readonly releasedAt?: string | null
  readonly result?: string | null
  readonly file?: string
}

export function contacts(rows: readonly ContactRow[], zone?: string): ContactTable {
  const column = <K extends keyof ContactRow>(key: K): ContactRow[K][] => rows.map((row) => row[key])
  return {
    length: rows.length,
    id: texts(rows.map((row, i) => row.id ?? `k${i + 1}`)),
    case: texts(column('case')),
    kind: texts(rows.map((row) => (row.kind === undefined ? 'close' : row.kind))),
    place: texts(column('place')),
    zone: texts(column('zone')),
    exposedAt: moments(column('exposedAt'), zone),
    transferredAt: moments(column('transferredAt'), zone),
    site: texts(column('site')),
    releasedAt: moments(column('releasedAt'), zone),
    result: texts(column('result')),
    file: texts(rows.map(({ file = 'contacts.csv' }) => file)),
    row: Uint32Array.from(rows, (_, i) => i + 1),
    knownAt: new Float64Array(rows.length).fill(Number.NaN),
  }
}
