import { type Policy, type Survey, type SurveyLevel, UNPLACED_LEVEL } from '#geo'
import { type CurveDays, curveDays } from '../charts/curve-days'
import { comma, semicolon } from '../i18n/between'
import {
  clockPart,
  endOfDay,
  formatCount,
  formatDay,
  formatDayRange,
  formatFullAsOf,
  formatHoursUntil,
  type Locale,
  UNKNOWN,
} from '../i18n/format'
import { type GroundFigures, groundFigures } from '../i18n/ground-figures'
import { officeName } from '../i18n/office-name'
import { wholeWord } from '../i18n/place-words'
import { counted } from '../i18n/plural'
import { bulletin, bulletinTitle } from './bulletin'
import { foundFigures, otherFoundName } from './found'
import { outsideLine } from './outside'
import { COLUMN } from './page'
import { rulesEnded } from './rules-note'
import { sourceTimeText } from './source-words'

export interface BriefingRow {
  readonly level: string
  readonly rank: number
  readonly name: string
  /** count, area, people, cases, approved, to approve: as printed */
  readonly cells: readonly string[]
  readonly total: boolean
}

export interface BriefingFacts {
  readonly office: string
  readonly series: string
  readonly stamp: string
  readonly asOfLabel: string
  readonly asOf: string
  readonly title: string
  readonly sentences: readonly string[]
  readonly tableTitle: string
  readonly tableHead: readonly (readonly [name: string, unit: string])[]
  readonly rows: readonly BriefingRow[]
  readonly curveTitle: string
  readonly curveNote: string
  /** one entry a series that the curve has, then the total */
  readonly curveLegend: readonly {
    readonly series: 'community' | 'controlled' | 'other' | null
    readonly text: string
  }[]
  /** cases before the first bar; empty where all are drawn */
  readonly curveBefore: string
  readonly legend: readonly { readonly level: string; readonly text: string }[]
  readonly sources: string
  readonly caveat: string
  readonly signatures: readonly string[]
  readonly fingerprint: string
}

export interface BriefingFrame {
  readonly locale: Locale
  /** who exports, and when, as printed */
  readonly by: string
  readonly madeAt: string
  /** 发布单位 as the workspace states it; null or absent: the district's headquarters */
  readonly issuer?: string | null
  /** head of the log, hex */
  readonly head: string
  readonly events: number
  readonly synthetic: boolean
  readonly exercise: boolean
  /** the figures are those of a supposition, not of what is */
  readonly supposed: boolean
  readonly issue: string
  readonly policy: Policy | null
}

const ZH_SOURCES = {
  cases: '病例台账',
  contacts: '密接台账',
  rounds: '核酸检测',
  checks: '卡点查岗',
  occupancy: '隔离点',
  reports: '村（社区）日报',
  zones: '分区',
} as const
const EN_SOURCES = {
  cases: 'cases',
  contacts: 'contacts',
  rounds: 'testing',
  checks: 'checkpoints',
  occupancy: 'quarantine',
  reports: 'daily reports',
  zones: 'zones',
} as const

function sourcesLine(survey: Survey, locale: Locale): string {
  const names = locale === 'zh' ? ZH_SOURCES : EN_SOURCES
  const list = survey.sources.map((source) => {
    const { id, at } = source
    const until = at === null ? null : endOfDay(at)
    const isToday = until?.slice(0, 10) === survey.day
    const time = until === null ? null : ((isToday ? clockPart(until) : null) ?? formatDay(until, locale))
    const when = time === null ? UNKNOWN : sourceTimeText(source, time, locale)
    return locale === 'zh' ? `${names[id]}（${when}）` : `${names[id]} (${when})`
  })
  return (
    (locale === 'zh' ? '资料来源：' : 'Sources: ') + list.join(comma(locale)) + (locale === 'zh' ? '。' : '.')
  )
}

function rowOf(level: SurveyLevel, ground: GroundFigures, locale: Locale): BriefingRow {
  const zone = level.count !== null
  return {
    level: level.level,
    rank: level.rank,
    name: level[locale],
    cells: [
      zone ? formatCount(level.count) : UNKNOWN,
      level.level === UNPLACED_LEVEL ? UNKNOWN : ground.area,
      level.level === UNPLACED_LEVEL ? UNKNOWN : ground.people,
      formatCount(level.cases),
      zone ? formatCount(level.approved) : UNKNOWN,
      zone ? formatCount(level.toApprove) : UNKNOWN,
    ],
    total: false,
  }
}

