/** One contact as told by hand, under the names of the columns of its list; null is not said. */
export interface ContactRecord {
  readonly id: string | null
  /** number of the case */
  readonly case: string | null
  readonly kind: string | null
  /** code of a place, or an address up to its building */
  readonly place: string | null
  readonly exposedAt: string | null
  readonly transferredAt: string | null
  /** quarantine site */
  readonly site: string | null
  readonly releasedAt: string | null
  readonly result: string | null
}

/** What has become of a contact that stands. `row` is the identity of its row. */
export type ContactBody =
  /** moved to a site; null where nobody says to which */
  | {
      readonly type: 'contact.moved@1'
      readonly row: string
      readonly at: string
      readonly site: string | null
    }
  | { readonly type: 'contact.released@1'; readonly row: string; readonly at: string }
  | {
      readonly type: 'contact.resulted@1'
      readonly row: string
      readonly result: 'negative' | 'positive' | 'pending'
    }
  /** 外推: another county has them in hand */
  | { readonly type: 'contact.handedOver@1'; readonly row: string }

export type ContactType = ContactBody['type']

const TYPES: Readonly<Record<ContactType, true>> = {
  'contact.moved@1': true,
  'contact.released@1': true,
  'contact.resulted@1': true,
  'contact.handedOver@1': true,
}

/** True for what has become of a contact. */
export const isContactType = (type: string): type is ContactType => Object.hasOwn(TYPES, type)

/** The fields of the row that it sets. */
export function setByContact(body: ContactBody): Readonly<Record<string, string>> {
  switch (body.type) {
    case 'contact.moved@1':
      return { transferredAt: body.at, ...(body.site === null ? {} : { site: body.site }) }
    case 'contact.released@1':
      return { releasedAt: body.at }
    case 'contact.resulted@1':
      return { result: body.result }
    case 'contact.handedOver@1':
      return { kind: 'handedOver' }
  }
}
