import type { OutsidePeriod } from '../answers'
import type { Facts } from '../facts'
import { formatMoment } from '../time/calendar'
import { isWithin, periodOf } from './period'
import { seeTimes, type TimeField, type TimeOfRow } from './times'

/**
 * The times that no chart shows, by list and column; null where nothing is dated. Nothing is left out of any count for
 * it: a case of the year 2202 is in the total as soon as it is reported.
 */
export function outsideOf(facts: Facts): OutsidePeriod | null {
  let outside = known.get(facts)
  if (outside === undefined) known.set(facts, (outside = findOutside(facts)))
  return outside
}

const known = new WeakMap<Facts, OutsidePeriod | null>()

interface Group extends TimeField {
  count: number
  first: TimeOfRow
  last: TimeOfRow
}

function findOutside(facts: Facts): OutsidePeriod | null {
  const period = periodOf(facts)
  if (!period) return null
  const groups = new Map<string, Group>()
  seeTimes(facts, (field, time) => {
    if (isWithin(period, time.at)) return
    const key = `${field.list} ${field.field}`
    const group = groups.get(key) ?? { ...field, count: 0, first: time, last: time }
    group.count += 1
    if (time.at < group.first.at) group.first = time
    if (time.at >= group.last.at) group.last = time
    groups.set(key, group)
  })
  const { timezone } = facts.pack
  const times = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
  return {
    from: period.from,
    to: period.to,
    count: times.reduce((sum, { count }) => sum + count, 0),
    times: times.map(({ list, field, count, first, last }) => ({
      ...{ list, field, count },
      first: formatMoment(timezone, first),
      last: formatMoment(timezone, last),
      file: first.file,
      row: first.row,
    })),
  }
}
