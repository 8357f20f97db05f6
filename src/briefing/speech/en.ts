import type { ConditionAnswer } from '#geo'
import { formatCount, formatShortDay } from '../../i18n/format'
import type { Movement, Speech } from './speech'

const VERB: Record<Movement, string> = {
  lower: 'approved for lowering',
  lift: 'approved for release',
  change: 'approved for change',
}

const zones = (count: number): string => `${count} ${count === 1 ? 'zone' : 'zones'}`

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
      if (have !== null && of !== null) return `day ${have} of ${of}`
      return condition.at
        ? `${condition.en}: due ${formatShortDay(condition.at, 'en')}`
        : `${condition.en}: days not reached`
    }
    case 'round-incomplete': {
      const missing = figure(condition, 'missing')
      return missing === null ? `${condition.en}: sampling incomplete` : `${missing} not sampled`
    }
    case 'round-pending':
    case 'result-pending':
      return `${condition.en}: results pending`
    case 'round-positive':
      return `${condition.en}: positive`
    case 'no-round':
    case 'too-few-rounds':
      return `${condition.en}: no usable round`
    case 'not-stated':
      return `${condition.en}: not reported`
    case 'stated-false':
      return `${condition.en}: not done`
    case 'contacts-left': {
      const n = figure(condition, 'n')
      return n === null ? `${condition.en}: not done` : `${n} contacts not moved`
    }
    case 'list-unknown':
      return `${condition.en}: no data connected`
    default:
      return `${condition.en}: ${condition.state === 'unknown' ? 'unknown' : 'not met'}`
  }
}

export const en: Speech = {
  approved: (count, at, movement) => `${zones(count)} ${VERB[movement]}${at ? ` ${at}` : ''}`,
  toApprove: (count) => `${count} awaiting approval`,
  toAssess: (count) => `${count} awaiting assessment`,
  met: (count) => `${count} with conditions met`,
  overdueUnmet: (count) => `${count} past due, not met`,
  unknownZones: (count, all) => `${count} of ${zones(all)} cannot be decided: conditions unknown`,
  nothingDue: (next) => (next ? `No zone is due today; the next on ${next}` : 'No zone is due today'),
  noZones: () => 'No zones yet',
  noZonesWithCases: (yesterday, survey) =>
    `New ${survey.subject.en} yesterday: ${formatCount(yesterday)}. No zones yet`,
  noZonesNoCases: () => 'No zones yet, and no case data connected',
  comma: ', ',
  communityYesterday: (count) => `${count} found in the community yesterday`,
  casesYesterday: (count) => `${formatCount(count)} new yesterday`,
  casesInAll: (count) => `${formatCount(count)} in all`,
  zoneLacks: (code, why) => `${code}: ${why}`,
  unguarded: (count) => `${count} ${count === 1 ? 'crossing' : 'crossings'} without a checkpoint`,
  silent: (count) => `${count} ${count === 1 ? 'village' : 'villages'} not reported today`,
  movesTo: (level, into) => (into ? `merges into ${into}` : `to ${level.toLowerCase()}`),
  lifted: (level) => `release to ${level.toLowerCase()}`,
  dayOf: (have, of) => `Day ${have} of ${of}`,
  reason,
  semicolon: '; ',
  earliest: (date) => `from ${date}`,
  daysLeft: (count) => `${count} d left`,
  cameDown: (zone, from) => `lowered from ${from.toLowerCase()}, ${zone.cases} cases`,
}
