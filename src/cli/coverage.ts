import { coverage } from '#geo'
import { type Arguments, instantOption, requiredAsOf } from './arguments'
import type { Answer, Context } from './commands'
import type { Language } from './language'
import { outsideText } from './outside-line'
import { readPack, warnRefused } from './read-pack'
import { textTable } from './text-table'
import { unplacedLines } from './unplaced-lines'

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
    levels: ['级别', '镇街', '面积 km²', '人口', '户数', '小区/村'],
    testing: ['分区/辖区', '轮次', '状态', '应检', '已采', '已出结果'],
    sites: ['隔离点', '房间', '已用', '剩余'],
  },
  en: {
    lines: ['id', 'name', 'level', 'guarded', 'unguarded', 'closed'],
    levels: ['level', 'town', 'area km²', 'people', 'households', 'places'],
    testing: ['zone/place', 'round', 'state', 'listed', 'sampled', 'resulted'],
    sites: ['site', 'rooms', 'occupied', 'free'],
  },
}
const NO_ROUND = { zh: '无', en: 'none' }
const UNKNOWN_LIST = { zh: '未知（资料包里没有）', en: 'not known (not in the pack)' }

/** `cordon coverage PACK --as-of T`: do the lines hold? */
export async function coverageOfPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const pack = await readPack(args.path, language)
  const asOf = requiredAsOf(args, pack.timezone)
  warnRefused(pack, language, warn)
  const facts = pack.factsKnown(instantOption(args, 'known', pack.timezone))
  const answer = coverage(facts, { asOf })
  const noRound = facts.stated.has('rounds') ? NO_ROUND[language] : UNKNOWN_LIST[language]
  return { document: answer, text: textOf(answer, language, noRound) }
}

type CoverageAnswer = ReturnType<typeof coverage>

function textOf(answer: CoverageAnswer, language: Language, noRound: string): string {
  const [titles, headers, none] = [TITLES[language], HEADERS[language], UNKNOWN_LIST[language]]
  const { perimeter, perimeterTotal: total, levels, testing, reporting, quarantine } = answer
  const lines = perimeter?.map((line) => [
    line.id,
    line.name,
    line.level,
    line.guarded,
    line.unguarded,
    line.closed,
  ])
  if (lines && total) lines.push(['=', '', '', total.guarded, total.unguarded, total.closed])
  const rows = levels.rows.map((r) => [
    r.level,
    r.town,
    km2(r.areaM2),
    whole(r.people),
    whole(r.households),
    r.places,
  ])
  const { district } = levels
  rows.push([
    '=',
    '',
    km2(district.areaM2),
    whole(district.people),
    whole(district.households),
    district.places,
  ])
  const rounds = testing.map((r) => [r.zone ?? r.place, r.round, r.state, r.listed, r.sampled, r.resulted])
  const sites = quarantine?.sites.map((site) => [site.id, site.rooms, site.occupied, site.free])
  return [
    answer.asOf,
    `\n${titles.lines}`,
    lines ? textTable(headers.lines, lines) : none,
    ...endsText(answer.endsAtLine ?? [], language),
    ...alongText(answer.perimeter ?? [], language),
    `\n${titles.levels}`,
    textTable(headers.levels, rows),
    `\n${titles.testing}`,
    rounds.length > 0 ? textTable(headers.testing, rounds) : noRound,
    `\n${titles.reporting}`,
    reporting ? reportingText(reporting, language) : none,
    `\n${titles.rooms}`,
    sites ? textTable(headers.sites, sites) : none,
    ...[outsideText(answer.outside, language)].filter(Boolean).map((line) => `\n${line}`),
    ...unplacedLines(answer.unplaced ?? [], language),
  ].join('\n')
}

/** How many roads end at which line, where any does: nobody knows whether one passes there. */
function endsText(ends: NonNullable<CoverageAnswer['endsAtLine']>, language: Language): string[] {
  if (ends.length === 0) return []
  const ids = [...new Set(ends.map(({ id }) => id))].join(' ')
  return language === 'zh'
    ? [`${ends.length} 处道路断在线上（1 米以内，不与其他道路相接），请核对路网：${ids}`]
    : [
        `roads that end within 1 m of a line and meet no other: ${ends.length}; check the road network: ${ids}`,
      ]
}

/** Which lines a road runs along, met from both sides, where any does: it is no crossing, and no post closes it. */
function alongText(lines: NonNullable<CoverageAnswer['perimeter']>, language: Language): string[] {
  const found = lines.filter(({ along }) => along.length > 0)
  if (found.length === 0) return []
  const count = found.reduce((sum, { along }) => sum + along.length, 0)
  const ids = found.map(({ id }) => id).join(' ')
  return language === 'zh'
    ? [`${count} 处道路沿线而行、两侧都有岔路，不计入卡口：${ids}`]
    : [`roads that run along a line with ways off to both sides, counted as no crossing: ${count}: ${ids}`]
}

function reportingText(reporting: NonNullable<CoverageAnswer['reporting']>, language: Language): string {
  const { day, expected, filed, zero, missing, late } = reporting
  const names =
    missing.length > 0 ? ` ${missing.slice(0, 20).join(' ')}${missing.length > 20 ? ' …' : ''}` : ''
  return language === 'zh'
    ? `${day} 应报 ${expected}，已报 ${filed}（其中零报告 ${zero}，迟报 ${late.length}），未报 ${missing.length}${names}`
    : `${day} expected ${expected}, filed ${filed} (zero ${zero}, late ${late.length}), missing ${missing.length}${names}`
}

const km2 = (areaM2: number): number => Math.round(areaM2 / 1e4) / 100
const whole = (count: number | null): number | null => (count === null ? null : Math.round(count))
