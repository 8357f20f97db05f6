import type { Locale } from '../i18n/format'

/** So many zones that say the same say it once. */
export const SHARED_FROM = 4

/** What the same zones lack alike. */
export interface SharedLack {
  readonly reasons: readonly string[]
  /** their ids */
  readonly zones: ReadonlySet<string>
}

/** Of zones by id with what each lacks: what the most lack alike, all of it that all of these have. Null where fewer than four do. */
export function lackedAlike(
  lacking: Iterable<readonly [zone: string, reasons: readonly string[]]>,
  isCounted: (reason: string) => boolean = () => true,
): SharedLack | null {
  const zonesOf = new Map<string, string[]>()
  for (const [zone, reasons] of lacking)
    for (const reason of reasons) zonesOf.set(reason, [...(zonesOf.get(reason) ?? []), zone])
  const most = [...zonesOf]
    .filter(([reason]) => isCounted(reason))
    .reduce<readonly string[]>((longest, [, ids]) => (ids.length > longest.length ? ids : longest), [])
  if (most.length < SHARED_FROM) return null
  const alike = [...zonesOf].filter(([, ids]) => most.every((id) => ids.includes(id)))
  return { reasons: alike.map(([reason]) => reason), zones: new Set(most) }
}

const NOT_REPORTED = '未报'

/** What is lacked alike in one phrase: `密接转运情况、环境采样结果未报`. */
export function lackedText(reasons: readonly string[], locale: Locale): string {
  if (locale === 'en') return reasons.join('; ')
  const unreported = reasons.filter((reason) => reason.endsWith(NOT_REPORTED))
  const others = reasons.filter((reason) => !reason.endsWith(NOT_REPORTED))
  const nouns = unreported.map((reason) => reason.slice(0, -NOT_REPORTED.length)).join('、')
  return [...(nouns ? [nouns + NOT_REPORTED] : []), ...others].join('、')
}
