import type { SurveyFigure } from '../answers'
import { quarantineOf } from '../coverage/quarantine'
import type { Instant } from '../time/calendar'
import { contactsKnownAt, countContacts, isInCare, isToMove } from './cases/contacts'
import { indicatorFigures } from './indicators'
import { seriesAt } from './series'
import type { Slice } from './slice'
import { newestOf } from './sources'

interface Measured {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly unitEn: string
  readonly at: SurveyFigure['at']
  /** the value at an instant; null is unknown */
  valueAt(at: Instant): number | null
  /** whether that value is a lower bound */
  isLeastAt?(at: Instant): boolean
}

/** The running figures: contacts in care and to be moved, rooms in use, then the pack's indicators and metrics. */
export function surveyFigures(slice: Slice): SurveyFigure[] {
  const { facts, coverage } = slice
  const contacts = (holds: typeof isInCare) => (at: Instant) =>
    contactsKnownAt(facts, at) ? countContacts(facts.contacts, at, holds) : null
  const contactsAt = newestOf(slice, 'contacts')
  const people = { unit: '人', unitEn: 'people', at: contactsAt }
  const own: Measured[] = [
    {
      ...people,
      id: 'contactsInCare',
      zh: '密切接触者在管',
      en: 'Contacts in care',
      valueAt: contacts(isInCare),
    },
    {
      ...people,
      id: 'contactsToMove',
      zh: '密接待转运',
      en: 'Contacts to move',
      valueAt: contacts(isToMove),
    },
    {
      ...{
        id: 'roomsInUse',
        zh: '集中隔离已用房',
        en: 'Quarantine rooms in use',
        unit: '间',
        unitEn: 'rooms',
      },
      at: coverage.quarantine?.at ?? null,
      valueAt: (at) => quarantineOf(facts, at)?.occupied ?? null,
      isLeastAt: (at) => quarantineOf(facts, at)?.leastOf?.includes('occupied') ?? false,
    },
  ]
  return [...own.map((measured) => figureOf(measured, slice)), ...indicatorFigures(slice)]
}

function figureOf(
  { id, zh, en, unit, unitEn, at, valueAt, isLeastAt = () => false }: Measured,
  { asOf, timezone }: Slice,
): SurveyFigure {
  const instants = seriesAt(asOf, timezone)
  const series = instants.map(valueAt)
  const isLeast = isLeastAt(instants.at(-1)!)
  const isBound = isLeast || isLeastAt(instants.at(-2)!)
  const [before, value] = [series.at(-2)!, series.at(-1)!]
  return {
    ...{ id, zh, en, unit, unitEn, value, at },
    ...(isLeast ? { isLeast } : {}),
    delta: value === null || before === null || isBound ? null : value - before,
    deltaAgainst: 'sameHour',
    series,
  }
}
