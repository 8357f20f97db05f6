import type { ParsingOptions } from '@e965/xlsx'
import type { Asked } from '../format'

/** Cells as they are stored: numbers with their format, so that days are told from counts; styles, for they hold which rows are hidden. */
const READING = { dense: true, cellNF: true, cellText: true, cellDates: false, cellStyles: true } as const
/** rows between two looks at whether to go on */
const STRIDE = 50

/**
 * A reading of the library that is watched and can be ended. It has no hook for either, but asks its options at every row
 * how many are wanted: there they are counted, and there it ends. A fault amid a sheet it passes over, unless its option
 * WTF says otherwise.
 */
export class Watch {
  #asked = 0
  #ended: { readonly reason: unknown } | null = null

  /** @param countsRows false where it asks at every cell, so that no rows can be told */
  constructor(
    private readonly opening: Asked['opening'],
    private readonly countsRows: boolean,
  ) {}

  begin(): void {
    this.opening?.(0)
  }

  /** Not to be copied: the library has to ask this very object. */
  options(more: ParsingOptions): ParsingOptions {
    const sheetRows = { get: () => this.#next(), set: () => {}, enumerable: true }
    const WTF = { get: () => this.#ended !== null, set: () => {}, enumerable: true }
    return Object.defineProperties({ ...READING, ...more }, { sheetRows, WTF })
  }

  /** Throws what ended the reading, where something did: the library may have passed over it. */
  refuseEnded(): void {
    if (this.#ended) throw this.#ended.reason
  }

  #next(): number {
    this.#asked += 1
    if (!this.#ended && this.#asked % STRIDE === 0) {
      try {
        this.opening?.(this.countsRows ? this.#asked : 0)
      } catch (reason) {
        this.#ended = { reason }
      }
    }
    this.refuseEnded()
    return 0
  }
}
