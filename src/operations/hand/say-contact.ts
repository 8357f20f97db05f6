import { formatInstant, type Instant } from '#geo'
import type { ContactBody, ContactRecord } from '../../log/hand/contact-body'
import type { HandBody } from '../../log/hand/hand-body'
import { handVerb } from './writing'

export type ContactAdded = Extract<HandBody, { type: 'contact.added@1' }>

/** A contact, or all of a pasted list in one step. */
export const addContact = handVerb<ContactAdded>({ id: 'contact.add', label: 'hand.verb.contact' })
/** What has become of a contact: 转运, 解除, 结果, 外推. */
export const tellContact = handVerb<ContactBody>({ id: 'contact.tell', label: 'hand.verb.contact' })

interface When {
  readonly at: Instant
  readonly timezone: string
}

export const contactOf = (contact: ContactRecord): ContactAdded => ({ type: 'contact.added@1', contact })

export const movedOf = (row: string, site: string | null, { at, timezone }: When): ContactBody => ({
  ...{ type: 'contact.moved@1', row, site },
  at: formatInstant(timezone, at),
})

export const releasedOf = (row: string, { at, timezone }: When): ContactBody => ({
  ...{ type: 'contact.released@1', row },
  at: formatInstant(timezone, at),
})
