import type { Facts } from '#geo'
import type { Body, Value } from '../events'
import { KINDS } from '../kinds'
import { heldOfPerson, looksPersonal } from '../personal/kept-text'
import { type CaseRecord, type HandBody, isHandType } from './hand-body'

/** Where an entry lacks something or cannot be: the field, and a code whose sentence says what to do. */
export interface HandFault {
  readonly field: string
  readonly code: HandFaultCode
}

export type HandFaultCode =
  | 'no-such-place'
  | 'no-items'
  | 'no-such-post'
  | 'no-role'
  | 'no-ground'
  | 'no-time'
  | 'no-kind'
  | 'no-way'
  | 'id-taken'
  | 'personal'
  | 'no-reason'
  | 'nothing-set'

type Asked = Pick<Facts, 'places' | 'facilities' | 'cases' | 'pack'>

/** What a person says of a row that stands. */
export type RowCorrection =
  | {
      readonly type: 'cases.corrected@1'
      readonly row: string
      readonly set: Readonly<Record<string, Value>>
      readonly because: string
    }
  | { readonly type: 'cases.retracted@1'; readonly row: string; readonly because: string }

/** What is said by hand of a row, entered or not. */
export type HandSaid = HandBody | RowCorrection

/** True for a deed that says something of one row. */
export const isHandSaid = (body: Body): body is HandSaid =>
  isHandType(body.type) || body.type === 'cases.corrected@1' || body.type === 'cases.retracted@1'

const CASE_FIELDS = KINDS.find(({ list }) => list === 'cases')!.fields
const WAYS = new Set(Object.keys(CASE_FIELDS.find(({ name }) => name === 'foundIn')!.values!))

/** The first thing that is missing of an entry or correction, in the order of its fields; null where it can be written. */
export function handFault(body: HandSaid, facts: Asked): HandFault | null {
  switch (body.type) {
    case 'report.filed@1':
      if (!isPlace(body.place, facts)) return { field: 'place', code: 'no-such-place' }
      return Object.values(body.items).some((item) => item.trim() !== '')
        ? null
        : { field: 'items', code: 'no-items' }
    case 'checkpoint.checked@1':
      if (!facts.facilities.some(({ id, kind }) => id === body.checkpoint && kind === 'checkpoint'))
        return { field: 'checkpoint', code: 'no-such-post' }
      return body.state === 'short' && !body.missing?.trim() ? { field: 'missing', code: 'no-role' } : null
    case 'case.reported@1':
      return caseFault(body.case, facts)
    default:
      return correctionFault(body, facts)
  }
}

function caseFault(
  { id, place, position, reportedAt, kind, foundIn }: CaseRecord,
  facts: Asked,
): HandFault | null {
  if (place === null && position === null) return { field: 'place', code: 'no-ground' }
  if (place !== null && !isPlace(place, facts)) return { field: 'place', code: 'no-such-place' }
  if (reportedAt === null) return { field: 'reportedAt', code: 'no-time' }
  if (kind === null) return { field: 'kind', code: 'no-kind' }
  if (foundIn === null || !WAYS.has(foundIn)) return { field: 'foundIn', code: 'no-way' }
  if (id === null) return null
  if (facts.cases.id.values.includes(id)) return { field: 'id', code: 'id-taken' }
  return isPersonal('id', id) ? { field: 'id', code: 'personal' } : null
}

function correctionFault(body: RowCorrection, facts: Asked): HandFault | null {
  if (body.type === 'cases.corrected@1') {
    const { place, id } = body.set
    if (Object.keys(body.set).length === 0) return { field: 'set', code: 'nothing-set' }
    if (typeof place === 'string' && !isPlace(place, facts)) return { field: 'place', code: 'no-such-place' }
    if (typeof id === 'string' && facts.cases.id.values.includes(id)) return { field: 'id', code: 'id-taken' }
    if (typeof id === 'string' && isPersonal('id', id)) return { field: 'id', code: 'personal' }
  }
  if (body.because.trim() === '') return { field: 'because', code: 'no-reason' }
  return looksPersonal(body.because) ? { field: 'because', code: 'personal' } : null
}

const isPlace = (code: string, { places }: Asked): boolean => places.some((one) => one.code === code)

function isPersonal(name: string, text: string): boolean {
  const field = CASE_FIELDS.find((one) => one.name === name)!
  return heldOfPerson(field, text) !== text
}
