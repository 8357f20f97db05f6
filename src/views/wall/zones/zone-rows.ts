import type { AssessAnswer, ConditionAnswer, Survey, SurveyZone, TransitionWord } from '#geo'
import type { SharedLack } from '../../../briefing/lacked-alike'
import { cameDown } from '../../../briefing/sentences'
import { reasonBesides, sharedLack } from '../../../briefing/shared-reasons'
import { SPEECH } from '../../../briefing/speech/speeches'
import { oncePlaced, onceWord } from '../../../briefing/unplaced/unplaced'
import { zoneDate } from '../../../briefing/zone-date'
import type { Locale } from '../../../i18n/format'
import { levelName } from '../../../i18n/level-name'
import { type MarkState, markOf } from '../../../ui/marks/condition-mark'
import { besidesDays } from './zone-groups'

export interface ZoneMark {
  readonly mark: string
  readonly name: string
  /** null where the zone has no such condition */
  readonly state: MarkState | null
}

export interface ZoneRow {
  readonly id: string
  readonly level: string
  readonly code: string
  readonly name: string
  readonly from: string | null
  readonly word: TransitionWord
  readonly reason: string
  readonly date: string
  readonly left: string | null
  /** said before the date of a zone that unplaced rows hold; null of every other */
  readonly held: string | null
  readonly conditions: readonly ZoneMark[]
  readonly findings: readonly ZoneMark[]
}

/** A column of marks: the policy's own Han character, in English the initial of its name. */
export interface MarkHead {
  readonly mark: string
  readonly head: string
}

export interface ZoneList {
  readonly rows: readonly ZoneRow[]
  /** marks of the columns, conditions then findings, in the order of the policy */
  readonly conditionMarks: readonly MarkHead[]
  readonly findingMarks: readonly MarkHead[]
  /** said once above the rows instead of in each of them; null where each says its own */
  readonly shared: SharedLack | null
  /** zones not listed, the earliest date among them in the words of its row, their level where all have one, and what they wait for where all wait for the same */
  readonly others: {
    readonly count: number
    readonly earliest: string | null
    readonly level: string | null
    readonly reason: string | null
  }
}

/** Initials of the marks that Chinese policies use, chosen so that no two are alike. */
const INITIALS: Record<string, string> = {
  增: 'N',
  密: 'C',
  核: 'T',
  轮: 'R',
  环: 'E',
  消: 'D',
  区: 'Z',
  报: 'V',
  口: 'X',
  余: 'A',
  矛: 'Q',
  限: 'L',
  满: 'F',
}

/** The first letter of a name; quotation marks are none. */
const initialOf = (name: string): string => (/\p{L}/u.exec(name)?.[0] ?? '·').toUpperCase()

function marksIn(lists: readonly (readonly ConditionAnswer[])[], locale: Locale): MarkHead[] {
  const heads = new Map<string, string>()
  for (const { mark, en } of lists.flat()) {
    if (mark !== null && !heads.has(mark))
      heads.set(mark, locale === 'zh' ? mark : (INITIALS[mark] ?? initialOf(en)))
  }
  return [...heads].map(([mark, head]) => ({ mark, head }))
}

/** A code is not parted at its hyphen where a line ends, nor a number from what it counts. */
const unbroken = (text: string): string =>
  text
    .replace(/(\p{Lu})-(?=\d)/gu, '$1-\u2060')
    .replace(/(?<=\p{sc=Han}) (?=\d)|(?<=\d) (?=\p{sc=Han})/gu, '\u00a0')

function worst(states: readonly MarkState[]): MarkState | null {
  const order: readonly MarkState[] = ['unmet', 'unknown', 'notYet', 'met']
  return order.find((state) => states.includes(state)) ?? null
}

function marksOf(list: readonly ConditionAnswer[], columns: readonly MarkHead[], locale: Locale): ZoneMark[] {
  return columns.map(({ mark }) => {
    const own = list.filter((condition) => condition.mark === mark)
    return { mark, name: own[0]?.[locale] ?? mark, state: worst(own.map(markOf)) }
  })
}

