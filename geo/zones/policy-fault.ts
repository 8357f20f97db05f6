/** A fault of a policy document: where (`transitions.2.when.all.0.days.since`), what, and what was seen there. */
export interface PolicyFault {
  readonly path: string
  readonly code:
    | 'missing'
    | 'wrong-type'
    | 'unknown-key'
    | 'not-in-list'
    | 'empty'
    | 'duplicate-id'
    | 'no-condition'
    | 'one-of'
    | 'unknown-level'
    | 'unknown-clock'
    | 'unknown-approval'
    | 'unknown-transition'
    | 'unknown-policy'
    | 'cycle'
    | 'out-of-range'
    | 'not-a-day'
  readonly seen: string
}

type Json = Record<string, unknown>

/** Collects faults while a document is read; every method says whether the value may be read further. */
export class FaultList {
  readonly faults: PolicyFault[] = []

  add(path: string, code: PolicyFault['code'], seen: unknown): false {
    this.faults.push({ path, code, seen: show(seen) })
    return false
  }

  isObject(path: string, value: unknown): value is Json {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true
    return this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
  }

  isList(path: string, value: unknown): value is unknown[] {
    return Array.isArray(value) || this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
  }

  isText(path: string, value: unknown): value is string {
    if (typeof value !== 'string')
      return this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
    return value.trim() !== '' || this.add(path, 'empty', value)
  }

  isNumber(path: string, value: unknown): value is number {
    if (typeof value === 'number' && Number.isFinite(value)) return true
    return this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
  }

  /** A number above 0, or from `least` on. */
  isPositive(path: string, value: unknown, least = Number.MIN_VALUE): value is number {
    return this.isNumber(path, value) && (value >= least || this.add(path, 'out-of-range', value))
  }

  isYesNo(path: string, value: unknown): value is boolean {
    return typeof value === 'boolean' || this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
  }

  isOneOf(path: string, value: unknown, words: readonly string[]): boolean {
    if (!this.isText(path, value)) return false
    return words.includes(value) || this.add(path, 'not-in-list', value)
  }

  onlyKeys(path: string, value: Json, keys: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.add(path === '' ? key : `${path}.${key}`, 'unknown-key', key)
  }

  texts(path: string, value: unknown): void {
    if (this.isList(path, value)) for (const [i, one] of value.entries()) this.isText(`${path}.${i}`, one)
  }
}

function show(seen: unknown): string {
  if (seen === undefined) return ''
  const text = typeof seen === 'string' ? seen : (JSON.stringify(seen) ?? String(seen))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
