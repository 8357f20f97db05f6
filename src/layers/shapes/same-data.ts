/**
 * Whether two plain values say the same: arrays, typed arrays and plain objects by what they hold, all else by itself.
 * What is one object is not looked into, so that what was kept costs nothing.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isList(a)) return isList(b) && a.constructor === b.constructor && sameLists(a, b)
  if (isList(b) || !isPlain(a) || !isPlain(b)) return false
  return sameBags(a as Bag, b as Bag)
}

type Bag = Readonly<Record<string, unknown>>
type List = { readonly length: number; readonly [at: number]: unknown }

const isList = (value: object): value is List =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

function sameLists(a: List, b: List): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!sameData(a[i], b[i])) return false
  return true
}

function sameBags(a: Bag, b: Bag): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  for (const name of names) if (!Object.hasOwn(b, name) || !sameData(a[name], b[name])) return false
  return true
}
