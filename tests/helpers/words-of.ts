import type { AssessAnswer, ConditionAnswer, TransitionWord } from '#geo'

type Zone = AssessAnswer['zones'][number]
type Transition = Zone['transitions'][number]

const OTHERS = ['stricter-inside', 'zones-remain']

/** What is open of a lowering: references decide nothing, and of an `any` nothing is open once one of it is met. */
function openOf({ conditions }: Transition): ConditionAnswer[] {
  const settled = conditions.filter(({ anyOf, state }) => anyOf && state === 'met').map(({ anyOf }) => anyOf)
  return conditions.filter(
    ({ state, authority, anyOf }) =>
      state !== 'met' && authority !== 'reference' && !(anyOf && settled.includes(anyOf)),
  )
}

/**
 * The seven words of every zone out of the document that `cordon assess --json` prints, by the definitions of the
 * contract alone; null where the zone has no lowering, or several between which the document does not choose.
 */
export function wordsOf({ asOf, zones }: AssessAnswer): Map<string, TransitionWord | null> {
  const now = Date.parse(asOf)
  const instant = (when: string): number => Date.parse(when.length === 10 ? `${when}T00:00:00+08:00` : when)
  const lowerings = new Map(
    zones.map(({ id, transitions }) => [
      id,
      transitions.filter(({ kind }) => kind === 'release' || kind === 'downgrade'),
    ]),
  )
  const movesLater = ({ forecast }: Zone): boolean => {
    const run = forecast.filter(({ recorded }) => !recorded)
    return (
      run.length > 0 &&
      run.every(({ from }) => instant(from) > now || (from.length === 10 && instant(from) === now))
    )
  }
  /** Whether it comes down without anybody but the approvers doing anything. */
  const comesDown = (zone: Zone | undefined): boolean => {
    const [lowering] = lowerings.get(zone?.id ?? '') ?? []
    if (!zone || !lowering) return false
    if (lowering.state === 'due' || lowering.state === 'approval') return true
    return (
      (movesLater(zone) ||
        openOf(lowering).every(
          ({ state, at, reason }) => state === 'unmet' && (at !== null || OTHERS.includes(reason!)),
        )) &&
      openOf(lowering).every((one) =>
        othersOf(one).every((id) => comesDown(zones.find((zone) => zone.id === id))),
      )
    )
  }
  const wordOf = (zone: Zone, lowering: Transition): TransitionWord => {
    const { state, approval } = lowering
    if (state === 'due') return 'met'
    if (state === 'approval' && approval) {
      if (approval.next !== null) return approval.next === 'assess' ? 'toAssess' : 'toApprove'
      const effect = approval.takesEffectAt
      return effect !== null && instant(effect) <= now && !(effect.length === 10 && instant(effect) === now)
        ? 'executed'
        : 'approved'
    }
    const open = openOf(lowering)
    if (open.length > 0 && open.every((one) => one.state === 'unmet' && one.at !== null)) return 'waiting'
    return movesLater(zone) && comesDown(zone) ? 'waiting' : 'unmet'
  }
  return new Map(
    zones.map((zone) => {
      const own = lowerings.get(zone.id)!
      return [zone.id, own.length === 1 ? wordOf(zone, own[0]!) : null]
    }),
  )
}

function othersOf({ state, reason, figures }: ConditionAnswer): string[] {
  if (state === 'met' || !OTHERS.includes(reason ?? '')) return []
  return String(figures.zones ?? '')
    .split(' ')
    .filter(Boolean)
}
