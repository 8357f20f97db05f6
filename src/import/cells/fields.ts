import { readYesNo } from '#geo'
import { LIMITS } from '../../formats/limits'
import type { Cell } from '../../log/rows/columns'
import type { Field, FieldType } from '../../records/field'
import { reportedOf } from '../../records/reports/reported'
import { reportedText } from '../../records/reports/rows'
import type { Taken } from '../problem'
import { readDay, readTime } from './moments'

const NOTHING: Taken<null> = { ok: true, value: null }
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/
/** What stands behind a number of people, tubes or vehicles, and says nothing more. */
const UNIT = /(?<=\d)\s*(?:人次|人份|人|例|名|管|份|户|戶|间|間|张|辆|輛|次|处|處|个|個|家|条|頭|头|单|件)$/
const APPROXIMATE =
  /^(?:约|約|近|大约|超过?|逾|不足|不到|至少)?\s*(\d+)\s*(?:(?:余|餘|多|\+|来)?\s*(?:人|例|名|管|份|户)?\s*(?:左右|上下|以上|余|多)?)$/
const TENS_OF_THOUSANDS =
  /^(?:约|近)?\s*(\d+(?:\.\d+)?)\s*(?:万|萬|w)\s*(?:余|多|\+)?\s*(?:人次|人份|人|例|管|份)?$/i
/** Nothing that is counted here is more: people, tubes, vehicles. */
const MOST_COUNTED = 10_000_000_000
const WITHHELD = /^[x×_*]+$/i

/** Text of a cell without outer spaces (full-width ones too); null when nothing is left or it is no plain value. */
export function textOf(seen: unknown): string | null {
  if (typeof seen === 'string') return seen.trim() || null
  if (typeof seen === 'number' || typeof seen === 'boolean') return String(seen)
  return null
}

/** What a refusal shows of a cell: its text, or its JSON, not longer than a line. */
export function shown(seen: unknown): string {
  const text = typeof seen === 'string' ? seen : (JSON.stringify(seen) ?? '')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const isEmpty = (seen: unknown): boolean =>
  seen === null || seen === undefined || (typeof seen === 'string' && textOf(seen) === null)

/** Reads one cell as its field's type. `zone` is the pack's time zone. A refusal gives a code and, where it can, a way out. */
export function readField(field: Field, seen: unknown, zone: string): Taken<Cell> {
  if (isEmpty(seen)) return NOTHING
  if (typeof seen === 'string' && seen.length > LIMITS.cell)
    return { ok: false, code: 'cell-too-long', seen: String(seen.length) }
  const read = field.type === 'text' && field.values ? readWord(field, seen) : READERS[field.type](seen, zone)
  return read.ok || read.seen === null ? read : { ...read, seen: shown(read.seen) }
}

type Reader = (seen: unknown, zone: string) => Taken<Cell>

const READERS: Record<FieldType, Reader> = {
  text: (seen) => onText(seen, (value) => ({ ok: true, value })),
  list: readList,
  moment: (seen, zone) => onText(seen, (text) => readTime(zone, text)),
  day: (seen, zone) => onText(seen, (text) => readDay(text, zone)),
  count: (seen) => onText(seen, readCount),
  number: (seen) => onText(seen, readNumber),
  flag: (seen) => onText(seen, readFlag),
  lon: (seen) => onText(seen, readNumber),
  lat: (seen) => onText(seen, readNumber),
  report: (seen) => onText(seen, (text) => ({ ok: true, value: readReported(text) })),
  shape: () => NOTHING,
  line: () => NOTHING,
  point: () => NOTHING,
}

function onText(seen: unknown, read: (text: string) => Taken<Cell>): Taken<Cell> {
  const text = textOf(seen)
  return text === null ? { ok: false, code: 'not-text', seen: shown(seen) } : read(text)
}

function readWord(field: Field, seen: unknown): Taken<Cell> {
  return onText(seen, (text) => {
    const value = wordsOf(field).get(text.normalize('NFKC').toLowerCase())
    if (value !== undefined) return { ok: true, value }
    const suggestion = Object.keys(field.values ?? {}).join(' | ')
    return { ok: false, code: 'not-in-list', seen: shown(seen), suggestion }
  })
}

const words = new WeakMap<Field, ReadonlyMap<string, string>>()

/** Values and synonyms of a field in small letters, with the value each means: the first that lists it. */
function wordsOf(field: Field): ReadonlyMap<string, string> {
  let known = words.get(field)
  if (!known) {
    const entries = Object.entries(field.values ?? {}).flatMap(([value, synonyms]) =>
      [value, ...synonyms].map((word): [string, string] => [word.toLowerCase(), value]),
    )
    words.set(field, (known = new Map(entries.reverse())))
  }
  return known
}

function readList(seen: unknown): Taken<Cell> {
  const parts = Array.isArray(seen) ? seen.map(textOf) : (textOf(seen) ?? '').split(/[;；,，、|]/).map(textOf)
  if (parts.some((part, i) => part === null && Array.isArray(seen) && !isEmpty(seen[i]))) {
    return { ok: false, code: 'not-text', seen: shown(seen) }
  }
  const list = parts.filter((part) => part !== null)
  return { ok: true, value: list.join(';') || null }
}

/** A whole number, 0 or more. `400余` and `x` belong into reports: here they are refused, with what could stand instead. */
function readCount(text: string): Taken<Cell> {
  const plain = plainNumber(text.normalize('NFKC').replace(/^'/, '').replace(UNIT, ''))
  if (/^\d+(?:\.0+)?$/.test(plain))
    return Number(plain) <= MOST_COUNTED
      ? { ok: true, value: Number(plain) }
      : { ok: false, code: 'beyond-count', seen: text }
  if (/^-\d/.test(plain)) return { ok: false, code: 'negative', seen: text }
  if (WITHHELD.test(plain)) return { ok: false, code: 'withheld-count', seen: text }
  const approximate = APPROXIMATE.exec(text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/g, ''))
  const many = TENS_OF_THOUSANDS.exec(plain)
  if (many) {
    const suggestion = String(Math.round(Number(many[1]) * 10_000))
    return { ok: false, code: 'approximate-count', seen: text, suggestion }
  }
  if (approximate) return { ok: false, code: 'approximate-count', seen: text, suggestion: approximate[1]! }
  return { ok: false, code: 'not-a-count', seen: text }
}

/** Digits without what groups them: `1,871`, `1 871`. */
const plainNumber = (text: string): string =>
  GROUPED.test(text) || /^\d{1,3}(?: \d{3})+$/.test(text) ? text.replaceAll(/[, ]/g, '') : text

function readNumber(text: string): Taken<Cell> {
  const plain = plainNumber(text.normalize('NFKC').replace(/^'/, ''))
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain))
    return { ok: false, code: 'not-a-number', seen: text }
  const value = Number(plain)
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, code: 'not-a-number', seen: text }
}

function readFlag(text: string): Taken<Cell> {
  const value = readYesNo(text)
  if (value !== null) return { ok: true, value }
  return { ok: false, code: 'not-a-flag', seen: text, suggestion: 'true | false' }
}

/**
 * One item of a daily report as its column keeps it: `0`, `400+`, `约40`, `x` in one spelling, any other text as it stands.
 * What it means is read by the log (`reportedOf`).
 */
export function readReported(text: string): string {
  const item = reportedOf(plainNumber(text.normalize('NFKC').replace(/^'/, '').trim()))
  return item.kind === 'text' ? text : (reportedText(item) ?? text)
}
