/** Where a JSON text stops being JSON: line and column from 1, and what was there. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly near: string
  /** the text ended before the value did */
  readonly cut: boolean
}

const SPACE = /[\t\n\r ]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings exclude exactly these
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const WORD = /true|false|null/y

/**
 * First offset at which the text breaks the grammar of JSON (RFC 8259), found by a scan that keeps its own
 * stack: engines word and place their errors differently, and a message must not depend on the browser.
 * Null where the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | null {
  const offset = faultOffset(text)
  if (offset === null) return null
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return {
    line,
    column: offset - before.lastIndexOf('\n'),
    near: text.slice(Math.max(0, offset - 20), offset + 20).replace(/\s+/g, ' '),
    cut: text.slice(offset).trim() === '',
  }
}

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'commaOrEnd'

function faultOffset(text: string): number | null {
  const stack: ('{' | '[')[] = []
  let at = 0
  let expect: Expect = 'value'
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  for (;;) {
    take(SPACE)
    const sign = text[at]
    if (expect === 'commaOrEnd') {
      const open = stack.at(-1)
      if (!open) return at === text.length ? null : at
      if (sign === ',') expect = open === '{' ? 'key' : 'value'
      else if (sign === (open === '{' ? '}' : ']')) stack.pop()
      else return at
      at++
    } else if (expect === 'key' || expect === 'keyOrEnd') {
      if (expect === 'keyOrEnd' && sign === '}') {
        stack.pop()
        at++
        expect = 'commaOrEnd'
      } else {
        if (!take(STRING)) return stringFault(text, at)
        take(SPACE)
        if (text[at] !== ':') return at
        at++
        expect = 'value'
      }
    } else if (expect === 'valueOrEnd' && sign === ']') {
      stack.pop()
      at++
      expect = 'commaOrEnd'
    } else if (sign === '{' || sign === '[') {
      stack.push(sign)
      at++
      expect = sign === '{' ? 'keyOrEnd' : 'valueOrEnd'
    } else if (take(STRING) || take(WORD) || take(NUMBER)) expect = 'commaOrEnd'
    else return sign === '"' ? stringFault(text, at) : at
  }
}

/** A string that never ends is a fault at the end of the text, not where it began. */
function stringFault(text: string, at: number): number {
  return text[at] === '"' && !/[^\\]"/.test(text.slice(at + 1)) ? text.length : at
}
