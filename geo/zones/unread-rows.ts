import type { UnreadRow } from '../facts'
import { chainOf } from './approval'
import type { Asked } from './conditions/asked'
import type { Transition } from './policy'
import type { Setting } from './setting'
import type { Standing } from './standing'

/** What a zone has to reckon with of the rows of zones and steps that an import refused. */
export function unreadRows(setting: Setting, standing: Standing): Pick<Asked, 'unreadStays' | 'unreadSteps'> {
  const { facts } = setting
  const unread = facts.unread ?? []
  return {
    unreadStays: unread.filter(({ list }) => list === 'zones'),
    unreadSteps: (transition) => {
      const steps = unread.filter((one) => mayBeStepOf(one, { setting, standing, transition }))
      return steps.length > 0 && chainOf(setting, standing, transition).begun ? steps : []
    },
  }
}

/** It names the zone and the transition, or none that is known: then it may be a step of any. */
function mayBeStepOf(
  { list, zone, transition }: UnreadRow,
  about: { readonly setting: Setting; readonly standing: Standing; readonly transition: Transition },
): boolean {
  if (list !== 'transitions') return false
  const { standing, setting } = about
  const isOther = zone !== standing.id && setting.facts.zones.some(({ id }) => id === zone)
  const isOfOther =
    transition !== about.transition.id && standing.policy?.transitions?.some(({ id }) => id === transition)
  return !isOther && !isOfOther
}
