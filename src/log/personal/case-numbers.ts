import { isIdentityNumber } from './identity-number'

/** Fields of lists about persons that hold the number of a case or contact. */
export const CASE_NUMBERS: ReadonlySet<string> = new Set(['id', 'case', 'infectedBy', 'chain'])

/** How a number of a case is made: letters, digits, and a day among them where it has one. */
interface Parts {
  readonly letters: string
  readonly digits: string
  /** what stands before the day, and how long all is; null without a day */
  readonly dated: string | null
}

const NUMBER = /^([A-Za-z]{0,6}[-_]?)(\d{5,20})$/
/** A county or town, or nothing, before a day of the years in which lists are kept, and a number behind it. */
const DATED =
  /^((?:\d{6}|\d{9})?)((?:20)?(?:19|2\d|3[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{2,5})$/

function partsOf(text: string): Parts | null {
  const found = NUMBER.exec(text.normalize('NFKC').trim())
  if (!found) return null
  const [, letters, digits] = found as unknown as [string, string, string]
  const day = DATED.exec(digits)
  const dated = day ? `${letters.toUpperCase()} ${day[1]} ${day[2]!.length} ${digits.length}` : null
  return { letters: letters.toUpperCase(), digits, dated }
}

/** Telephones are no numbers of cases, however many follow one another. */
const isMobile = ({ letters, digits }: Parts): boolean => letters === '' && /^1[3-9]\d{9}$/.test(digits)

const SHARE = 0.8
const [FEWEST, LOOKED_AT] = [3, 2_000]
/** Documents have no more digits; a number that counts up and is longer is an account. */
const LONGEST = 12
/** Numbers that count up leave out no more than so many a row. */
const GAP = 50

/**
 * Which texts of a column are numbers of its rows, though one alone may be a permit: four fifths have the same letters,
 * county and length with a day among the digits, or count up from three rows on. An identity number is none, unless
 * another row has the same county and day before another number.
 */
export function caseNumbersIn(texts: Iterable<string>): (text: string) => boolean {
  const { distinct, each } = spread(texts)
  const parted = distinct.flatMap((text) => partsOf(text) ?? [])
  const dated = commonest(parted.flatMap((parts) => parts.dated ?? []))
  const isDatedColumn = dated !== null && dated.count >= SHARE * distinct.length
  const range = isDatedColumn ? null : rangeOf(parted, { of: distinct.length, each })
  const before = new Map<string, number>()
  for (const { digits } of parted) before.set(digits.slice(0, 14), (before.get(digits.slice(0, 14)) ?? 0) + 1)
  return (text) => {
    const parts = partsOf(text)
    if (!parts || isMobile(parts)) return false
    if (isDatedColumn) {
      if (parts.dated !== dated.value) return false
      const hasSibling = (before.get(parts.digits.slice(0, 14)) ?? 0) > 1
      return hasSibling || !isIdentityNumber(text)
    }
    const number = Number(parts.digits)
    return (
      range !== null &&
      parts.letters === range.letters &&
      parts.digits.length === range.length &&
      number >= range.from &&
      number <= range.to
    )
  }
}

/** Distinct texts from all over a column, one of each so many of its rows: its end counts on from its beginning. */
function spread(texts: Iterable<string>): { readonly distinct: readonly string[]; readonly each: number } {
  let distinct: string[] = []
  let seen = new Set<string>()
  let [row, each] = [0, 1]
  for (const text of texts) {
    if (row++ % each !== 0 || seen.has(text)) continue
    seen.add(text)
    if (distinct.push(text) < LOOKED_AT) continue
    distinct = distinct.filter((_, at) => at % 2 === 0)
    seen = new Set(distinct)
    each *= 2
  }
  return { distinct, each }
}

function commonest(values: readonly string[]): { readonly value: string; readonly count: number } | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let most: { readonly value: string; readonly count: number } | null = null
  for (const [value, count] of counts) if (!most || count > most.count) most = { value, count }
  return most
}

interface Range {
  readonly letters: string
  readonly length: number
  readonly from: number
  readonly to: number
}

/** Between which numbers a column counts up; null where it does not. */
function rangeOf(
  parted: readonly Parts[],
  { of, each }: { readonly of: number; readonly each: number },
): Range | null {
  const shape = commonest(parted.map(({ letters, digits }) => `${letters} ${digits.length}`))
  if (!shape || shape.count < FEWEST || shape.count < SHARE * of) return null
  const own = parted.filter(({ letters, digits }) => `${letters} ${digits.length}` === shape.value)
  const { letters, digits } = own[0]!
  if (digits.length > LONGEST) return null
  const numbers = own.map((parts) => Number(parts.digits)).sort((a, b) => a - b)
  const middle = numbers.slice(Math.floor(numbers.length * 0.1), Math.ceil(numbers.length * 0.9))
  const [from, to] = [middle[0]!, middle.at(-1)!]
  const gap = GAP * each
  if (to - from > gap * middle.length) return null
  return { letters, length: digits.length, from: from - gap * own.length, to: to + gap * own.length }
}
