import { isDrawnWhole } from '../places/drawn-ground'
import type { Hierarchy } from '../places/hierarchy'
import type { ZoneGround } from '../zones/ground/ground'

/** Ground of a zone that nobody drew, somewhere in ground that is drawn. */
interface Hidden {
  readonly zone: ZoneGround
  /** town (null: none) of the drawn ground in which it lies; absent: nobody knows, it may lie anywhere */
  readonly town?: string | null
  /** the places around it, the drawn one first; empty where it may lie anywhere */
  readonly around: readonly string[]
}

/** Ground of a zone or a level in a town, of which is asked whether it holds hidden ground of others. */
export interface Holder {
  readonly rank: number
  /** its zones in the town; null: what lies in no zone */
  readonly zones: readonly ZoneGround[] | null
  readonly town: string | null
  /** of whose ground is asked */
  isOther(zone: ZoneGround): boolean
}

/** Whether ground that is counted as its own may be ground of a zone that nobody drew: then it is at most so large. */
export type HoldsHidden = (holder: Holder) => boolean

/**
 * What nobody drew of the members of zones lies in the drawn place around them, and takes it from whatever is less
 * strict there: from the zone that has all of that place as a member, else from zones drawn over it and from what lies
 * in no zone.
 */
export function hiddenGround(hierarchy: Hierarchy, zones: readonly ZoneGround[]): HoldsHidden {
  const hidden = zones.flatMap((zone) => hiddenOf(hierarchy, zone))
  if (hidden.length === 0) return () => false
  const wholes = zones.map((zone) => ({ zone, members: new Set(zone.members) }))
  const takers = hidden.map((one) => ({
    ...one,
    whole: wholes
      .filter(({ zone, members }) => zone !== one.zone && one.around.some((code) => members.has(code)))
      .map(({ zone }) => zone),
  }))
  return ({ rank, zones: own, town, isOther }) =>
    takers.some(({ zone, whole, ...one }) => {
      if (!isOther(zone) || zone.rank < rank || (one.town !== undefined && one.town !== town)) return false
      if (whole.some((taker) => taker.rank > rank || own === null)) return false
      return own === null || own.some((taker) => taker.members.length === 0 || whole.includes(taker))
    })
}

function hiddenOf(hierarchy: Hierarchy, zone: ZoneGround): Hidden[] {
  const { drawn, members } = zone.stay
  if ((drawn ?? []).length > 0) return []
  if (members.length === 0 || members.some((code) => !hierarchy.place(code))) return [{ zone, around: [] }]
  return zone.members
    .filter((code) => !isDrawnWhole(hierarchy, code))
    .flatMap((code): Hidden[] => {
      const around = hierarchy.ancestorsOf(code)
      const first = around.findIndex((one) => (hierarchy.place(one)!.shape ?? []).length > 0)
      if (first === -1) return []
      return [{ zone, town: hierarchy.townOf(around[first]!), around: around.slice(first) }]
    })
}
