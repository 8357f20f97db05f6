import type { DraftGround, ZoneStay } from '#geo'
import type { Body } from '../log/events'
import { drawZone, type NewZone } from './draw-zone'
import { type Reshaping, reshapeZone } from './reshape-zone'

/** The first part stays the zone, every other becomes a zone of its own whose clocks run on. One step of undo. */
export function splitZone(
  stay: ZoneStay,
  parts: { readonly kept: DraftGround; readonly others: readonly { zone: NewZone; ground: DraftGround }[] },
  reshaping: Reshaping,
): Body[] {
  return [
    ...reshapeZone(stay, parts.kept, reshaping),
    ...parts.others.flatMap(({ zone, ground }) => drawZone(zone, ground, [stay.id])),
  ]
}
