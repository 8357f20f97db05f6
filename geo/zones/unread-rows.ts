import type { Facts, Place, Ruling, UnreadRow } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { chainOf } from './approval'
import type { Asked } from './conditions/asked'
import { mistypedStays } from './mistyped-stays'
import type { Transition } from './policy'
import type { Setting } from './setting'
import type { Standing } from './standing'

/** What a zone has to reckon with of the rows of zones and steps that an import refused. */
export function unreadRows(
  setting: Setting,
  standing: Standing,
): Pick<Asked, 'unreadStays' | 'ownStays' | 'unreadSteps'> {
  const { facts, asOf } = setting
  const stays = unreadStays(facts, asOf)
  return {
    unreadStays: stays,
    ownStays: stays.filter((one) => mayBeStayOf(one, setting, standing)),
    unreadSteps: (transition) => {
      const steps = openRows(facts, asOf).filter((one) => mayBeStepOf(one, { setting, standing, transition }))
      return steps.length > 0 && chainOf(setting, standing, transition).begun ? steps : []
    },
  }
}

/** Rows of zones that an import refused, or of an absurd year, and that nobody has ruled out. */
export function unreadStays(facts: Facts, asOf: Instant): readonly UnreadRow[] {
  return openRows(facts, asOf).filter(({ list }) => list === 'zones')
}

/** Rows of zones and steps that an import refused, and stays of which nobody can tell whether they are in force. */
export function unreadOf(facts: Facts, asOf: Instant): readonly UnreadRow[] {
  return [...(facts.unread ?? []), ...mistypedStays(facts, asOf).rows]
}

const openRows = (facts: Facts, asOf: Instant): readonly UnreadRow[] =>
  unreadOf(facts, asOf).filter((one) => rulingOf(facts, one) === null)

/** What a person said of a refused row of zones or steps; null where nobody has ruled it out. */
export function rulingOf({ rulings = [] }: Facts, { list, file, row }: UnreadRow): Ruling | null {
  return rulings.find((one) => one.list === list && one.file === file && one.row === row) ?? null
}

/** It names the zone or, where it has no id, ground of it; one of which nothing is read may be of any. */
function mayBeStayOf({ zone, members }: UnreadRow, { facts, stays }: Setting, { id }: Standing): boolean {
  if (zone !== null) return zone === id
  const own = stays.get(id)?.at(-1)?.members ?? []
  if (!members || own.length === 0) return true
  const hierarchy = hierarchyOf(facts.places)
  const isNamed = ({ code, name, aliases }: Place, said: string): boolean =>
    code === said || name === said || aliases.includes(said)
  const liesIn = (inner: string, outer: string): boolean =>
    inner === outer || hierarchy.ancestorsOf(inner).includes(outer)
  return members.some((said) => {
    const meant = facts.places.filter((place) => isNamed(place, said))
    return (
      meant.length === 0 ||
      meant.some(({ code }) => own.some((member) => liesIn(code, member) || liesIn(member, code)))
    )
  })
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
