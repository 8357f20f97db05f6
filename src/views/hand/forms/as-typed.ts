import { formatInstant, formatMoment, type Instant, readMoment } from '#geo'

/** An instant as a field shows it, on the clock of the pack. */
export const typedInstant = (timezone: string, at: Instant): string =>
  formatInstant(timezone, at).slice(0, 16).replace('T', ' ')

/** A time as lists have it, a day as a day; null of nothing typed. What cannot be read stays as typed, so that it is said. */
export function momentTyped(timezone: string, typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const moment = readMoment(timezone, text)
  return moment ? formatMoment(timezone, moment) : text
}

/** Null of nothing typed, NaN of what is no whole number; thousands may be parted by commas. */
export function countTyped(typed: string): number | null {
  const text = typed
    .trim()
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
  if (text === '') return null
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

/** Names as a list has them, one after the other, however they are parted. */
export const namesTyped = (typed: string): string =>
  [...new Set(typed.split(/[;；,，、]/).map((name) => name.trim()))].filter((name) => name !== '').join(';')
