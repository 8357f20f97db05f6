/** Every chord of the app by where it works; the words are in area `keys`. */
export const SHORTCUTS = [
  {
    where: 'everywhere',
    keys: [
      ['?', 'help'],
      ['1', 'wall'],
      ['2', 'desk'],
      ['3', 'briefing'],
      ['4', 'import'],
      ['5', 'checks'],
      ['6', 'rules'],
      ['7', 'lookup'],
      ['F6', 'regions'],
      ['[', 'previousZone'],
      [']', 'nextZone'],
      ['Esc', 'cancel'],
    ],
  },
  {
    where: 'wall',
    keys: [
      ['←', 'previousScene'],
      ['→', 'nextScene'],
      ['Space', 'play'],
      ['Home', 'now'],
    ],
  },
  {
    where: 'desk',
    keys: [
      ['Ctrl+K', 'search'],
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Shift+Z', 'redo'],
      ['V P F B R S M L', 'tools'],
      ['O E H T', 'moreTools'],
      ['X', 'snap'],
      ['Enter', 'finish'],
      ['. ,', 'vertices'],
      ['Space', 'setVertex'],
    ],
  },
] as const

/** True where a key belongs to what is being typed or chosen, not to the app. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}
