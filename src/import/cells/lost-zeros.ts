import type { Facts } from '#geo'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

/** Lists whose rows a log knows by codes that people write with zeros in front. */
const CODES = { places: 'code', facilities: 'id', zones: 'id' } as const

/**
 * Lists that come again from a spreadsheet that took their codes for numbers: rows whose code the log does not hold, but
 * holds with zeros in front. They are other rows by their code, and so they stay; what was lost is named.
 */
export function lostZeros(lists: readonly ListFile[], existing: Facts | null): Problem[] {
  if (!existing) return []
  const held = {
    places: existing.places.map(({ code }) => code),
    facilities: existing.facilities.map(({ id }) => id),
    zones: existing.zones.map(({ id }) => id),
  }
  return lists.flatMap((list) => {
    const name = list.kind.list as keyof typeof CODES
    return CODES[name] ? lostIn(list, CODES[name], held[name]) : []
  })
}

function lostIn(list: ListFile, column: string, codes: readonly string[]): Problem[] {
  const known = new Set(codes)
  const whole = new Map(codes.flatMap((code) => (/^0+\d+$/.test(code) ? [[withoutZeros(code), code]] : [])))
  let [first, count] = [null as { readonly row: number; readonly seen: string } | null, 0]
  for (let at = 0; at < list.taken.length; at += 1) {
    const seen = list.taken.cellAt(at, column)
    if (typeof seen !== 'string' || known.has(seen) || !whole.has(seen)) continue
    first ??= { row: list.taken.rowAt(at), seen }
    count += 1
  }
  if (!first) return []
  const detail = { count, areaM2: null, pairs: [] }
  const header = list.spelt[column] ?? column
  return [
    aProblem(list.path, 'zeros-lost', {
      ...first,
      ...{ column: header, suggestion: whole.get(first.seen)!, detail },
    }),
  ]
}

const withoutZeros = (code: string): string => code.replace(/^0+(?=\d)/, '')
