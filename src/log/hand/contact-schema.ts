import * as v from 'valibot'
import { id, textOrNull, time } from '../outside/records'
import type { ContactBody, ContactRecord, ContactType } from './contact-body'

type Fields<Type extends ContactType> = {
  readonly [Name in Exclude<keyof Extract<ContactBody, { type: Type }>, 'type'>]-?: v.GenericSchema<
    unknown,
    Extract<ContactBody, { type: Type }>[Name]
  >
}

const RESULTS = ['negative', 'positive', 'pending'] as const
const timeOrNull = v.nullable(time)

export const contactRecord: v.GenericSchema<unknown, ContactRecord> = v.object({
  ...{ id: v.nullable(id), case: v.nullable(id), place: v.nullable(id), site: textOrNull },
  kind: v.nullable(v.picklist(['close', 'secondary', 'casual', 'coPresent', 'handedOver'])),
  ...{ exposedAt: timeOrNull, transferredAt: timeOrNull, releasedAt: timeOrNull },
  result: v.nullable(v.picklist(RESULTS)),
})

/** What each deed of a contact asks for. */
export const CONTACT_FIELDS: { readonly [Type in ContactType]: Fields<Type> } = {
  'contact.moved@1': { row: id, at: time, site: textOrNull },
  'contact.released@1': { row: id, at: time },
  'contact.resulted@1': { row: id, result: v.picklist(RESULTS) },
  'contact.handedOver@1': { row: id },
}
