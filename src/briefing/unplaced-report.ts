import type { Survey, SurveyUnplaced, UnplacedRow } from '#geo'
import { formatCount, type Locale } from '../i18n/format'
import { codeOf, placeInFile, unplacedCount, whyText } from './unplaced'
import { LIST_NAMES, RULINGS } from './unplaced-words'

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
  return locale === 'zh' ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}

function openPart(unplaced: SurveyUnplaced, survey: Survey, locale: Locale): string | null {
  if (unplaced.rows === 0) return null
  const zh = locale === 'zh'
  const count = unplacedCount(unplaced, survey, locale)
  const causes = unplaced.items
    .slice(0, SHOWN)
    .map((item) => `${placeInFile(item, locale)}${zh ? '：' : ': '}${whyText(item, locale)}`)
  const more = unplaced.items.length - causes.length
  if (more > 0) causes.push(zh ? `另有 ${more} 项` : `${more} more`)
  const held = unplaced.held.map((id) => codeOf(survey, id, locale)).join(zh ? '、' : ', ')
  const where = causes.join(zh ? '；' : '; ')
  if (zh) return `未落位 ${count}（${where}），不计入任何级别${held ? `，落位前${held}不能调整` : ''}`
  return `Unplaced: ${count} (${where}), in no level${held ? `; no change before placing: ${held}` : ''}`
}

function ruledPart({ ruledOut }: SurveyUnplaced, locale: Locale): string | null {
  const texts = ruledOutTexts(ruledOut, locale)
  if (texts.length === 0) return null
  return locale === 'zh'
    ? `未落位经排除 ${formatCount(ruledOut.length)} 行，仍计入总数：${texts.join('、')}`
    : `unplaced and ruled out, still in the total: ${texts.join(', ')}`
}

/** What was ruled out, rows of one file, kind and person together: `病例 cases.csv 第 90 行，区外，周某`. */
export function ruledOutTexts(rows: readonly UnplacedRow[], locale: Locale): string[] {
  const groups = new Map<string, UnplacedRow[]>()
  for (const row of rows) {
    const key = [row.list, row.file, row.ruledOut?.kind, row.ruledOut?.by].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((own) => {
    const { list, file, ruledOut } = own[0]!
    const where = `${LIST_NAMES[locale][list]} ${placeInFile({ file, rows: own }, locale)}`
    const said = [where, ruledOut && RULINGS[locale][ruledOut.kind], ruledOut?.by].filter(Boolean)
    return `${locale === 'zh' ? '' : '('}${said.join(locale === 'zh' ? '，' : ', ')}${locale === 'zh' ? '' : ')'}`
  })
}
