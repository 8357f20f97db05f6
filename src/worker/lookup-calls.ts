import { type LookupAnswer, lookUp, policiesOf } from '#geo'
import type { Logs } from './logs'
import { type Calls, Handed } from './serve'

/** Lines answered between two looks at whether somebody has cancelled. */
const AT_ONCE = 250

/** Which zone each pasted line lies in. The lines are answered and forgotten. */
export function lookupCalls(logs: Logs, answers: Calls['answers']): Pick<Calls, 'lookUp'> {
  return {
    lookUp: async ({ lines, frame, ...slice }, control) => {
      const register = await logs.register(slice.workspace, slice.known)
      const answered = await answers(slice, control)
      const { survey } = answered instanceof Handed ? answered.output : answered
      const question = {
        asOf: slice.effective,
        policyOf: policiesOf(register),
        frame,
        decisive: new Map(survey.zones.map(({ id, decisive }) => [id, decisive])),
      }
      const found: LookupAnswer[] = []
      for (let from = 0; from < lines.length && !control.cancelled(); from += AT_ONCE) {
        const part = lookUp(register, question, lines.slice(from, from + AT_ONCE))
        for (const answer of part) found.push({ ...answer, line: answer.line + from })
        control.progress({ done: Math.min(from + AT_ONCE, lines.length), of: lines.length, at: '' })
        await new Promise((resolve) => setTimeout(resolve))
      }
      return found
    },
  }
}
