import type { Survey } from '#geo'
import type { Locale } from './format'

/** What stands after the name of a pack in brackets says something of the pack, not of the district. */
const BRACKETS = /\s*[(（][^()（）]*[)）]\s*$/

const HEADQUARTERS = /headquarters$/i

/** The headquarters by its district, the same on every screen and sheet; in English by the English name where one is given. */
export function officeName({ district }: Pick<Survey, 'district'>, locale: Locale): string {
  if (locale === 'zh') return `${district.name}疫情防控指挥部`
  const name = district.titleEn?.replace(BRACKETS, '') || district.name
  return HEADQUARTERS.test(name) ? name : `${name} Outbreak Headquarters`
}
