import type { Instant, Moment } from '../../time/calendar'
import { lapseAfterDays, printMoment } from '../moves/days'
import type { CaseFilter, Comparison } from '../policy/policy'
import { countSeen, type Occurrence } from '../record/record'
import { type Asked, evidenceOf, type LeafAnswer, met, unknown, unmet } from './asked'
import { isStated } from './clocks'
import { limitOf, satisfies } from './compare'
import { passes } from './filter'

interface Count {
  readonly count: {
    readonly event: string
    readonly withinDays: number
    readonly filter?: CaseFilter
  } & Comparison
}

/** At most so many rows are shown as evidence. */
const SHOWN = 20

/** How many such events lie at most `withinDays` calendar days back. */
export function askCount(asked: Asked, { count }: Count): LeafAnswer {
  const all = asked.record.events.get(count.event) ?? []
  const figures = { n: limitOf(count), have: null, of: limitOf(count), within: count.withinDays }
  if (!isStated(asked, count.event) && all.length === 0) return unknown('list-unknown', { figures })
  const seen = all
    .slice(0, countSeen(all, asked.seen))
    .map((one) => ({
      one,
      through: passes(count.filter, one),
      lapse: lapseAfterDays(asked.timezone, one, count.withinDays),
    }))
    .filter(({ through }) => through !== false)
  const inside = seen.filter(({ lapse }) => lapse.at > asked.at)
  const recent = inside.filter(({ through }) => through).map(({ one }) => one)
  const have = recent.length
  const more = {
    figures: { ...figures, have },
    evidence: recent.slice(-SHOWN).flatMap((one) => evidenceOf(asked, one)),
  }
  const holds = satisfies(have, count)
  if (holds !== satisfies(inside.length, count)) return unknown('not-stated', more)
  const turn = nextTurn(asked, recent, { count, holds })
  const since = sinceWhen(seen, { count, holds, at: asked.at })
  if (holds) return met(since, { ...more, until: turn })
  return unmet(turn ? 'days-left' : 'count', {
    ...more,
    at: turn,
    since,
    figures: { ...more.figures, date: printMoment(asked.timezone, turn) },
  })
}

/** An event that is in the window from its own time until its lapse; `through` null: it may be. */
interface Windowed {
  readonly one: Occurrence
  readonly through: boolean | null
  readonly lapse: Moment
}

/** The last event or lapse before which the answer was another one; null where it has always been this. */
function sinceWhen(
  seen: readonly Windowed[],
  { count, holds, at }: { count: Count['count']; holds: boolean; at: Instant },
): Moment | null {
  const turns = seen
    .flatMap(({ one, through, lapse }) => [
      { moment: { at: one.at, isDay: one.isDay }, through, step: 1 },
      { moment: lapse, through, step: -1 },
    ])
    .filter(({ moment }) => moment.at <= at)
    .sort((a, b) => b.moment.at - a.moment.at)
  const sum = (certain: boolean): number =>
    turns.reduce((total, { step, through }) => total + (certain && through === null ? 0 : step), 0)
  let [certain, possible] = [sum(true), sum(false)]
  for (const [i, { moment, through, step }] of turns.entries()) {
    if (through !== null) certain -= step
    possible -= step
    if (turns[i + 1]?.moment.at === moment.at) continue
    if (satisfies(certain, count) !== holds || satisfies(possible, count) !== holds) return moment
  }
  return null
}

/** When events falling out of the window turn the answer, if nothing new happens. */
function nextTurn(
  asked: Asked,
  recent: readonly Occurrence[],
  { count, holds }: { count: Count['count']; holds: boolean },
) {
  for (let gone = 1; gone <= recent.length; gone++) {
    const lapse = lapseAfterDays(asked.timezone, recent[gone - 1]!, count.withinDays)
    const next = recent[gone] && lapseAfterDays(asked.timezone, recent[gone]!, count.withinDays)
    if (next?.at === lapse.at) continue
    if (satisfies(recent.length - gone, count) !== holds) return lapse
  }
  return null
}
