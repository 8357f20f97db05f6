import { type Facts, type Instant, zonesUnknown } from '#geo'
import type { InBoth } from '../language'

/** That not all the zones are known, and why, as every table says it. */
const ZONES_UNKNOWN: Readonly<Record<'no-list' | 'rows-unread', InBoth>> = {
  'no-list': {
    zh: '没有分区名单（zones），分区未知',
    en: 'no list of zones (zones): which there are is not known',
  },
  'rows-unread': {
    zh: '分区名单有未读入的行，可能另有分区',
    en: 'a row of zones was not read: there may be another zone',
  },
}

/** Null where all the zones are known. */
export function zonesUnknownText(facts: Facts, asOf: Instant, language: keyof InBoth): string | null {
  const why = zonesUnknown(facts, asOf)
  return why && ZONES_UNKNOWN[why][language]
}