/** A zone that follows its streets has roads along its line as a rule: the desk tells them, a mark in every row would not. */
const isShown = ({ id }: ConditionAnswer): boolean => id !== 'finding.along'

/** Of a held zone the date stands apart from what it hangs on, and of the reason what fits. */
function reasonAndDate(
  zone: SurveyZone,
  said: { readonly survey: Survey; readonly locale: Locale; readonly shared: SharedLack | null },
): Pick<ZoneRow, 'reason' | 'date' | 'left' | 'held'> {
  const { survey, locale } = said
  const reason = unbroken(reasonBesides(zone, said))
  if (!zone.held || zone.word === 'toRaise') return { reason, ...zoneDate(zone, survey, locale), held: null }
  const date = oncePlaced(zone, survey, locale)
  return {
    reason: zone.approvalAtRisk ? reason.split(/[；;（(]/)[0]!.trim() : reason,
    ...{ date, left: null, held: onceWord(zone, locale) },
  }
}

/** What all of them are; null where they differ. */
const common = (texts: readonly string[]): string | null =>
  texts.length > 0 && texts.every((text) => text === texts[0]) ? texts[0]! : null

/** When the zone moves or could: what its row prints, to be compared. */
const movesAt = (zone: SurveyZone): string | null => {
  if (zone.word === 'toRaise') return zone.raises?.[0]?.since ?? null
  return zone.held ? zone.held.oncePlacedAt : (zone.date ?? zone.ifDone?.at ?? null)
}

/** The earliest date of zones that have no row, with the word it stands on: `落位后最早 今日 18:00`, `最早 5/28`. */
function earliestOf(zones: readonly SurveyZone[], survey: Survey, locale: Locale): string | null {
  const dated = zones.flatMap((zone) => {
    const at = movesAt(zone)
    return at === null ? [] : [{ zone, at }]
  })
  if (dated.length === 0) return null
  const { zone } = dated.reduce((first, one) => (one.at < first.at ? one : first))
  const { date } = zoneDate(zone, survey, locale)
  const isWorded = Boolean(zone.held) || zone.word === 'unmet' || zone.word === 'toRaise'
  return isWorded ? date : SPEECH[locale].earliest(date)
}

const SEPARATOR: Record<Locale, string> = { zh: '；', en: '; ' }

/**
 * The zones as the wall lists them, in the order of the survey (earliest change first), at most `limit`; what the most of
 * them lack alike apart where `saysOnce`. Pure.
 */
export function zoneList(
  survey: Survey,
  assess: AssessAnswer | null,
  { locale, limit, saysOnce = false }: { locale: Locale; limit: number; saysOnce?: boolean },
): ZoneList {
  const shown = survey.zones.slice(0, limit)
  const shared = saysOnce ? sharedLack(survey, locale, shown) : null
  const rest = survey.zones.slice(limit)
  const decisive = new Map(
    shown.map((zone) => {
      const answer = assess?.zones.find(({ id }) => id === zone.id)
      return [zone.id, answer?.transitions.find(({ id }) => id === zone.decisive) ?? null]
    }),
  )
  const conditionMarks = marksIn(
    [...decisive.values()].map((one) => one?.conditions ?? []),
    locale,
  )
  const findingMarks = marksIn(
    [...decisive.values()].map((one) => one?.findings.filter(isShown) ?? []),
    locale,
  )
  return {
    conditionMarks,
    findingMarks,
    shared,
    others: {
      count: rest.length,
      earliest: earliestOf(rest, survey, locale),
      level: common(rest.map(({ level }) => levelName(survey, level, locale))),
      reason: common(rest.map((zone) => besidesDays(zone, survey, locale).join(SEPARATOR[locale]))) || null,
    },
    rows: shown.map((zone) => ({
      id: zone.id,
      level: zone.level,
      code: zone.code[locale],
      name: zone.name,
      from: zone.held && locale === 'en' ? null : cameDown(zone, survey, locale),
      word: zone.word,
      ...reasonAndDate(zone, { survey, locale, shared }),
      conditions: marksOf(decisive.get(zone.id)?.conditions ?? [], conditionMarks, locale),
      findings: marksOf(decisive.get(zone.id)?.findings ?? [], findingMarks, locale),
    })),
  }
}
