import type { ConditionAnswer, FrozenView, ViewDifference } from '../../answers'

type Value = string | number | null
type Kind = ViewDifference['kind']

/** Figures of a condition that only count the days gone by: they move with the as-of and are no news. */
const COUNTING = new Set(['have', 'left', 'date', 'day'])

/** Areas are the same up to the noise of cutting. */
const AREA_NOISE = 1e-6

/**
 * What is no longer as it was seen, in a fixed order with stable keys: `zone.level`, `policy.digest`,
 * `transition.into`, `condition.<id>`, `condition.<id>.<figure>`, `finding.<id>`, `figure.<name>`. That time has passed
 * is no difference; that a condition has come to be met or has lapsed is one.
 */
export function differencesOf(before: FrozenView, after: FrozenView): ViewDifference[] {
  return [
    ...compared('zone', zoneValues(before), zoneValues(after)),
    ...compared('policy', policyValues(before), policyValues(after)),
    ...compared('transition', transitionValues(before), transitionValues(after)),
    ...compared('condition', answersOf(before.conditions), answersOf(after.conditions)),
    ...compared('finding', answersOf(before.findings), answersOf(after.findings)),
    ...compared('figure', figuresOf(before), figuresOf(after)),
  ]
}

type Values = ReadonlyMap<string, Value>

const zoneValues = ({ zone }: FrozenView): Values =>
  new Map(
    Object.entries({
      level: zone.level,
      name: zone.name,
      designatedAt: zone.designatedAt,
      since: zone.since,
    }),
  )

const policyValues = ({ policy }: FrozenView): Values =>
  new Map(Object.entries({ id: policy.id, digest: policy.digest }))

const transitionValues = ({ transition }: FrozenView): Values =>
  new Map(Object.entries({ to: transition.to, into: transition.into, nationalAt: transition.nationalAt }))

const figuresOf = ({ figures }: FrozenView): Values => new Map(Object.entries(figures))

/** The state of each condition under its id, and its figures but those that only count days. */
function answersOf(conditions: readonly ConditionAnswer[]): Values {
  const values = new Map<string, Value>()
  for (const condition of conditions) {
    const countsDays = 'left' in condition.figures
    values.set(condition.id, condition.state)
    for (const [name, value] of Object.entries(condition.figures))
      if (!(countsDays && COUNTING.has(name))) values.set(`${condition.id}.${name}`, value)
  }
  return values
}

function compared(kind: Kind, before: Values, after: Values): ViewDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): ViewDifference[] => {
    const [was, is] = [before.get(name) ?? null, after.get(name) ?? null]
    return same(name, was, is) ? [] : [{ key: `${kind}.${name}`, kind, before: was, after: is }]
  })
}

function same(name: string, was: Value, is: Value): boolean {
  if (was === is) return true
  if (name !== 'areaM2' || typeof was !== 'number' || typeof is !== 'number') return false
  return Math.abs(was - is) <= AREA_NOISE * Math.max(was, is)
}
