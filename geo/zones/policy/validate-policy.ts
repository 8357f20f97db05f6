import { FaultList, type PolicyFault } from './policy-fault'
import { checkClock, checkCondition } from './validate-condition'
import { type Checked, checkLevel, checkWords } from './validate-level'
import { checkApprovals, checkDeadline, checkHead, checkMigrations, checkSchedules } from './validate-terms'

const KEYS = [
  ...['id', 'extends', 'omits', 'name', 'disease', 'jurisdiction', 'valid', 'sources', 'tz', 'mode'],
  ...['dayCount', 'dayOne', 'unit', 'overlap', 'levels', 'clocks', 'classifyInitial', 'transitions'],
  ...[
    'classify',
    'clusterSize',
    'silence',
    'hysteresis',
    'schedules',
    'approvals',
    'migrate',
    'communityFinds',
    'subject',
    'deadlines',
  ],
]
const REQUIRED = ['name', 'disease', 'jurisdiction', 'valid', 'sources', 'mode', 'dayCount', 'levels']
const TRANSITION_KEYS = [
  ...['id', 'zh', 'en', 'source', 'from', 'to', 'kind', 'on', 'when', 'sameAs', 'cameFrom', 'minDaysInLevel'],
  ...['approval', 'scope', 'redesignate', 'optional', 'tail', 'despiteStricterInside', 'reading'],
]

/**
 * Faults of one document by itself: keys, types and words, each with its path. A document that extends another may
 * leave out what it does not change. What it refers to is checked by `resolvePolicy`.
 */
export function validatePolicy(document: unknown): PolicyFault[] {
  const list = new FaultList()
  if (!list.isObject('', document)) return list.faults
  list.onlyKeys('', document, KEYS)
  list.isText('id', document.id)
  if ('extends' in document) list.isText('extends', document.extends)
  else for (const key of REQUIRED) if (document[key] === undefined) list.add(key, 'missing', undefined)
  checkHead(list, document)
  const whole = !('extends' in document)
  checkNamed(list, { path: 'levels', value: document.levels, whole, check: checkLevel })
  checkNamed(list, {
    path: 'transitions',
    value: document.transitions,
    whole,
    check: checkTransition,
  })
  if ('clocks' in document && list.isObject('clocks', document.clocks))
    for (const [key, clock] of Object.entries(document.clocks)) checkClock(list, `clocks.${key}`, clock)
  for (const key of ['classify', 'classifyInitial']) checkRules(list, key, document[key])
  checkSchedules(list, document.schedules)
  checkApprovals(list, document.approvals)
  checkMigrations(list, document.migrate)
  checkNamed(list, { path: 'deadlines', value: document.deadlines, whole, check: checkDeadline })
  return list.faults
}

/** A list whose entries have ids of their own. */
function checkNamed(
  list: FaultList,
  {
    path,
    value,
    whole,
    check,
  }: { path: string; value: unknown; whole: boolean; check: (list: FaultList, checked: Checked) => void },
): void {
  if (value === undefined || !list.isList(path, value)) return
  const seen = new Set<unknown>()
  for (const [i, one] of value.entries()) {
    const at = `${path}.${i}`
    if (!list.isObject(at, one) || !list.isText(`${at}.id`, one.id)) continue
    if (seen.has(one.id)) list.add(`${at}.id`, 'duplicate-id', one.id)
    seen.add(one.id)
    check(list, { path: at, one, whole })
  }
}

function checkTransition(list: FaultList, { path, one, whole }: Checked): void {
  list.onlyKeys(path, one, TRANSITION_KEYS)
  checkWords(list, path, one)
  if (whole || 'from' in one)
    if (Array.isArray(one.from)) list.texts(`${path}.from`, one.from)
    else list.isText(`${path}.from`, one.from)
  if (whole || 'to' in one) list.isText(`${path}.to`, one.to)
  if (whole || 'kind' in one)
    list.isOneOf(`${path}.kind`, one.kind, ['release', 'downgrade', 'upgrade', 'extend', 'split'])
  if (whole && !['when', 'on', 'sameAs', 'minDaysInLevel'].some((key) => key in one))
    list.add(path, 'no-condition', one.id)
  for (const key of ['on', 'sameAs', 'approval']) if (key in one) list.isText(`${path}.${key}`, one[key])
  if ('when' in one) checkCondition(list, `${path}.when`, one.when)
  if ('minDaysInLevel' in one) list.isPositive(`${path}.minDaysInLevel`, one.minDaysInLevel)
  if ('scope' in one) list.isOneOf(`${path}.scope`, one.scope, ['zone', 'affectedUnits'])
  for (const key of ['redesignate', 'optional', 'despiteStricterInside', 'reading'])
    if (key in one) list.isYesNo(`${path}.${key}`, one[key])
  if ('cameFrom' in one && list.isList(`${path}.cameFrom`, one.cameFrom))
    for (const [i, level] of one.cameFrom.entries())
      if (level !== null) list.isText(`${path}.cameFrom.${i}`, level)
  if ('tail' in one && list.isObject(`${path}.tail`, one.tail)) {
    list.onlyKeys(`${path}.tail`, one.tail, ['asLevel', 'days', 'zh', 'en', 'source'])
    list.isText(`${path}.tail.asLevel`, one.tail.asLevel)
    list.isPositive(`${path}.tail.days`, one.tail.days)
    checkWords(list, `${path}.tail`, one.tail)
  }
}

function checkRules(list: FaultList, key: string, value: unknown): void {
  if (value === undefined || !list.isList(key, value)) return
  for (const [i, rule] of value.entries()) {
    const path = `${key}.${i}`
    if (!list.isObject(path, rule)) continue
    list.onlyKeys(path, rule, ['level', 'when', 'source', ...(key === 'classify' ? ['until'] : [])])
    list.isText(`${path}.level`, rule.level)
    checkCondition(list, `${path}.when`, rule.when)
    if ('until' in rule) checkCondition(list, `${path}.until`, rule.until)
  }
}
