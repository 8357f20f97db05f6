import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes up the choice of the zone that is merged into this one. */
export const joinZone: Operation<ZoneTarget> = {
  id: 'zone.merge',
  label: 'drawing.menu.merge',
  key: 'M',
  available: () => true,
  disabled: ({ others }) => (others === 0 ? { code: 'no-other-zone' } : null),
  run: ({ begin }) => begin('merge'),
}
