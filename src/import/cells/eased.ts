import type { Cell } from '../../log/rows/columns'
import type { Field } from '../../records/field'
import { isLeftOpen } from '../../records/left-open'
import type { ProblemCode, Taken } from '../problem'
import type { RowNote } from '../row-note'
import { readField, shown } from './fields'

type Eased =
  | { readonly ok: true; readonly value: Cell; readonly note?: Omit<RowNote, 'column'> }
  | Extract<Taken<Cell>, { ok: false }>

/** Closed lists whose word a row may leave open: a rule that asks takes it for any of them. */
const WORDS_LEFT_OPEN: ReadonlySet<string> = new Set(['foundIn', 'origin', 'sex', 'ageBand'])

/** Numbers by which a row or another's is known: a word that nobody knows it is none, or all rows with it were one. */
const NUMBERS: ReadonlySet<string> = new Set(['id', 'case', 'round', 'infectedBy', 'chain'])
/** What stands for a figure that somebody withholds. */
const WITHHELD = /^[x×_*]{1,8}$/i

/**
 * A cell as its field's type, where what cannot be known costs the value and not the row: a spreadsheet's number of a
 * day is that day, a count that is only about so many is unknown, and so is anything that no row has to have and of which
 * it says so in words or strokes. Each is noted. A code of which a spreadsheet has lost digits is another code, and
 * refuses the row.
 */
export function readEased(field: Field, seen: unknown, zone: string): Eased {
  const shortened = shortenedCode(field, seen)
  if (shortened !== null) return { ok: false, code: shortened, seen: shown(seen) }
  if (saysNothing(field, seen)) return unknown('cell-left-open', shown(seen))
  const read = readField(field, seen, zone)
  if (read.ok) return read
  const day = DAYS_MEANT[read.code]
  if (day && read.suggestion !== undefined) {
    const meant = readField(field, read.suggestion, zone)
    return meant.ok ? { ...meant, note: { code: day, seen: `${read.seen} → ${read.suggestion}` } } : read
  }
  if (field.required) return read
  if (read.code === 'approximate-count' || read.code === 'withheld-count')
    return unknown('count-unknown', read.seen)
  if (typeof seen === 'string' && isWithheld(seen)) return unknown('cell-left-open', shown(seen))
  if (read.code === 'not-in-list' && WORDS_LEFT_OPEN.has(field.name))
    return unknown('word-unknown', read.seen)
  return read
}

const isWithheld = (text: string): boolean => WITHHELD.test(text.normalize('NFKC').trim())

/** Days written in a way of which it is clear what is meant, and what is said of it. */
const DAYS_MEANT: Partial<Record<ProblemCode, ProblemCode>> = {
  'day-number': 'day-from-number',
  'short-year': 'year-from-two',
}

/** What stands in a cell of words where nothing does; `-` is no result that is negative. */
const STROKES = /^(?:[-—–―_/\\]+|#(?:N\/A|REF!|VALUE!|NAME\?))$/i

/** Whether a cell is filled only to say that nothing is known. Free text and reports keep what stands there. */
function saysNothing(field: Field, seen: unknown): boolean {
  const { name, type, values, required } = field
  if (typeof seen !== 'string' || type === 'report' || type === 'list') return false
  const text = seen.normalize('NFKC').trim()
  if (type !== 'text') return isLeftOpen(text)
  if (STROKES.test(text)) return true
  if (required) return false
  if (values) return isLeftOpen(text) && !readField(field, seen, 'UTC').ok
  return NUMBERS.has(name) && (isLeftOpen(text) || isWithheld(text))
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
