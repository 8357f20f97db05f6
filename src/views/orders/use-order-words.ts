import type { SurveyOrder } from '#geo'
import { formatShortMoment } from '../../i18n/format-short'
import { formatSpan } from '../../i18n/spans'
import { useLocale } from '../../i18n/use-locale'
import type { RowHistoryLine } from '../../log/hand/row-history'
import type { ShownCell } from '../../log/identity/changes'

/** Orders in the words of the page. */
export function useOrderWords() {
  const { locale, t } = useLocale()
  const when = (at: string): string => formatShortMoment(at, locale.value)

  /** 逾期 2 小时, 5/27 16:00 前, 已销（随事实）. */
  function state({ state: is, overMinutes, closed, dueAt }: SurveyOrder): string {
    if (closed) return `${t('orders.state.closed')} · ${t(`orders.how.${closed.how}`)}`
    if (overMinutes !== null)
      return t('orders.over', { n: formatSpan(Math.max(1, overMinutes) * 60_000, locale.value) })
    return `${t(`orders.state.${is}`)} · ${t('orders.before', { at: when(dueAt) })}`
  }
  /** Whether the gap is there, or by what it ended; empty where only a person can tell. */
  function gap({ gap: told }: SurveyOrder): string {
    if (!told) return ''
    if (told.state !== 'gone') return t(`orders.gap.${told.state}`)
    return [t(`orders.ended.${told.why}`), told.at && when(told.at)].filter(Boolean).join(' ')
  }
  /** What was said of it since it was given, and what the facts say. */
  function course(order: SurveyOrder): string {
    const { answered, closed, rechecked } = order
    return [
      t('orders.given', { at: when(order.givenAt) }),
      answered &&
        (answered.words === ''
          ? t('orders.answeredBare', { at: when(answered.at) })
          : t('orders.answeredWith', { at: when(answered.at), words: answered.words })),
      closed?.how === 'hand' &&
        t('orders.closedWith', { at: closed.at ? when(closed.at) : '—', words: closed.words }),
      rechecked &&
        t(rechecked.isDone ? 'orders.confirmed' : 'orders.refuted', {
          ...{ at: when(rechecked.at), words: rechecked.words },
        }).trim(),
      gap(order),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  const after = ({ set }: RowHistoryLine, field: string): ShownCell =>
    set.find((one) => one.field === field)?.after ?? null
  /** What a deed of the history says. */
  function said(line: RowHistoryLine): string {
    if (line.kind === 'entered')
      return t('orders.said.given', {
        text: String(after(line, 'text')),
        at: when(String(after(line, 'dueAt'))),
      })
    const outcome = after(line, 'outcome')
    const act = line.kind === 'decided' ? 'orders.verb.closed' : 'orders.verb.answered'
    return [t(outcome === null ? act : `orders.said.${String(outcome)}`), after(line, 'words')]
      .filter(Boolean)
      .join(' · ')
  }
  /** The unit of the order that a deed is about. */
  function subject(line: RowHistoryLine, all: readonly RowHistoryLine[]): string {
    const given = all.find(({ event }) => event === line.row)
    return given ? String(after(given, 'unit') ?? line.row) : line.row
  }
  return { state, gap, course, said, subject, when }
}
