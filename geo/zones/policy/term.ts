import type { ConditionAnswer } from '../../answers'
import { rowRefOf } from '../../columns'
import { addDays, dayOf, type Instant, type Moment, startOfDay } from '../../time/calendar'
import { filled } from '../conditions/sentences'
import { printMoment } from '../moves/days'
import type { Standing } from '../stays/standing'

const HOUR = 3_600_000

/** So many hours later; what began on a day ends with a day, hours rounded up to days. */
export function afterHours(timezone: string, since: Moment, hours: number): Moment {
  if (!since.isDay) return { at: since.at + hours * HOUR, isDay: false }
  const day = addDays(dayOf(timezone, since.at), Math.ceil(hours / 24))
  return { at: startOfDay(timezone, day), isDay: true }
}

/** Whether the moment is over at the instant: by the clock once it has passed, by days when its day has ended. */
export function isPast(timezone: string, moment: Moment, at: Instant): boolean {
  if (!moment.isDay) return at > moment.at
  return at >= startOfDay(timezone, addDays(dayOf(timezone, moment.at), 1))
}

/** When the term of the zone's level ends (`ttlHours` after it entered it); null where the level has none. */
export function termOf(timezone: string, { policy, level, enteredAt }: Standing): Moment | null {
  const hours = policy?.levels.find((one) => one.id === level)?.ttlHours
  return hours === undefined ? null : afterHours(timezone, enteredAt, hours)
}

const SENTENCE = {
  zh: '本级别期限 {n} 小时，至 {date}',
  en: 'The term of this level is {n} hours, to {date}',
}

/**
 * The term of the level as a line beside the conditions: met while it runs, unmet once it is over. It never decides and
 * never moves a zone: what follows is for people to say.
 */
export function termFinding(
  standing: Standing,
  { timezone, asOf }: { timezone: string; asOf: Instant },
): ConditionAnswer[] {
  const term = termOf(timezone, standing)
  if (!term) return []
  const over = isPast(timezone, term, asOf)
  const hours = standing.policy!.levels.find((one) => one.id === standing.level)!.ttlHours!
  const figures = { n: hours, date: printMoment(timezone, term) }
  const { enteredAt } = standing
  return [
    {
      id: 'term',
      zh: filled(SENTENCE.zh, figures),
      en: filled(SENTENCE.en, figures),
      mark: '限',
      authority: 'reference',
      state: over ? 'unmet' : 'met',
      at: over ? null : printMoment(timezone, enteredAt),
      until: over ? null : printMoment(timezone, term),
      reason: over ? 'term-over' : null,
      evidence: [{ ...rowRefOf(standing), at: printMoment(timezone, enteredAt), value: standing.level }],
      anyOf: null,
      figures,
    },
  ]
}
