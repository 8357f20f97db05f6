import type { Read, Table } from './table'

/**
 * What one file may hold. Beyond these nothing of the field's own is found, and every cost after them would be
 * somebody's mistake or somebody's mischief: it is refused at the door, in words, before it is paid.
 */
export const LIMITS = {
  /** bytes of one file; engines cannot hold a longer text as one string */
  bytes: 500_000_000,
  /** columns of a table; a spreadsheet has 16,384 and no list more than 40 of its own */
  columns: 4_096,
  /** columns that no list knows, kept as they are; those after them are named by their number and left out */
  foreignColumns: 256,
  /** characters of one cell; a spreadsheet holds 32,767 */
  cell: 1_000_000,
  /** characters of one header */
  header: 1_000,
  /** JSON within JSON; a feature needs 10, a policy 30 */
  depth: 200,
}

/** The table, or why it is not looked at: too many columns or a header as long as a page. */
export function tableWithin<T extends Table>(read: Read<T>): Read<T> {
  if (!read.ok) return read
  const long = read.value.headers.find((header) => header.length > LIMITS.header)
  if (long !== undefined) return { ok: false, code: 'header-too-long', seen: long.slice(0, 80) }
  return read
}

/** How often the character of that code stands in the text, counted no further than `most`. */
export function countOf(text: string, sign: string, most: number): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** True where JSON text nests deeper than `LIMITS.depth`: what walks over it by recursion would overflow. */
export function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > LIMITS.depth) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    at += code === BACKSLASH ? 2 : 1
  }
  return at
}
