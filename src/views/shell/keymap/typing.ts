const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT'])
const FIELD_ROLES = new Set(['textbox', 'searchbox', 'spinbutton'])
/** keyCode of a key that an input method has taken */
const TAKEN_BY_INPUT_METHOD = 229

/** True while an input method makes a word of keys: none of them is meant for anybody else. */
export function isComposing({ isComposing: composing, keyCode }: KeyboardEvent): boolean {
  return composing || keyCode === TAKEN_BY_INPUT_METHOD
}

/**
 * True where a key belongs to what is being typed or chosen, not to the app: a field has the focus (also one inside a
 * shadow root, whose event names only its host), or an input method is composing.
 */
export function isTyping(event: KeyboardEvent): boolean {
  return isComposing(event) || event.composedPath().some((node) => isField(node as HTMLElement))
}

function isField(node: HTMLElement): boolean {
  if (typeof node.tagName !== 'string') return false
  if (FIELDS.has(node.tagName.toUpperCase()) || node.isContentEditable) return true
  return FIELD_ROLES.has(node.getAttribute?.('role') ?? '')
}

/** A sheet over the whole screen: nothing behind it takes keys. */
export const MODAL_SHEETS = 'dialog[open], [aria-modal="true"]'
/** A form or panel beside the map that takes input: the log is not stepped back while it is open. */
export const SHEETS = '[data-sheet]'

export type OpenSheet = 'modal' | 'beside' | null

export function openSheet(page: Pick<ParentNode, 'querySelector'>): OpenSheet {
  if (page.querySelector(MODAL_SHEETS)) return 'modal'
  return page.querySelector(SHEETS) ? 'beside' : null
}
