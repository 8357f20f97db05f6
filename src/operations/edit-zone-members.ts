import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes compounds in and out of a zone. */
export const editZoneMembers: Operation<ZoneTarget> = {
  id: 'zone.editMembers',
  label: 'drawing.menu.editMembers',
  key: 'B',
  available: () => true,
  disabled: ({ stay }) => (stay.members.length === 0 ? { code: 'drawn-freely' } : null),
  run: ({ begin }) => begin('place'),
}
