import type { SchemeNote } from './scheme'

/** Notes of a scheme, each said once. */
export class NoteBook {
  readonly all: SchemeNote[] = []
  private readonly seen = new Set<string>()

  add(note: SchemeNote): void {
    const { rule: _, ...about } = note.because
    const key = JSON.stringify([note.code, note.level, note.zone, about])
    if (!this.seen.has(key)) this.all.push(note)
    this.seen.add(key)
  }
}
