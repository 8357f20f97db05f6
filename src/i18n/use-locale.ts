import { type ComputedRef, computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from './format'

/** The locale shown and the translator of the component's area. */
export function useLocale(): { locale: ComputedRef<Locale>; t: ReturnType<typeof useI18n>['t'] } {
  const { locale, t } = useI18n()
  return { locale: computed(() => (locale.value === 'en' ? 'en' : 'zh')), t }
}
