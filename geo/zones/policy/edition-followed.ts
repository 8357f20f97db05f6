import type { Facts } from '../../facts'
import type { Instant } from '../../time/calendar'
import { staysInForce } from '../stays/stays'

/**
 * The edition by which the district as a whole is read: the pack's, else the one that all its zones name, those in force
 * before all there ever were; null where they name several or none.
 */
export function editionFollowed(
  { pack, zones }: Pick<Facts, 'pack' | 'zones'>,
  asOf: Instant,
): string | null {
  if (pack.policy !== null) return pack.policy
  const inForce = staysInForce(zones, asOf)
  const named = new Set((inForce.length > 0 ? inForce : zones).map(({ policy }) => policy))
  const [only] = named
  return named.size === 1 ? (only ?? null) : null
}
