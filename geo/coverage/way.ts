import type { CrossingWay } from '../answers'
import type { Facility, Road } from '../facts'
import { plainName } from '../places/spelling'

const isYes = (said: string | null | undefined): boolean =>
  said != null && !/^(no|false|0|否|无)$/i.test(said.trim())

/** The level a road runs on: as stated, else 1 on a bridge, −1 in a tunnel, 0 on the ground. */
export function layerOf({ layer, bridge, tunnel }: Road): number {
  if (layer != null) return layer
  if (isYes(bridge)) return 1
  return isYes(tunnel) ? -1 : 0
}

/** Whether a post stands on the road: on the one it names, at the level it names; on all where it names none. */
export function serves({ road, layer }: Pick<Facility, 'road' | 'layer'>, one: Road): boolean {
  return (
    (road == null || (one.name !== null && plainName(one.name) === plainName(road))) &&
    (layer == null || layerOf(one) === layer)
  )
}

const CLOSED_TO_ALL = new Set(['no', 'private', '否', '禁行', '内部'])

/** What the road says of itself beside name and class; null where it says nothing. */
export function wayOf(road: Road): CrossingWay | null {
  const { bridge, tunnel, layer, access, oneway } = road
  const way: CrossingWay = {
    ...(isYes(bridge) ? { bridge: true } : {}),
    ...(isYes(tunnel) ? { tunnel: true } : {}),
    ...(layer == null ? {} : { layer }),
    ...(access == null ? {} : { access, noAccess: CLOSED_TO_ALL.has(access.trim().toLowerCase()) }),
    ...(isYes(oneway) ? { oneway: true } : {}),
  }
  return Object.keys(way).length > 0 ? way : null
}
