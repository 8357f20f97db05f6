import { type AssessAnswer, assess, coverage, type Facts, type LevelRow, placesAt, zonesUnknown } from '#geo'
import { comma } from '../i18n/between'
import { formatCount, formatDay, formatFullAsOf, UNKNOWN } from '../i18n/format'
import { areaText, boundText, knownShares } from '../i18n/ground-figures'
import { rounded } from '../i18n/measures'
import { sharedOut } from '../i18n/shared-out'
import { titleOf } from '../i18n/zone-title'
import { type Arguments, instantOption, requiredAsOf } from './arguments'
import { nameBeside } from './assess'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { coverageDocument } from './printed/coverage-document'
import { type LevelWords, levelWords } from './printed/level-words'
import { alongText, endsText, noAccessText, sumsText, unheldText } from './printed/line-notes'
import { outsideText } from './printed/outside-line'
import { figure, type TableCell, textTable } from './printed/text-table'
import { unplacedLines } from './printed/unplaced-lines'
import { zonesUnknownText } from './printed/zones-unknown-line'
import { readPack, warnRefused } from './read-pack'

const TITLES = {
  zh: {
    lines: '边界与卡点',
    levels: '分区分类统计',
    testing: '核酸筛查',
    reporting: '日报',
    rooms: '集中隔离',
  },
  en: {
    lines: 'Lines and posts',
    levels: 'By level and town',
    testing: 'Testing',
    reporting: 'Daily reports',
    rooms: 'Quarantine',
  },
}
const HEADERS = {
  zh: {
    lines: ['编号', '名称', '级别', '值守', '无人值守', '封闭'],
    levels: ['级别', '镇街', '面积 km²', '人口', '户数', '小区/村（按面积）'],
    testing: ['分区/辖区', '轮次', '状态', '应检', '已采', '已出结果'],
    sites: ['隔离点', '房间', '已用', '剩余'],
  },
  en: {
    lines: ['id', 'name', 'level', 'guarded', 'unguarded', 'closed'],
    levels: ['level', 'town', 'area km²', 'people', 'households', 'places (by ground)'],
    testing: ['zone/place', 'round', 'state', 'listed', 'sampled', 'resulted'],
    sites: ['site', 'rooms', 'occupied', 'free'],
  },
}
const ROUND_STATES = {
  zh: { running: '进行中', done: '已结束' },
  en: { running: 'running', done: 'done' },
}
const DISTRICT = { zh: '全区', en: 'district' }
/** What the total of the lines counts, each point once. */
const ZONES_ALONE = { zh: '各分区（不含区界）', en: "zones (not the district's own line)" }
const NONE = { zh: '无', en: 'none' }
const UNKNOWN_LIST = {
  zh: '未知（资料包里没有，或一行也没有采用）',
  en: 'not known (not in the pack, or no row of it was taken)',
}

/** `cordon coverage PACK --as-of T`: do the lines hold? */
export async function coverageOfPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const pack = await readPack(args.path, language)
  const asOf = requiredAsOf(args, pack.timezone)
  warnRefused(pack, language, warn)
  const facts = pack.factsKnown(instantOption(args, 'known', pack.timezone))
  const answer = coverage(facts, { asOf })
  const named = placesNamed(placesAt(facts, asOf).places, facts.places)
  const words = levelWords(facts, null, language)
  const assessed = (): AssessAnswer['zones'] => assess(facts, { asOf }).zones
  return {
    document: coverageDocument(answer),
    text: textOf(answer, {
      ...{
        language,
        named,
        assessed,
        levels: zonesUnknown(facts, asOf) === 'no-list' ? { ...words, level: () => UNKNOWN } : words,
      },
      unknownZones: zonesUnknownText(facts, asOf, language),
    }),
  }
}

type CoverageAnswer = ReturnType<typeof coverage>

/** A place by its code with its name beside it; a code that nothing names alone. */
type Named = (code: string) => string

/** By the names of the day; of a place that is none any more by its last one. */
function placesNamed(...lists: readonly Facts['places'][]): Named {
  const names = new Map(lists.toReversed().flatMap((places) => places.map(({ code, name }) => [code, name])))
  return (code) => titleOf(code, names.get(code))
}

interface Telling {
  readonly language: Language
  readonly named: Named
  readonly levels: LevelWords
  readonly unknownZones: string | null
  /** asked only where rows are unplaced */
  assessed(): AssessAnswer['zones']
}

function textOf(
  answer: CoverageAnswer,
  { language, named, assessed, levels, unknownZones }: Telling,
): string {
  const [titles, headers, none] = [TITLES[language], HEADERS[language], UNKNOWN_LIST[language]]
  const { perimeter, perimeterTotal: total, testing, reporting, quarantine } = answer
  const lines = perimeter?.map((line) => [
    line.id,
    nameBeside(line),
    line.level === 'district' ? DISTRICT[language] : levels.level(line.level),
    ...[line.guarded, line.unguarded, line.closed].map((count) =>
      line.isPartlyDrawn && count !== null ? atLeast(count) : count,
    ),
  ])
  lines?.push(['=', ZONES_ALONE[language], '', ...totalsOf(total)])
  const rows = levelLines(answer, named, levels)
  const rounds = testing?.map((r) => [
    r.zone ?? (r.place && named(r.place)),
    r.round,
    ROUND_STATES[language][r.state],
    r.listed,
    r.sampled,
    r.resulted,
  ])
  return [
    formatFullAsOf(answer.asOf, language),
    `\n${titles.lines}`,
    lines ? textTable(headers.lines, lines) : none,
    ...sumsText(answer, language),
    ...unheldText(answer, language),
    ...endsText(answer.endsAtLine ?? [], language),
    ...noAccessText(answer.perimeter ?? [], language),
    ...alongText(answer.perimeter ?? [], language),
    `\n${titles.levels}`,
    textTable(headers.levels, rows),
    ...(unknownZones ? [unknownZones] : []),
    `\n${titles.testing}`,
    rounds ? (rounds.length > 0 ? textTable(headers.testing, rounds) : NONE[language]) : none,
    `\n${titles.reporting}`,
    reporting ? reportingText(reporting, language, named) : (filedText(answer, language) ?? none),
    `\n${titles.rooms}`,
    quarantine ? sitesText(quarantine, language) : none,
    ...[outsideText(answer.outside, language)].filter(Boolean).map((line) => `\n${line}`),
    ...unplacedLines(answer.unplaced ?? [], assessed, language),
  ].join('\n')
}

