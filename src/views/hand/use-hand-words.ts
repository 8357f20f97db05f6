import { formatInstant } from '#geo'
import { formatMoment } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { RowHistoryLine } from '../../log/hand/row-history'
import type { ShownCell } from '../../log/identity/changes'
import type { HandDisabled } from '../../operations/hand/writing'
import { useSituation } from '../../stores/use-situation'
import { columnWord, valueWord } from '../import/change-words'
import { caseDesk } from './row-desk'

/** What is said by hand, in the words of the page. */
export function useHandWords() {
  const { locale, t } = useLocale()
  const situation = useSituation()

  const fault = ({ code, params = {} }: HandDisabled): string => t(`hand.fault.${code}`, params)
  /** The fault as a form says it: that nobody signed stands under the name. */
  const faultHere = (held: HandDisabled | null): string =>
    held === null || held.code === 'no-author' ? '' : fault(held)
  const placeName = (code: string): string =>
    situation.register.places.find((place) => place.code === code)?.name ?? code
  const postName = (id: string): string =>
    situation.register.facilities.find((one) => one.id === id)?.name ?? id
  const at = (instant: number): string =>
    formatMoment(formatInstant(situation.register.pack.timezone, instant), locale.value)

  /** One value of a row; what names a place shows its name. */
  function value(list: string, column: string, cell: ShownCell): string {
    if (cell === null || cell === '') return '—'
    if (typeof cell === 'object') return 'at' in cell ? at(cell.at) : String(cell.vertices)
    if (typeof cell !== 'string') return String(cell)
    return column === 'place' ? placeName(cell) : valueWord({ list, column }, cell, locale.value)
  }
  /** Where, when and as what a case is known, in a few words. */
  function caseSaid(id: string): string {
    const values = caseDesk(id, situation.register, [])?.values ?? {}
    return ['place', 'reportedAt', 'kind']
      .map((name) => value('cases', name, values[name] ?? null))
      .join(' · ')
  }
  const column = (list: string, name: string): string => columnWord({ list, column: name }, locale.value)

  const after = ({ set }: RowHistoryLine, field: string): ShownCell =>
    set.find((one) => one.field === field)?.after ?? null

  /** What an entry is about: the unit, the post, the case. */
  function subject(line: RowHistoryLine): string {
    if (line.list === 'signals') return signalName(line.row)
    if (line.list === 'reports') return placeName(String(after(line, 'place') ?? ''))
    if (line.list === 'checks') return postName(String(after(line, 'checkpoint') ?? ''))
    if (line.kind !== 'entered') return line.row
    const [id, place] = [after(line, 'id'), after(line, 'place')]
    return [id, place === null ? null : placeName(String(place))].filter((one) => one !== null).join(' · ')
  }

  /** Where a signal is, as it was entered. */
  function signalName(row: string): string {
    const entered = situation.register.rowHistory.find((one) => one.event === row)
    if (!entered) return row
    const [place, lng, lat] = ['place', 'lng', 'lat'].map((field) => after(entered, field))
    return place === null ? `${lng}, ${lat}` : placeName(String(place))
  }
  function signalSaid(line: RowHistoryLine): string {
    if (after(line, 'outcome') === 'cleared') return t('hand.verb.clear')
    const number = after(line, 'case')
    if (line.kind === 'decided') return t('hand.signal.became', { number: String(number ?? '—') })
    const [tubes, people] = [after(line, 'tubes'), after(line, 'people')]
    return [
      t(`hand.signal.kind.${String(after(line, 'kind'))}`),
      tubes === null ? null : t('hand.signal.tubes', { n: String(tubes) }),
      people === null ? t('hand.signal.peopleUnknown') : t('hand.signal.peopleHeld', { n: String(people) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  /** What was said, in a few words. */
  function said(line: RowHistoryLine): string {
    if (line.kind === 'retracted') return t('hand.said.retracted')
    if (line.list === 'signals') return signalSaid(line)
    if (line.kind === 'corrected')
      return line.set
        .map(({ field, before, after: to }) =>
          t('hand.said.changed', {
            field: column(line.list, field),
            before: value(line.list, field, before),
            after: value(line.list, field, to),
          }),
        )
        .join('；')
    if (line.list === 'checks') return t(`desk.post.${stateOf(line)}`)
    if (line.list === 'cases')
      return ['kind', 'foundIn'].map((field) => value('cases', field, after(line, field))).join(' · ')
    const items = line.set.filter(({ field }) => !['place', 'day', 'filedAt'].includes(field))
    if (items.every(({ after: item }) => item === '0')) return t('hand.said.zero')
    return items.map(({ field, after: item }) => `${field} ${String(item)}`).join(' · ')
  }
  function stateOf(line: RowHistoryLine): 'onDuty' | 'short' | 'empty' | 'locked' {
    if (after(line, 'present') === 'locked') return 'locked'
    const missing = after(line, 'missing')
    return missing === null ? 'onDuty' : missing === 'all' ? 'empty' : 'short'
  }
  const who = ({ by }: Pick<RowHistoryLine, 'by'>): string =>
    [by.unit, by.name].filter(Boolean).join(' ') || t('hand.unsigned')

  return { fault, faultHere, value, caseSaid, column, subject, said, who, at, placeName }
}
