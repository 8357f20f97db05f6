import type { Mark, PersonRows } from './person-rows'

/** Two lists are one where so large a share of rows agrees, and so many at least. */
const SHARE = 0.8
const LEAST = 3
/** Of fewer rows than this the days always tell: three villages have a case each, and another the day after. */
const FEW = 5
/** So large a share has to agree in the day too, unless both lists are as good as equally long. */
const IN_DAY = 0.5
/** Of rows that agree in place and kind, so many at least are of nobody of another sex or age. */
const OF_THE_SAME = 0.5

/**
 * How many rows of two lists of persons are found again in place and kind; 0 where they are two lists. The shorter of
 * them has to be found by four fifths, and either half of it on the same day or the longer one by four fifths too, with
 * a day in common: the list of another day has other people of the same villages. So have lists whose sexes and ages
 * contradict. Where both have numbers throughout these alone tell.
 */
export function rowsInCommon(one: PersonRows, other: PersonRows): number {
  const shorter = Math.min(one.length, other.length)
  if (shorter < LEAST || (areNumbered(one) && areNumbered(other))) return 0
  const found = inCommon(one, other, ['place', 'kind'])
  if (found < LEAST || found < SHARE * shorter) return 0
  const onTheDay = inCommon(one, other, ['place', 'kind', 'day'])
  const isWhole = shorter >= FEW && found >= SHARE * Math.max(one.length, other.length)
  if (onTheDay < IN_DAY * shorter && !(isWhole && shareDays(one, other))) return 0
  const told = (['sex', 'ageBand'] as const).filter((mark) => tells(one, mark) && tells(other, mark))
  if (told.length > 0 && inCommon(one, other, ['place', 'kind', ...told]) < OF_THE_SAME * found) return 0
  return found
}

const areNumbered = (rows: PersonRows): boolean => {
  for (let at = 0; at < rows.length; at++) if (rows.mark(at, 'number') < 0) return false
  return true
}

const tells = (rows: PersonRows, mark: Mark): boolean => {
  let told = 0
  for (let at = 0; at < rows.length; at++) if (rows.mark(at, mark) >= 0) told++
  return told * 2 > rows.length
}

function shareDays(one: PersonRows, other: PersonRows): boolean {
  const days = new Set<number>()
  for (let at = 0; at < one.length; at++) days.add(one.mark(at, 'day'))
  for (let at = 0; at < other.length; at++) if (days.has(other.mark(at, 'day'))) return true
  return false
}

/** Rows of one that are found in the other by these marks, each of those once. A row without a place agrees with none. */
function inCommon(one: PersonRows, other: PersonRows, marks: readonly Mark[]): number {
  const left = new Map<string, number>()
  for (let at = 0; at < other.length; at++) {
    if (other.mark(at, 'place') < 0) continue
    const key = other.key(at, marks)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  let found = 0
  for (let at = 0; at < one.length; at++) {
    const key = one.key(at, marks)
    const count = one.mark(at, 'place') < 0 ? 0 : (left.get(key) ?? 0)
    if (count === 0) continue
    left.set(key, count - 1)
    found++
  }
  return found
}

/** By what a row is found again, the closest first: what is left out may have changed. */
const TIERS: readonly (readonly Mark[])[] = [
  ['place', 'kind', 'day', 'sex', 'ageBand', 'foundIn'],
  ['place', 'kind', 'sex', 'ageBand', 'day'],
  ['place', 'kind', 'sex', 'ageBand', 'foundIn'],
  ['place', 'day', 'sex', 'ageBand', 'foundIn'],
  ['place', 'kind', 'day', 'foundIn'],
  ['place', 'kind', 'day'],
  ['place', 'kind', 'sex', 'ageBand'],
  ['place', 'kind', 'foundIn'],
  ['place', 'kind'],
]
/** Rows that are alike in a key and are looked through for one that contradicts in neither sex nor age. */
const LOOKED_THROUGH = 64

/**
 * Which row of the other list a row of the one is, -1 for none: the closest first, rows that are equally close in the
 * order of the lists. No row is two, and nobody becomes a person of another sex and age or of another number; a row
 * whose number stands in both lists is itself.
 */
export function samePersons(one: PersonRows, other: PersonRows): Int32Array {
  const of = new Int32Array(one.length).fill(-1)
  const [mine, theirs] = [numbersIn(one), numbersIn(other)]
  const isItself = (number: number): boolean => mine.has(number) && theirs.has(number)
  const taken = new Uint8Array(other.length)
  for (const marks of TIERS) {
    const free = new Map<string, number[]>()
    for (let at = 0; at < other.length; at++) {
      if (taken[at] || other.mark(at, 'place') < 0 || isItself(other.mark(at, 'number'))) continue
      const key = other.key(at, marks)
      const rows = free.get(key)
      if (rows) rows.push(at)
      else free.set(key, [at])
    }
    if (free.size === 0) break
    for (let at = 0; at < one.length; at++) {
      if (of[at]! >= 0 || one.mark(at, 'place') < 0 || isItself(one.mark(at, 'number'))) continue
      const rows = free.get(one.key(at, marks))
      const place =
        rows
          ?.slice(0, LOOKED_THROUGH)
          .findIndex((row) => mayBeOne(one, at, other, row, marks.includes('day'))) ?? -1
      if (place < 0) continue
      const [row] = rows!.splice(place, 1)
      of[at] = row!
      taken[row!] = 1
    }
  }
  return of
}

function numbersIn(rows: PersonRows): Set<number> {
  const numbers = new Set<number>()
  for (let at = 0; at < rows.length; at++)
    if (rows.mark(at, 'number') >= 0) numbers.add(rows.mark(at, 'number'))
  return numbers
}

/**
 * Two rows are of two people where each has a number, or sex or age contradicts; of one day one of them may have been corrected, where the
 * other is told and agrees.
 */
function mayBeOne(one: PersonRows, at: number, other: PersonRows, row: number, isOfOneDay: boolean): boolean {
  if (one.mark(at, 'number') >= 0 && other.mark(row, 'number') >= 0) return false
  let [agree, contradict] = [0, 0]
  for (const mark of ['sex', 'ageBand'] as const) {
    const [a, b] = [one.mark(at, mark), other.mark(row, mark)]
    if (a < 0 || b < 0) continue
    if (a === b) agree++
    else contradict++
  }
  return contradict === 0 || (isOfOneDay && agree > 0)
}
