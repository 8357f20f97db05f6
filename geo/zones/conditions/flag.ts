import { rowRefOf } from '../../columns'
import type { Moment } from '../../time/calendar'
import { contradictionOf, isOlder } from '../flags/contradiction'
import { speaksOf } from '../flags/speaks-of'
import { lapseAfterDays, printMoment } from '../moves/days'
import { countSeen, type Held } from '../record/record'
import { readYesNo } from '../record/yes-no'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'

interface Flag {
  readonly flag: string
  readonly withinHours?: number
}

const HOUR = 3_600_000

/**
 * A fact stated by a person: the last statement at or before the instant holds. One nobody made is unknown, and so is one
 * that a list contradicts or that is older than what it speaks of: then both are its evidence.
 */
export function askFlag(asked: Asked, { flag, withinHours }: Flag): LeafAnswer {
  const all = asked.record.flags.get(flag) ?? []
  const seen = countSeen(all, asked.seen)
  const last = all[seen - 1]
  const figures = { flag, n: withinHours ?? null, date: last ? printMoment(asked.timezone, last) : null }
  if (!last) return unknown('not-stated', { figures })
  const evidence = [{ ...rowRefOf(last), at: printMoment(asked.timezone, last), value: last.value }]
  const says = readYesNo(last.value)
  if (says === null) return unknown('not-a-flag', { figures, evidence })
  const against = contradictionOf(asked, { flag, statements: all.slice(0, seen) })
  if (against) return unknown(against.reason, { figures, evidence: [...evidence, ...against.evidence] })
  const first = (lastOnly: boolean): Moment => sinceWhen(asked, { flag, all, seen, says, lastOnly })
  if (!says) return unmet('stated-false', { figures, evidence, since: first(false) })
  const until = withinHours === undefined ? null : lapseOf(asked, last, withinHours)
  if (until && hasLapsed(last, until.at, asked.at)) return unmet('flag-lapsed', { figures, evidence })
  return met(first(withinHours !== undefined), { until, figures, evidence })
}

/** A day-only statement compares days, rounded up. */
export function lapseOf(asked: Asked, stated: { at: number; isDay: boolean }, hours: number) {
  if (stated.isDay) return lapseAfterDays(asked.timezone, stated, Math.ceil(hours / 24))
  return { at: stated.at + hours * HOUR, isDay: false }
}

/** By the clock the last instant still counts; by days the day after does not. */
export function hasLapsed(stated: { readonly isDay: boolean }, until: number, at: number): boolean {
  return stated.isDay ? at >= until : at > until
}

/** The first of the unbroken run of statements that say what the last one says, all of them as new as what they speak of. */
function sinceWhen(
  asked: Asked,
  run: { flag: string; all: readonly Held<string>[]; seen: number; says: boolean; lastOnly: boolean },
): Moment {
  const { flag, all, seen, says, lastOnly } = run
  const goesOn = (one: Held<string>): boolean =>
    readYesNo(one.value) === says && !(speaksOf(flag).favours === says && isOlder(asked, flag, one))
  let first = seen - 1
  if (!lastOnly) while (first > 0 && goesOn(all[first - 1]!)) first--
  return { at: all[first]!.at, isDay: all[first]!.isDay }
}
