import type { Measure } from './page'

/** Characters that may not begin a line, and those that may not end one (Chinese line breaking, GB/T 15834). */
const NEVER_FIRST = /^[，。、；：！？）》」』】”’%‰〕),.;:!?]/
const NEVER_LAST = /[（《「『【“‘〔(]/

/** A Latin word or figure with the marks and the apostrophes in it, room, or one character. */
const PIECES = /(?:[A-Za-zÀ-ɏ0-9.,:%−–/—-]|(?<=[A-Za-zÀ-ɏ])['’](?=[A-Za-zÀ-ɏ]))+|\s+|[^\sA-Za-zÀ-ɏ0-9]/gu

/** Breaks a text into lines no wider than `width`: Han between characters, Latin words and figures whole. */
export function wrap(text: string, width: number, measureText: (text: string) => number): string[] {
  const pieces = text.match(PIECES) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && measureText(line + piece.trimEnd()) > width && !NEVER_FIRST.test(piece)) {
      const carried = NEVER_LAST.test(line.at(-1) ?? '') ? line.at(-1)! : ''
      lines.push((carried ? line.slice(0, -1) : line).trimEnd())
      line = carried + piece.trimStart()
    } else line += piece
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}

interface Sizes {
  readonly size: number
  readonly least: number
  readonly weight?: number
}

/** The largest size, in halves of a px from `size` down to `least`, at which a line is no wider than `width`. */
export function sizeFor(
  text: string,
  width: number,
  { size, least, weight = 400 }: Sizes,
  measure: Measure,
): number {
  let fitting = size
  while (fitting > least && measure(text, fitting, weight) > width) fitting -= 0.5
  return fitting
}

/** A text in as many lines as it takes at the largest size that needs no more than `most` of them. */
export function linesFor(
  text: string,
  width: number,
  { size, least, weight = 400, most }: Sizes & { readonly most: number },
  measure: Measure,
): { lines: string[]; size: number } {
  for (let fitting = size; ; fitting -= 0.5) {
    const lines = wrap(text, width, (part) => measure(part, fitting, weight))
    if (lines.length <= most || fitting <= least) return { lines, size: fitting }
  }
}
