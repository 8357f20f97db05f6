import { type Facts, type Instant, type ZonesUnknown, zonesUnknown } from '#geo'
import { zonesUnknownWhy } from '../../i18n/zones-unknown'
import type { InBoth } from '../language'

/** What follows of it for every table. */
const SO: Readonly<Record<ZonesUnknown, InBoth>> = {
  'no-list': { zh: '，分区未知', en: ': which there are is not known' },
  'rows-unread': { zh: '，可能另有分区', en: ': there may be another zone' },
}

/** That not all the zones are known, and why. Null where all are. */
export function zonesUnknownText(facts: Facts, asOf: Instant, language: keyof InBoth): string | null {
  const why = zonesUnknown(facts, asOf)
  return why && zonesUnknownWhy(why, language) + SO[why][language]
}
