import {
  type LookupAnswer,
  type LookupFrame,
  type LookupQuestion,
  lookUp,
  placeCardAt,
  placeCards,
  policiesOf,
  type Survey,
} from '#geo'
import type { Register } from '../log/fold/register'
import type { Logs } from './logs'
import type { Slice } from './messages'
import { type Calls, type Control, Handed } from './serve'

/** Lines answered between two looks at whether somebody has cancelled. */
const AT_ONCE = 250

/** Which zone each pasted line lies in, and places with their figures. The lines are answered and forgotten. */
export function lookupCalls(logs: Logs, answers: Calls['answers']): Pick<Calls, 'lookUp' | 'places'> {
  const questions = new WeakMap<Survey, Map<LookupFrame, LookupQuestion>>()

  /** The same question for the same answers: what was read for it is kept with it. */
  async function asked(slice: Slice, frame: LookupFrame, control: Control) {
    const register = await logs.register(slice.workspace, slice.known)
    const answered = await answers(slice, control)
    const { survey } = answered instanceof Handed ? answered.output : answered
    let byFrame = questions.get(survey)
    if (!byFrame) questions.set(survey, (byFrame = new Map()))
    let question = byFrame.get(frame)
    if (!question) byFrame.set(frame, (question = questionOf(register, { slice, survey, frame })))
    return { register, question }
  }

  return {
    lookUp: async ({ lines, frame, ...slice }, control) => {
      const { register, question } = await asked(slice, frame, control)
      const found: LookupAnswer[] = []
      for (let from = 0; from < lines.length && !control.cancelled(); from += AT_ONCE) {
        const part = lookUp(register, question, lines.slice(from, from + AT_ONCE))
        for (const answer of part) found.push({ ...answer, line: answer.line + from })
        control.progress({ done: Math.min(from + AT_ONCE, lines.length), of: lines.length, at: '' })
        await new Promise((resolve) => setTimeout(resolve))
      }
      return found
    },
    places: async ({ workspace, known, effective, ...what }, control) => {
      const { register, question } = await asked({ workspace, known, effective }, 'wgs84', control)
      if ('codes' in what) return placeCards(register, question, what.codes)
      const card = placeCardAt(register, question, what.at)
      return card ? [card] : []
    },
  }
}

function questionOf(
  register: Register,
  { slice, survey, frame }: { slice: Slice; survey: Survey; frame: LookupFrame },
): LookupQuestion {
  return {
    asOf: slice.effective,
    policyOf: policiesOf(register),
    frame,
    printed: new Map(survey.zones.map(({ id, code }) => [id, [code.zh, code.en]])),
    decisive: new Map(survey.zones.map(({ id, decisive }) => [id, decisive])),
  }
}
