import type { UnplacedRow } from '#geo'
import { useLocale } from '../../i18n/use-locale'
import { aProblem, type ProblemCode, SEVERITY } from '../../import/problem'
import { toldOf } from '../../import/sentences'

/** Why a row is unplaced, in words: of a refused one what was wrong with it. */
export function useWhyWords(): (row: Pick<UnplacedRow, 'file' | 'row' | 'why' | 'refused'>) => string {
  const { locale, t } = useLocale()
  return ({ file, row, why, refused }) => {
    if (!refused) return t(`placing.why.${why}`)
    if (!(why in SEVERITY)) return t('placing.refused', { why })
    const [told] = toldOf(aProblem(file, why as ProblemCode, { row }), locale.value)
    return t('placing.refused', { why: told })
  }
}
