import type { TransitionAnswer } from '#geo'
import type { ZoneDeed } from './zone-deeds'

/** Of a name the letters alone, so that one person is one however it was typed. */
export const personLetters = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

export interface Signed {
  readonly step: string
  readonly event: string
  readonly name: string
}

/** Who signed the steps of a transition since its chain last began anew; what a file recorded bears no name. */
export function signedIn({ approval }: TransitionAnswer, deeds: readonly ZoneDeed[]): Signed[] {
  const steps = approval?.steps ?? []
  const begun = steps.slice(steps.findLastIndex(({ decision }) => decision === 'declined') + 1)
  return begun.flatMap(({ step, event }) => {
    const name = personLetters(deeds.find((deed) => deed.event === event)?.by.name ?? '')
    return event && name ? [{ step, event, name }] : []
  })
}

/** Events of the steps whose signer had signed one before in the same chain: they are printed as 同一人. */
export function signedAgain(transition: TransitionAnswer, deeds: readonly ZoneDeed[]): ReadonlySet<string> {
  const signed = signedIn(transition, deeds)
  const again = signed.filter(({ name }, at) => signed.findIndex((one) => one.name === name) < at)
  return new Set(again.map(({ event }) => event))
}
