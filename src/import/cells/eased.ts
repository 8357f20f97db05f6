import type { Cell } from '../../log/rows/columns'
import type { Field } from '../../log/rows/field'
import { isLeftOpen } from '../../log/rows/left-open'
import type { ProblemCode, Taken } from '../problem'
import type { RowNote } from '../row-note'
import { readField, shown } from './fields'

type Eased =
  | { readonly ok: true; readonly value: Cell; readonly note?: Omit<RowNote, 'column'> }
  | Extract<Taken<Cell>, { ok: false }>

/** Counts of which an unknown one decides nothing: without how many were listed or sampled no share is known. */
const MAY_BE_UNKNOWN: ReadonlySet<string> = new Set(['listed', 'sampled', 'people', 'households'])
/** Closed lists whose word a row may leave open: a rule that asks takes it for any of them. */
const WORDS_LEFT_OPEN: ReadonlySet<string> = new Set(['foundIn', 'origin', 'sex', 'ageBand'])

/**
 * A cell as its field's type, where what cannot be known costs the value and not the row: a spreadsheet's number of a
 * day is that day, and a count that is only about so many is unknown. Each is noted. A code of which a spreadsheet has
 * lost digits is another code, and refuses the row.
 */
export function readEased(field: Field, seen: unknown, zone: string): Eased {
  const shortened = shortenedCode(field, seen)
  if (shortened !== null) return { ok: false, code: shortened, seen: shown(seen) }
  if (saysNothing(field, seen))
    return { ok: true, value: null, note: { code: 'cell-left-open', seen: shown(seen) } }
  const read = readField(field, seen, zone)
  if (read.ok) return read
  const day = DAYS_MEANT[read.code]
  if (day && read.suggestion !== undefined) {
    const meant = readField(field, read.suggestion, zone)
    return meant.ok ? { ...meant, note: { code: day, seen: `${read.seen} → ${read.suggestion}` } } : read
  }
  const isUncertain = read.code === 'approximate-count' || read.code === 'withheld-count'
  if (isUncertain && MAY_BE_UNKNOWN.has(field.name)) return unknown('count-unknown', read.seen)
  if (read.code === 'not-in-list' && WORDS_LEFT_OPEN.has(field.name))
    return unknown('word-unknown', read.seen)
  return read
}

/** Days written in a way of which it is clear what is meant, and what is said of it. */
const DAYS_MEANT: Partial<Record<ProblemCode, ProblemCode>> = {
  'day-number': 'day-from-number',
  'short-year': 'year-from-two',
}

/** Whether a cell is filled only to say that nothing is known. Free text and reports keep what stands there. */
function saysNothing({ type }: Field, seen: unknown): boolean {
  if (typeof seen !== 'string' || type === 'report' || type === 'list') return false
  const text = seen.normalize('NFKC').trim()
  if (type === 'text') return /^(?:[-—–―_/\\]+|#(?:N\/A|REF!|VALUE!|NAME\?))$/i.test(text)
  return isLeftOpen(text)
}

const unknown = (code: ProblemCode, seen: string | null): Eased => ({
  ok: true,
  value: null,
  note: { code, seen },
})

/** How a spreadsheet has lost digits of a code; null where it has not. Amounts are no codes. */
function shortenedCode({ type, values }: Field, seen: unknown): ProblemCode | null {
  if (values || (type !== 'text' && type !== 'list')) return null
  if (typeof seen === 'number')
    return Number.isInteger(seen) && !Number.isSafeInteger(seen) ? 'code-beyond-exact' : null
  if (typeof seen !== 'string') return null
  return /^\s*\d(?:\.\d+)?E\+?\d{2,}\s*$/i.test(seen.normalize('NFKC')) ? 'code-as-power' : null
}
