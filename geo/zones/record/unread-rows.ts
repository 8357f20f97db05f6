import type { Facts, Place, Ruling, TransitionStep, UnreadRow } from '../../facts'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant, Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { Asked } from '../conditions/asked'
import { chainOf, notBefore } from '../moves/approval'
import type { Setting } from '../moves/setting'
import { isSameDay, stepsRead, transitionsNamed, zonesNamed } from '../moves/steps-read'
import type { Transition } from '../policy/policy'
import { isOpenSignal, zonesOfSignal } from '../signals/signal-grounds'
import { mistypedStays } from '../stays/mistyped-stays'
import { mayMoveFrom, type Standing } from '../stays/standing'

/** What a zone has to reckon with of the rows of zones and steps that an import refused. */
export function unreadRows(
  setting: Setting,
  standing: Standing,
): Pick<Asked, 'unreadStays' | 'ownStays' | 'unreadSteps'> {
  const { facts, asOf } = setting
  const stays = unreadStays(facts, asOf)
  return {
    unreadStays: stays,
    ownStays: stays.filter((one) => mayBeStayOf(one, setting, standing.id)),
    unreadSteps: (transition) => {
      const about = { setting, standing, transition }
      const steps = openRows(facts, asOf).filter((one) => mayBeStepOf(one, about))
      const isGiven = steps.some((one) => !isOpenSignal(one))
      const { given } = isGiven ? chainOf(setting, standing, transition) : { given: [] }
      return steps.filter((one) => isOpenSignal(one) || (given.length > 0 && mayDecide(one, given, about)))
    },
  }
}

/** Rows of zones that an import refused, or of an absurd year, and that nobody has ruled out. */
export function unreadStays(facts: Facts, asOf: Instant): readonly UnreadRow[] {
  return openRows(facts, asOf).filter(({ list }) => list === 'zones')
}

/** Rows of zones and steps that an import refused, stays of which nobody can tell whether they are in force, and steps of which nobody can tell what they decide. */
export function unreadOf(facts: Facts, asOf: Instant): readonly UnreadRow[] {
  return [
    ...stepsRead(facts).rows.filter(({ at }) => at === undefined || isSeenMoment(at, asOf)),
    ...mistypedStays(facts, asOf).rows,
  ]
}

const openRows = (facts: Facts, asOf: Instant): readonly UnreadRow[] =>
  unreadOf(facts, asOf).filter((one) => rulingOf(facts, one) === null)

/** What a person said of a refused row of zones or steps; null where nobody has ruled it out. */
export function rulingOf({ rulings = [] }: Facts, { list, file, row }: UnreadRow): Ruling | null {
  return rulings.find((one) => one.list === list && one.file === file && one.row === row) ?? null
}

/** It names the zone or, where it has no id, ground of it; one of which nothing is read may be of any. */
export function mayBeStayOf(
  { zone, members }: UnreadRow,
  { facts, stays }: Pick<Setting, 'facts' | 'stays'>,
  id: string,
): boolean {
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

interface About {
  readonly setting: Setting
  readonly standing: Standing
  readonly transition: Transition
}

/** It names the zone and the transition, or none that is known: then it may be a step of any. */
function mayBeStepOf(row: UnreadRow, about: About): boolean {
  const { list, zone, transition } = row
  if (list !== 'transitions') return false
  const { standing, setting } = about
  const zones = zone === null ? [] : zonesNamed(setting.facts, zone)
  const named = transition === null ? [] : transitionsNamed(standing.policy?.transitions ?? [], transition)
  const isConcerned = (): boolean =>
    isOpenSignal(row) ? zonesOfSignal(row, setting).has(standing.id) : zones.includes(standing.id)
  return (zones.length === 0 || isConcerned()) && (named.length === 0 || named.includes(about.transition.id))
}

/** One that was taken decides nothing of before the zone stood so, and none without a decision what was given after it. */
function mayDecide({ why, at }: UnreadRow, given: readonly TransitionStep[], about: About): boolean {
  if (at === undefined) return true
  const { setting, standing } = about
  const isSince = (from: Moment): boolean => notBefore(setting.timezone, at, from)
  if (!isSince(mayMoveFrom(standing))) return false
  if (why === 'no-decision') return isSince(given.at(-1)!.at)
  return why !== 'order-unknown' || given.some((step) => isSameDay(setting.timezone, step.at, at))
}
