import { comma } from '../../i18n/between'
import type { Locale } from '../../i18n/format'
import type { EditionText } from '../../stores/use-editions'

type Translate = (key: string, params?: Record<string, string | number>) => string

/** `管控区 → 防范区（由封控区降级）：降为防范区`: a change of level that no other one is taken for. */
export function transitionTitle(
  text: EditionText,
  id: string,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const transition = text.transitions.find((one) => one.id === id)
  if (!transition) return id
  const nameOf = (level: string): string => text.levels.find((one) => one.level === level)?.[locale] ?? level
  const between = comma(locale)
  const came = transition.cameFrom.map((level) =>
    level === null ? t('rules.local.drawn') : t('rules.local.came', { level: nameOf(level) }),
  )
  return t('rules.local.move', {
    from: transition.from.map(nameOf).join(between),
    to: nameOf(transition.to),
    came: came.length > 0 ? t('rules.local.cameAll', { came: came.join(between) }) : '',
    name: transition[locale] ?? id,
  })
}
