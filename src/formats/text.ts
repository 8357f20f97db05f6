import { LIMITS } from './limits'
import { eachPart, type Parts, PIECE, partsOf } from './parts'
import type { Read } from './table'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

/**
 * Text of a file in the encoding that its bytes speak for: a byte order mark, the zeros of UTF-16, well-formed UTF-8,
 * else GB18030 unless Big5 fits better. Bytes that fit none, and UTF-8 with a fault in it, are refused with the place.
 */
export function readText(bytes: Uint8Array): Read<DecodedText> {
  if (bytes.length === 0) return { ok: false, code: 'empty-file', seen: null }
  if (bytes.length > LIMITS.bytes) return tooLarge(bytes.length)
  const utf8 =
    byMark(bytes) === null && byZeros(bytes, bytes.length) === null ? decodedAs('utf-8', bytes) : null
  const encoding = utf8 === null ? encodingOf(bytes) : 'utf-8'
  const text = utf8 ?? (encoding && decodedAs(encoding, bytes))
  if (text === null) {
    const isUtf8 = byMark(bytes) === 'utf-8' || isMostlyUtf8(beyondAscii([bytes]))
    const [code, seen] = [isUtf8 ? 'not-utf8' : 'no-encoding', firstForeignByte(bytes)] as const
    return { ok: false, code, seen }
  }
  if (text.trim() === '') return { ok: false, code: 'empty-file', seen: null }
  return { ok: true, value: { text, encoding: encoding! } }
}

/** Why a file is not looked at that is longer than any. */
export const tooLarge = (size: number): Extract<Read<never>, { ok: false }> => ({
  ok: false,
  code: 'file-too-large',
  seen: `${Math.round(size / 1e6)} MB`,
})

/** The encoding of the bytes, by evidence; null where they fit none. */
export const encodingOf = (bytes: Uint8Array): Encoding | null => encodingIn(partsOf(bytes))

/** The same of a file of which no more than a part is held. */
export function encodingIn(parts: Parts, length = PIECE): Encoding | null {
  const marked = markedAs(parts)
  if (marked) return marked
  const isIn = (encoding: Encoding): boolean => isWrittenIn(encoding, parts, length)
  if (isIn('utf-8')) return 'utf-8'
  const looked = beyondAscii(eachPart(parts, length))
  if (isMostlyUtf8(looked)) return null
  const [gb, big5] = [isIn('gb18030'), isIn('big5')]
  if (!gb || !big5) return gb ? 'gb18030' : big5 ? 'big5' : null
  const fit = fitOf(looked)
  return fit.big5 > fit.gb18030 + CLEARLY ? 'big5' : 'gb18030'
}

/** Whether every byte of the file fits the encoding, wherever a part ends. */
export function isWrittenIn(encoding: Encoding, parts: Parts, length = PIECE): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const pairs = encoding === 'big5' ? new Pairs() : null
  try {
    for (const bytes of eachPart(parts, length)) {
      if (pairs && !pairs.fit(bytes)) return false
      decoder.decode(bytes, { stream: true })
    }
    decoder.decode()
    return !pairs?.isOpen
  } catch {
    return false
  }
}

/** The encoding that a byte order mark, or the zeros of UTF-16, tell; null where neither does. */
export function markedAs(parts: Parts): Encoding | null {
  const beginning = parts.part(0, Math.min(parts.size, LOOKED_AT))
  return byMark(beginning) ?? byZeros(beginning, parts.size)
}

/** The text, its byte order mark removed; null where one byte does not fit. */
export function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  if (encoding === 'big5') {
    const pairs = new Pairs()
    if (!pairs.fit(bytes) || pairs.isOpen) return null
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether every byte of Big5 beyond ASCII stands in a pair: engines differ in what else they let pass. */
class Pairs {
  /** whether the last byte looked at is the first of a pair */
  isOpen = false

  fit(bytes: Uint8Array): boolean {
    for (const byte of bytes) {
      if (this.isOpen) {
        if (!((byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe))) return false
        this.isOpen = false
      } else if (byte === 0x80 || byte === 0xff) return false
      else this.isOpen = byte > 0x80
    }
    return true
  }
}

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** bytes that are looked at */
const LOOKED_AT = 100_000
/** Separators and digits of a list in UTF-16: of the bytes at one side at least so many are zero. */
const ZEROS = 0.08

/** UTF-16 without a mark: every separator and digit has a zero at one side, and only there. */
function byZeros(bytes: Uint8Array, size: number): Encoding | null {
  const length = Math.min(bytes.length, LOOKED_AT)
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1
  const most = (length / 2) * ZEROS
  if (size % 2 === 0 && zeros[1]! > most && zeros[0] === 0) return 'utf-16le'
  return size % 2 === 0 && zeros[0]! > most && zeros[1] === 0 ? 'utf-16be' : null
}

/** What is not ASCII, each with the byte after it: in a map the first name may stand behind a megabyte of coordinates. */
function beyondAscii(pieces: Iterable<Uint8Array>): Uint8Array {
  const found = new Uint8Array(LOOKED_AT)
  let count = 0
  let isAfter = false
  for (const bytes of pieces) {
    for (let at = 0; at < bytes.length && count < found.length; at += 1) {
      const byte = bytes[at]!
      if (byte >= 0x80 || isAfter) {
        found[count] = byte
        count += 1
      }
      isAfter = byte >= 0x80
    }
    if (count === found.length) break
  }
  return found.subarray(0, count)
}

/** More than so much better Big5 has to fit: its common characters are rarer ones of GB18030, and the other way about. */
const CLEARLY = 0.15

/**
 * Share of the pairs of bytes that are the common characters of each encoding: the first level of GB 2312 (and its
 * signs), the frequent part of Big5 (and its signs).
 */
function fitOf(looked: Uint8Array): { readonly gb18030: number; readonly big5: number } {
  let [pairs, gb18030, big5] = [0, 0, 0]
  for (let at = 0; at < looked.length - 1; at += 1) {
    const [lead, trail] = [looked[at]!, looked[at + 1]!]
    if (lead < 0x81) continue
    at += 1
    pairs += 1
    const isHigh = trail >= 0xa1
    if (isHigh && ((lead >= 0xb0 && lead <= 0xd7) || lead <= 0xa3)) gb18030 += 1
    if (lead >= 0xa1 && lead <= 0xc6 && (isHigh || (trail >= 0x40 && trail <= 0x7e))) big5 += 1
  }
  return pairs === 0 ? { gb18030: 1, big5: 0 } : { gb18030: gb18030 / pairs, big5: big5 / pairs }
}

/** UTF-8 that was cut or damaged: nearly all of what is not ASCII is well formed. Read as GB18030 it would be nonsense. */
function isMostlyUtf8(looked: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(looked)
  let [whole, faults] = [0, 0]
  for (const sign of text) {
    if (sign === '\uFFFD') faults += 1
    else if (sign.charCodeAt(0) > 0x7ff) whole += 1
  }
  return whole > 4 * Math.max(1, faults)
}

/** Offset of the first byte that is not UTF-8, in words for a message: `byte 120: 0xb4`. */
export function firstForeignByte(bytes: Uint8Array): string {
  let low = 0
  let high = bytes.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (readsSoFar(bytes.subarray(0, middle))) low = middle
    else high = middle
  }
  return `byte ${low}: 0x${bytes[low]!.toString(16).padStart(2, '0')}`
}

function readsSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
