import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes up the vertices of a zone's line; one made of members is turned into a free shape only when a person says so. */
export const editZoneShape: Operation<ZoneTarget> = {
  id: 'zone.editShape',
  label: 'drawing.menu.editShape',
  available: () => true,
  disabled: () => null,
  run: ({ begin }) => begin('select'),
}
