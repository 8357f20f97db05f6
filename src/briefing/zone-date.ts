import { isUnknown, isUnplaced, type Survey, type SurveyZone } from '#geo'
import { dayPart, formatNear, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { reviewText } from '../i18n/review-words'
import { transitionWord } from '../i18n/transition-words'
import { SPEECH } from './speech/speeches'
import { oncePlacedText } from './unplaced/unplaced'

/** What the word of a zone is printed from. */
export type WordedRow = Pick<SurveyZone, 'word'> & {
  readonly missing: readonly Pick<SurveyZone['missing'][number], 'state' | 'reason'>[]
}

/** What a date is printed from, of a zone as it is, as it would be, or under another edition. */
export type DatedRow = Pick<
  SurveyZone,
  'word' | 'date' | 'daysLeft' | 'ifDone' | 'held' | 'suspension' | 'raises'
> &
  WordedRow

type Now = Pick<Survey, 'day' | 'asOf'>

/**
 * When the zone moves, as its row prints it: `{ date: '最早 5/28', left: null }`; of an unmet one if all were done now, of
 * one that must become stricter since when. Whoever prints the date of a zone takes it from here.
 */
export function zoneDate(zone: DatedRow, survey: Now, locale: Locale): { date: string; left: string | null } {
  const speech = SPEECH[locale]
  if (zone.word === 'toRaise') {
    const since = zone.raises?.[0]?.since ?? null
    return { date: since === null ? '—' : speech.since(formatShortMoment(since, locale)), left: null }
  }
  const left = zone.daysLeft ? speech.daysLeft(zone.daysLeft) : null
  if (zone.held) return { date: oncePlacedText(zone, survey, locale), left: null }
  if (zone.word === 'suspended' && zone.suspension)
    return { date: reviewText(zone.suspension, locale, survey.day), left: null }
  if (zone.word === 'unmet') {
    const earliest = zone.date ?? zone.ifDone?.at ?? null
    const date = earliest ? speech.earliest(formatNear(dayPart(earliest), survey.day, locale)) : '—'
    return { date, left }
  }
  if (zone.word === 'waiting') {
    return { date: zone.date ? formatNear(zone.date, survey.day, locale) : '—', left }
  }
  return { date: momentNear(zone.date, survey.day, locale), left: null }
}

/**
 * The word of a zone where nothing beside it says what is missing: `条件未满足`, and of one of which the headline says
 * that something is unknown also how much is: `条件未满足，2 项未知`.
 */
export function zoneWord({ word, missing }: WordedRow, locale: Locale): string {
  const said = transitionWord(word, locale)
  if (word !== 'unmet') return said
  const unknown = missing.filter(isUnknown).length
  return unknown > 0 ? SPEECH[locale].withUnknown(said, unknown) : said
}

/** Word and date of a row in one phrase: `最早 5/29 · 余 2 天` of what only waits, else `条件未满足 · 最早 5/31`. */
export function standingPhrase(row: DatedRow, survey: Now, locale: Locale): string {
  const { date, left } = zoneDate(row, survey, locale)
  const isWaiting = row.word === 'waiting' && date !== '—'
  const parts = isWaiting
    ? [row.held ? date : SPEECH[locale].earliest(date), left]
    : [zoneWord(row, locale), date === '—' ? null : date]
  return parts.filter(Boolean).join(' · ')
}

/**
 * What has to be done for a zone whose lowering is not met, and the earliest it could come then: “补采 269 人后，最早
 * 5/28 08:00”; of one that unplaced rows hold the date of its row, once they are placed. Null where it is met or ordered,
 * or waits for zones of which nothing can be said.
 */
export function ifDoneSentence(zone: SurveyZone, survey: Now, locale: Locale): string | null {
  const { ifDone, missing, held } = zone
  if (!ifDone) return null
  const speech = SPEECH[locale]
  const acts = missing
    .filter((one) => ifDone.open.includes(one.id) && (!held?.own || !isUnplaced(one)))
    .map((one) => speech.toDo(one))
  const decides = missing.find(({ id }) => id === ifDone.decidedBy && !ifDone.open.includes(id))
  return speech.ifDone([...new Set(acts)], {
    at: formatShortMoment(ifDone.at, locale),
    once: held ? oncePlacedText(zone, survey, locale) : null,
    decides: decides?.[locale] ?? null,
  })
}

/** `今日 18:00`, `5/25 08:00`: of what is decided the clock time belongs to the date. */
function momentNear(when: string | null, today: string, locale: Locale): string {
  const isNear = when === null || dayPart(when) === today
  return isNear ? formatNear(when, today, locale) : formatShortMoment(when, locale)
}
