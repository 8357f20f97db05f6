import type { ZoneStay } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'

/** That from an instant on a zone runs on in another one: split off from it, or merged with it. */
export interface Heir {
  readonly id: string
  readonly from: Instant
}

/** Zones that a stay inherits from, itself not among them. */
export function bequeathers({ id, heirOf }: ZoneStay): string[] {
  return [...new Set(heirOf ?? [])].filter((one) => one !== id)
}

/** By zone, the others in which it runs on at `asOf`; empty where nothing was split or merged. */
export function heirsOf(zones: readonly ZoneStay[], asOf: Instant): ReadonlyMap<string, readonly Heir[]> {
  const heirs = new Map<string, Heir[]>()
  for (const stay of zones) {
    if (!isSeenMoment(stay.from, asOf)) continue
    for (const one of bequeathers(stay)) {
      const known = heirs.get(one)
      const heir = { id: stay.id, from: stay.from.at }
      if (known) known.push(heir)
      else heirs.set(one, [heir])
    }
  }
  return heirs
}

/**
 * Everything that runs on from a zone and was split off or merged later than the instant (null: at any time), the
 * zone itself left out.
 */
export function heirsAfter(
  heirs: ReadonlyMap<string, readonly Heir[]>,
  zone: string,
  at: Instant | null,
): Set<string> {
  const found = new Set<string>()
  const open = [zone]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const heir of heirs.get(next) ?? [])
      if ((at === null || heir.from > at) && heir.id !== zone && !found.has(heir.id)) {
        found.add(heir.id)
        open.push(heir.id)
      }
  return found
}

type Stays = ReadonlyMap<string, readonly ZoneStay[]>

/** The stay with which a zone last became heir of others, up to this one of its stays; null where it never did. */
export function beginningAsHeir(stay: ZoneStay, stays: Stays): ZoneStay | null {
  const own = stays.get(stay.id) ?? [stay]
  return own.findLast((one) => one.from.at <= stay.from.at && bequeathers(one).length > 0) ?? null
}

/**
 * The stays that run on in one that is heir: its own earlier one, and the last of each zone it names that began before
 * it, or with it where none did.
 */
export function staysBefore(begun: ZoneStay, stays: Stays): ZoneStay[] {
  const own = (stays.get(begun.id) ?? []).findLast((one) => one.from.at < begun.from.at)
  const others = bequeathers(begun).flatMap((id) => {
    const theirs = stays.get(id) ?? []
    return (
      theirs.findLast((one) => one.from.at < begun.from.at) ??
      theirs.find((one) => one.from.at === begun.from.at) ??
      []
    )
  })
  return own && (own.to === null || own.to.at >= begun.from.at) ? [own, ...others] : others
}
