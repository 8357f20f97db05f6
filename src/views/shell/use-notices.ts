import { type ComputedRef, computed } from 'vue'
import { rulesEnded, rulesNote } from '../../briefing/rules-note'
import { formatAsOf, formatFullAsOf } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useAnswers } from '../../stores/use-answers'
import { useClocks } from '../../stores/use-clocks'
import { useWorkspaces } from '../../stores/use-workspaces'

/** An instant as near the present as a wall that asks once a minute can be. */
const STILL_NOW_MS = 5 * 60_000

/**
 * What has to stand on every screen: what the data are (fictional, exercise), and what to know of the picture
 * (rules that ended, events that are set aside, a time that is not now).
 */
export function useNotices(): {
  labels: ComputedRef<string[]>
  notices: ComputedRef<string[]>
  rules: ComputedRef<string | null>
  isNow: ComputedRef<boolean>
} {
  const { locale, t } = useLocale()
  const answers = useAnswers()
  const clocks = useClocks()
  const workspaces = useWorkspaces()

  const isNow = computed(
    () =>
      clocks.notNow === null &&
      Math.abs(clocks.effective - Date.now()) < STILL_NOW_MS &&
      clocks.known === null,
  )
  /** with its year where that is not this one */
  const shown = (asOf: string): string =>
    asOf.startsWith(String(new Date().getFullYear()))
      ? formatAsOf(asOf, locale.value)
      : formatFullAsOf(asOf, locale.value)
  const labels = computed(() => {
    const { pack } = workspaces.register
    return [
      ...(answers.supposed ? [t('common.supposed')] : []),
      ...(pack.synthetic ? [t('common.synthetic')] : []),
      ...(pack.use === 'exercise' || workspaces.current?.use === 'exercise' ? [t('common.exercise')] : []),
    ]
  })
  const notices = computed(() => {
    const { survey } = answers
    if (!survey) return []
    const ended = rulesEnded(survey, locale.value)
    const aside = workspaces.register.setAside.length
    return [
      ...(answers.supposed
        ? [t('common.supposedNotice', { moment: formatAsOf(survey.asOf, locale.value) })]
        : []),
      ...(ended === null ? [] : [ended]),
      ...(aside > 0 ? [t('common.setAside', { n: aside, count: aside })] : []),
      ...(isNow.value || answers.supposed ? [] : [t('common.notNow', { moment: shown(survey.asOf) })]),
    ]
  })
  /** why no rule decides; the wall says it beside the rules' name */
  const rules = computed(() => answers.survey && rulesNote(answers.survey, locale.value))
  return { labels, notices, rules, isNow }
}
