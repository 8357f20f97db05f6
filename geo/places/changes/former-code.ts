import type { Moment } from '../../time/calendar'
import { formatMoment } from '../../time/calendar'

/**
 * What a place is called as it was before a change through which its code goes on with other ground:
 * `320583101001@2022-05-01` is that place until that day.
 */
export const formerCode = (code: string, at: Moment, timezone: string): string =>
  `${code}@${formatMoment(timezone, at)}`

/** The code without the time until which it is meant. */
export const codeNow = (code: string): string => code.replace(/@[^@]*$/, '')
