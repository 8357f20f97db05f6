import { formatInstant, type Instant } from '#geo'
import type { HandBody } from '../../log/hand/hand-body'
import { handVerb } from './writing'

export type ReportFiled = Extract<HandBody, { type: 'report.filed@1' }>

/** What a unit says for a day, or that all of it is zero. */
export const fileReport = handVerb<ReportFiled>({ id: 'report.file', label: 'hand.verb.report' })

/** 零报告: a unit that must report says that there was nothing, of every item. */
export const reportZero = handVerb<ReportFiled>({ id: 'report.zero', label: 'hand.verb.zero', key: '0' })

interface OfDay {
  readonly place: string
  readonly day: string
  readonly at: Instant
  readonly timezone: string
}

/** The report of a unit whose items stand as a list has them; those nobody spoke of are missing. */
export function reportOf(
  items: Readonly<Record<string, string>>,
  { place, day, at, timezone }: OfDay,
): ReportFiled {
  return { type: 'report.filed@1', place, day, filedAt: formatInstant(timezone, at), items }
}

/** Zero of every item that is asked for; where none is asked for, of the report itself. */
export function zeroOf(asked: readonly string[], of: OfDay): ReportFiled {
  const items = asked.length > 0 ? asked : ['零报告']
  return reportOf(Object.fromEntries(items.map((item) => [item, '0'])), of)
}
