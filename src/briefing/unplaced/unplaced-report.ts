import type { Survey, SurveyUnplaced } from '#geo'
import { comma, semicolon } from '../../i18n/between'
import { formatCount, type Locale } from '../../i18n/format'
import { heldCount, placeInFile, unplacedCount, whyText } from './unplaced'
import { RULINGS } from './unplaced-words'

/** Causes that one sentence names; what is more is counted. */
const SHOWN = 2

/**
 * The sentence of a briefing about rows that nobody has placed, and about those that a named person has ruled out: they
 * stay in the total. Null where there are none.
 */
export function unplacedSentence(survey: Survey, locale: Locale): string | null {
  const { unplaced } = survey
  if (!unplaced) return null
  const parts = [openPart(unplaced, survey, locale), ruledPart(unplaced, locale)].filter(Boolean)
  return `${parts.join(semicolon(locale))}${locale === 'zh' ? '。' : '.'}`
}

function openPart(unplaced: SurveyUnplaced, survey: Survey, locale: Locale): string | null {
  if (unplaced.rows === 0) return null
  const zh = locale === 'zh'
  const causes = unplaced.items
    .slice(0, SHOWN)
    .map((item) => `${placeInFile(item, locale)}${zh ? '：' : ': '}${whyText(item, locale)}`)
  const more = unplaced.items.length - causes.length
  if (more > 0) causes.push(zh ? `另有 ${more} 项` : `${more} more`)
  const count = unplacedCount(unplaced, survey, locale)
  const held = heldCount(unplaced, survey, locale)
  const where = causes.join(semicolon(locale))
  return zh
    ? `未落位 ${count}（${where}），不计入任何级别${held ? `，${held}` : ''}`
    : `Unplaced: ${count} (${where}), in no level${held ? `, ${held}` : ''}`
}

/** How many were ruled out, as what, and by whom. */
function ruledPart({ ruledOut }: SurveyUnplaced, locale: Locale): string | null {
  if (ruledOut.length === 0) return null
  const zh = locale === 'zh'
  const isCounted = ruledOut.every(({ list }) => list !== 'zones' && list !== 'transitions')
  const kinds = new Map<string, number>()
  for (const { ruledOut: ruling } of ruledOut) {
    const name = ruling ? RULINGS[locale][ruling.kind] : ''
    kinds.set(name, (kinds.get(name) ?? 0) + 1)
  }
  const said = [...kinds].map(([name, n]) => `${name} ${n}`).join(comma(locale))
  const people = [...new Set(ruledOut.flatMap(({ ruledOut: ruling }) => ruling?.by ?? []))]
  return zh
    ? `未落位经排除 ${formatCount(ruledOut.length)} 行（${said}；${people.join('、')}）${isCounted ? '，仍计入总数' : ''}`
    : `unplaced and ruled out: ${formatCount(ruledOut.length)} (${said}; ${people.join(', ')})${isCounted ? ', still in the total' : ''}`
}
