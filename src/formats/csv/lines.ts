/** Where the lines of a text begin and end: the text itself is kept once, and no line of it. */
export class Lines {
  readonly length: number
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(private readonly text: string) {
    let room = 1024
    let starts = new Uint32Array(room)
    let ends = new Uint32Array(room)
    let count = 0
    let from = 0
    for (;;) {
      const end = endOfLine(text, from)
      if (count === room) {
        room *= 2
        starts = grown(starts, room)
        ends = grown(ends, room)
      }
      starts[count] = from
      ends[count++] = end
      if (end === text.length) break
      from = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === FEED ? end + 2 : end + 1
    }
    this.#starts = starts.slice(0, count)
    this.#ends = ends.slice(0, count)
    this.length = count
  }

  /** The line without what ends it. */
  at(line: number): string {
    return this.text.slice(this.#starts[line]!, this.#ends[line]!)
  }

  /** The lines from one to another with what parts them. */
  from(first: number, last: number): string {
    return this.text.slice(this.#starts[first]!, this.#ends[last]!)
  }
}

const FEED = 0x0a
const RETURN = 0x0d

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === FEED || code === RETURN) return at
  }
  return text.length
}

function grown(numbers: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room)
  larger.set(numbers)
  return larger
}
