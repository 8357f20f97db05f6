import { largest } from '../../extremes'
import { addDays, dayOf, type Instant, startOfDay } from '../../time/calendar'
import { latestOf } from '../moves/days'
import type { Condition } from '../policy/policy'
import { type Additions, type Possible, withAdditions } from '../record/record'
import type { Asked, LeafAnswer } from './asked'
import { mayStand } from './filter'
import { type Needs, needsOf } from './needs'

type Ask = (asked: Asked) => LeafAnswer

/**
 * The answer of a leaf, unknown where unplaced rows decide it: met without them, and not met with one of them, or all
 * together, on the zone's ground at their worst time and value. It holds no longer than the leaf's own clock.
 */
export function withPossible(asked: Asked, condition: Condition, ask: Ask): LeafAnswer {
  const answer = ask(asked)
  const possible = asked.record.possible ?? []
  if (answer.state !== 'met' || possible.length === 0) return answer
  const needs = needsOf(asked.policy, condition)
  const own = possible.filter(({ list }) => needs.lists.has(list))
  if (own.length === 0) return answer
  const trial = { asked, ask, needs }
  const alone = own.map((one) => failuresOf(trial, [{ one, times: 1 }]))
  const failed = own.filter((_, i) => alone[i]!.length > 0)
  if (failed.length > 0) return heldBy(answer, failed, alone.flat())
  const together = own.map((one) => ({ one, times: Math.min(one.rows.length, MOST) }))
  const failures = failuresOf(trial, together)
  return failures.length > 0 ? heldBy(answer, own, failures) : answer
}

/** So many equal rows are tried together at most. */
const MOST = 200
/** At most so many rows are shown as evidence. */
const SHOWN = 20

function heldBy(
  answer: LeafAnswer,
  possible: readonly Possible[],
  failures: readonly LeafAnswer[],
): LeafAnswer {
  const endless = failures.some(({ at }) => at === null)
  return {
    ...answer,
    state: 'unknown',
    at: endless ? null : latestOf(failures.map(({ at }) => at)),
    reason: 'unplaced',
    evidence: possible.flatMap(({ evidence }) => evidence).slice(0, SHOWN),
    heldBy: possible.flatMap(({ rows }) => rows),
    without: answer,
    isDoubt: failures.every(({ state }) => state === 'unknown'),
  }
}

interface Trial {
  readonly asked: Asked
  readonly ask: Ask
  readonly needs: Needs
}

interface Added {
  readonly one: Possible
  readonly times: number
}

/** The answers that are not met, over every time and value that can matter. */
function failuresOf(trial: Trial, added: readonly Added[]): LeafAnswer[] {
  return answersWith(trial, added).filter(({ state }) => state !== 'met')
}

/** The answers with these rows in, at every time that can matter: the first that is not met, else the plain one. */
export function answersWith({ asked, ask, needs }: Trial, added: readonly Added[]): LeafAnswer[] {
  const bounds = added.flatMap(({ one }) => one.by ?? [])
  const from = largest(added.map(({ one }) => one.from ?? Number.NEGATIVE_INFINITY))
  const instants = bounds.length === 0 ? [asked.at] : instantsOf(asked, largest(bounds), needs)
  return instants
    .filter((at) => at >= from)
    .map((at) => {
      const read = added.map(({ one, times }) => ({
        one,
        times,
        adds: one.adds(Math.min(at, one.by ?? at), needs.names),
      }))
      const additions = read.flatMap(({ adds, times }) => repeated(adds, times))
      const loudest = read.flatMap(({ one, adds, times }) => repeated(loud(adds, one, needs), times))
      const worst = ask({
        ...asked,
        record: withAdditions(asked.record, loudest),
      })
      if (worst.state === 'unmet') return worst
      const plain = ask({ ...asked, record: withAdditions(asked.record, additions) })
      return worst.state === 'met' ? plain : worst
    })
}

/** As late as it may have been, as late as counts at the instant asked, when a clock of the zone began; days for figures of days. */
function instantsOf(asked: Asked, by: Instant, { daily }: Needs): Instant[] {
  const latest = Math.min(by, asked.at)
  const { timezone, zone } = asked
  const days = Array.from({ length: daily ? DAYS_BACK : 0 }, (_, back) =>
    startOfDay(timezone, addDays(dayOf(timezone, latest), -back)),
  )
  const all = [by, latest, zone.enteredAt.at, zone.designatedAt.at, ...days]
  return [...new Set(all)].filter((at) => at <= by)
}

/** Windows of metrics are no longer than this. */
const DAYS_BACK = 15

const repeated = (additions: Additions, times: number): Additions[] =>
  Array.from({ length: times }, () => additions)

/** What a row leaves empty says what the filters of the leaf let through; of a row that was not read, all it may say. */
function loud(additions: Additions, { isUnread }: Possible, { words }: Needs): Additions {
  if (words.length === 0) return additions
  const events = [...additions.events].map(([name, list]): [string, typeof list] => [
    name,
    list.map((one) => {
      const said = isUnread ? words : words.filter((word) => mayStand(word, one.silent))
      return said.length === 0 ? one : { ...one, words: [...one.words, ...said] }
    }),
  ])
  return { ...additions, events: new Map(events) }
}
