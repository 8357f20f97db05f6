import { formatInstant, type Instant, readMoment } from '#geo'
import { useAnswers } from '../../stores/use-answers'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled } from '../operation'
import type { StepForm } from './step-drafts'
import type { StepTarget } from './step-target'

/** A step about to be taken: what it is about, and what its author says. */
export interface Taking {
  readonly target: StepTarget
  readonly form: StepForm
}

const HOUR = 3_600_000

/** Why nobody can take any step now; null where one may be taken. */
export function heldBack(target: StepTarget): Disabled | null {
  const workspaces = useWorkspaces()
  if (workspaces.current?.readOnly) return { code: 'read-only' }
  if (workspaces.known !== null) return { code: 'looking-back' }
  if (useAnswers().supposed !== null) return { code: 'supposing' }
  if (useAnswers().isBehind) return { code: 'computing' }
  if (target.transition.approval?.conflict?.length) return { code: 'conflict' }
  return null
}

/** Why the next step cannot be given: what is missing. Declining is possible all the same. */
export function notReady(target: StepTarget): Disabled | null {
  const held = heldBack(target)
  if (held) return held
  return target.missing > 0 ? { code: 'missing', params: { n: target.missing } } : null
}

/** Why it cannot be given with what its author says: differences not accepted. */
export function notAccepted({ target, form }: Taking): Disabled | null {
  const open = target.differences.filter(({ key }) => !form.accepts.includes(key)).length
  return open > 0 ? { code: 'differences', params: { n: open } } : null
}

/** The next full hour after the as-of, as the pack's clock shows it: when an approval takes effect unless told otherwise. */
export function nextFullHour({ asOf, timezone }: StepTarget): string {
  return formatInstant(timezone, (Math.floor(asOf / HOUR) + 1) * HOUR)
    .slice(0, 16)
    .replace('T', ' ')
}

/** The first moment at which a condition that is met now lapses; null where none does. */
export function lapsesAt({
  seen,
  timezone,
}: StepTarget): { readonly at: Instant; readonly text: string } | null {
  const ends = seen.conditions.flatMap(({ state, until, authority }) => {
    const moment = state === 'met' && authority !== 'reference' && until ? readMoment(timezone, until) : null
    return moment && until ? [{ at: moment.at, text: until }] : []
  })
  return ends.reduce<(typeof ends)[number] | null>(
    (first, one) => (first && first.at <= one.at ? first : one),
    null,
  )
}
