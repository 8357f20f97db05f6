import type { Survey } from '#geo'
import type { Locale } from '../../i18n/format'
import { zonesUnknownWhy } from '../../i18n/zones-unknown'

const NONE_YET: Record<Locale, string> = { zh: '还没有分区', en: 'no zones yet' }

/** Of a survey without zones: that there are none, or why nobody knows whether there are. A phrase, not a sentence. */
export const zonesNoneText = ({ zonesUnknown }: Pick<Survey, 'zonesUnknown'>, locale: Locale): string =>
  zonesUnknown ? zonesUnknownWhy(zonesUnknown, locale) : NONE_YET[locale]
