import type { Report, Reported } from '#geo'
import type { StandingRows } from '../standing-rows'
import { known, momentText, type Writer } from '../written'
import { itemsOfReport } from './reported'

export const readReports = (rows: StandingRows): readonly Report[] =>
  rows.map((row) => ({
    place: row.required('place'),
    ...row.around(),
    day: row.required('day'),
    filedAt: row.moment('filedAt'),
    items: itemsOfReport(row.names(), (name) => row.text(name)),
    origin: row.origin,
  }))

export const writeReports: Writer<Report> = (reports, facts) =>
  reports.map((report) => {
    const { place, day, filedAt, items, origin, town } = report
    const said = Object.fromEntries(Object.entries(items).map(([name, item]) => [name, reportedText(item)]))
    const filed = filedAt === null ? null : momentText(facts, filedAt)
    return {
      cells: {
        ...(town === undefined ? {} : { town }),
        place,
        day,
        filedAt: filed,
        ...said,
        knownAt: known(facts, origin),
      },
    }
  })

/** An item of a report as its column has it; null where it is missing. */
export function reportedText(item: Reported): string | null {
  switch (item.kind) {
    case 'count':
      return String(item.value)
    case 'approximate':
      return 'about' in item ? `约${item.about}` : `${item.atLeast}+`
    case 'withheld':
      return 'x'
    case 'missing':
      return null
    case 'text':
      return item.text
  }
}
