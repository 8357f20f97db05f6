import type { HandBody } from '../../log/hand/hand-body'
import type { RowCorrection } from '../../log/hand/hand-faults'
import { handVerb } from './writing'

export type CaseReported = Extract<HandBody, { type: 'case.reported@1' }>
export type CaseCorrected = Extract<RowCorrection, { type: 'cases.corrected@1' }>
export type CaseWithdrawn = Extract<RowCorrection, { type: 'cases.retracted@1' }>

/** A case that was just reported. */
export const reportCase = handVerb<CaseReported>({ id: 'case.report', label: 'hand.verb.case' })
/** Fields of a case set otherwise, with the reason. */
export const correctCase = handVerb<CaseCorrected>({ id: 'case.correct', label: 'hand.verb.correct' })
/** A case that is none, with the reason: it counts nowhere, and its history stays. */
export const withdrawCase = handVerb<CaseWithdrawn>({ id: 'case.withdraw', label: 'hand.verb.withdraw' })