/** A row a level and the whole; without a list of zones the whole alone, for nobody knows what of it lies in which level. */
function tableRows(survey: Survey, locale: Locale): BriefingRow[] {
  const ground = groundFigures(survey)
  const rows = survey.levels.map((level) => rowOf(level, ground.levels.get(level.level)!, locale))
  const zones = survey.levels.filter(({ count }) => count !== null)
  const isUntold = survey.zonesUnknown === 'no-list'
  const sum = (pick: (level: SurveyLevel) => number): number =>
    zones.reduce((total, level) => total + pick(level), 0)
  const cases = survey.cases === null ? UNKNOWN : formatCount(survey.cases.cumulative.total)
  const total: BriefingRow = {
    level: 'district',
    rank: -1,
    name: wholeWord(survey, locale),
    cells: [
      isUntold ? UNKNOWN : formatCount(sum(({ count }) => count ?? 0)),
      ground.district.area,
      ground.district.people,
      cases,
      isUntold ? UNKNOWN : formatCount(sum(({ approved }) => approved)),
      isUntold ? UNKNOWN : formatCount(sum(({ toApprove }) => toApprove)),
    ],
    total: true,
  }
  return [
    ...(isUntold ? [] : rows).map((row) =>
      survey.cases === null
        ? { ...row, cells: row.cells.map((cell, index) => (index === 3 ? UNKNOWN : cell)) }
        : row,
    ),
    total,
  ]
}

function caveat(survey: Survey, locale: Locale): string {
  const isOver = survey.cases?.yesterday.day === survey.day
  const part =
    survey.cases && !isOver
      ? locale === 'zh'
        ? `${formatDay(survey.day, 'zh')}数字为 ${formatHoursUntil(survey.asOf, 'zh')} 的阶段数。`
        : `Figures of ${formatDay(survey.day, 'en')} cover ${formatHoursUntil(survey.asOf, 'en')}. `
      : ''
  const turned =
    locale === 'zh'
      ? '转确诊病例已在无症状感染者中计数，不重复计入每日新增。'
      : 'A case that turned confirmed was counted when asymptomatic and is not added again. '
  const ended = rulesEnded(survey, locale)
  const outside = outsideLine(survey.outside, locale)
  return (
    turned +
    part +
    sentenceOf(ended, locale) +
    sentenceOf(outside, locale) +
    (locale === 'zh' ? '示意图，不作为划界依据。' : 'Sketch map, not a basis for boundaries.')
  )
}

const sentenceOf = (said: string | null, locale: Locale): string =>
  said === null ? '' : said + (locale === 'zh' ? '。' : '. ')

function series(survey: Survey, frame: BriefingFrame): string {
  const zh = frame.locale === 'zh'
  const parts = [
    zh
      ? `疫情防控日报〔${survey.day.slice(0, 4)}〕第${frame.issue}期`
      : `Daily report ${survey.day.slice(0, 4)} no. ${frame.issue}`,
  ]
  if (frame.supposed) parts.push(zh ? '假设推演（未发生）' : 'SUPPOSED, not what is')
  if (frame.exercise) parts.push(zh ? '演练' : 'EXERCISE')
  if (frame.synthetic) parts.push(zh ? '演示数据（虚构）' : 'Demo data (fictional)')
  return parts.join('　')
}

function legendOf(survey: Survey, frame: BriefingFrame): BriefingFacts['legend'] {
  const measures = (level: string): string =>
    (frame.policy?.levels.find(({ id }) => id === level)?.measures ?? [])
      .slice(0, 1)
      .map((measure) => measure[frame.locale] ?? '')
      .filter(Boolean)
      .join(comma(frame.locale))
  return survey.levels
    .filter(({ count }) => count)
    .map((level) => ({ level: level.level, text: `${level[frame.locale]}　${measures(level.level)}`.trim() }))
}

