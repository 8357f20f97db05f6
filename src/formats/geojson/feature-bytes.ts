import { type Parts, PIECE } from '../parts'
import type { Encoding } from '../text'
import { signsOf } from './signs'

/** Where the features of a collection stand in its bytes, and the document without them. */
export interface FeatureBytes {
  /** of each feature, where it begins and ends */
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** where what stands before its features ends, and where what stands behind them begins */
  readonly around: { readonly ends: number; readonly begins: number }
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]
const NAME = new TextEncoder().encode('"features"')
/** signs around the features; a document of more is read whole */
const MOST_AROUND = 1_000_000

export interface Scanning {
  readonly encoding: Encoding
  /** bytes that are read at once */
  readonly length?: number
  /** called now and then with the share that is done; may throw to end it */
  readonly step?: (share: number) => void
}

/**
 * Finds the features of a collection without reading them: the objects in the list that the member `features` of the
 * outermost object holds. Null where the document is otherwise, or nests otherwise than JSON does; whether each of them
 * is JSON is for who reads it.
 */
export function featureBytes(parts: Parts, scanning: Scanning): FeatureBytes | null {
  const { unit } = signsOf(scanning.encoding)
  const scan = new Scan(unit)
  for (const { signs, from } of eachSigns(parts, scanning)) if (!scan.read(signs, from)) return null
  return scan.found()
}

/** The signs of a text a part at a time, each with the byte of the file at which it begins. */
export function* eachSigns(
  parts: Parts,
  { encoding, length = PIECE, step = () => {} }: Scanning,
): Generator<{ readonly signs: Uint8Array; readonly from: number }> {
  const { unit, of } = signsOf(encoding)
  const whole = length + (length % unit)
  for (let from = 0; from < parts.size; from += whole) {
    yield { signs: of(parts.part(from, Math.min(parts.size, from + whole))), from }
    step(Math.min(1, (from + whole) / parts.size))
  }
}

/** Where the scan stands: around the list of features, in it between two of them, or amid one. */
type Place = 'around' | 'between' | 'within'

class Scan {
  #place: Place = 'around'
  #depth = 0
  #isText = false
  #isEscaped = false
  /** how much of the name `features` stands right before, then a colon */
  #named = 0
  #hasList = false
  #isDue = false
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  /** signs around the features so far */
  #around = 0
  #headEnds = 0
  #tailBegins = 0

  /** @param unit bytes a sign */
  constructor(private readonly unit: number) {}

  /** False where the document is none that can be read so. */
  read(signs: Uint8Array, offset: number): boolean {
    for (let at = 0; at < signs.length; at += 1) {
      const byte = signs[at]!
      if (
        this.#place === 'within' &&
        this.#isText &&
        !this.#isEscaped &&
        byte !== QUOTE &&
        byte !== BACKSLASH
      )
        continue
      if (!this.#take(byte, offset + at * this.unit)) return false
    }
    return this.#around <= MOST_AROUND
  }

  found(): FeatureBytes | null {
    if (this.#depth !== 0 || this.#isText || !this.#hasList || this.#place !== 'around') return null
    return {
      starts: Float64Array.from(this.#starts),
      ends: Float64Array.from(this.#ends),
      around: { ends: this.#headEnds, begins: this.#tailBegins },
    }
  }

  #take(byte: number, at: number): boolean {
    if (this.#isText) return this.#inText(byte)
    if (this.#place === 'between') return this.#between(byte, at)
    if (byte === QUOTE) this.#isText = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) return this.#open(byte, at)
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) return this.#close(byte, at)
    if (this.#place === 'around') this.#keep(byte)
    return true
  }

  #inText(byte: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) this.#isText = false
    if (this.#place === 'around') this.#keep(byte)
    return true
  }

  /** What stands around is kept, and looked at for the name of the list in the outermost object. */
  #keep(byte: number): void {
    this.#around += 1
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return
    if (this.#depth === 1 && byte === NAME[this.#named]) this.#named += 1
    else if (this.#named === NAME.length && byte === COLON) this.#named += 1
    else this.#named = byte === QUOTE && this.#depth === 1 ? 1 : 0
  }

  #open(byte: number, at: number): boolean {
    if (this.#place === 'around') {
      const isList = byte === OPEN_LIST && this.#depth === 1 && this.#named === NAME.length + 1
      if (isList && this.#hasList) return false
      this.#keep(byte)
      if (isList) {
        this.#hasList = true
        this.#headEnds = at + this.unit
        this.#place = 'between'
      }
    }
    this.#depth += 1
    return this.#depth <= DEEPEST
  }

  #close(byte: number, at: number): boolean {
    this.#depth -= 1
    if (this.#place === 'around') this.#keep(byte)
    else if (this.#depth === 2) {
      if (byte !== CLOSE_OBJECT) return false
      this.#ends.push(at + this.unit)
      this.#place = 'between'
      this.#isDue = false
    }
    return this.#depth >= 0
  }

  /** Between two features stands a comma and nothing else. */
  #between(byte: number, at: number): boolean {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return true
    const isFirst = this.#starts.length === 0
    if (byte === OPEN_OBJECT && (isFirst || this.#isDue)) {
      this.#starts.push(at)
      this.#place = 'within'
      this.#depth += 1
      return true
    }
    if (byte === COMMA && !isFirst && !this.#isDue) {
      this.#isDue = true
      return true
    }
    if (byte !== CLOSE_LIST || this.#isDue) return false
    this.#place = 'around'
    this.#tailBegins = at
    this.#depth -= 1
    this.#keep(byte)
    return true
  }
}

/** As deep as JSON is read at all. */
const DEEPEST = 200
