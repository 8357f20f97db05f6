import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Puts the zone's id into the clipboard. */
export const copyZoneId: Operation<ZoneTarget> = {
  id: 'zone.copyId',
  label: 'drawing.menu.copyId',
  available: () => true,
  disabled: () => null,
  run: ({ stay, copy }) => copy(stay.id),
}
