import type { Reported } from '#geo'
import { KINDS } from '../kinds'
import { isLeftOpen } from './left-open'

/**
 * `null`, empty or a word that nobody knows = missing, `0` = zero, `400余` or `400+` = at least, `x` or `_` = withheld,
 * else text.
 */
export function reportedOf(seen: string | null): Reported {
  const text = (seen ?? '').trim()
  if (text === '') return { kind: 'missing' }
  if (/^[x×_*]{1,8}$/i.test(text)) return { kind: 'withheld' }
  if (isLeftOpen(text)) return { kind: 'missing' }
  if (/^\d{1,15}(\.\d+)?$/.test(text)) return { kind: 'count', value: Number(text) }
  const atLeast = /^(\d{1,15}(?:\.\d+)?)\s*(?:余|多|\+)$/.exec(text)
  return atLeast ? { kind: 'approximate', atLeast: Number(atLeast[1]) } : { kind: 'text', text }
}

const REPORT_FIELDS: ReadonlySet<string> = new Set([
  'knownAt',
  ...KINDS.find(({ list }) => list === 'reports')!.fields.map(({ name }) => name),
])

/** What the columns of a daily report say that are no field of its kind. */
export function itemsOfReport(
  names: Iterable<string>,
  textOf: (name: string) => string | null,
): Readonly<Record<string, Reported>> {
  const items: Record<string, Reported> = {}
  for (const name of names) if (!REPORT_FIELDS.has(name)) items[name] = reportedOf(textOf(name))
  return Object.freeze(items)
}
