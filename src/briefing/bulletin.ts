import { type CaseCounts, type Survey, type SurveyZone, settlesItself } from '#geo'
import { comma, sentenceCase } from '../i18n/between'
import {
  formatCount,
  formatDay,
  formatDayRange,
  formatMoment,
  formatPercent,
  type Locale,
} from '../i18n/format'
import { groundFigures, knownShares } from '../i18n/ground-figures'
import { oursWord } from '../i18n/place-words'
import { counted } from '../i18n/plural'
import { midSentence, transitionWord } from '../i18n/transition-words'
import { nameBeside } from '../i18n/zone-title'
import { foundClause, lastDayPhrase, openWords, toldTotal, undatedWords } from './found'
import { unplacedTexts } from './held'
import { raiseSentences } from './raising'
import { rulesNote } from './rules-note'
import { approvedOpenIn, situationOf } from './sentences'
import { SPEECH } from './speech/speeches'
import { zonesNoneText } from './speech/zones-none'
import { unplacedSentence } from './unplaced/unplaced-report'
import { mostRisingSentence, risingSentence, weeksOf, weeksSentence } from './weeks'

/** Of more zones than this a sentence names the first few and says how many they are. */
const [MOST_NAMED, FIRST_NAMED] = [14, 6]

function codesOf(zones: readonly SurveyZone[], locale: Locale): string {
  const zh = locale === 'zh'
  const named = zones.length > MOST_NAMED ? zones.slice(0, FIRST_NAMED) : zones
  const list = named
    .map(({ name, code }) => {
      if (nameBeside(code[locale], name) === '') return name
      return zh ? `${name}（${code.zh}）` : `${name} (${code.en})`
    })
    .join(comma(locale))
  if (named === zones) return list
  return zh
    ? `${list}等 ${formatCount(zones.length)} 个分区`
    : `${list} and ${formatCount(zones.length - named.length)} more, ${formatCount(zones.length)} zones in all`
}

/** What is approved, zone by zone; of many those that move alike together. */
function approvedParts(zones: readonly SurveyZone[], survey: Survey, locale: Locale): string[] {
  const alike = new Map<string, SurveyZone[]>()
  for (const zone of zones) {
    const key = zones.length > MOST_NAMED ? `${zone.date} ${zone.into}` : zone.id
    alike.set(key, [...(alike.get(key) ?? []), zone])
  }
  return [...alike.values()].map((moving) => {
    const into = survey.zones.find(({ id }) => id === moving[0]!.into)?.code[locale]
    const when = formatMoment(moving[0]!.date, locale)
    const open = approvedOpenIn({ zones: moving })
    const without = open > 0 ? SPEECH[locale].approvedOpen(open) : ''
    return locale === 'zh'
      ? `${codesOf(moving, 'zh')}已批准 ${when} 起降级${into ? `，并入${into}` : ''}${without && `（${without}）`}`
      : `${codesOf(moving, 'en')} approved from ${when}${into ? `, merged into ${into}` : ''}${without && ` (${without})`}`
  })
}

/** Kinds of the day's cases; what nobody stated is said, and never counted as one of them. */
function kindsClause(counts: CaseCounts, survey: Survey, locale: Locale): string {
  const { unit } = survey.subject
  const unstated = counts.total - counts.confirmed - counts.asymptomatic
  const confirmed = formatCount(counts.confirmed + counts.converted)
  const [n, none] = [formatCount(counts.total), formatCount(unstated)]
  const turned = formatCount(counts.converted)
  const isBare = unstated > 0 && unstated === counts.total && counts.converted === 0
  if (locale === 'en') {
    if (isBare) return `${n} new cases, kind stated for none`
    const of = counts.converted ? ` (${turned} of them turned from asymptomatic)` : ''
    const rest = unstated > 0 ? `, ${none} of no stated kind` : ''
    return `${confirmed} newly confirmed${of} and ${formatCount(counts.asymptomatic)} asymptomatic${rest}`
  }
  if (isBare) return `新增${survey.subject.zh} ${n} ${unit}，类别都没有填`
  const of = counts.converted ? `（其中 ${turned} ${unit}由无症状感染者转为确诊）` : ''
  const rest = unstated > 0 ? `，类别未填 ${none} ${unit}` : ''
  return `新增确诊病例 ${confirmed} ${unit}${of}、无症状感染者 ${formatCount(counts.asymptomatic)} ${unit}${rest}`
}

function dailySentence(survey: Survey, locale: Locale): string {
  const { yesterday: counts, open } = survey.cases!
  const zh = locale === 'zh'
  const day = formatDay(counts.day, locale)
  const gap = open?.yesterday ?? null
  const notes = [gap && openWords(gap, survey, locale), undatedWords(survey, locale)].filter(Boolean)
  const note = notes.length === 0 ? '' : zh ? `（${notes.join('；')}）` : ` (${notes.join('; ')})`
  if (toldTotal(survey, 'yesterday') === null)
    return zh ? `${day}0—24时新增病例数未知${note}。` : `${day}, 00:00–24:00: new cases not known${note}.`
  const said = [kindsClause(counts, survey, locale), foundClause(counts, survey, locale)]
  return zh
    ? `${day}0—24时，${oursWord(survey)}${said.join('；')}${note}。`
    : `${day}, 00:00–24:00: ${said.join('; ')}${note}.`
}

