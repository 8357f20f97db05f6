import { formatMoment, type Moment } from '#geo'
import type { Cell } from '../../log/rows/columns'
import type { Kind } from '../../records/records'
import { fault, type RowFault } from '../row-note'

/** The first field that the kind requires and the row does not say. */
export function missingField(kind: Kind, values: Record<string, Cell>): RowFault | null {
  const isMissing = (name: string): boolean => values[name] === undefined || values[name] === null
  for (const field of kind.fields)
    if (field.required && isMissing(field.name)) return fault(field.name, 'missing')
  const isTime = (name: string): boolean =>
    kind.fields.some((one) => one.name === name && one.type === 'moment')
  for (const group of kind.oneOf ?? []) {
    if (!group.every(isMissing)) continue
    const code = group.every(isTime) ? 'missing-time' : 'missing-one-of'
    return fault(group.join(' | '), code)
  }
  if (kind.list === 'roads' && isMissing('line')) return fault('geometry', 'missing')
  if (kind.list === 'roads' && isMissing('class')) values.class = 'unclassified'
  return null
}

/** A stay that ends at or before its beginning; a round that ends before it (an end given as a day is that whole day). */
export function untimely(values: Record<string, Cell>, zone: string): RowFault | null {
  const spans = [
    ['from', 'to'],
    ['startedAt', 'finishedAt'],
  ] as const
  for (const [begin, end] of spans) {
    const [a, b] = [values[begin], values[end]]
    if (!isMoment(a) || !isMoment(b)) continue
    const within = begin === 'startedAt' && b.isDay ? b.at + 86_400_000 : b.at
    if (within < a.at || (begin === 'from' && b.at === a.at)) {
      return fault(end, 'ends-before-start', formatMoment(zone, b).slice(0, 16).replace('T', ' '))
    }
  }
  return null
}

export const isMoment = (cell: Cell | undefined): cell is Moment =>
  typeof cell === 'object' && cell !== null && 'isDay' in cell
