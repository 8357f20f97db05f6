import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** SHA-256 of text (as UTF-8) or bytes, in hex. */
export function digest(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

/** SHA-256 in hex of parts read one after the other, as if they were one. */
export function digestOf(parts: Iterable<string | Uint8Array>): string {
  const hash = sha256.create()
  for (const part of parts) hash.update(typeof part === 'string' ? utf8ToBytes(part) : part)
  return bytesToHex(hash.digest())
}

/** The RFC 8785 (JCS) form of a JSON value. Throws on NaN, infinities, cycles and lone surrogates. */
export function canonical(value: unknown): string {
  return canonicalize(value) ?? 'null'
}