function zonesSentence(survey: Survey, locale: Locale): string {
  const run = survey.cases?.communityZeroRun
  const zero = run
    ? locale === 'zh'
      ? `连续 ${formatCount(run.days)} 天社会面零新增（${formatDay(run.from, 'zh')}${run.days > 1 ? `至${formatDay(run.to, 'zh')}` : ''}）。`
      : `No case found in the community for ${counted(run.days, 'whole day')} (${formatDayRange(run.from, run.to, 'en')}). `
    : ''
  const levels = survey.levels.filter(({ count }) => count !== null)
  const list = levels.map((level) =>
    locale === 'zh'
      ? `${level.zh} ${formatCount(level.count)} 个`
      : `${formatCount(level.count)} ${level.en.toLowerCase()}`,
  )
  const inside = peopleInside(survey, locale)
  if (locale === 'en')
    return `${zero}In force: ${list.join(list.some((one) => one.includes(',')) ? '; ' : ', ')}${inside ? `; ${inside}` : ''}.`
  return `${zero}现有${list.join('、')}${inside ? `，${inside}` : ''}。`
}

/** Who lives in zones: the sum of what the table says of the levels, a lower bound where some are not known. */
function peopleInside(survey: Survey, locale: Locale): string | null {
  const { levels } = groundFigures(survey)
  const zoned = survey.levels.filter(({ count }) => count !== null)
  const counts = zoned.map(({ level }) => levels.get(level)!.peopleCount)
  if (zoned.length > 0 && counts.every((count) => count === null)) return null
  // at most so many: what may be those of another level
  if (zoned.some(({ holdsUntold }) => holdsUntold)) return null
  const people = counts.reduce((sum: number, count) => sum + (count ?? 0), 0)
  const isLeast = counts.includes(null) || zoned.some((level) => knownShares(level).people < 1)
  const { people: all } = survey.district
  const share =
    all && knownShares(survey.district).people === 1 && !isLeast ? formatPercent(people / all) : null
  const n = formatCount(people)
  if (locale === 'zh') return `涉及${isLeast ? '至少' : ''} ${n} 人${share ? `，占常住人口 ${share}` : ''}`
  return `${isLeast ? 'at least ' : ''}${counted(people, 'person', 'people')}${share ? `, ${share} of the district` : ''}`
}

function changesSentence(survey: Survey, locale: Locale): string {
  const zh = locale === 'zh'
  const approved = survey.zones.filter(({ word }) => word === 'approved')
  const waiting = survey.zones.filter(({ word }) => word === 'toApprove' || word === 'toAssess')
  const stuck = survey.zones.filter(
    ({ word, missing }) => word === 'unmet' && missing.some((one) => !settlesItself(one)),
  )
  const parts = raiseSentences(survey, locale, (zones) => codesOf(zones, locale)).concat(
    approvedParts(approved, survey, locale),
  )
  if (waiting.length)
    parts.push(zh ? `${codesOf(waiting, 'zh')}待审批` : `${codesOf(waiting, 'en')} in approval`)
  if (stuck.length)
    parts.push(
      `${codesOf(stuck, locale)}${zh ? '' : ': '}${midSentence(transitionWord('unmet', locale), locale)}`,
    )
  if (!parts.length) return zh ? '今日没有需要调整的分区。' : 'No zone is due to change today.'
  return zh ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}

/** The numbered sentences of a bulletin; every figure comes from the survey. A pack without zones says so. */
export function bulletin(survey: Survey, locale: Locale): string[] {
  const cases = survey.cases
    ? [dailySentence(survey, locale)]
    : [locale === 'zh' ? '病例数据未接入。' : 'No case data is connected.']
  const unplaced = unplacedSentence(survey, locale) ?? []
  const note = rulesNote(survey, locale)
  const rules = note === null ? [] : [locale === 'zh' ? `${note}。` : `${note}.`]
  if (!survey.zones.length)
    return [
      ...cases,
      ...weekSentences(survey, locale),
      `${sentenceCase(zonesNoneText(survey, locale), locale)}${locale === 'zh' ? '。' : '.'}`,
    ].concat(rules, unplaced)
  const changes = situationOf(survey) === 'noRules' ? [] : [changesSentence(survey, locale)]
  return [...cases, zonesSentence(survey, locale), ...changes, ...rules].concat(unplaced)
}

/** Without zones: both weeks, in how many towns cases increase, and where most, as the wall leads with them. */
function weekSentences(survey: Survey, locale: Locale): string[] {
  const weeks = weeksOf(survey)
  if (!weeks || weeks.last + (weeks.before ?? 0) === 0) return []
  const zh = locale === 'zh'
  const lead = [weeksSentence(weeks, survey, locale), risingSentence(survey, locale)].filter(Boolean)
  const most = mostRisingSentence(survey, locale)
  return [[lead.join(zh ? '，' : ', '), most].filter(Boolean).join(zh ? '；' : '. ') + (zh ? '。' : '.')]
}

/** The title: the last whole day as far as it is told, then what must become stricter or is stopped, else what is approved. */
export function bulletinTitle(survey: Survey, locale: Locale): string {
  const { approved, toRaise } = survey.headline
  const zh = locale === 'zh'
  const first = sentenceCase(
    lastDayPhrase(survey, locale) ?? (zh ? '病例数据未接入' : 'No case data'),
    locale,
  )
  if (!survey.zones.length) return [first, zonesNoneText(survey, locale)].join(zh ? '，' : '; ')
  const raised = toRaise > 0 ? [SPEECH[locale].toRaise(toRaise)] : []
  const stopped = [...raised, ...unplacedTexts(survey, locale)]
  if (stopped.length)
    return zh ? [first, ...stopped].join('，') : `${first}. ${sentenceCase(stopped.join(', '), locale)}`
  if (situationOf(survey) === 'noRules') return zh ? `${first}，分区未作判定` : `${first}; zones not decided`
  if (approved)
    return zh
      ? `${first}，${formatCount(approved)} 个分区批准降级`
      : `${first}; ${counted(approved, 'zone')} approved to be lowered`
  return zh ? `${first}，今日无分区批准调整` : `${first}; no change approved today`
}
