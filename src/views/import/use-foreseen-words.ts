import { formatCount } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { ForeseenUnplaced } from '../../stores/use-import'

/** The one line before an import that leaves rows unplaced. */
export function useForeseenWords(): (unplaced: ForeseenUnplaced) => string {
  const { t } = useLocale()
  return ({ rows, zones, heldBefore }) => {
    const held = zones.length > 0 ? zones : heldBefore
    const said = { n: formatCount(rows.length), zones: formatCount(held.length), count: rows.length }
    if (zones.length > 0) return t('import.unplaced.holds', said)
    return t(heldBefore.length > 0 ? 'import.unplaced.holdsNoMore' : 'import.unplaced.holdsNone', said)
  }
}
