import { expect, test, vi } from 'vitest'
import { BINDINGS, SHORTCUTS } from '../../../../src/views/shell/keymap/bindings'
import { chordOf } from '../../../../src/views/shell/keymap/chord'
import { type KeyDeed, Keymap } from '../../../../src/views/shell/keymap/keymap'
import { isTyping, type OpenSheet, openSheet } from '../../../../src/views/shell/keymap/typing'

interface Given extends Partial<KeyboardEvent> {
  /** what the event passes, from the innermost element outwards */
  readonly path?: readonly object[]
}

const BODY = { tagName: 'BODY' }
function pressed(key: string, { path = [BODY], ...given }: Given = {}): KeyboardEvent {
  const event = {
    ...{ key, code: '', keyCode: 0, isComposing: false, defaultPrevented: false },
    ...{ shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
    ...given,
    composedPath: () => path,
    preventDefault: () => {
      event.defaultPrevented = true
    },
    stopPropagation: vi.fn(),
  }
  return event as unknown as KeyboardEvent
}
const ctrlZ = (given: Given = {}): KeyboardEvent => pressed('z', { ctrlKey: true, ...given })

function desk(open: OpenSheet = null): { keymap: Keymap; undo: KeyDeed; redo: KeyDeed } {
  const keymap = new Keymap(() => open)
  const [undo, redo] = [vi.fn(), vi.fn()]
  keymap.add('desk', { undo, redo })
  return { keymap, undo, redo }
}

test.each([
  ['Mod+Z', { key: 'z', ctrlKey: true }],
  ['Mod+Z', { key: 'z', metaKey: true }],
  ['Mod+Z', { key: 'Z', ctrlKey: true }],
  ['Mod+Z', { key: 'я', code: 'KeyZ', ctrlKey: true }],
  ['Mod+Shift+Z', { key: 'Z', metaKey: true, shiftKey: true }],
  ['Mod+Y', { key: 'y', ctrlKey: true }],
  ['?', { key: '?', shiftKey: true }],
  ['V', { key: 'v' }],
  ['Space', { key: ' ' }],
  ['Shift+F6', { key: 'F6', shiftKey: true }],
  [null, { key: 'z', ctrlKey: true, altKey: true }],
  [null, { key: 'z', ctrlKey: true, metaKey: true }],
  [null, { key: 'Control', ctrlKey: true }],
  [null, { key: 'Process' }],
])('V43 the chord %s', (chord, given) => {
  expect(chordOf(pressed(given.key, given))).toBe(chord)
})

test.each([
  ['an input', { path: [{ tagName: 'INPUT' }, BODY] }],
  ['a textarea', { path: [{ tagName: 'TEXTAREA' }, BODY] }],
  ['a select', { path: [{ tagName: 'select' }, BODY] }],
  ['text that can be edited', { path: [{ tagName: 'B' }, { tagName: 'P', isContentEditable: true }, BODY] }],
  ['an input in a shadow root', { path: [{ tagName: 'INPUT' }, {}, { tagName: 'X-FIELD' }, BODY] }],
  ['a part with the role of a text box', { path: [{ tagName: 'DIV', getAttribute: () => 'textbox' }] }],
  ['an input method at work', { isComposing: true }],
  ['a key that an input method took', { keyCode: 229 }],
])('V43 Ctrl+Z in %s is not the log’s', (_, given) => {
  const { keymap, undo } = desk()
  const event = ctrlZ(given)
  keymap.press(event, true)
  keymap.press(event, false)
  expect(isTyping(event)).toBe(true)
  expect(undo).not.toHaveBeenCalled()
  expect(event.defaultPrevented).toBe(false)
})

test('V43 Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z and ⌘ step the log where nobody types', () => {
  const { keymap, undo, redo } = desk()
  const events = [
    ctrlZ(),
    pressed('z', { metaKey: true }),
    pressed('y', { ctrlKey: true }),
    pressed('Z', { ctrlKey: true, shiftKey: true }),
    pressed('Z', { metaKey: true, shiftKey: true }),
  ]
  for (const event of events) keymap.press(event, false)
  expect(undo).toHaveBeenCalledTimes(2)
  expect(redo).toHaveBeenCalledTimes(3)
  expect(events.every(({ defaultPrevented }) => defaultPrevented)).toBe(true)
})

test.each(['modal', 'beside'] as const)('V43 with a sheet open (%s) the log is not stepped', (open) => {
  const { keymap, undo, redo } = desk(open)
  const events = [ctrlZ(), pressed('y', { ctrlKey: true })]
  for (const event of events) keymap.press(event, false)
  expect(undo).not.toHaveBeenCalled()
  expect(redo).not.toHaveBeenCalled()
  // nor does the browser take back what was typed somewhere else
  expect(events.every(({ defaultPrevented }) => defaultPrevented)).toBe(true)
})

test('V43 a field keeps its own undo in a sheet', () => {
  const { keymap, undo } = desk('modal')
  const event = ctrlZ({ path: [{ tagName: 'INPUT' }, { tagName: 'DIALOG' }, BODY] })
  keymap.press(event, false)
  expect(undo).not.toHaveBeenCalled()
  expect(event.defaultPrevented).toBe(false)
})

test('V43 behind a sheet over the screen no key works; beside one the others do', () => {
  for (const [open, calls] of [
    ['modal', 0],
    ['beside', 1],
  ] as const) {
    const keymap = new Keymap(() => open)
    const help = vi.fn()
    keymap.add('everywhere', { help })
    keymap.press(pressed('?'), false)
    expect(help).toHaveBeenCalledTimes(calls)
  }
})

test('V43 a dialog, what says it is modal and what is marked as a sheet are sheets', () => {
  const page = (holds: string): Pick<ParentNode, 'querySelector'> => ({
    querySelector: ((selector: string) =>
      selector.split(', ').includes(holds) ? {} : null) as ParentNode['querySelector'],
  })
  expect(openSheet(page('dialog[open]'))).toBe('modal')
  expect(openSheet(page('[aria-modal="true"]'))).toBe('modal')
  expect(openSheet(page('[data-sheet]'))).toBe('beside')
  expect(openSheet(page('p'))).toBeNull()
})

test('V43 the first to take a key has it: before the focused element where asked, else the newest screen', () => {
  const keymap = new Keymap(() => null)
  const asked: string[] = []
  keymap.add('everywhere', { wall: () => asked.push('view') })
  let draws = true
  const remove = keymap.add('desk', { lengths: () => draws && asked.push('length') })
  const press = (): void => {
    const event = pressed('1')
    keymap.press(event, true)
    keymap.press(event, false)
  }
  press()
  draws = false
  press()
  remove()
  draws = true
  press()
  expect(asked).toEqual(['length', 'view', 'view'])
})

test('V43 a search can be asked for out of a field, the log not', () => {
  const keymap = new Keymap(() => null)
  const search = vi.fn()
  keymap.add('desk', { search })
  keymap.press(pressed('k', { ctrlKey: true, path: [{ tagName: 'INPUT' }] }), false)
  expect(search).toHaveBeenCalledOnce()
  const stepping = Object.entries(BINDINGS).filter(([, { stepsLog }]) => stepsLog)
  expect(stepping.map(([verb]) => verb)).toEqual(['undo', 'redo'])
  expect(stepping.some(([, { inFields }]) => inFields)).toBe(false)
})

test('V43 the sheet of keys prints what the keymap listens to, each chord once a screen and phase', () => {
  expect(SHORTCUTS.flatMap(({ keys }) => keys.map(([, verb]) => verb)).length).toBe(
    Object.values(BINDINGS).filter(({ shown }) => shown).length,
  )
  const all = Object.values(BINDINGS).flatMap(({ where, isFirst, chords }) =>
    chords.map((chord) => `${where} ${isFirst ?? false} ${chord}`),
  )
  expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([])
})
