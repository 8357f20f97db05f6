/** What of a key event a chord is read from. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The chord of a key event: `Mod+Shift+Z`, `Shift+F6`, `Space`, `V`, `?`. `Mod` is Ctrl or ⌘. Letters are upper case;
 * Shift is named only where it does not already make another character. With `Mod`, a key without a Latin letter
 * (a Cyrillic layout, an input method) is read by its place on the keyboard. Null is a modifier alone, a dead key, or
 * with Alt, which types characters on many layouts.
 */
export function chordOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (altKey || (ctrlKey && metaKey) || NOT_PRESSED.has(key)) return null
  const mod = ctrlKey || metaKey
  const name = key === ' ' ? 'Space' : key
  const isCharacter = [...name].length === 1
  const placed = mod && isCharacter && !/^[\x21-\x7e]$/.test(name) ? letterAt(code) : null
  const said = isCharacter ? (placed ?? name.toUpperCase()) : name
  const shifted = shiftKey && (!isCharacter || mod)
  return [...(mod ? ['Mod'] : []), ...(shifted ? ['Shift'] : []), said].join('+')
}

const NOT_PRESSED = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'Dead',
  'Process',
  'Unidentified',
])

function letterAt(code: string): string | null {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? null
}
