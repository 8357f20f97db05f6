import type { HandBody } from '../../log/hand/hand-body'
import type { RowCorrection } from '../../log/hand/hand-faults'
import { handVerb } from './writing'

export type CaseReported = Extract<HandBody, { type: 'case.reported@1' }>
export type RowCorrected = Extract<RowCorrection, { set: unknown }>
export type RowWithdrawn = Exclude<RowCorrection, { set: unknown }>

/** A case that was just reported. */
export const reportCase = handVerb<CaseReported>({ id: 'case.report', label: 'hand.verb.case' })
/** Fields of a row set otherwise, with the reason. */
export const correctRow = handVerb<RowCorrected>({ id: 'row.correct', label: 'hand.verb.correct' })
/** A row that is none, with the reason: it counts nowhere, and its history stays. */
export const withdrawRow = handVerb<RowWithdrawn>({ id: 'row.withdraw', label: 'hand.verb.withdraw' })
