import type { PassageBody, PassageRecord } from '../../log/hand/passage-body'
import { handVerb } from './writing'

/** Who passed a post on a day, in a direction, of a group. */
export const countPassage = handVerb<PassageBody>({ id: 'passage.count', label: 'hand.verb.passage' })

export const passageOf = (passage: PassageRecord): PassageBody => ({ type: 'passage.counted@1', passage })
