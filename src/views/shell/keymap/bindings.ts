/** A screen with keys of its own; `everywhere` is every screen. */
export type KeyPlace = 'everywhere' | 'wall' | 'desk' | 'hand' | 'plan' | 'firstRun'

interface Binding {
  readonly where: KeyPlace
  /** as `chordOf` says them */
  readonly chords: readonly string[]
  /** how the sheet of keys prints it; without, it is not printed */
  readonly shown?: string
  /** comes before what has the focus: the map's own keys, a button's */
  readonly isFirst?: true
  /** works while a field has the focus too */
  readonly inFields?: true
  /** takes the log a step back or forth: never while a sheet is open */
  readonly stepsLog?: true
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/** Every chord of the app: the one table that both the listener and the sheet of keys read. */
const TABLE = {
  help: { where: 'everywhere', chords: ['?'], shown: '?' },
  wall: { where: 'everywhere', chords: ['1'], shown: '1' },
  desk: { where: 'everywhere', chords: ['2'], shown: '2' },
  briefing: { where: 'everywhere', chords: ['3'], shown: '3' },
  import: { where: 'everywhere', chords: ['4'], shown: '4' },
  checks: { where: 'everywhere', chords: ['5'], shown: '5' },
  rules: { where: 'everywhere', chords: ['6'], shown: '6' },
  lookup: { where: 'everywhere', chords: ['7'], shown: '7' },
  regions: { where: 'everywhere', chords: ['F6', 'Shift+F6'], shown: 'F6' },
  previousZone: { where: 'everywhere', chords: ['['], shown: '[' },
  nextZone: { where: 'everywhere', chords: [']'], shown: ']' },
  unplaced: { where: 'everywhere', chords: ['U'], shown: 'U' },
  exportLists: { where: 'everywhere', chords: ['Mod+S'], shown: 'Ctrl+S', inFields: true },
  byHand: { where: 'everywhere', chords: ['N'], shown: 'N' },
  entryKind: {
    where: 'hand',
    chords: letters('SCKPRBFQDTMO'),
    shown: 'S C K P R B F Q D T M O',
    isFirst: true,
  },
  feed: { where: 'hand', chords: ['A'], shown: 'A', isFirst: true },
  entryChoice: { where: 'hand', chords: letters('1234'), shown: '1 2 3 4', isFirst: true },
  zeroReport: { where: 'hand', chords: ['0'], shown: '0', isFirst: true },
  closeHand: { where: 'hand', chords: ['Escape'], shown: 'Esc', inFields: true },
  nextItem: { where: 'desk', chords: ['J', 'K'], shown: 'J K' },
  previousScene: { where: 'wall', chords: ['ArrowLeft'], shown: '←' },
  nextScene: { where: 'wall', chords: ['ArrowRight'], shown: '→' },
  play: { where: 'wall', chords: ['Space'], shown: 'Space' },
  now: { where: 'wall', chords: ['Home'], shown: 'Home' },
  cancel: { where: 'wall', chords: ['Escape'], shown: 'Esc' },
  search: { where: 'desk', chords: ['Mod+K'], shown: 'Ctrl+K', inFields: true },
  undo: { where: 'desk', chords: ['Mod+Z'], shown: 'Ctrl+Z', stepsLog: true },
  redo: { where: 'desk', chords: ['Mod+Shift+Z', 'Mod+Y'], shown: 'Ctrl+Y', stepsLog: true },
  tools: { where: 'desk', chords: letters('VPFBRSML'), shown: 'V P F B R S M L', isFirst: true },
  moreTools: { where: 'desk', chords: letters('OEHT'), shown: 'O E H T', isFirst: true },
  snap: { where: 'desk', chords: ['X'], shown: 'X', isFirst: true },
  finish: { where: 'desk', chords: withShift('Enter'), shown: 'Enter', isFirst: true },
  vertices: { where: 'desk', chords: ['.', ',', ...withShift(...ARROWS)], shown: '. ,', isFirst: true },
  setVertex: { where: 'desk', chords: withShift('Space'), shown: 'Space', isFirst: true },
  lengths: { where: 'desk', chords: [...letters('0123456789'), '-'], isFirst: true },
  undraw: { where: 'desk', chords: withShift('Escape', 'Backspace', 'Delete'), isFirst: true },
  takeBack: { where: 'plan', chords: ['Mod+Z'], shown: 'Ctrl+Z', inFields: true },
  leaveTable: { where: 'plan', chords: ['Escape'], shown: 'Esc' },
  openDemo: { where: 'firstRun', chords: ['Enter'] },
  chooseFiles: { where: 'firstRun', chords: ['Mod+O'] },
} as const satisfies Record<string, Binding>

export type KeyVerb = keyof typeof TABLE
export type VerbsOf<Where extends KeyPlace> = {
  [Verb in KeyVerb]: (typeof TABLE)[Verb]['where'] extends Where ? Verb : never
}[KeyVerb]

export const BINDINGS: Readonly<Record<KeyVerb, Binding>> = TABLE

/** Rows of the sheet of keys: [keys as printed, verb], by screen. */
export const SHORTCUTS = (['everywhere', 'wall', 'desk', 'hand', 'plan'] as const).map((where) => ({
  where,
  keys: (Object.entries(BINDINGS) as [KeyVerb, Binding][])
    .filter(([, binding]) => binding.where === where && binding.shown !== undefined)
    .map(([verb, { shown }]) => [shown!, verb] as const),
}))

function letters(text: string): string[] {
  return [...text]
}

function withShift(...keys: readonly string[]): string[] {
  return [...keys, ...keys.map((key) => `Shift+${key}`)]
}
