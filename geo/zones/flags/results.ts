import { textAt } from '../../columns'
import type { ContactTable } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeen } from '../../time/seen'

const ofList = new WeakMap<ContactTable, boolean>()

/** Whether the list tells of anybody what was found; without that nothing can be said of who is silent. */
function tellsResults(contacts: ContactTable): boolean {
  let told = ofList.get(contacts)
  if (told === undefined) {
    told = contacts.result.codes.some((code) => code >= 0)
    ofList.set(contacts, told)
  }
  return told
}

/**
 * What of a contact says that not all are negative: `positive`, which no release makes negative; until it is released
 * `pending`, where the result is open, or not said in a list that says it of others. Null where nothing does.
 */
export function openResult(
  contacts: ContactTable,
  row: number,
  asOf: Instant,
): 'positive' | 'pending' | null {
  const result = textAt(contacts.result, row)
  if (result === 'positive') return 'positive'
  if (result === 'negative' || isReleasedBy(contacts, row, asOf) || !tellsResults(contacts)) return null
  return 'pending'
}

const DAY = 86_400_000

/** Whether the contact was released by the instant. A release before the exposure is of an earlier one and says nothing of it. */
export function isReleasedBy({ releasedAt, exposedAt }: ContactTable, row: number, asOf: Instant): boolean {
  const at = releasedAt.at[row]!
  const isDay = releasedAt.isDay[row] === 1
  return isSeen(at, isDay, asOf) && !(at + (isDay ? DAY : 0) <= exposedAt.at[row]!)
}
