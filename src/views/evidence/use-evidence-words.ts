import { computed } from 'vue'
import type { Facts, Survey } from '#geo'
import { levelName } from '../../i18n/level-name'
import { formatPosition } from '../../i18n/measures'
import { useLocale } from '../../i18n/use-locale'
import { zoneTitle } from '../../i18n/zone-title'
import { columnWord } from '../import/change-words'
import { cellPrinter } from './evidence-cells'
import type { TableWords } from './evidence-table'

/** The words of evidence in the language of the page. */
export function useEvidenceWords(facts: () => Facts, survey: () => Survey | null) {
  const { locale, t } = useLocale()
  return computed((): TableWords => {
    const now = survey()
    const zones = new Map(now?.zones.map((zone) => [zone.id, zoneTitle(zone, locale.value)]) ?? [])
    const cell = cellPrinter(facts(), {
      ...{ locale: locale.value, yes: t('evidence.yes'), no: t('evidence.no') },
      zone: (id) => zones.get(id) ?? null,
      level: (id) => (now ? levelName(now, id, locale.value) : id),
      year: now?.day.slice(0, 4) ?? '',
    })
    return {
      cell,
      heading: (of) => columnWord(of, locale.value),
      position: (lng, lat) => formatPosition([lng, lat]),
      number: (row, numbering) =>
        row === 0 ? t('evidence.whole') : t(`evidence.number.${numbering}`, { row }),
      learned: t('evidence.learned'),
      whereabouts: t('evidence.position'),
    }
  })
}
