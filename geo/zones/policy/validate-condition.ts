import type { FaultList } from './policy-fault'
import { BESIDE, UNITS } from './units'

const SAID = ['id', 'zh', 'en', 'mark', 'authority', 'source', 'reading']
const COMPARISONS = ['gt', 'gte', 'lt', 'lte', 'eq']
const AUTHORITIES = ['national', 'province', 'city', 'local', 'reference']
const EXPRESSIONS = ['all', 'any', 'not', 'days', 'count', 'rounds', 'metric', 'surveys', 'zones', 'flag']
/** What may stand beside an expression. */
const COMPANIONS: Record<string, readonly string[]> = { days: ['ifMissing'], flag: ['withinHours'] }

/** Checks a condition and everything below it. */
export function checkCondition(list: FaultList, path: string, value: unknown): void {
  if (!list.isObject(path, value)) return
  const found = EXPRESSIONS.filter((key) => key in value)
  if (found.length !== 1) {
    list.add(path, 'one-of', found.length === 0 ? EXPRESSIONS.join(' ') : found.join(' '))
    return
  }
  const key = found[0]!
  list.onlyKeys(path, value, [...SAID, key, ...(COMPANIONS[key] ?? [])])
  for (const word of ['id', 'zh', 'en', 'source'])
    if (word in value) list.isText(`${path}.${word}`, value[word])
  if ('reading' in value) list.isYesNo(`${path}.reading`, value.reading)
  if ('authority' in value) list.isOneOf(`${path}.authority`, value.authority, AUTHORITIES)
  if ('mark' in value && !/^\p{Script=Han}$/u.test(String(value.mark)))
    list.add(`${path}.mark`, 'wrong-type', value.mark)
  CHECKS[key]!(list, `${path}.${key}`, value[key])
  if ('ifMissing' in value && typeof value.ifMissing !== 'boolean')
    list.add(`${path}.ifMissing`, 'wrong-type', value.ifMissing)
  if ('withinHours' in value) list.isNumber(`${path}.withinHours`, value.withinHours)
}

/** Checks a clock and everything below it. */
export function checkClock(list: FaultList, path: string, value: unknown): void {
  if (!list.isObject(path, value)) return
  if ('event' in value) {
    list.onlyKeys(path, value, ['event', 'agg', 'filter', 'each'])
    list.isText(`${path}.event`, value.event)
    if ('each' in value) list.isText(`${path}.each`, value.each)
    if ('agg' in value) list.isOneOf(`${path}.agg`, value.agg, ['last', 'first'])
    if ('filter' in value) checkFilter(list, `${path}.filter`, value.filter)
  } else if ('clock' in value) {
    list.onlyKeys(path, value, ['clock'])
    list.isText(`${path}.clock`, value.clock)
  } else if ('maxOf' in value || 'minOf' in value) {
    const key = 'maxOf' in value ? 'maxOf' : 'minOf'
    list.onlyKeys(path, value, [key])
    checkEach(list, { path: `${path}.${key}`, value: value[key], check: checkClock })
  } else if ('if' in value) {
    list.onlyKeys(path, value, ['if', 'then', 'else'])
    checkCondition(list, `${path}.if`, value.if)
    checkClock(list, `${path}.then`, value.then)
    checkClock(list, `${path}.else`, value.else)
  } else list.add(path, 'one-of', 'event clock maxOf minOf if')
}

type Check = (list: FaultList, path: string, value: unknown) => void

function checkEach(
  list: FaultList,
  { path, value, check }: { path: string; value: unknown; check: Check },
): void {
  if (!list.isList(path, value)) return
  for (const [i, one] of value.entries()) check(list, `${path}.${i}`, one)
}

function checkFilter(list: FaultList, path: string, value: unknown): void {
  if (!list.isObject(path, value)) return
  list.onlyKeys(path, value, ['only', 'not'])
  for (const key of ['only', 'not']) if (key in value) list.texts(`${path}.${key}`, value[key])
}

