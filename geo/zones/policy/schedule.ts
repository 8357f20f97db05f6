import type { ScheduledTest } from '../../answers'
import { addDays, type Day, dayOf, type Moment, startOfDay } from '../../time/calendar'
import type { Setting } from '../moves/setting'
import { isMistypedStart } from '../stays/mistyped-stays'
import type { Standing } from '../stays/standing'
import { afterHours } from './term'

/**
 * The tests of the zone's level, by day: 第 n 天 counted from when it entered the level, and the round before lifting on
 * the day of `earliest`, the first day on which it may be lowered (today where that is past). A test is done when a round
 * of the zone ran in its window and has finished: from its day until that of the next test, `late` where none began by the end
 * of its day; of antigen tests no list tells. A beginning of a year that cannot be has no days to count.
 */
export function scheduleOf(
  setting: Setting,
  standing: Standing,
  earliest: Moment | null,
): readonly ScheduledTest[] {
  const schedule = standing.policy?.schedules?.[standing.level]
  if (!schedule || isMistypedStart(setting.facts, setting.asOf, standing.enteredAt)) return []
  const { timezone } = setting
  const first = standing.policy!.dayOne === 'nextDay' ? 0 : 1
  const dayZero = dayOf(timezone, standing.enteredAt.at)
  const tests = (['pcr', 'antigen'] as const).flatMap((kind) =>
    [...((kind === 'pcr' ? schedule.pcrDays : schedule.antigenDays) ?? [])].map((dayNumber, i, all) => {
      const day = addDays(dayZero, dayNumber - first)
      const following = all[i + 1]
      const next = following === undefined ? null : addDays(dayZero, following - first)
      return { kind, dayNumber, day, ...doneOn(setting, standing, { day, next, kind }) }
    }),
  )
  const final = schedule.finalWithinHours === undefined ? null : earliest
  if (!final) return tests.sort(byDay)
  const moment = final.at > setting.asOf ? final : { at: setting.asOf, isDay: final.isDay }
  const done = doneBefore(setting, standing, { moment, hours: schedule.finalWithinHours! })
  const day = dayOf(timezone, moment.at)
  return [...tests, { kind: 'final' as const, dayNumber: null, day, done }].sort(byDay)
}

const byDay = (a: ScheduledTest, b: ScheduledTest): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : (a.dayNumber ?? 1e9) - (b.dayNumber ?? 1e9)

/** Whether nothing is told of the rounds of the zone. */
function isUntold(setting: Setting, { id }: Standing): boolean {
  const { record } = setting.live.get(id)!
  return !record.stated.has('rounds') && record.rounds.length === 0
}

function doneOn(
  setting: Setting,
  standing: Standing,
  { day, next, kind }: { day: Day; next: Day | null; kind: 'pcr' | 'antigen' },
): Pick<ScheduledTest, 'done' | 'late'> {
  const { timezone, asOf, live } = setting
  const isOver = asOf >= startOfDay(timezone, addDays(day, 1))
  if (kind === 'antigen' || isUntold(setting, standing)) return { done: isOver ? 'unknown' : null }
  const begun = live
    .get(standing.id)!
    .record.rounds.filter(({ finishedAt }) => finishedAt !== null && day <= dayOf(timezone, finishedAt.at))
    .map(({ startedAt }) => dayOf(timezone, startedAt.at))
    .filter((first) => next === null || first < next)
  if (begun.length === 0) return { done: isOver ? false : null }
  return begun.some((first) => first <= day) ? { done: true } : { done: true, late: true }
}

/** A round finished in the hours before the moment; null while one may still come. */
function doneBefore(
  setting: Setting,
  standing: Standing,
  { moment, hours }: { moment: Moment; hours: number },
): ScheduledTest['done'] {
  if (isUntold(setting, standing)) return 'unknown'
  const { timezone, live } = setting
  const done = live.get(standing.id)!.record.rounds.some(({ finishedAt }) => {
    if (!finishedAt || finishedAt.at > moment.at) return false
    const until = afterHours(timezone, finishedAt, hours)
    if (!until.isDay && !moment.isDay) return until.at >= moment.at
    return dayOf(timezone, until.at) >= dayOf(timezone, moment.at)
  })
  return done || null
}
