import type { CaseCounts, OpenDay, Survey } from '#geo'
import { formatCount, type Locale, lastDayWord } from '../i18n/format'
import { formatHour } from '../i18n/format-short'
import { countedPlaces, partsWord } from '../i18n/place-words'

/** How cases were found, as every screen says it: what nobody stated is a series of its own and never one of the others. */
export interface FoundFigures {
  /** null where no case of the span says it */
  readonly community: number | null
  readonly controlled: number | null
  /** cases in neither */
  readonly other: number
}

export function foundFigures({ community, controlled, unknownFound }: CaseCounts): FoundFigures {
  const isSilent = unknownFound > 0 && community + controlled === 0
  return {
    community: isSilent ? null : community,
    controlled: isSilent ? null : controlled,
    other: unknownFound,
  }
}

type Finds = 'divided' | 'notInRules' | 'noRules'

const findsOf = ({ cases }: Survey): Finds => cases?.finds ?? 'divided'

/** What the third series is called: not known (not stated, or in a word that nobody knows), or stated and not divided by any rule. */
const OTHER: Readonly<Record<Locale, Readonly<Record<Finds, string>>>> = {
  zh: {
    divided: '发现方式不明',
    notInRules: '规则未分社会面',
    noRules: '未选用规则，未分社会面',
  },
  en: {
    divided: 'How found: not known',
    notInRules: 'Not divided by the rules',
    noRules: 'No rules: not divided',
  },
}

/** The same where a legend has no room for the reason. */
const OTHER_SHORT: Readonly<Record<Locale, Readonly<Record<Finds, string>>>> = {
  zh: { divided: '发现方式不明', notInRules: '未分社会面', noRules: '未分社会面' },
  en: { divided: 'Not known', notInRules: 'Not divided', noRules: 'Not divided' },
}

export function otherFoundShort(survey: Survey, locale: Locale): string {
  return OTHER_SHORT[locale][findsOf(survey)]
}

export function otherFoundName(survey: Survey, locale: Locale): string {
  return OTHER[locale][findsOf(survey)]
}

/** Said of a day of which no case is divided. */
const NONE_FOUND: Readonly<Record<Locale, Readonly<Record<Finds, string>>>> = {
  zh: {
    divided: '发现方式都不明',
    notInRules: '规则没有列出哪些算社会面发现',
    noRules: '未选用规则，不分社会面',
  },
  en: {
    divided: 'how found is known for none',
    notInRules: 'the rules do not say which were found in the community',
    noRules: 'no rules chosen to tell which were found in the community',
  },
}

export function noneFoundWords(survey: Survey, locale: Locale): string {
  return NONE_FOUND[locale][findsOf(survey)]
}

const someOther = (n: number, survey: Survey, locale: Locale): string => {
  const count = formatCount(n)
  if (locale === 'zh') return `${count} ${survey.subject.unit}发现方式不明`
  return `${count} not known how`
}

/** The counts of a day split by how they were found, in a clause; empty where it had no case at all. */
export function foundClause(counts: CaseCounts, survey: Survey, locale: Locale): string {
  const { community, controlled, other } = foundFigures(counts)
  if (community === null || controlled === null) return noneFoundWords(survey, locale)
  const rest = other > 0 ? someOther(other, survey, locale) : null
  const unit = survey.subject.unit
  const parts =
    locale === 'zh'
      ? [
          `其中 ${formatCount(controlled)} ${unit}在隔离管控中发现`,
          `${formatCount(community)} ${unit}在社会面发现`,
          rest,
        ]
      : [
          `${formatCount(controlled)} found in quarantine or control`,
          `${formatCount(community)} in the community`,
          rest,
        ]
  return parts.filter(Boolean).join(locale === 'zh' ? '，' : ', ')
}

/**
 * The last whole day in one phrase: how many were found in the community, as far as anybody says; a figure that another
 * sentence would have to correct is never said alone.
 */
