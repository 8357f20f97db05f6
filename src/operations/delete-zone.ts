import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Takes a zone out of every picture, with a reason; the log keeps it and undo brings it back. */
export const deleteZone: Operation<ZoneTarget> = {
  id: 'zone.delete',
  label: 'drawing.menu.delete',
  available: () => true,
  disabled: ({ readOnly }) => (readOnly ? { code: 'read-only' } : null),
  async run({ stay, ask, append }) {
    const because = (await ask('delete'))?.trim()
    if (because) await append([{ type: 'zone.deleted@1', zone: stay.id, because }])
  },
}
