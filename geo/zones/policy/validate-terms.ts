import { isDay } from '../../time/calendar'
import type { FaultList } from './policy-fault'
import { UNITS } from './units'
import { type Checked, checkBilingual, checkWords } from './validate-level'

type Json = Record<string, unknown>

/** Checks what says of a policy where, when and for what it holds, and how it counts. */
export function checkHead(list: FaultList, document: Json): void {
  if ('mode' in document) list.isOneOf('mode', document.mode, ['fsm', 'classify'])
  if ('dayCount' in document) list.isOneOf('dayCount', document.dayCount, ['elapsed', 'fullDays'])
  if ('dayOne' in document) list.isOneOf('dayOne', document.dayOne, ['anchorDay', 'nextDay'])
  if ('overlap' in document) list.isOneOf('overlap', document.overlap, ['maxRank'])
  for (const key of ['sources', 'communityFinds', 'omits'])
    if (key in document) list.texts(key, document[key])
  for (const key of ['disease', 'jurisdiction']) if (key in document) list.isText(key, document[key])
  if ('tz' in document && list.isText('tz', document.tz) && !isTimeZone(document.tz))
    list.add('tz', 'not-in-list', document.tz)
  if ('name' in document) checkBilingual(list, 'name', document.name)
  if ('valid' in document) checkValidity(list, document.valid)
  checkSubject(list, document.subject)
  checkUnit(list, document.unit)
  checkClusterSize(list, document.clusterSize)
  checkSilence(list, document.silence)
  if ('hysteresis' in document && list.isObject('hysteresis', document.hysteresis)) {
    list.onlyKeys('hysteresis', document.hysteresis, ['downgradeAfterDays', 'source'])
    list.isPositive('hysteresis.downgradeAfterDays', document.hysteresis.downgradeAfterDays)
  }
}

