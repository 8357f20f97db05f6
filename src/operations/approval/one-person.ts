import { personLetters, signedIn } from '../../log/fold/signed-steps'
import type { ZoneDeed } from '../../log/fold/zone-deeds'
import type { Disabled } from '../operation'
import type { StepTarget } from './step-target'

/** Why this person cannot sign the next step: they signed one before, and the chain of the edition does not allow it. */
export function onePerson(
  { transition, next }: Pick<StepTarget, 'transition' | 'next'>,
  deeds: readonly ZoneDeed[],
  name: string,
): Disabled | null {
  if (!next || next.samePerson === true) return null
  const isSigned = signedIn(transition, deeds).some((one) => one.name === personLetters(name))
  return isSigned ? { code: 'one-person', params: { name: name.trim() } } : null
}
