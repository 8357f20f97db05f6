/** Keys and positions in lists, from the outside in. */
export type JsonPath = readonly (string | number)[]

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

function afterSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** Behind the string that begins there. */
function afterString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at + 1
    at = text.indexOf('"', at + 1)
  }
  return text.length
}

/** Behind the value that begins there, whatever it holds. */
function afterValue(text: string, from: number): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = afterString(text, at)
      if (depth === 0) return at
      continue
    }
    if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (depth <= 1) return depth === 1 ? at + 1 : at
      depth -= 1
    } else if (depth === 0 && (code === COMMA || isSpace(code))) return at
    at += 1
  }
  return at
}

/** Where a member of the object, or of the list, that begins there has its value; null where it has none. */
function memberFrom(text: string, from: number, wanted: string | number): number | null {
  const isObject = text.charCodeAt(from) === OPEN_OBJECT
  if (!isObject && text.charCodeAt(from) !== OPEN_LIST) return null
  let found: number | null = null
  let at = afterSpace(text, from + 1)
  for (let index = 0; at < text.length; index += 1) {
    const code = text.charCodeAt(at)
    if (code === CLOSE_OBJECT || code === CLOSE_LIST) break
    let isWanted = index === wanted
    if (isObject) {
      const end = afterString(text, at)
      isWanted = JSON.parse(text.slice(at, end)) === wanted
      at = afterSpace(text, afterSpace(text, end) + 1)
    }
    // of two members of one name the later one is the value
    if (isWanted) found = at
    if (isWanted && !isObject) break
    at = afterSpace(text, afterValue(text, at))
    if (text.charCodeAt(at) === COMMA) at = afterSpace(text, at + 1)
  }
  return found
}

/**
 * Line and column, from 1, at which the value of that path begins in well-formed JSON text; of a member that is
 * missing, where what should hold it begins.
 */
export function placeIn(text: string, path: JsonPath): string {
  let at = afterSpace(text, 0)
  for (const step of path) {
    const next = memberFrom(text, at, step)
    if (next === null) break
    at = next
  }
  return placeAt(text, at)
}

/** `line:column` of an offset, both from 1. */
export function placeAt(text: string, offset: number): string {
  let line = 1
  let begin = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', begin)) {
    line += 1
    begin = next + 1
  }
  return `${line}:${offset - begin + 1}`
}

/** The place in a document of one in a part of it, by the place at which the part begins. */
export function placeWithin(begin: string, inner: string): string {
  const [beginLine, beginColumn] = begin.split(':').map(Number) as [number, number]
  const [line, column] = inner.split(':').map(Number) as [number, number]
  return line === 1 ? `${beginLine}:${beginColumn + column - 1}` : `${beginLine + line - 1}:${column}`
}

/** A name that one object has twice: the earlier value of it is lost to every reader. */
export interface MemberTwice {
  readonly name: string
  readonly offset: number
  /** whether it stands in the properties of a feature, and not in what makes it one */
  readonly isProperty: boolean
}

interface OpenObject {
  /** begin and end of each name so far */
  readonly names: number[]
  readonly isProperty: boolean
}

/** The first name that an object of well-formed JSON text has twice; null where none has. */
export function memberTwice(text: string): MemberTwice | null {
  const open: (OpenObject | null)[] = []
  let isProperty = false
  let isName = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = afterString(text, at)
      const object = open.at(-1)
      if (object && isName) {
        if (isAmong(text, object.names, { from: at + 1, to: end - 1 }))
          return { name: text.slice(at + 1, end - 1), offset: at, isProperty: object.isProperty }
        object.names.push(at + 1, end - 1)
        isProperty = object.isProperty || text.slice(at + 1, end - 1) === 'properties'
      }
      at = end - 1
    } else if (code === OPEN_OBJECT) {
      open.push({ names: [], isProperty })
      isName = true
    } else if (code === OPEN_LIST) open.push(null)
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      open.pop()
      isName = false
      isProperty = open.at(-1)?.isProperty ?? isProperty
    } else if (code === COLON) isName = false
    else if (code === COMMA) isName = Boolean(open.at(-1))
  }
  return null
}

/** Names of an object that are compared; one with more is no feature of any list. */
const MOST_COMPARED = 400

function isAmong(
  text: string,
  names: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  for (let i = 0; i < Math.min(names.length, 2 * MOST_COMPARED); i += 2) {
    const [begin, end] = [names[i]!, names[i + 1]!]
    if (end - begin !== to - from || text.charCodeAt(begin) !== text.charCodeAt(from)) continue
    if (text.slice(begin, end) === text.slice(from, to)) return true
  }
  return false
}
