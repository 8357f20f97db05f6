import { BINDINGS, type KeyPlace, type KeyVerb } from './bindings'
import { chordOf } from './chord'
import { isComposing, isTyping, type OpenSheet } from './typing'

/** What a screen does on a verb. False: not now, the next screen or the browser may have the key. */
export type KeyDeed = (event: KeyboardEvent) => unknown
export type KeyDeeds = Readonly<Partial<Record<KeyVerb, KeyDeed>>>

interface Screen {
  readonly where: KeyPlace
  readonly deeds: KeyDeeds
}

/** Chord → verb → what the screens that are open do. The last screen opened is asked first. */
export class Keymap {
  private screens: readonly Screen[] = []

  /** @param openSheet which kind of sheet is open at the moment of the key */
  constructor(private readonly openSheet: () => OpenSheet) {}

  get isEmpty(): boolean {
    return this.screens.length === 0
  }

  /** Returns what takes the screen out again. */
  add(where: KeyPlace, deeds: KeyDeeds): () => void {
    const screen = { where, deeds }
    this.screens = [screen, ...this.screens]
    return () => {
      this.screens = this.screens.filter((one) => one !== screen)
    }
  }

  /**
   * Does what the key says, and keeps it from the browser. `isFirst`: before what has the focus has seen the key, else
   * after, and only where that left it alone.
   */
  press(event: KeyboardEvent, isFirst: boolean): void {
    const chord = chordOf(event)
    if (chord === null || event.defaultPrevented || isComposing(event)) return
    for (const { where, deeds } of this.screens) {
      for (const verb of verbsOf(chord, where)) {
        const deed = deeds[verb]
        const binding = BINDINGS[verb]
        if (!deed || (binding.isFirst ?? false) !== isFirst) continue
        if (!this.belongsToApp(event, verb)) continue
        const isHeld = binding.stepsLog === true && this.openSheet() !== null
        if (!isHeld && deed(event) === false) continue
        event.preventDefault()
        if (isFirst) event.stopPropagation()
        return
      }
    }
  }

  private belongsToApp(event: KeyboardEvent, verb: KeyVerb): boolean {
    const { inFields = false, stepsLog = false } = BINDINGS[verb]
    if (isTyping(event) && !inFields) return false
    return stepsLog || this.openSheet() !== 'modal'
  }
}

function verbsOf(chord: string, where: KeyPlace): KeyVerb[] {
  return BY_CHORD.get(chord)?.filter((verb) => BINDINGS[verb].where === where) ?? []
}

const BY_CHORD = new Map<string, KeyVerb[]>()
for (const verb of Object.keys(BINDINGS) as KeyVerb[])
  for (const chord of BINDINGS[verb].chords) BY_CHORD.set(chord, [...(BY_CHORD.get(chord) ?? []), verb])
