import { formatMoment } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { Disabled } from '../../operations/operation'

/** Why an act on unplaced rows cannot be done now, in words. */
export function useDisabledWords(): (disabled: Disabled) => string {
  const { locale, t } = useLocale()
  return ({ code, params = {} }) => {
    const by = typeof params.by === 'string' ? { by: formatMoment(params.by, locale.value) } : {}
    return t(`placing.disabled.${code}`, { ...params, ...by })
  }
}
