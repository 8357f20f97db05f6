import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes up the line that splits a zone. */
export const cutZone: Operation<ZoneTarget> = {
  id: 'zone.split',
  label: 'drawing.menu.split',
  key: 'S',
  available: () => true,
  disabled: () => null,
  run: ({ begin }) => begin('split'),
}
