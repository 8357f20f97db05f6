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
export function firstUnwritable(value: unknown): Unwritable | null {
  const own = fault(value)
  if (own !== null) return { path: '', seen: own }
  const open: Opened[] = isOpen(value) ? [{ entries: Object.entries(value), at: 0 }] : []
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const entry = last.entries[last.at++]
    if (!entry) {
      open.pop()
      continue
    }
    const [key, one] = entry
    const path = (): string => open.map(({ entries, at }) => printable(entries[at - 1]![0])).join('.')
    if (!isWellFormed(key)) return { path: path(), seen: escaped(key) }
    const seen = fault(one)
    if (seen !== null) return { path: path(), seen }
    if (isOpen(one)) open.push({ entries: Object.entries(one), at: 0 })
  }
  return null
}

/** What is being gone through, and how far: nesting of any depth is none of the caller's stack. */
interface Opened {
  readonly entries: readonly (readonly [key: string, value: unknown])[]
  at: number
}

const isOpen = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** Why a value alone cannot be written; null where it can. */
function fault(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value)
  return typeof value === 'string' && !isWellFormed(value) ? escaped(value) : null
}

/** JSON escapes what stands alone, so that the message itself can be written. */
const escaped = (text: string): string => JSON.stringify(text).slice(0, 80)

const printable = (key: string): string => (isWellFormed(key) ? key : escaped(key))
