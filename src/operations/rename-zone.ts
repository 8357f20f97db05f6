import type { Operation } from './operation'
import type { ZoneTarget } from './zone-target'

/** Gives a zone another name. */
export const renameZone: Operation<ZoneTarget> = {
  id: 'zone.rename',
  label: 'drawing.menu.rename',
  available: () => true,
  disabled: ({ readOnly }) => (readOnly ? { code: 'read-only' } : null),
  async run({ stay, ask, append }) {
    const name = (await ask('name'))?.trim()
    if (name && name !== stay.name) await append([{ type: 'zone.renamed@1', zone: stay.id, name }])
  },
}