function checkComparison(list: FaultList, path: string, value: Record<string, unknown>): void {
  const stated = COMPARISONS.filter((key) => key in value)
  if (stated.length === 0) list.add(path, 'one-of', COMPARISONS.join(' '))
  for (const key of stated) list.isNumber(`${path}.${key}`, value[key])
}

const CHECKS: Record<string, Check> = {
  all: (list, path, value) => checkEach(list, { path, value, check: checkCondition }),
  any: (list, path, value) => checkEach(list, { path, value, check: checkCondition }),
  not: checkCondition,
  flag: (list, path, value) => {
    list.isText(path, value)
  },
  days: (list, path, value) => {
    if (!list.isObject(path, value)) return
    list.onlyKeys(path, value, ['since', 'gte'])
    checkClock(list, `${path}.since`, value.since)
    list.isNumber(`${path}.gte`, value.gte)
  },
  count: (list, path, value) => {
    if (!list.isObject(path, value)) return
    list.onlyKeys(path, value, ['event', 'withinDays', 'filter', ...COMPARISONS])
    list.isText(`${path}.event`, value.event)
    list.isNumber(`${path}.withinDays`, value.withinDays)
    if ('filter' in value) checkFilter(list, `${path}.filter`, value.filter)
    checkComparison(list, path, value)
  },
  rounds: (list, path, value) => {
    if (!list.isObject(path, value)) return
    const numbers = ['coverage', 'withinDays', 'withinHours', 'fromDay']
    list.onlyKeys(path, value, ['min', 'result', 'since', 'consecutive', ...numbers])
    list.isNumber(`${path}.min`, value.min)
    list.isOneOf(`${path}.result`, value.result, ['negative'])
    for (const key of numbers) if (key in value) list.isNumber(`${path}.${key}`, value[key])
    if ('since' in value) checkClock(list, `${path}.since`, value.since)
    if ('consecutive' in value && typeof value.consecutive !== 'boolean')
      list.add(`${path}.consecutive`, 'wrong-type', value.consecutive)
  },
  metric: (list, path, value) => {
    if (!list.isObject(path, value)) return
    list.onlyKeys(path, value, ['name', 'consecutiveDays', 'validDays', 'across', ...COMPARISONS])
    list.isText(`${path}.name`, value.name)
    if ('consecutiveDays' in value) list.isNumber(`${path}.consecutiveDays`, value.consecutiveDays)
    if ('validDays' in value) list.isPositive(`${path}.validDays`, value.validDays, 1)
    if ('across' in value) list.isOneOf(`${path}.across`, value.across, ['sum', 'highest', 'lowest'])
    checkComparison(list, path, value)
  },
  surveys: (list, path, value) => {
    if (!list.isObject(path, value)) return
    list.onlyKeys(path, value, [
      'min',
      'method',
      'figure',
      'apartDays',
      'validDays',
      'across',
      ...COMPARISONS,
    ])
    list.isPositive(`${path}.min`, value.min, 1)
    if ('method' in value) list.isText(`${path}.method`, value.method)
    list.isOneOf(`${path}.figure`, value.figure, ['value', 'positive', 'share'])
    if ('apartDays' in value) list.isPositive(`${path}.apartDays`, value.apartDays, 1)
    list.isPositive(`${path}.validDays`, value.validDays, 1)
    list.isOneOf(`${path}.across`, value.across, ['sum', 'highest', 'lowest'])
    checkComparison(list, path, value)
  },
  zones: (list, path, value) => {
    if (!list.isObject(path, value)) return
    list.onlyKeys(path, value, ['within', 'levels', ...COMPARISONS])
    list.isOneOf(`${path}.within`, value.within, [...UNITS, BESIDE])
    list.texts(`${path}.levels`, value.levels)
    checkComparison(list, path, value)
  },
}
