import { LIMITS } from './limits'
import type { TextPieces } from './lines'
import { type Parts, PIECE, watchedIn } from './parts'
import type { Read } from './table'
import { type Encoding, encodingIn, isWrittenIn, markedAs, readText, tooLarge } from './text'

export interface PiecedText {
  readonly pieces: TextPieces
  readonly encoding: Encoding
}

/**
 * Text of a file in pieces that end with a line, each decoded when it is asked for: neither its bytes nor its text are
 * held whole. What cannot be read is read whole, so that it is refused in the same words. `watch` is called as its bytes
 * are read and may throw to end it.
 */
export function readPieces(parts: Parts, length = PIECE, watch?: () => void): Read<PiecedText> {
  if (parts.size > LIMITS.bytes) return tooLarge(parts.size)
  if (parts.size <= length) return wholeOf(parts)
  return pieced(watchedIn(parts, watch), length)
}

function pieced(parts: Parts, length: number): Read<PiecedText> {
  const marked = markedAs(parts)
  const borders = bordersOf(parts, { marked, length })
  const bytesOf = (piece: number): Uint8Array => parts.part(borders[piece - 1] ?? 0, borders[piece]!)
  const encoding = encodingIn(parts, length)
  if (encoding === null || (marked && !isWrittenIn(marked, parts, length))) return wholeOf(parts)
  const at = decoded(encoding, bytesOf)
  for (let piece = 0; piece < borders.length; piece += 1)
    if (at(piece).trim() !== '')
      return { ok: true, value: { pieces: { count: borders.length, at }, encoding } }
  return wholeOf(parts)
}

function wholeOf(parts: Parts): Read<PiecedText> {
  const read = readText(parts.part(0, parts.size))
  if (!read.ok) return read
  const { text, encoding } = read.value
  return { ok: true, value: { pieces: { count: 1, at: () => text }, encoding } }
}

/** Pieces as text: only the first one may begin with a byte order mark, elsewhere its sign is a sign. */
function decoded(encoding: Encoding, bytesOf: (piece: number) => Uint8Array): (piece: number) => string {
  const first = new TextDecoder(encoding)
  const further = new TextDecoder(encoding, { ignoreBOM: true })
  return (piece) => (piece === 0 ? first : further).decode(bytesOf(piece))
}

const FEED = 0x0a
const RETURN = 0x0d

interface Cutting {
  readonly marked: Encoding | null
  /** bytes of a piece, more where a line is longer */
  readonly length: number
}

/**
 * Where pieces end: behind the end of a line. Its signs are part of no other sign in any encoding that is read, if those
 * of UTF-16 are looked at in twos.
 */
function bordersOf(parts: Parts, { marked, length }: Cutting): number[] {
  const isWide = marked === 'utf-16le' || marked === 'utf-16be'
  const step = isWide ? 2 : 1
  const borders: number[] = []
  const least = length + (length % step)
  for (let from = least; from < parts.size; ) {
    const border = behindLine(parts, from, { step, low: marked === 'utf-16be' ? 1 : 0 })
    if (border >= parts.size) break
    borders.push(border)
    from = border + least
  }
  return [...borders, parts.size]
}

interface Signs {
  /** bytes a sign */
  readonly step: number
  /** which of them is the low one */
  readonly low: number
}

/** Behind the first end of a line from there on; the end of the file where there is none. */
function behindLine(parts: Parts, from: number, { step, low }: Signs): number {
  // the sign before is looked at too: a line may end there, or with two signs of which it is the first
  for (let begin = from - step; begin < parts.size; begin += WINDOW - step) {
    const bytes = parts.part(begin, Math.min(parts.size, begin + WINDOW))
    const signAt = (at: number): number =>
      step === 1 ? bytes[at]! : bytes[at + low]! | (bytes[at + 1 - low]! << 8)
    for (let at = 0; at + step < bytes.length; at += step) {
      const sign = signAt(at)
      if (sign === FEED || (sign === RETURN && signAt(at + step) !== FEED)) return begin + at + step
    }
  }
  return parts.size
}

/** bytes that are looked at for the end of a line at once */
const WINDOW = 16_384
