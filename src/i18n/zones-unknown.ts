import type { ZonesUnknown } from '#geo'
import type { Locale } from './format'

const WHY: Record<ZonesUnknown, Record<Locale, string>> = {
  'no-list': { zh: '没有分区名单', en: 'no list of zones' },
  'rows-unread': { zh: '分区名单有未读入的行', en: 'a row of zones was not read' },
}

/** Why not all the zones are known, as a phrase: every screen, sheet and command begins with it. */
export const zonesUnknownWhy = (why: ZonesUnknown, locale: Locale): string => WHY[why][locale]
