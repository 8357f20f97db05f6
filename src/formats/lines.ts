/** A text in pieces that end with a line, all but the last. */
export interface TextPieces {
  readonly count: number
  readonly at: (piece: number) => string
}

/** The lines of a text, or those of it below a title. */
export interface TextLines {
  readonly length: number
  /** whether a quotation mark stands anywhere in the text */
  readonly hasQuotes: boolean
  /** the line without what ends it */
  at(line: number): string
  /** the lines from one to another with what parts them */
  from(first: number, last: number): string
}

/** The lines below the first ones. */
export const linesBelow = (lines: TextLines, count: number): TextLines =>
  count === 0
    ? lines
    : {
        length: lines.length - count,
        hasQuotes: lines.hasQuotes,
        at: (line) => lines.at(line + count),
        from: (first, last) => lines.from(first + count, last + count),
      }

/** The first of the lines. */
export const firstLines = (lines: TextLines, count: number): string[] =>
  Array.from({ length: Math.min(count, lines.length) }, (_, at) => lines.at(at))

/** The text from its beginning on: so many signs, or all of it. */
export function beginningOf(lines: TextLines, signs: number): string {
  let [last, length] = [0, 0]
  while (last < lines.length - 1 && length < signs) length += lines.at(last++).length + 1
  return lines.from(0, last).slice(0, signs)
}

/** So many pieces are held: of a text of few pieces all, of a longer one those about the rows that are read, the first and the last. */
const HELD = 16

/** Where the lines of a text begin and end. Of the text a few pieces are held, and no line. */
export class Lines implements TextLines {
  readonly length: number
  readonly hasQuotes: boolean
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  /** the first line of each piece */
  readonly #firsts: readonly number[]
  readonly #held = new Map<number, string>()

  constructor(
    private readonly pieces: TextPieces,
    /** called with the share of the text that was looked at; may throw to end it */
    step: (share: number) => void = () => {},
  ) {
    const starts = new Numbers()
    const ends = new Numbers()
    const firsts: number[] = []
    let hasQuotes = false
    for (let piece = 0; piece < pieces.count; piece += 1) {
      firsts.push(starts.length)
      const text = this.#piece(piece)
      hasQuotes ||= text.includes('"')
      linesIn(text, { isLast: piece === pieces.count - 1, starts, ends })
      step((piece + 1) / pieces.count)
    }
    this.#firsts = firsts
    this.#starts = starts.all()
    this.#ends = ends.all()
    this.length = starts.length
    this.hasQuotes = hasQuotes
  }

  static of(text: string): Lines {
    return new Lines({ count: 1, at: () => text })
  }

  at(line: number): string {
    return this.#piece(this.#pieceOf(line)).slice(this.#starts[line]!, this.#ends[line]!)
  }

  from(first: number, last: number): string {
    const [begin, end] = [this.#pieceOf(first), this.#pieceOf(last)]
    if (begin === end) return this.#piece(begin).slice(this.#starts[first]!, this.#ends[last]!)
    let text = this.#piece(begin).slice(this.#starts[first]!)
    for (let piece = begin + 1; piece < end; piece += 1) text += this.#piece(piece)
    return text + this.#piece(end).slice(0, this.#ends[last]!)
  }

  #pieceOf(line: number): number {
    let [low, high] = [0, this.#firsts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#firsts[middle]! <= line) low = middle
      else high = middle
    }
    return low
  }

  #piece(piece: number): string {
    const held = this.#held.get(piece)
    if (held !== undefined) return held
    const at = this.pieces.at(piece)
    const text = piece === 0 ? at.replace(/^\uFEFF/, '') : at
    if (this.#held.size >= HELD) this.#held.delete(this.#held.keys().next().value!)
    this.#held.set(piece, text)
    return text
  }
}

const FEED = 0x0a
const RETURN = 0x0d

interface Found {
  readonly isLast: boolean
  readonly starts: Numbers
  readonly ends: Numbers
}

/** The lines of a piece; behind the end of its last one the next piece begins. */
function linesIn(text: string, { isLast, starts, ends }: Found): void {
  let from = 0
  for (;;) {
    const end = endOfLine(text, from)
    starts.push(from)
    ends.push(end)
    if (end === text.length) return
    from = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === FEED ? end + 2 : end + 1
    if (from === text.length && !isLast) return
  }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === FEED || code === RETURN) return at
  }
  return text.length
}

/** Numbers while they come in. */
class Numbers {
  #numbers = new Uint32Array(1024)
  length = 0

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.length)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length++] = number
  }

  all(): Uint32Array {
    return this.#numbers.slice(0, this.length)
  }
}