/** Rooms by site and in all: at least so many where those of some site are not known. */
function sitesText(
  { sites, leastOf = [], ...all }: NonNullable<CoverageAnswer['quarantine']>,
  language: Language,
): string {
  if (sites.length === 0) return NONE[language]
  const rows: TableCell[][] = sites.map((site) => [site.id, site.rooms, site.occupied, site.free])
  const total = (['rooms', 'occupied', 'free'] as const).map((key) =>
    figure(boundText(all[key], leastOf.includes(key) ? 0 : 1)),
  )
  return textTable(HEADERS[language].sites, [...rows, ['=', ...total]])
}

/** Crossings of all lines; at least so many where a zone is not drawn, unknown where none is. */
function totalsOf(total: CoverageAnswer['perimeterTotal']): (string | number | null)[] {
  if (!total) return [null, null, null]
  const { guarded, unguarded, closed, untold = 0 } = total
  return [guarded, unguarded, closed].map((count) => (untold > 0 && count !== null ? atLeast(count) : count))
}

const atLeast = (count: number): string => `≥${count}`

/** Of reports of which nobody says who files by when. */
function filedText({ reportsFiled }: CoverageAnswer, language: Language): string | null {
  if (!reportsFiled) return null
  const { day, places } = reportsFiled
  return language === 'zh'
    ? `${formatDay(day, 'zh')} 已报 ${formatCount(places)}；应报单位或截止时间没有填全（pack.json 的 reporting、places），未报无从核对`
    : `${formatDay(day, 'en')} filed ${formatCount(places)}; who reports by when is not fully given (reporting in pack.json, places), so missing ones cannot be told`
}

function reportingText(
  reporting: NonNullable<CoverageAnswer['reporting']>,
  language: Language,
  named: Named,
): string {
  const { day, expected, filed, zero, missing, late } = reporting
  const names =
    missing.length > 0
      ? ` ${missing.slice(0, 20).map(named).join(comma(language))}${missing.length > 20 ? ' …' : ''}`
      : ''
  return language === 'zh'
    ? `${formatDay(day, 'zh')} 应报 ${expected}，已报 ${filed}（其中零报告 ${zero}，迟报 ${late.length}），未报 ${missing.length}${names}`
    : `${formatDay(day, 'en')} expected ${expected}, filed ${filed} (zero ${zero}, late ${late.length}), missing ${missing.length}${names}`
}

/** Levels by town as printed: each level's figures are those of the screens, and its towns share them out. */
function levelLines(
  { levels: { district, rows } }: CoverageAnswer,
  named: Named,
  words: LevelWords,
): TableCell[][] {
  const ids = [...new Set(rows.map(({ level }) => level))]
  const sharing = (measure: (row: LevelRow) => number | null, whole: number, decimals: number) => {
    const ofLevels = ids.map((id) => knownSum(rows.filter(({ level }) => level === id).map(measure)))
    const wholes = sharedOut(rounded(whole, decimals), ofLevels, decimals)
    const shared = ids.map((id, at) => {
      const own = rows.filter(({ level }) => level === id).map(measure)
      return sharedOut(wholes[at] ?? 0, own, decimals)
    })
    return rows.map((row) => shared[ids.indexOf(row.level)]!.shift() ?? null)
  }
  const kilometres = ({ areaM2 }: Pick<LevelRow, 'areaM2'>): number | null =>
    areaM2 === null ? null : areaM2 / 1e6
  const whole = district.areaM2 === null ? null : rounded(district.areaM2 / 1e6, 2)
  const areas = sharing(kilometres, kilometres(district) ?? knownSum(rows.map(kilometres)) ?? 0, 2)
  const people = sharing((row) => row.people, district.people ?? 0, 0)
  const households = sharing((row) => row.households, district.households ?? 0, 0)
  const places = sharing((row) => row.places, district.places ?? 0, 0)
  const line = (
    area: number | null,
    sum: Omit<LevelRow, 'level' | 'town'>,
    [heads, homes, count]: readonly (number | null)[],
  ): TableCell[] =>
    [
      areaText(area, sum),
      boundText(heads ?? null, knownShares(sum).people, sum.holdsUntold),
      boundText(homes ?? null, knownShares(sum).households, sum.holdsUntoldHouseholds),
      boundText(count ?? null, sum.isPartlyListed ? 0 : 1, sum.holdsUnlisted),
    ].map(figure)
  return [
    ...rows.map((row, i) => [
      words.level(row.level),
      row.town && named(row.town),
      ...line(areas[i]!, row, [people[i]!, households[i]!, places[i]!]),
    ]),
    ['=', '', ...line(whole, district, [district.people, district.households, district.places])],
  ]
}

const knownSum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
}
