import { LIMITS } from './limits'

export type Sniffed =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' }
  | {
      readonly ok: false
      readonly code: 'not-utf8' | 'empty-file' | 'file-too-large'
      readonly seen: string | null
    }

/**
 * Text of a file in strict UTF-8, its byte order mark removed. Anything else is refused, never guessed:
 * every Big5 byte pair is also a GB18030 one, so a wrong guess would read as plausible nonsense.
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { ok: false, code: 'empty-file', seen: null }
  if (bytes.length > LIMITS.bytes)
    return { ok: false, code: 'file-too-large', seen: `${Math.round(bytes.length / 1e6)} MB` }
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, code: 'not-utf8', seen: 'UTF-16' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === ''
      ? { ok: false, code: 'empty-file', seen: null }
      : { ok: true, text, encoding: 'utf-8' }
  } catch {
    return { ok: false, code: 'not-utf8', seen: firstForeignByte(bytes) }
  }
}

/** Offset of the first byte that is not UTF-8, in words for a message: `byte 120: 0xb4`. */
function firstForeignByte(bytes: Uint8Array): string {
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
