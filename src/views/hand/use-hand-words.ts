import { type AskedFact, factName, formatInstant } from '#geo'
import { comma, semicolon } from '../../i18n/between'
import { formatCount, formatMoment } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import type { RowHistoryLine } from '../../log/hand/row-history'
import type { ShownCell } from '../../log/identity/changes'
import type { HandDisabled } from '../../operations/hand/writing'
import { fieldOf } from '../../records/records'
import { useSituation } from '../../stores/use-situation'
import { columnWord, valueWord } from '../import/change-words'
import { useOrderWords } from '../orders/use-order-words'
import { caseDesk } from './row-desk'

/** What an entry of a list says, beside what it is about. */
const FEW: Readonly<Record<string, readonly string[]>> = {
  ...{ cases: ['kind', 'foundIn'], contacts: ['kind', 'case', 'exposedAt'] },
  ...{ facts: ['value', 'unit', 'paper'], metrics: ['value', 'unit', 'paper'] },
  ...{ facilities: ['kind', 'place', 'rooms', 'beds', 'tables', 'tubesPerDay', 'shifts'] },
}

/** What is said by hand, in the words of the page. */
export function useHandWords() {
  const { locale, t } = useLocale()
  const situation = useSituation()
  const orders = useOrderWords()

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
    if (typeof cell === 'number' && fieldOf(list, column)?.type === 'count') return formatCount(cell)
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
    if (line.list === 'workspace') return t('workspace.title')
    if (line.list === 'handovers') return t('handover.open')
    if (line.list === 'orders') return orders.subject(line, situation.register.rowHistory)
    if (line.list === 'reports') return placeName(String(after(line, 'place') ?? ''))
    if (line.list === 'facilities') return postName(line.row)
    if (line.list === 'places') return placeName(line.row)
    if (line.list === 'occupancy' || line.list === 'passages') return postName(line.row.split('|')[0] ?? '')
    if (line.list === 'checks') return postName(String(after(line, 'checkpoint') ?? ''))
    if (line.list === 'facts' || line.list === 'metrics') return stated(line)
    if (line.list === 'rounds') return groundName(line)
    if (line.kind !== 'entered' && line.list === 'cases') return line.row
    const entered = firstOf(line)
    if (!entered) return line.row.split('|')[0] || line.row
    return personName(entered)
  }
  /** The entry of a row; null where a file brought it. */
  const firstOf = ({ list, row }: RowHistoryLine): RowHistoryLine | null =>
    situation.register.rowHistory.find(
      (one) => one.list === list && one.row === row && one.kind === 'entered',
    ) ?? null
  function personName(line: RowHistoryLine): string {
    const [id, place] = [after(line, 'id'), after(line, 'place')]
    return [id, place === null ? null : placeName(String(place))].filter((one) => one !== null).join(' · ')
  }
  function groundName(line: RowHistoryLine): string {
    const [zone, place, round] = line.row.split('|')
    return t('hand.round.opened', {
      name: zone ? zoneName(zone) : placeName(place ?? ''),
      round: round ?? '',
    })
  }
  const zoneName = (id: string): string =>
    situation.register.zones.findLast((zone) => zone.id === id)?.name ?? id
  /** What was stated, and of what ground. */
  function stated(line: RowHistoryLine): string {
    const entered = firstOf(line)
    if (!entered) return column(line.list, line.list === 'facts' ? 'fact' : 'metric')
    const [zone, place, fact, metric] = ['zone', 'place', 'fact', 'metric'].map((name) =>
      after(entered, name),
    )
    const name = fact === null ? { name: String(metric), kind: 'figure' as const } : factOf(String(fact))
    const ground = zone === null ? placeName(String(place ?? '')) : zoneName(String(zone))
    return `${ground} · ${factName(name)[locale.value]}`
  }
  /** A question answered yes or no is called by it, anything else by what happened. */
  function factOf(name: string): AskedFact {
    const asYesNo = { name, kind: 'yesNo' as const }
    const isQuestion = !/^[“「]/.test(factName(asYesNo).zh)
    return isQuestion ? asYesNo : { name, kind: 'event' }
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

  /** What was stated of the workspace, setting by setting. */
  const settingsSaid = ({ set }: RowHistoryLine): string =>
    set
      .map(({ field, after: said }) =>
        typeof said === 'number'
          ? t(`workspace.said.${field}`, { value: formatCount(said) }, said)
          : t(`workspace.said.${field}`, { value: String(said) }),
      )
      .join(' · ')
  function countSaid(line: RowHistoryLine, field: string): string {
    const count = after(line, field)
    return count === null ? '—' : formatCount(Number(count))
  }
  /** Who is due of a round: listed and not excused, as its running line says. */
  function dueSaid(line: RowHistoryLine): string {
    const [listed, excused] = [after(line, 'listed'), after(line, 'excused')]
    return listed === null ? '—' : formatCount(Number(listed) - Number(excused ?? 0))
  }
  /** From when a place is called otherwise, lies in another or is several. */
  function changeSaid(line: RowHistoryLine, act: string): string {
    const [said, from] = [after(line, act === 'rename' ? 'name' : 'source'), after(line, 'at')]
    const places = String(after(line, 'places') ?? '')
    const names = places.split(' ').map(placeName).join(comma(locale.value))
    const when = formatMoment(String(from), locale.value)
    return t(`places.said.${act}`, { at: when, places: names, into: placeName(line.row), name: String(said) })
  }
  /** What was said, in a few words. */
  function said(line: RowHistoryLine): string {
    if (line.kind === 'retracted') return t('hand.said.retracted')
    if (line.list === 'signals') return signalSaid(line)
    if (line.list === 'orders') return orders.said(line)
    if (line.list === 'workspace') return settingsSaid(line)
    if (line.list === 'handovers') return t(`workspace.signed.${String(after(line, 'role'))}`)
    const act = line.list === 'places' ? after(line, 'act') : null
    if (act !== null) return changeSaid(line, String(act))
    if (line.kind === 'corrected' || line.kind === 'told')
      return line.set
        .map(({ field, before, after: to }) =>
          t('hand.said.changed', {
            field: column(line.list, field),
            before: value(line.list, field, before),
            after: value(line.list, field, to),
          }),
        )
        .join(semicolon(locale.value))
    const few = FEW[line.list]
    if (few)
      return few
        .filter((field) => after(line, field) !== null)
        .map((field) => value(line.list, field, after(line, field)))
        .join(' · ')
    if (line.list === 'rounds')
      return t('hand.round.of', {
        sampled: countSaid(line, 'sampled'),
        due: dueSaid(line),
        resulted: countSaid(line, 'resulted'),
      })
    if (line.list === 'occupancy')
      return t('hand.rooms.of', { occupied: countSaid(line, 'occupied'), rooms: countSaid(line, 'rooms') })
    if (line.list === 'passages')
      return t('hand.passage.of', {
        vehicles: countSaid(line, 'vehicles'),
        persons: countSaid(line, 'persons'),
      })
    if (line.list === 'checks') return t(`desk.post.${stateOf(line)}`)
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
