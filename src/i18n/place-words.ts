import type { Survey } from '#geo'
import { formatCount, type Locale } from './format'
import { counted } from './plural'

/** Endings that are a word of their own, in the script of the page. */
const ENDINGS: Readonly<Record<string, string>> = {
  ...{ 区: '区', 區: '区', 镇: '镇', 鎮: '镇', 乡: '乡', 鄉: '乡', 县: '县', 縣: '县' },
  ...{ 里: '里', 村: '村', 市: '市', 州: '州', 旗: '旗' },
}

function endingOf(names: readonly string[]): string | null {
  const [first, ...others] = names.map((name) => ENDINGS[name.at(-1) ?? ''])
  return first !== undefined && others.every((ending) => ending === first) ? first : null
}

/** What towns are called here: 区 where the names of all end so, else 镇街. */
export function townWord(survey: Survey, locale: Locale): string {
  if (locale === 'en') return 'town'
  return endingOf(survey.towns.map(({ name }) => name)) ?? '镇街'
}

/** What villages are called here, as far as the places tell that are named. */
export function villageWord(survey: Survey, locale: Locale): string {
  if (locale === 'en') return 'village'
  return endingOf((survey.weeks?.hotspots ?? []).map(({ name }) => name)) ?? '村社'
}

/** What the parts of the district are called for which lists speak: towns, else what stands in their stead. */
export function partsWord(survey: Survey, locale: Locale): string {
  const { towns, villages } = survey.district
  if (towns > 0) return locale === 'zh' ? '镇街' : 'town'
  if (villages > 0) return locale === 'zh' ? '村社' : 'village'
  return locale === 'zh' ? '小区' : 'compound'
}

/** The whole of it, by the ending of its name: 全市, 全县; 全区 where that says nothing. */
export function wholeWord({ district }: Survey, locale: Locale): string {
  if (locale === 'en') return 'District'
  return `全${endingOf([district.name]) ?? '区'}`
}

/** 我区, 我市, as a report calls the whole. */
export function oursWord(survey: Survey): string {
  return `我${wholeWord(survey, 'zh').slice(1)}`
}

/** `37 区`, `1 town`. */
export function countedPlaces(count: number, word: string, locale: Locale): string {
  return locale === 'en' ? counted(count, word) : `${formatCount(count)} ${word}`
}
