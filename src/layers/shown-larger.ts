import type { Position } from '#geo'
import type { MapViewState } from './part'

/** Discs and names of ground that is shown larger beside the map are not drawn on it. */
export function isShownLarger([lon, lat]: Position, { inset }: MapViewState): boolean {
  if (!inset || inset.isLarger) return false
  const [west, south, east, north] = inset.ground
  return lon > west && lon < east && lat > south && lat < north
}
