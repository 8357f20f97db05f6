import type { Survey, ZonesUnknown } from '#geo'
import type { Locale } from '../../i18n/format'

const UNKNOWN_WHY: Record<ZonesUnknown, Record<Locale, string>> = {
  'no-list': { zh: '没有分区名单', en: 'no list of zones' },
  'rows-unread': { zh: '分区名单有未读入的行', en: 'a row of zones was not read' },
}
const NONE_YET: Record<Locale, string> = { zh: '还没有分区', en: 'no zones yet' }

/** Of a survey without zones: that there are none, or why nobody knows whether there are. A phrase, not a sentence. */
export function zonesNoneText({ zonesUnknown }: Pick<Survey, 'zonesUnknown'>, locale: Locale): string {
  return (zonesUnknown ? UNKNOWN_WHY[zonesUnknown] : NONE_YET)[locale]
}