function checkSilence(list: FaultList, value: unknown): void {
  if (value === undefined || !list.isList('silence', value)) return
  for (const [i, one] of value.entries()) {
    const path = `silence.${i}`
    if (!list.isObject(path, one)) continue
    list.onlyKeys(path, one, ['list', 'hours', 'source'])
    list.isOneOf(`${path}.list`, one.list, ['cases', 'contacts', 'facts'])
    if (one.hours !== null) list.isPositive(`${path}.hours`, one.hours)
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function checkValidity(list: FaultList, valid: unknown): void {
  if (!list.isObject('valid', valid)) return
  list.onlyKeys('valid', valid, ['from', 'to'])
  const from = isDayAt(list, 'valid.from', valid.from)
  const to = valid.to === null || isDayAt(list, 'valid.to', valid.to)
  if (from && to && valid.to !== null && String(valid.to) < String(valid.from))
    list.add('valid.to', 'out-of-range', valid.to)
}

function isDayAt(list: FaultList, path: string, value: unknown): boolean {
  return list.isText(path, value) && (isDay(value) || list.add(path, 'not-a-day', value))
}

function checkSubject(list: FaultList, subject: unknown): void {
  if (subject === undefined || !list.isObject('subject', subject)) return
  list.onlyKeys('subject', subject, ['zh', 'en', 'unit', 'unitEn'])
  for (const key of ['zh', 'en', 'unit']) list.isText(`subject.${key}`, subject[key])
  if ('unitEn' in subject) list.isText('subject.unitEn', subject.unitEn)
}

function checkUnit(list: FaultList, unit: unknown): void {
  if (unit === undefined || !list.isObject('unit', unit)) return
  list.onlyKeys('unit', unit, ['default', 'allowed'])
  list.isOneOf('unit.default', unit.default, UNITS)
  if (list.isList('unit.allowed', unit.allowed))
    for (const [i, one] of unit.allowed.entries()) list.isOneOf(`unit.allowed.${i}`, one, UNITS)
}

function checkClusterSize(list: FaultList, value: unknown): void {
  if (value === undefined || !list.isList('clusterSize', value)) return
  for (const [i, one] of value.entries()) {
    const path = `clusterSize.${i}`
    if (!list.isObject(path, one)) continue
    list.onlyKeys(path, one, ['from', 'cases', 'source'])
    isDayAt(list, `${path}.from`, one.from)
    list.isPositive(`${path}.cases`, one.cases, 2)
    if ('source' in one) list.isText(`${path}.source`, one.source)
  }
}

/** Checks approval chains: each a list of steps, no step twice. */
export function checkApprovals(list: FaultList, value: unknown): void {
  if (value === undefined || !list.isObject('approvals', value)) return
  for (const [key, steps] of Object.entries(value)) {
    if (!list.isList(`approvals.${key}`, steps)) continue
    if (steps.length === 0) list.add(`approvals.${key}`, 'empty', steps)
    const seen = new Set<unknown>()
    for (const [i, step] of steps.entries()) {
      const path = `approvals.${key}.${i}`
      if (!list.isObject(path, step)) continue
      list.onlyKeys(path, step, ['step', 'zh', 'en', 'actor', 'blocking', 'slaHours', 'samePerson', 'source'])
      checkWords(list, path, step)
      if (list.isText(`${path}.step`, step.step) && seen.has(step.step))
        list.add(`${path}.step`, 'duplicate-id', step.step)
      seen.add(step.step)
      if ('actor' in step) list.isText(`${path}.actor`, step.actor)
      for (const key of ['blocking', 'samePerson']) if (key in step) list.isYesNo(`${path}.${key}`, step[key])
      if ('slaHours' in step) list.isPositive(`${path}.slaHours`, step.slaHours)
    }
  }
}

/** Checks test schedules by level: whole days from 1 on. */
export function checkSchedules(list: FaultList, value: unknown): void {
  if (value === undefined || !list.isObject('schedules', value)) return
  for (const [level, one] of Object.entries(value)) {
    const path = `schedules.${level}`
    if (!list.isObject(path, one)) continue
    list.onlyKeys(path, one, ['pcrDays', 'antigenDays', 'finalWithinHours', 'temperaturePerDay', 'source'])
    for (const key of ['pcrDays', 'antigenDays'])
      if ((key === 'pcrDays' || key in one) && list.isList(`${path}.${key}`, one[key]))
        for (const [i, day] of (one[key] as unknown[]).entries())
          if (list.isPositive(`${path}.${key}.${i}`, day) && !Number.isInteger(day))
            list.add(`${path}.${key}.${i}`, 'out-of-range', day)
    for (const key of ['finalWithinHours', 'temperaturePerDay'])
      if (key in one) list.isPositive(`${path}.${key}`, one[key])
    if ('source' in one) list.isText(`${path}.source`, one.source)
  }
}

/** Checks how levels of an earlier edition are carried over. */
export function checkMigrations(list: FaultList, value: unknown): void {
  if (value === undefined || !list.isList('migrate', value)) return
  for (const [i, one] of value.entries()) {
    const path = `migrate.${i}`
    if (!list.isObject(path, one)) continue
    list.onlyKeys(path, one, ['from', 'map', 'keepClock', 'graceDays', 'source'])
    list.isText(`${path}.from`, one.from)
    if (list.isObject(`${path}.map`, one.map))
      for (const [level, to] of Object.entries(one.map)) list.isText(`${path}.map.${level}`, to)
    list.isYesNo(`${path}.keepClock`, one.keepClock)
    if ('graceDays' in one) list.isPositive(`${path}.graceDays`, one.graceDays, 0)
  }
}

/** Checks one time limit. */
export function checkDeadline(list: FaultList, { path, one, whole }: Checked): void {
  list.onlyKeys(path, one, ['id', 'zh', 'en', 'from', 'done', 'hours', 'source'])
  checkWords(list, path, one)
  for (const key of ['zh', 'from', 'done', 'source'])
    if (whole || key in one) list.isText(`${path}.${key}`, one[key])
  if (whole || 'hours' in one) list.isPositive(`${path}.hours`, one.hours)
}
