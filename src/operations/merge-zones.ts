import type { DraftGround, ZoneStay } from '#geo'
import type { Body } from '../log/events'
import type { Reshaping } from './reshape-zone'
import { groundRecord } from './zone-ground'

/** The other zone's ground goes to the staying one, in which the clocks of both run on. One step of undo. */
export function mergeZones(
  { stay, other, ground }: { stay: ZoneStay; other: ZoneStay; ground: DraftGround },
  { at, because }: Reshaping,
): Body[] {
  const heirOf = [stay.id, other.id]
  return [
    { type: 'zone.reshaped@1', zone: stay.id, at, because, ...groundRecord(ground, stay.drawn), heirOf },
    { type: 'zone.merged@1', zone: other.id, into: stay.id, at },
  ]
}
