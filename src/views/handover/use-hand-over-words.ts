import type { HandOverValue, HandOverWords, UnplacedRow } from '#geo'
import { whyText } from '../../briefing/unplaced/unplaced'
import { listName } from '../../briefing/unplaced/unplaced-words'
import { formatShortMoment } from '../../i18n/format-short'
import { formatSpan } from '../../i18n/spans'
import { useLocale } from '../../i18n/use-locale'
import type { ShownCell } from '../../log/identity/changes'
import { useHandWords } from '../hand/use-hand-words'
import { usePolicy } from '../shell/use-policy'

/** Lines of a hand-over in the language of the page, also of one that was signed in the other. */
export function useHandOverWords() {
  const { locale, t } = useLocale()
  const hand = useHandWords()
  const policy = usePolicy()

  function plain(value: HandOverValue): string {
    if (typeof value !== 'object') return String(value)
    return 'when' in value ? formatShortMoment(value.when, locale.value) : value[locale.value]
  }
  const text = (value: HandOverValue | undefined): string => (value === undefined ? '' : plain(value))

  function stepName(step: string): string {
    const named = Object.values(policy.value?.approvals ?? {})
      .flat()
      .find((one) => one.step === step)
    return named?.[locale.value] ?? step
  }
  /** Of what is named by codes: the list, the cause, the field and its values. */
  function named({ key, values }: HandOverWords): Readonly<Record<string, string>> {
    const list = text(values.list)
    if (key === 'rows') {
      const row = { list, why: text(values.why), refused: values.refused === 1 } as unknown as UnplacedRow
      return { list: listName(row, locale.value), why: whyText(row, locale.value) }
    }
    if (key.startsWith('step.')) return { step: stepName(text(values.step)) }
    if (key !== 'corrected' && key !== 'withdrawn') return {}
    const field = text(values.field)
    const cell = (value: HandOverValue | undefined): string =>
      hand.value(list, field, (text(value) || null) as ShownCell)
    return {
      list: t(`feed.list.${list}`),
      ...(field ? { field: hand.column(list, field) } : {}),
      ...{ before: cell(values.before), after: cell(values.after) },
    }
  }
  function said(words: HandOverWords | null): string {
    if (!words) return ''
    const values = Object.fromEntries(
      Object.entries(words.values).map(([name, value]) => [name, plain(value)]),
    )
    if (words.key === 'over') return formatSpan(Math.max(1, Number(values.minutes)) * 60_000, locale.value)
    const shown = { ...values, ...named(words) }
    const { n } = words.values
    const line = `handover.line.${words.key}`
    return (typeof n === 'number' ? t(line, shown, n) : t(line, shown)).trim()
  }
  const when = (at: string | null): string => (at === null ? '—' : formatShortMoment(at, locale.value))
  return { said, when }
}
