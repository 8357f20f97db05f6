import type { Facts, ZoneStay } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'

/**
 * Stays begun by `asOf`, by zone and in order of their beginning. The last of a zone is open (`to` null) while it is in
 * force: an end that lies ahead is only planned. It ends at its `to`, or where the next one follows at the same
 * instant, when that one begins; so there is never a gap between two that follow on each other, nor both at once.
 */
export function staysBegun(zones: readonly ZoneStay[], asOf: Instant): Map<string, readonly ZoneStay[]> {
  const begun = new Map<string, readonly ZoneStay[]>()
  for (const [id, own] of byZone(zones)) {
    const count = countBegun(own, asOf)
    const last = own[count - 1]
    if (!last) continue
    const open = last.to !== null && isInForce(last, own[count], asOf)
    begun.set(id, [...own.slice(0, count - 1), open ? { ...last, to: null } : last])
  }
  return begun
}

/** Whether a list tells the zones: where none does, nobody knows of any, nor that there is none. */
export const areZonesTold = ({ zones, stated }: Pick<Facts, 'zones' | 'stated'>): boolean =>
  zones.length > 0 || stated.has('zones')

/** Stays in force at that instant, by id: `from` is included, `to` excluded; a day begins after its 00:00. */
export function staysInForce(zones: readonly ZoneStay[], asOf: Instant): ZoneStay[] {
  const found: ZoneStay[] = []
  for (const own of byZone(zones).values()) {
    const count = countBegun(own, asOf)
    const last = own[count - 1]
    if (last && isInForce(last, own[count], asOf)) found.push(last)
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Stays by zone, in order of their beginning. */
function byZone(zones: readonly ZoneStay[]): Map<string, ZoneStay[]> {
  const found = new Map<string, ZoneStay[]>()
  for (const stay of zones) {
    const own = found.get(stay.id)
    if (own) own.push(stay)
    else found.set(stay.id, [stay])
  }
  for (const own of found.values()) own.sort((a, b) => a.from.at - b.from.at)
  return found
}

function countBegun(own: readonly ZoneStay[], asOf: Instant): number {
  const ahead = own.findIndex((stay) => !isSeenMoment(stay.from, asOf))
  return ahead < 0 ? own.length : ahead
}

function isInForce({ to }: ZoneStay, next: ZoneStay | undefined, asOf: Instant): boolean {
  return to === null || !isSeenMoment(to, asOf) || next?.from.at === to.at
}
