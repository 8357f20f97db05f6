import { onScopeDispose } from 'vue'
import type { KeyPlace, VerbsOf } from './bindings'
import { type KeyDeed, Keymap } from './keymap'
import { openSheet } from './typing'

const keymap = new Keymap(() => openSheet(document))
const before = (event: KeyboardEvent): void => keymap.press(event, true)
const after = (event: KeyboardEvent): void => keymap.press(event, false)

/** What the keys of a screen do as long as it is open. The one place that listens to keys for the whole page. */
export function useKeymap<Where extends KeyPlace>(
  where: Where,
  deeds: Readonly<Partial<Record<VerbsOf<Where>, KeyDeed>>>,
): void {
  if (keymap.isEmpty) {
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', after)
  }
  const remove = keymap.add(where, deeds)
  onScopeDispose(() => {
    remove()
    if (!keymap.isEmpty) return
    window.removeEventListener('keydown', before, { capture: true })
    window.removeEventListener('keydown', after)
  })
}
