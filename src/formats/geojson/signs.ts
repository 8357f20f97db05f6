import type { Encoding } from '../text'

/** The signs of a text as bytes: what is not ASCII stands as a byte that is none of its signs. */
export interface Signs {
  /** bytes of the file a sign */
  readonly unit: number
  /** of the bytes that follow those before */
  readonly of: (bytes: Uint8Array) => Uint8Array
}

/** Stands for what is not ASCII. */
const OTHER = 0x80

/** How the signs of JSON are found in the bytes of an encoding: those of others may hold the same bytes. */
export function signsOf(encoding: Encoding): Signs {
  switch (encoding) {
    case 'utf-8':
      return { unit: 1, of: (bytes) => bytes }
    case 'utf-16le':
    case 'utf-16be':
      return { unit: 2, of: wide(encoding === 'utf-16le' ? 0 : 1) }
    case 'gb18030':
    case 'big5':
      return { unit: 1, of: inPairs() }
  }
}

const wide =
  (low: number) =>
  (bytes: Uint8Array): Uint8Array => {
    const signs = new Uint8Array(bytes.length >> 1)
    for (let at = 0; at < signs.length; at += 1) {
      const sign = bytes[2 * at + low]!
      signs[at] = bytes[2 * at + 1 - low] === 0 && sign < OTHER ? sign : OTHER
    }
    return signs
  }

/** The second byte of a pair may be one of ASCII; four bytes of GB18030 are two pairs. */
function inPairs(): Signs['of'] {
  let isSecond = false
  return (bytes) => {
    const signs = bytes.slice()
    for (let at = 0; at < signs.length; at += 1) {
      const byte = signs[at]!
      if (isSecond) signs[at] = OTHER
      isSecond = !isSecond && byte > 0x80 && byte < 0xff
    }
    return signs
  }
}
