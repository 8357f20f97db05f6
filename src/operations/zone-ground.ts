import { type DraftGround, positionsOf, type Shape } from '#geo'
import type { ZoneRecord } from '../log/events'

/**
 * Ground as the log has it: member codes, or coordinates in degrees. A zone made of members keeps what was drawn for
 * members without a polygon.
 */
export function groundRecord(
  ground: DraftGround,
  drawnBefore: Shape | null = null,
): Pick<ZoneRecord, 'members' | 'coordinates'> {
  if (ground.kind === 'members') return { members: ground.codes, coordinates: coordinatesOf(drawnBefore) }
  return { members: [], coordinates: coordinatesOf(ground.shape) }
}

const coordinatesOf = (shape: Shape | null): ZoneRecord['coordinates'] =>
  shape?.map((polygon) => polygon.map(positionsOf)) ?? null
