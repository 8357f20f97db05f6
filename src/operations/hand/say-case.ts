import type { HandBody } from '../../log/hand/hand-body'
import type { RowCorrection } from '../../log/hand/hand-faults'
import type { Operation } from '../operation'
import { notWritten, type Writing, write } from './writing'

export type CaseReported = Extract<HandBody, { type: 'case.reported@1' }>
export type CaseCorrected = Extract<RowCorrection, { type: 'cases.corrected@1' }>
export type CaseWithdrawn = Extract<RowCorrection, { type: 'cases.retracted@1' }>

const said = <Said extends CaseReported | RowCorrection>(
  id: string,
  label: string,
): Operation<Writing<Said>> => ({
  ...{ id, label },
  available: () => true,
  disabled: notWritten,
  run: async (writing) => {
    await write(writing)
  },
})

/** A case that was just reported. */
export const reportCase = said<CaseReported>('case.report', 'hand.verb.case')
/** Fields of a case set otherwise, with the reason. */
export const correctCase = said<CaseCorrected>('case.correct', 'hand.verb.correct')
/** A case that is none, with the reason: it counts nowhere, and its history stays. */
export const withdrawCase = said<CaseWithdrawn>('case.withdraw', 'hand.verb.withdraw')
