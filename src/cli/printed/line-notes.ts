import type { coverage } from '#geo'
import { comma } from '../../i18n/between'
import { formatCount } from '../../i18n/format'
import type { Language } from '../language'

type CoverageAnswer = ReturnType<typeof coverage>

/** Why the zones add up to more than the line under them: a point on the lines of several is one there. */
export function sumsText({ perimeter, perimeterTotal: total }: CoverageAnswer, language: Language): string[] {
  const zones = (perimeter ?? []).filter(({ kind }) => kind === 'zone')
  const states = ['guarded', 'unguarded', 'closed'] as const
  const sums = states.map((state) => zones.reduce((sum, line) => sum + (line[state] ?? 0), 0))
  const more = sums.map((sum, i) => sum - (total?.[states[i]!] ?? sum))
  if (more.every((one) => one === 0)) return []
  const said = sums.map((sum) => formatCount(sum)).join(' / ')
  return language === 'zh'
    ? [`各分区相加 ${said}（值守 / 无人值守 / 封闭）：在几区共线上的，各区都计，“=” 行只计一次`]
    : [
        `the zones add up to ${said} (guarded / unguarded / closed): a crossing on the lines of several is counted in each, and once in the line “=”`,
      ]
}

/** That nobody says where checkpoints are, where that leaves crossings open: they are no gaps. */
export function unheldText({ perimeter }: CoverageAnswer, language: Language): string[] {
  const lines = perimeter ?? []
  if (!lines.some(({ crossings }) => crossings.some(({ state }) => state === null))) return []
  const counts = lines.filter(({ crossings }) => crossings.length > 0)
  const list = counts.map(({ id, crossings }) => `${id} ${formatCount(crossings.length)}`)
  return language === 'zh'
    ? [`没有卡点名单（facilities），是否值守未知；出入口数：${list.join('、')}`]
    : [
        `no list of checkpoints (facilities): whether crossings are guarded is not known; crossings: ${list.join(', ')}`,
      ]
}

/** How many roads end at which line, one at two lines once, where any does: nobody knows whether one passes there. */
export function endsText(ends: NonNullable<CoverageAnswer['endsAtLine']>, language: Language): string[] {
  if (ends.length === 0) return []
  const ids = [...new Set(ends.map(({ id }) => id))].join(' ')
  const count = new Set(ends.map(({ position }) => position.join(' '))).size
  return language === 'zh'
    ? [`${count} 处道路断在线上（1 米以内，不与其他道路相接），请核对路网：${ids}`]
    : [`roads that end within 1 m of a line and meet no other: ${count}; check the road network: ${ids}`]
}

/** How many crossings are of roads without access, and on which lines, where any are: they count as any other. */
export function noAccessText(lines: NonNullable<CoverageAnswer['perimeter']>, language: Language): string[] {
  const found = lines.flatMap(({ id, crossings }) => {
    const count = crossings.filter(({ way }) => way?.noAccess).length
    return count > 0 ? [{ id, count }] : []
  })
  if (found.length === 0) return []
  const count = found.reduce((sum, line) => sum + line.count, 0)
  const ids = found.map((line) => `${line.id} ${line.count}`).join(comma(language))
  return language === 'zh'
    ? [`其中 ${count} 处在不准通行的道路上，照样计入：${ids}`]
    : [`of these on roads without access, counted as any other: ${count} (${ids})`]
}

/** Which lines a road runs along, met from both sides, where any does: it is no crossing, and no post closes it. */
export function alongText(lines: NonNullable<CoverageAnswer['perimeter']>, language: Language): string[] {
  const found = lines.filter(({ along }) => along.length > 0)
  if (found.length === 0) return []
  const count = found.reduce((sum, { along }) => sum + along.length, 0)
  const ids = found.map(({ id }) => id).join(' ')
  return language === 'zh'
    ? [`${count} 处道路沿线而行、两侧都有岔路，不计入卡口：${ids}`]
    : [`roads that run along a line with ways off to both sides, counted as no crossing: ${count}: ${ids}`]
}
