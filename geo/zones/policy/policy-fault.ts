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
    | 'not-whole'
    | 'not-a-day'
  readonly seen: string
}

type Json = Record<string, unknown>

interface Bounds {
  /** paths of the numbers meant */
  readonly of: RegExp
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

const TEN_YEARS = 3_653

/** What a number of a policy may be, by where it stands: the first that fits. No published rule comes near. */
const BOUNDS: readonly Bounds[] = [
  { of: /\bdays\.gte$|[dD]ays?$|\b\w+Day$|InLevel$/, least: 0, most: TEN_YEARS, isWhole: true },
  { of: /Days\.\d+$/, least: 0, most: TEN_YEARS, isWhole: true },
  { of: /[hH]ours$/, least: 0, most: TEN_YEARS * 24, isWhole: false },
  { of: /radiusM$/, least: 0, most: 1_000_000, isWhole: false },
  { of: /coverage$/, least: 0, most: 1, isWhole: false },
  { of: /rounds\.min$|minCases$|temperaturePerDay$/, least: 0, most: 1_000_000, isWhole: true },
  { of: /rank$/, least: -1_000, most: 1_000, isWhole: false },
  { of: /./, least: -1e12, most: 1e12, isWhole: false },
]

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
    if (typeof value !== 'number' || Number.isNaN(value))
      return this.add(path, value === undefined ? 'missing' : 'wrong-type', value)
    const { least, most, isWhole } = BOUNDS.find(({ of }) => of.test(path))!
    if (!(value >= least && value <= most)) return this.add(path, 'out-of-range', value)
    return !isWhole || Number.isInteger(value) || this.add(path, 'not-whole', value)
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
  const isInfinite = typeof seen === 'number' && !Number.isFinite(seen)
  const text = typeof seen === 'string' || isInfinite ? String(seen) : (JSON.stringify(seen) ?? String(seen))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
