import type { ZonesUnknown } from '../../answers'
import type { Facts } from '../../facts'
import type { Instant } from '../../time/calendar'
import { areZonesTold } from '../stays/stays'
import { unreadStays } from './unread-rows'

/** Null where all the zones are known. */
export function zonesUnknown(facts: Facts, asOf: Instant): ZonesUnknown | null {
  if (!areZonesTold(facts)) return 'no-list'
  return unreadStays(facts, asOf).length > 0 ? 'rows-unread' : null
}
