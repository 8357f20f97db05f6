import { addDays, type CaseCounts, type Survey, type SurveyZone, settlesItself } from '#geo'
import { formatCount, formatDay, formatMoment, formatPercent, type Locale, lastDayWord } from '../i18n/format'
import { unplacedTexts } from './held'
import { unplacedSentence } from './unplaced-report'

const codesOf = (zones: readonly SurveyZone[], locale: Locale): string =>
  zones
    .map((zone) => (locale === 'zh' ? `${zone.name}（${zone.code.zh}）` : `${zone.name} (${zone.code.en})`))
    .join(locale === 'zh' ? '、' : ', ')

function dailySentence(
  counts: CaseCounts & { readonly day: string },
  survey: Survey,
  locale: Locale,
): string {
  const day = formatDay(counts.day, locale)
  const confirmed = formatCount(counts.confirmed + counts.converted)
  const unit = survey.subject.unit
  if (locale === 'en') {
    const turned = counts.converted
      ? ` (${formatCount(counts.converted)} of them turned from asymptomatic)`
      : ''
    const unknown = counts.unknownFound ? `, ${formatCount(counts.unknownFound)} not stated how` : ''
    return `${day}, 00:00–24:00: ${confirmed} newly confirmed${turned} and ${formatCount(counts.asymptomatic)} asymptomatic; ${formatCount(counts.controlled)} found in quarantine or control, ${formatCount(counts.community)} in the community${unknown}.`
  }
  const turned = counts.converted
    ? `（其中 ${formatCount(counts.converted)} ${unit}由无症状感染者转为确诊）`
    : ''
  const unknown = counts.unknownFound ? `，${formatCount(counts.unknownFound)} ${unit}发现方式未填` : ''
  return `${day}0—24时，我区新增确诊病例 ${confirmed} ${unit}${turned}、无症状感染者 ${formatCount(counts.asymptomatic)} ${unit}；其中 ${formatCount(counts.controlled)} ${unit}在隔离管控中发现，${formatCount(counts.community)} ${unit}在社会面发现${unknown}。`
}

function zonesSentence(survey: Survey, locale: Locale): string {
  const run = survey.cases?.communityZeroRun
  const zero = run
    ? locale === 'zh'
      ? `连续 ${run.days} 天社会面零新增（${formatDay(run.from, 'zh')}${run.days > 1 ? `至${formatDay(run.to, 'zh')}` : ''}）。`
      : `No case found in the community for ${run.days} whole days (${formatDay(run.from, 'en')}–${formatDay(run.to, 'en')}). `
    : ''
  const levels = survey.levels.filter((level) => level.rank > 0)
  const list = levels.map((level) =>
    locale === 'zh'
      ? `${level.zh} ${formatCount(level.count)} 个`
      : `${formatCount(level.count)} ${level.en.toLowerCase()}`,
  )
  const inside = levels.map(({ people }) => people)
  const known = inside.every((people) => people !== null)
  const people = known ? inside.reduce((sum: number, one) => sum + (one ?? 0), 0) : null
  const share =
    people !== null && survey.district.people ? formatPercent(people / survey.district.people) : null
  if (locale === 'en')
    return `${zero}In force: ${list.join(', ')}${people === null ? '' : `; ${formatCount(people)} people${share ? `, ${share} of the district` : ''}`}.`
  return `${zero}现有${list.join('、')}${people === null ? '' : `，涉及 ${formatCount(people)} 人${share ? `，占常住人口 ${share}` : ''}`}。`
}

function changesSentence(survey: Survey, locale: Locale): string {
  const zh = locale === 'zh'
  const approved = survey.zones.filter(({ word }) => word === 'approved')
  const waiting = survey.zones.filter(({ word }) => word === 'toApprove' || word === 'toAssess')
  const stuck = survey.zones.filter(
    ({ word, missing }) => word === 'unmet' && missing.some((one) => !settlesItself(one)),
  )
  const parts: string[] = []
  for (const zone of approved) {
    const into = survey.zones.find(({ id }) => id === zone.into)?.code[locale]
    const when = formatMoment(zone.date, locale)
    parts.push(
      zh
        ? `${codesOf([zone], 'zh')}已批准 ${when} 起降级${into ? `，并入${into}` : ''}`
        : `${codesOf([zone], 'en')} approved from ${when}${into ? `, merged into ${into}` : ''}`,
    )
  }
  if (waiting.length)
    parts.push(zh ? `${codesOf(waiting, 'zh')}待审批` : `${codesOf(waiting, 'en')} in approval`)
  if (stuck.length)
    parts.push(zh ? `${codesOf(stuck, 'zh')}条件未满足` : `${codesOf(stuck, 'en')}: conditions not met`)
  if (!parts.length) return zh ? '今日没有需要调整的分区。' : 'No zone is due to change today.'
  return zh ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}

/** The numbered sentences of a bulletin; every figure comes from the survey. A pack without zones says so. */
export function bulletin(survey: Survey, locale: Locale): string[] {
  const cases = survey.cases
    ? [dailySentence(survey.cases.yesterday, survey, locale)]
    : [locale === 'zh' ? '病例数据未接入。' : 'No case data is connected.']
  const unplaced = unplacedSentence(survey, locale) ?? []
  if (!survey.zones.length)
    return [...cases, locale === 'zh' ? '尚未划定分区。' : 'No zone has been drawn yet.'].concat(unplaced)
  return [...cases, zonesSentence(survey, locale), changesSentence(survey, locale)].concat(unplaced)
}

/** The title: yesterday's community figure, then what is approved. */
export function bulletinTitle(survey: Survey, locale: Locale): string {
  const community = survey.cases ? formatCount(survey.cases.yesterday.community) : null
  const approved = survey.headline.approved
  const zh = locale === 'zh'
  const day = lastDayWord(survey.cases?.yesterday.day ?? '', survey.day, locale)
  const first =
    community === null
      ? zh
        ? '病例数据未接入'
        : 'No case data'
      : zh
        ? `${day}社会面新增 ${community} ${survey.subject.unit}`
        : `${community} found in the community ${day}`
  if (!survey.zones.length) return zh ? `${first}，尚未划定分区` : `${first}; no zones yet`
  const stopped = unplacedTexts(survey, locale)
  if (stopped.length) return zh ? [first, ...stopped].join('，') : `${first}. ${stopped.join(', ')}`
  if (approved)
    return zh
      ? `${first}，${approved} 个分区批准降级`
      : `${first}; ${approved} zone${approved > 1 ? 's' : ''} approved to be lowered`
  return zh ? `${first}，今日无分区批准调整` : `${first}; no change approved today`
}

/** First and last day of the curve, and the day before the first. */
export function curveSpan(survey: Survey): { from: string; to: string; before: string } | null {
  const daily = survey.cases?.daily
  if (!daily?.length) return null
  return { from: daily[0]!.day, to: daily.at(-1)!.day, before: addDays(daily[0]!.day, -1) }
}