function curveNote(survey: Survey, daily: CurveDays['daily'], locale: Locale): string {
  const [first, last] = [daily[0]?.day, daily.at(-1)?.day]
  if (!first || !last) return ''
  return locale === 'zh'
    ? `${survey.subject.unit}，按报告日，${formatDay(first, 'zh')}–${formatDay(last, 'zh')}`
    : `by report date, ${formatDayRange(first, last, 'en')}`
}

function curveLegend(survey: Survey, locale: Locale): BriefingFacts['curveLegend'] {
  if (!survey.cases) return []
  const zh = locale === 'zh'
  const { cumulative } = survey.cases
  const { community, controlled, other } = foundFigures(cumulative)
  return [
    { series: 'community', text: `${zh ? '社会面发现' : 'community'} ${formatCount(community)}` },
    { series: 'controlled', text: `${zh ? '隔离管控中发现' : 'in control'} ${formatCount(controlled)}` },
    ...(other > 0
      ? [{ series: 'other' as const, text: `${otherFoundName(survey, locale)} ${formatCount(other)}` }]
      : []),
    { series: null, text: `${zh ? '累计' : 'total'} ${formatCount(cumulative.total)}` },
  ]
}

/** What is in the total and in no bar of the sheet's curve, in words. */
function curveBefore(survey: Survey, locale: Locale): string {
  const { daily, before, undated } = curveDays(survey, COLUMN.width)
  const zh = locale === 'zh'
  const day = formatDay(daily[0]?.day ?? survey.day, locale)
  const [early, none] = [formatCount(before), formatCount(undated)]
  const said = [
    ...(before > 0 ? [zh ? `${day}前 ${early} ${survey.subject.unit}` : `${early} before ${day}`] : []),
    ...(undated > 0
      ? [
          zh
            ? `另 ${none} ${survey.subject.unit}日期未知或在此之后，不在图中`
            : `${none} more of no known day, or a later one: in no bar`,
        ]
      : []),
  ]
  return said.join(semicolon(locale))
}

/** Everything that is printed on a briefing, as text. Pure: the same survey and frame give the same words. */
export function briefingFacts(survey: Survey, frame: BriefingFrame): BriefingFacts {
  const zh = frame.locale === 'zh'
  const { daily } = curveDays(survey, COLUMN.width)
  return {
    office: frame.issuer ?? officeName(survey, frame.locale),
    series: series(survey, frame),
    stamp: zh ? '内部资料 不得外传' : 'INTERNAL, NOT FOR RELEASE',
    asOfLabel: zh ? '数据截至' : 'As of',
    asOf: formatFullAsOf(survey.asOf, frame.locale),
    title: bulletinTitle(survey, frame.locale),
    sentences: bulletin(survey, frame.locale),
    tableTitle: zh ? '分区分类统计' : 'By level',
    tableHead: zh
      ? [
          ['类别', ''],
          ['数量', '个'],
          ['面积', 'km²'],
          ['人口', '人'],
          [`累计${survey.subject.zh}`, survey.subject.unit],
          ['已批准', '个'],
          ['待审批', '个'],
        ]
      : [
          ['Level', ''],
          ['Zones', ''],
          ['Area', 'km²'],
          ['People', ''],
          ['Cases', ''],
          ['Approved', ''],
          ['Awaiting', ''],
        ],
    rows: tableRows(survey, frame.locale),
    curveTitle: zh ? `每日新增${survey.subject.zh}` : 'New cases a day',
    curveNote: curveNote(survey, daily, frame.locale),
    curveLegend: curveLegend(survey, frame.locale),
    curveBefore: curveBefore(survey, frame.locale),
    legend: legendOf(survey, frame),
    sources: sourcesLine(survey, frame.locale),
    caveat: caveat(survey, frame.locale),
    signatures: zh ? ['拟稿', '核稿', '签发'] : ['Drafted', 'Checked', 'Issued'],
    fingerprint: zh
      ? `${frame.by} 导出于 ${frame.madeAt} · ${formatCount(frame.events)} 条记录 · ${frame.head.slice(0, 12)}`
      : `Exported by ${frame.by}, ${frame.madeAt} · ${counted(frame.events, 'event')} · ${frame.head.slice(0, 12)}`,
  }
}
