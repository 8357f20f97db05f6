import { type Facts, type Instant, LOG_FILE, textAt } from '#geo'
import type { RowAt } from '../../../log/events'
import type { ContactRecord } from '../../../log/hand/contact-body'
import { momentTyped } from './as-typed'
import type { CaseFields } from './hand-form'

/** What the form of one contact holds, as its fields have it. */
export interface ContactFields {
  case: string
  kind: string
  place: CaseFields['place']
  exposedAt: string
  id: string
  pasted: string
}

/** The record of one contact; a position is not kept of a contact. */
export function contactRecordOf(fields: ContactFields, timezone: string): ContactRecord {
  return {
    ...{ id: fields.id.trim() || null, case: fields.case.trim() || null, kind: fields.kind },
    ...{ place: fields.place?.code ?? null, exposedAt: momentTyped(timezone, fields.exposedAt) },
    ...{ transferredAt: null, site: null, releasedAt: null, result: null },
  }
}

/** A contact of the list as it stands at an instant. */
export interface ContactRow {
  readonly index: number
  readonly id: string | null
  readonly case: string | null
  readonly kind: string | null
  readonly place: string | null
  readonly result: string | null
  readonly state: 'open' | 'there' | 'over'
  readonly at: RowAt
}

const RANK = { open: 0, there: 1, over: 2 } as const

/** Contacts that fit what is looked for, those who have not been moved first; at most so many as can be read. */
export function contactRows(
  { contacts }: Pick<Facts, 'contacts'>,
  { asOf, wanted, most }: { readonly asOf: Instant; readonly wanted: string; readonly most: number },
): readonly ContactRow[] {
  const found: ContactRow[] = []
  for (let row = 0; row < contacts.length; row += 1) {
    const [id, of, place] = [contacts.id, contacts.case, contacts.place].map((column) => textAt(column, row))
    if (wanted !== '' && ![id, of, place].some((text) => text?.toLowerCase().includes(wanted))) continue
    const isBy = ({ at }: { readonly at: Float64Array }): boolean => at[row]! <= asOf
    found.push({
      ...{ index: row, id: id ?? null, case: of ?? null, place: place ?? null },
      ...{ kind: textAt(contacts.kind, row), result: textAt(contacts.result, row) },
      state: isBy(contacts.releasedAt) ? 'over' : isBy(contacts.transferredAt) ? 'there' : 'open',
      at: atOf(contacts, row),
    })
  }
  return found.sort((a, b) => RANK[a.state] - RANK[b.state] || b.index - a.index).slice(0, most)
}

function atOf({ file, row, segment }: Facts['contacts'], index: number): RowAt {
  const name = textAt(file, index) ?? LOG_FILE
  return { file: name, row: row[index]!, segment: segment ? textAt(segment, index) : null }
}
