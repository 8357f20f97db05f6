/** True for text that UTF-8 can hold: no half of a pair of surrogates stands alone in it. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)

/** Where a value stands that no document can hold, and what it is. */
export interface Unwritable {
  /** keys from the outside in, joined by dots; empty for the value itself */
  readonly path: string
  readonly seen: string
}

/**
 * The first value below that RFC 8785 has no form for: a number that is none (1e400 is read as Infinity), or text (a
 * key, too) with half a pair of surrogates. Null where all of it can be written.
 */
export function firstUnwritable(value: unknown, path = ''): Unwritable | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : { path, seen: String(value) }
  if (typeof value === 'string') return isWellFormed(value) ? null : { path, seen: escaped(value) }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [key, one] of Object.entries(value)) {
    if (!isWellFormed(key)) return { path: joined(path, escaped(key)), seen: escaped(key) }
    const found = firstUnwritable(one, joined(path, key))
    if (found) return found
  }
  return null
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** JSON escapes what stands alone, so that the message itself can be written. */
const escaped = (text: string): string => JSON.stringify(text).slice(0, 80)
