import type { Facts, Ruling, UnreadRow } from '../facts'
import { chainOf } from './approval'
import type { Asked } from './conditions/asked'
import type { Transition } from './policy'
import type { Setting } from './setting'
import type { Standing } from './standing'

/** What a zone has to reckon with of the rows of zones and steps that an import refused. */
export function unreadRows(setting: Setting, standing: Standing): Pick<Asked, 'unreadStays' | 'unreadSteps'> {
  const { facts } = setting
  return {
    unreadStays: unreadStays(facts),
    unreadSteps: (transition) => {
      const steps = openRows(facts).filter((one) => mayBeStepOf(one, { setting, standing, transition }))
      return steps.length > 0 && chainOf(setting, standing, transition).begun ? steps : []
    },
  }
}

/** Rows of zones that an import refused and that nobody has ruled out. */
export function unreadStays(facts: Facts): readonly UnreadRow[] {
  return openRows(facts).filter(({ list }) => list === 'zones')
}

const openRows = (facts: Facts): readonly UnreadRow[] =>
  (facts.unread ?? []).filter((one) => rulingOf(facts, one) === null)

/** What a person said of a refused row of zones or steps; null where nobody has ruled it out. */
export function rulingOf({ rulings = [] }: Facts, { list, file, row }: UnreadRow): Ruling | null {
  return rulings.find((one) => one.list === list && one.file === file && one.row === row) ?? null
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
