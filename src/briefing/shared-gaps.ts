import { formatCount, type Locale } from '../i18n/format'

/** That crossings lie on the lines of several zones, and that each of these counts them: why zones add up to more than all. */
export function sharedText(shared: number, locale: Locale): string {
  const n = formatCount(shared)
  if (locale === 'zh') return `${n} 处在几区共线上，各区都计`
  return shared === 1
    ? '1 lies on the lines of several zones, counted in each'
    : `${n} lie on the lines of several zones, counted in each`
}

/** The same where there is little room: beside counts by zone. */
export function sharedShort(shared: number, locale: Locale): string {
  return locale === 'zh' ? sharedText(shared, locale) : `${formatCount(shared)} on several lines`
}
