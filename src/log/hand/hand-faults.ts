import type { Facts, Instant } from '#geo'
import { wordsOf } from '../../records/records'
import type { Body } from '../events'
import { type HandoverBody, isHandoverType } from '../handover/handover-body'
import { handoverFault } from '../handover/handover-deeds'
import { isOrderType, type OrderBody } from '../orders/order-body'
import { orderFault } from '../orders/order-faults'
import { heldIn } from '../personal/kept-text'
import { isWorkspaceType, type WorkspaceBody } from '../workspace/workspace-body'
import { workspaceFault } from '../workspace/workspace-faults'
import { type ContactBody, isContactType } from './contact-body'
import { becameFault, contactFault } from './contact-faults'
import { correctionFault, isCorrection, type RowCorrection } from './correction-faults'
import { facilityFault, occupancyFault } from './facility-faults'
import { statementFault } from './fact-faults'
import { groundFault, type HandFault, isPlace, type SaidAt, timeFault } from './field-faults'
import { type CaseRecord, type HandBody, isHandType } from './hand-body'
import { passageFault } from './passage-faults'
import { roundFault } from './round-faults'
import { isSignalType, type SignalBody } from './signal-body'
import { signalFault } from './signal-faults'

export type { RowCorrection } from './correction-faults'
export type { HandFault, HandFaultCode } from './field-faults'

/** What is said by hand of a row, entered or not. */
export type HandSaid =
  | HandBody
  | RowCorrection
  | ContactBody
  | SignalBody
  | OrderBody
  | HandoverBody
  | WorkspaceBody

/** True for a deed that says something of one row. */
export const isHandSaid = (body: Body): body is HandSaid =>
  isHandType(body.type) ||
  isContactType(body.type) ||
  isSignalType(body.type) ||
  isOrderType(body.type) ||
  isHandoverType(body.type) ||
  isWorkspaceType(body.type) ||
  isCorrection(body.type)

const WAYS = new Set(wordsOf('cases', 'foundIn'))

/**
 * The first thing that is missing or cannot be of an entry or correction said at `now`, in the order of its fields; null
 * where it can be written.
 */
export function handFault(body: HandSaid, facts: Facts, now: Instant): HandFault | null {
  switch (body.type) {
    case 'report.filed@1':
      if (!isPlace(body.place, facts)) return { field: 'place', code: 'no-such-place' }
      return Object.values(body.items).some((item) => item.trim() !== '')
        ? null
        : { field: 'items', code: 'no-items' }
    case 'checkpoint.checked@1':
      if (!facts.facilities.some(({ id, kind }) => id === body.checkpoint && kind === 'checkpoint'))
        return { field: 'checkpoint', code: 'no-such-post' }
      if (body.state === 'short' && !body.missing?.trim()) return { field: 'missing', code: 'no-role' }
      return timeFault('at', body.at, { facts, now })
    case 'case.reported@1':
      return caseFault(body.case, { facts, now })
    case 'contact.added@1':
      return contactFault(body.contact, { facts, now })
    case 'contact.moved@1':
    case 'contact.released@1':
    case 'contact.resulted@1':
    case 'contact.handedOver@1':
      return becameFault(body, { facts, now })
    case 'fact.stated@1':
    case 'metric.stated@1':
      return statementFault(body, { facts, now })
    case 'round.reported@1':
      return roundFault(body, { facts, now })
    case 'facility.opened@1':
      return facilityFault(body.facility, { facts, now })
    case 'occupancy.stated@1':
      return occupancyFault(body.occupancy, { facts, now })
    case 'passage.counted@1':
      return passageFault(body.passage, { facts, now })
    case 'signal.reported@1':
    case 'signal.decided@1':
    case 'signal.withdrawn@1':
      return signalFault(body, { facts, now })
    case 'order.given@1':
    case 'order.answered@1':
    case 'order.closed@1':
    case 'order.rechecked@1':
    case 'order.withdrawn@1':
      return orderFault(body, { facts, now })
    case 'handover.signed@1':
      return handoverFault(body, facts)
    case 'workspace.stated@1':
      return workspaceFault(body, facts)
    default:
      return correctionFault(body, { facts, now })
  }
}

function caseFault(
  { id, place, position, reportedAt, kind, foundIn }: CaseRecord,
  { facts, now }: SaidAt,
): HandFault | null {
  const nowhere = groundFault({ place, position }, { facts })
  if (nowhere) return nowhere
  if (reportedAt === null) return { field: 'reportedAt', code: 'no-time' }
  const untimely = timeFault('reportedAt', reportedAt, { facts, now })
  if (untimely) return untimely
  if (kind === null) return { field: 'kind', code: 'no-kind' }
  if (foundIn === null || !WAYS.has(foundIn)) return { field: 'foundIn', code: 'no-way' }
  if (id === null) return null
  if (facts.cases.id.values.includes(id)) return { field: 'id', code: 'id-taken' }
  return isPersonal('id', id) ? { field: 'id', code: 'personal' } : null
}

const isPersonal = (name: string, text: string): boolean => heldIn('cases', name, text) !== text
