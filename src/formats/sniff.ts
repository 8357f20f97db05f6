import { LIMITS } from './limits'
import { firstForeignByte } from './text'

export type Sniffed =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' }
  | {
      readonly ok: false
      readonly code: 'not-utf8' | 'empty-file' | 'file-too-large'
      readonly seen: string | null
    }

/**
 * Text of a document of ours (log, pack.json, policies) in strict UTF-8, its byte order mark removed. Anything else is
 * refused: we write no other, so another encoding is damage and not a habit.
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
