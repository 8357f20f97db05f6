import type { ZoneAnswer } from '../../answers'
import { isLowering } from '../conditions/plan'
import { inBoth, levelName, ownName } from '../explain/naming'
import { isLowest, type Standing } from '../stays/standing'
import { transitionsFrom } from './world'

/**
 * What is said of a zone whose edition has no lowering from where it stands: its text does not say how the level ends,
 * and a person has to decide. Null where it has one, at the lowest level, and where edition or level are not known.
 */
export function noWayOut(standing: Standing): NonNullable<ZoneAnswer['noWayOut']> | null {
  const { policy, level, cameFrom } = standing
  if (!policy?.levels.some(({ id }) => id === level) || isLowest(policy, level)) return null
  if (transitionsFrom(standing).some(isLowering)) return null
  const hasOther = policy.transitions?.some((one) => isLowering(one) && [one.from].flat().includes(level))
  const from = hasOther && cameFrom !== null ? cameFrom : null
  return inBoth((d) =>
    d.move.noWayOut({
      edition: ownName(d, policy.name, policy.id),
      level: levelName(d, policy, level),
      from: from === null ? null : levelName(d, policy, from),
    }),
  )
}
