import type { Facts, SurveyFigure } from '#geo'
import type { CaseFields } from './hand-form'

/** What the form of a figure holds, as its fields have it. */
export interface MetricFields {
  metric: string
  value: string
  place: CaseFields['place']
  at: string
  unit: string
  paper: string
}

export const newMetric = (own: Pick<MetricFields, 'at' | 'unit' | 'place'>): MetricFields => ({
  ...{ metric: '', value: '', paper: '' },
  ...own,
})

/** The place in which all others lie; null where there is none, or several. */
export function topPlace({ places }: Pick<Facts, 'places'>): CaseFields['place'] {
  const top = places.filter(({ parent, former }) => !parent && !former)
  return top.length === 1 ? { code: top[0]!.code, position: null } : null
}

/** The id of the figure that is called so in either language, else the name as it is typed. */
export function metricCalled(typed: string, known: readonly SurveyFigure[]): string {
  const name = typed.trim().normalize('NFKC')
  const isIt = ({ id, zh, en }: SurveyFigure): boolean =>
    [id, zh, en].some((one) => one.normalize('NFKC').toLowerCase() === name.toLowerCase())
  return known.find(isIt)?.id ?? name
}