export function lastDayPhrase(survey: Survey, locale: Locale): string | null {
  if (!survey.cases) return null
  const { yesterday, open } = survey.cases
  const day = lastDayWord(yesterday.day, survey.day, locale)
  const gap = open?.yesterday ?? null
  if (gap && gap.lacks.length === 0 && yesterday.total === 0)
    return locale === 'zh'
      ? `${day}新增未知，${openWords(gap, survey, locale)}`
      : `New cases ${day} not known: ${openWords(gap, survey, locale)}`
  const said = dayPhrase(yesterday, { day, survey, locale })
  return noted(
    said,
    [gap && openWords(gap, survey, locale), undatedWords(survey, locale)].filter((one) => one !== null),
    locale,
  )
}

/** A sentence with what must not be said apart from it. */
function noted(said: string, notes: readonly string[], locale: Locale): string {
  if (notes.length === 0) return said
  return locale === 'zh' ? `${said}（${notes.join('；')}）` : `${said} (${notes.join('; ')})`
}

/** Those found in the community on the last whole day; null where none is known and one of no known day may have been. */
export function communityTold(survey: Survey): number | null {
  if (!survey.cases) return null
  const { community } = foundFigures(survey.cases.yesterday)
  return community === 0 && survey.cases.undatedCommunity ? null : community
}

/** Beside a 0 of the community: cases of no known day that may have been found there on any. Null where none is. */
export function undatedWords(survey: Survey, locale: Locale): string | null {
  const { undatedCommunity: n = 0, yesterday } = survey.cases ?? {}
  if (n === 0 || !yesterday || foundFigures(yesterday).community !== 0) return null
  return locale === 'zh'
    ? `另有 ${formatCount(n)} ${survey.subject.unit}日期未知，可能属社会面`
    : `${formatCount(n)} more of no known day may be of the community`
}

function dayPhrase(
  counts: CaseCounts,
  { day, survey, locale }: { readonly day: string; readonly survey: Survey; readonly locale: Locale },
): string {
  const { community, controlled, other } = foundFigures(counts)
  const { unit } = survey.subject
  const total = formatCount(counts.total)
  if (community === null)
    return locale === 'zh'
      ? `${day}新增 ${total} ${unit}，${noneFoundWords(survey, locale)}`
      : `${total} new ${day}, ${noneFoundWords(survey, locale)}`
  if (other === 0)
    return locale === 'zh'
      ? `${day}社会面新增 ${formatCount(community)} ${unit}`
      : `${formatCount(community)} found in the community ${day}`
  const isControlled = controlled !== null && controlled > 0
  if (locale === 'zh') {
    const beside = isControlled ? `、隔离管控 ${formatCount(controlled)} ${unit}` : ''
    return `${day}新增 ${total} ${unit}，已填社会面 ${formatCount(community)} ${unit}${beside}，${someOther(other, survey, locale)}`
  }
  const beside = isControlled ? `, ${formatCount(controlled)} under control` : ''
  return `${total} new ${day}: ${formatCount(community)} in the community${beside}, ${someOther(other, survey, locale)}`
}

/** Towns named one by one; of more it is said how many. */
const NAMED = 2

/** `缺南渡镇`, `缺 3 镇街`, `病例台账截至 5月24日 17时`. */
export function openWords({ lacks, until }: OpenDay, survey: Survey, locale: Locale): string {
  const zh = locale === 'zh'
  if (lacks.length > NAMED)
    return `${zh ? '缺' : 'without'} ${countedPlaces(lacks.length, partsWord(survey, locale), locale)}`
  if (lacks.length > 0) return zh ? `缺${lacks.join('、')}` : `without ${lacks.join(', ')}`
  if (until === null) return zh ? '病例台账未填截至时间' : 'the case list does not say until when it speaks'
  return zh
    ? `病例台账截至 ${formatHour(until, 'zh')}`
    : `the case list speaks until ${formatHour(until, 'en')}`
}

/** The day's figure, or null where the list does not reach it and names none. */
export function toldTotal(survey: Survey, which: 'yesterday' | 'today'): number | null {
  if (!survey.cases) return null
  const { total } = survey.cases[which]
  const gap = survey.cases.open?.[which]
  return gap && gap.lacks.length === 0 && total === 0 ? null : total
}
