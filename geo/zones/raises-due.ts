import type { SurveyRaise, TransitionAnswer } from '../answers'

const RAISES: readonly TransitionAnswer['kind'][] = ['upgrade', 'split', 'extend']

/**
 * What makes a zone stricter and is due: by what is recorded the rule demands it, and nobody has acted on it. What a
 * person may choose is not due by itself. What takes the whole zone first, then the longest due.
 */
export function raisesDue(transitions: readonly TransitionAnswer[]): readonly SurveyRaise[] {
  return transitions
    .filter(
      ({ kind, state, optional }) =>
        RAISES.includes(kind) && !optional && (state === 'due' || state === 'approval'),
    )
    .map(({ id, kind, to, eligibleAt, conditions }) => ({
      ...{ transition: id, kind, to, since: eligibleAt },
      evidence: conditions.filter(({ state }) => state === 'met').flatMap(({ evidence }) => evidence),
    }))
    .sort(
      (a, b) =>
        RAISES.indexOf(a.kind) - RAISES.indexOf(b.kind) || ((a.since ?? '') < (b.since ?? '') ? -1 : 1),
    )
}
