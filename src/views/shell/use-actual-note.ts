import { type ComputedRef, computed } from 'vue'
import { formatInstant } from '#geo'
import { formatAsOf } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useAnswers } from '../../stores/use-answers'
import { useClocks } from '../../stores/use-clocks'

/** While something is supposed: that what is shown is made from the facts as they are, and of when; else empty. */
export function useActualNote(): ComputedRef<string> {
  const { locale, t } = useLocale()
  const [answers, clocks] = [useAnswers(), useClocks()]
  return computed(() => {
    if (!answers.supposed) return ''
    const moment = formatAsOf(formatInstant(clocks.zone, clocks.effective), locale.value)
    return t('common.actualFacts', { moment })
  })
}
