import type { ConditionAnswer, SurveyZone } from '#geo'
import { transitionWord } from '../../i18n/transition-words'
import { levelHatches, levelStyles } from '../../ui/levels'
import type { LevelHatch, LevelStyle } from '../../ui/tokens'
import type { MapFacts, MapViewState } from '../part'

type Locale = MapViewState['locale']

/** Month and day as printed on a map: 5/28, or 28 May. A time is added where the instant is not midnight. */
export function shortDate(when: string, locale: Locale): string {
  const [month, day] = [Number(when.slice(5, 7)), Number(when.slice(8, 10))]
  if (locale === 'zh') return `${month}/${day}`
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  return `${day} ${names[month - 1]}`
}

/** Hour and minute of an instant; empty for a day. */
export const clockOf = (when: string): string => (when.length > 10 ? when.slice(11, 16) : '')

/** Style of every level that occurs in the survey. */
export function stylesIn({ survey }: MapFacts): Readonly<Record<string, LevelStyle>> {
  if (!survey) return {}
  return levelStyles([...survey.levels, ...survey.zones].map(({ level, rank }) => ({ level, rank })))
}

/** Marks of every level that occurs in the survey. */
export function hatchesIn({ survey }: MapFacts): Readonly<Record<string, LevelHatch>> {
  if (!survey) return {}
  return levelHatches([...survey.levels, ...survey.zones].map(({ level, rank }) => ({ level, rank })))
}

/** The first thing missing that time alone does not settle. */
function missingText(zone: SurveyZone, names: Readonly<Record<string, string>>, locale: Locale): string {
  const first: ConditionAnswer | undefined = zone.missing.find(
    ({ state, at }) => state !== 'unmet' || at === null,
  )
  if (!first) return ''
  if (first.reason === 'stricter-inside') {
    const inside = String(first.figures.zones ?? '')
      .split(' ')
      .map((id) => names[id] ?? id)
    return locale === 'zh' ? `待${inside.join('、')}先降级` : `${inside.join(', ')} to be lowered first`
  }
  const missing = first.figures.missing
  if (typeof missing === 'number' && /round/.test(first.reason ?? ''))
    return locale === 'zh' ? `${missing} 人未采样` : `${missing} not sampled`
  return first[locale]
}

/** What the second line of a callout says: the one wording of the state, then when. */
export function standingText(
  zone: SurveyZone,
  names: Readonly<Record<string, string>>,
  locale: Locale,
): string {
  const zh = locale === 'zh'
  const target = zone.into ? (names[zone.into] ?? zone.into) : ''
  const into = target ? (zh ? `，并入${target}` : `, into ${target}`) : ''
  const clock = zone.date ? clockOf(zone.date) : ''
  const day = zone.date ? shortDate(zone.date, locale) : ''
  const when = zone.daysLeft ? `${day} ${clock}`.trim() : clock || day
  switch (zone.word) {
    case 'approved':
      return zh ? `已批准：${when} 起降级${into}` : `Approved: from ${when}${into}`
    case 'executed':
      return zh ? '已执行' : 'Executed'
    case 'toApprove':
      return zh ? `待审批${into ? `：降级${into}` : ''}` : `Awaiting approval${into}`
    case 'toAssess':
      return zh ? '待评估' : 'Awaiting assessment'
    case 'met':
      return zh ? '条件已满足' : 'Conditions met'
    case 'waiting':
      if (!zone.date) return zh ? '未到期' : 'Not due'
      return zh
        ? `最早 ${shortDate(zone.date, locale)}${zone.daysLeft === null ? '' : ` · 余 ${zone.daysLeft} 天`}`
        : `Earliest ${shortDate(zone.date, locale)}${zone.daysLeft === null ? '' : ` · ${zone.daysLeft} d left`}`
    case 'unmet': {
      const reason = missingText(zone, names, locale)
      return transitionWord('unmet', locale) + (reason ? (zh ? `：${reason}` : `: ${reason}`) : '')
    }
    case 'suspended':
      return transitionWord('suspended', locale)
    case 'undecided':
    case 'toRaise':
      return transitionWord(zone.word, locale)
    default:
      zone.word satisfies never
      return ''
  }
}
