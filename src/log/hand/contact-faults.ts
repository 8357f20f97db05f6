import type { Facts } from '#geo'
import { heldIn } from '../personal/kept-text'
import type { ContactBody, ContactRecord } from './contact-body'
import { type HandFault, isPlace, type SaidAt, timeFault } from './field-faults'

const TIMES = ['exposedAt', 'transferredAt', 'releasedAt'] as const

/** The first thing that is missing or cannot be of a contact, in the order of its fields. */
export function contactFault(contact: ContactRecord, said: SaidAt): HandFault | null {
  const { id, case: number, kind, place, site } = contact
  if (number !== null && !has(said.facts.cases.id, number)) return { field: 'case', code: 'no-such-case' }
  if (kind === null) return { field: 'kind', code: 'no-kind' }
  if (place !== null && !isPlace(place, said.facts) && !isHeld('place', place))
    return { field: 'place', code: 'personal' }
  for (const field of TIMES) {
    const text = contact[field]
    const fault = text === null ? null : timeFault(field, text, said)
    if (fault) return fault
  }
  if (id !== null && !isHeld('id', id)) return { field: 'id', code: 'personal' }
  if (id !== null && isTaken(said.facts, id, number)) return { field: 'id', code: 'contact-taken' }
  return siteFault(site, said.facts)
}

/** The same of what has become of one. */
export function becameFault(body: ContactBody, said: SaidAt): HandFault | null {
  switch (body.type) {
    case 'contact.moved@1':
      return siteFault(body.site, said.facts) ?? timeFault('at', body.at, said)
    case 'contact.released@1':
      return timeFault('at', body.at, said)
    default:
      return null
  }
}

function siteFault(site: string | null, { facilities }: Facts): HandFault | null {
  if (site === null) return null
  const isKnown = facilities.some(({ id, kind }) => kind === 'quarantine' && id === site)
  return isKnown ? null : { field: 'site', code: 'no-such-site' }
}

/** As the list of contacts would keep it. */
const isHeld = (name: string, text: string): boolean => heldIn('contacts', name, text) === text

const has = ({ values }: Facts['cases']['id'], text: string): boolean => values.includes(text)

/** A contact is known by its number and its case. */
function isTaken({ contacts }: Facts, id: string, number: string | null): boolean {
  const code = contacts.id.values.indexOf(id)
  if (code < 0) return false
  const ofCase = number === null ? -1 : contacts.case.values.indexOf(number)
  return contacts.id.codes.some((one, row) => one === code && contacts.case.codes[row] === ofCase)
}
