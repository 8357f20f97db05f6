import type { Survey, SurveyZone, UnplacedRow } from '#geo'
import type { Locale } from '../../i18n/format'
import { levelName } from '../../i18n/level-name'
import { unplacedStart } from '../deciding-rows'
import { SPEECH } from '../speech/speeches'
import { codeOf } from './unplaced'

type Row = Pick<UnplacedRow, 'file' | 'row'>

const isOf =
  (rows: readonly Row[]) =>
  (seen: { readonly file: string; readonly row: number | null }): boolean =>
    rows.some(({ file, row }) => row !== null && file === seen.file && row === seen.row)

const codes = (zones: readonly SurveyZone[], survey: Survey, locale: Locale): string =>
  zones.map(({ id }) => codeOf(survey, id, locale)).join(locale === 'zh' ? '、' : ', ')

/**
 * What unplaced rows decide beside what they hold, a phrase each: zones that must become stricter by them, and zones whose
 * days run from one of them: `管01 应转为封控区`, `封02 自它起算`. Empty where they decide nothing more.
 */
export function rowsDecide(rows: readonly Row[], survey: Survey, locale: Locale): string[] {
  const speech = SPEECH[locale]
  const isOne = isOf(rows)
  const raised = new Map<string, SurveyZone[]>()
  for (const zone of survey.zones)
    for (const { kind, to, evidence } of zone.raises ?? [])
      if (evidence.some(isOne)) {
        const key = JSON.stringify([kind, to])
        raised.set(key, [...(raised.get(key) ?? []), zone])
      }
  const begun = survey.zones.filter(({ missing }) =>
    missing.some(
      (condition) =>
        unplacedStart(condition, locale) !== null &&
        condition.evidence.some(
          (seen) => seen.isUnplaced && seen.at === condition.figures.since && isOne(seen),
        ),
    ),
  )
  return [
    ...[...raised].map(([key, zones]) => {
      const [kind, to] = JSON.parse(key)
      return speech.mustRaise(codes(zones, survey, locale), kind, levelName(survey, to, locale))
    }),
    ...(begun.length > 0 ? [speech.daysFrom(codes(begun, survey, locale))] : []),
  ]
}
