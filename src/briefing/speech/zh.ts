import type { ConditionAnswer } from '#geo'
import { formatCount, formatShortDay } from '../../i18n/format'
import type { Movement, Speech } from './speech'

const VERB: Record<Movement, string> = { lower: '降级', lift: '解封', change: '调整' }

function figure(condition: ConditionAnswer, name: string): string | null {
  const value = condition.figures[name]
  if (typeof value === 'number') return formatCount(value)
  return value ?? null
}

function reason(condition: ConditionAnswer): string {
  const of = figure(condition, 'of')
  switch (condition.reason) {
    case 'days-left': {
      const have = figure(condition, 'have')
      if (have !== null && of !== null) return `第 ${have}/${of} 天`
      return condition.at
        ? `${condition.zh}：${formatShortDay(condition.at, 'zh')} 到期`
        : `${condition.zh}：天数未到`
    }
    case 'round-incomplete': {
      const missing = figure(condition, 'missing')
      return missing === null ? `${condition.zh}未采齐` : `${missing} 人未采样`
    }
    case 'round-pending':
    case 'result-pending':
      return `${condition.zh}结果未出`
    case 'round-positive':
      return `${condition.zh}有阳性`
    case 'no-round':
    case 'too-few-rounds':
      return `${condition.zh}：没有可用轮次`
    case 'not-stated':
      return `${condition.zh}未报`
    case 'stated-false':
      return `${condition.zh}未完成`
    case 'contacts-left': {
      const n = figure(condition, 'n')
      return n === null ? `${condition.zh}未完成` : `${n} 名密接未转运`
    }
    case 'list-unknown':
      return `${condition.zh}：未接入数据`
    default:
      return condition.state === 'unknown' ? `${condition.zh}：未知` : `${condition.zh}：未满足`
  }
}

export const zh: Speech = {
  approved: (count, at, movement) => `${count} 区已批准${at ? at : ''}${VERB[movement]}`,
  toApprove: (count) => `${count} 区待审批`,
  toAssess: (count) => `${count} 区待评估`,
  met: (count) => `${count} 区条件已满足`,
  overdueUnmet: (count) => `${count} 区到期未满足`,
  unknownZones: (count, all) => `${all} 区中 ${count} 区条件未知，暂不能判定`,
  nothingDue: (next) => (next ? `今日没有分区到期，最早 ${next}` : '今日没有分区到期'),
  noZones: () => '还没有分区',
  noZonesWithCases: (yesterday, survey) =>
    `昨日新增${survey.subject.zh} ${formatCount(yesterday)} ${survey.subject.unit}，还没有分区`,
  noZonesNoCases: () => '还没有分区，病例数据也未接入',
  comma: '，',
  communityYesterday: (count) => `昨日社会面新增 ${count} 例`,
  casesYesterday: (count, survey) => `昨日新增 ${formatCount(count)} ${survey.subject.unit}`,
  casesInAll: (count, survey) => `累计 ${formatCount(count)} ${survey.subject.unit}`,
  zoneLacks: (code, why) => (/^\d/.test(why) ? `${code} 尚有 ${why}` : `${code} ${why}`),
  unguarded: (count) => `${count} 处出入口无卡点`,
  silent: (count) => `${count} 个村（社区）今日未报`,
  movesTo: (level, into) => (into ? `降为${level}，并入${into}` : `降为${level}`),
  lifted: (level) => `解封，转${level}`,
  dayOf: (have, of) => `第 ${have}/${of} 天`,
  reason,
  semicolon: '；',
  earliest: (date) => `最早 ${date}`,
  daysLeft: (count) => `余 ${count} 天`,
  cameDown: (zone, from) => `由${from}降级 ${zone.cases} 例`,
}
