import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes up the vertices of a zone's line. */
export const editZoneShape: Operation<ZoneTarget> = {
  id: 'zone.editShape',
  label: 'drawing.menu.editShape',
  available: () => true,
  disabled: ({ stay }) => (stay.members.length > 0 ? { code: 'made-of-members' } : null),
  run: ({ begin }) => begin('select'),
}
