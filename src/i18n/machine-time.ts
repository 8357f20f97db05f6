import { formatInstant } from '#geo'
import { clockPart, formatFullMoment, type Locale } from './format'

const two = (n: number): string => String(n).padStart(2, '0')

/** The clock of this machine as instants are printed: `2022-05-27T14:00`. */
export function machineTime(ms: number): string {
  const at = new Date(ms)
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** `2022年5月27日 14:00` by the clock of this machine. */
export function formatMachineMoment(ms: number, locale: Locale): string {
  return formatFullMoment(machineTime(ms), locale)
}

/** `2022年5月27日 14:00` by the clocks of the pack, which everything else of it is dated by. */
export function formatPackMoment(timezone: string, ms: number, locale: Locale): string {
  return formatFullMoment(formatInstant(timezone, ms), locale)
}

/** `14:00` by the clock of this machine. */
export function formatMachineClock(ms: number): string {
  return clockPart(machineTime(ms))!
}
