import type { Instant } from '../../time/calendar'
import { printMoment } from '../moves/days'
import type { Condition } from '../policy/policy'
import type { Additions, Possible } from '../record/record'
import { holdsUntil } from '../sources/holds-until'
import type { Reach } from '../sources/reach'
import { unreadRow } from '../unplaced/possible'
import type { Asked, LeafAnswer } from './asked'
import { needsOf } from './needs'
import { answersWith } from './possible'

type Ask = (asked: Asked) => LeafAnswer

/**
 * The answer of a leaf, unknown where it is met only because a list says nothing: rows of the list that nobody brought,
 * on ground for which it does not speak (`list-elsewhere`) or from after its silence has ended to mean none
 * (`list-ended`), would leave it not met. `without` is the answer if the list goes on saying none. A place that is
 * classified goes down by what is not met, too: there any other answer makes it unknown.
 */
export function withSilence(
  asked: Asked,
  condition: Condition,
  { answer, ask }: { answer: LeafAnswer; ask: Ask },
): LeafAnswer {
  if (!answer.heldBy) return unlessSilent(asked, condition, { answer, ask })
  return { ...answer, without: unlessSilent(asked, condition, { answer: answer.without!, ask }) }
}

function unlessSilent(
  asked: Asked,
  condition: Condition,
  { answer, ask }: { answer: LeafAnswer; ask: Ask },
): LeafAnswer {
  const { reaches = [] } = asked.record
  if (reaches.length === 0 || (answer.state !== 'met' && !(asked.isPlace && answer.state === 'unmet')))
    return answer
  const needs = needsOf(asked.policy, condition)
  const silent = reaches.flatMap((reach) => {
    const reason = needs.lists.has(reach.list) ? silentBy(asked, reach) : null
    if (!reason) return []
    const unread = unreadRows(asked, reach, reason)
    const differs = (times: number): boolean =>
      answersWith({ asked, ask, needs }, [{ one: unread, times }]).some(({ state }) => state !== answer.state)
    return differs(1) || (counts(condition) && differs(MANY)) ? [{ reach, reason }] : []
  })
  const [first] = silent
  if (!first) return answer
  const { reach, reason } = first
  const lists = silent.map((one) => one.reach.list).join(' ')
  const figures = { ...answer.figures, ...figuresOf(asked, reach), ...(silent.length > 1 ? { lists } : {}) }
  return { ...answer, state: 'unknown', at: null, until: null, reason, figures, without: answer }
}

/** The answer of a leaf with the lists it asks for that nobody handed in, where it is unknown by them. */
export function withAbsent(asked: Asked, condition: Condition, answer: LeafAnswer): LeafAnswer {
  if (answer.reason !== 'list-unknown' || !asked.told) return answer
  const absent = [...needsOf(asked.policy, condition).lists].filter((list) => !asked.record.stated.has(list))
  return absent.length === 0 ? answer : { ...answer, figures: { ...answer.figures, lists: absent.join(' ') } }
}

/** A limit of a number is tried with more rows than any limit. */
const MANY = 200
const counts = (condition: Condition): boolean => 'count' in condition || 'metric' in condition

type Reason = 'list-elsewhere' | 'list-ended'

/** Why silence of the list says nothing here; null where it means none. */
function silentBy(
  { asOf, policy, record }: Pick<Asked, 'asOf' | 'policy' | 'record'>,
  { list, missing, until }: Reach,
): Reason | null {
  if (missing.length > 0) return 'list-elsewhere'
  return asOf > holdsUntil(list, until, { pack: record.pack!, policy }) ? 'list-ended' : null
}

/** Whether the list of cases says nothing of the record as asked: of some of its ground, or any more. */
export function isSilent(asked: Pick<Asked, 'asOf' | 'policy' | 'record'>): boolean {
  return (asked.record.reaches ?? []).some((one) => one.list === 'cases' && silentBy(asked, one) !== null)
}

function unreadRows({ asOf }: Asked, { list, until }: Reach, reason: Reason): Possible {
  const from: Instant = reason === 'list-ended' && until ? until.at : Number.NEGATIVE_INFINITY
  const unread = unreadRow(list, { file: list, row: 0 })
  const adds: Possible['adds'] = (at, names) => ({ ...unread(at, names), flags: NO_FLAGS })
  return { rows: [], list, by: asOf, from, isUnread: true, evidence: [], adds }
}

/** A statement holds until the next one of its name: what was said is no silence. */
const NO_FLAGS: Additions['flags'] = new Map()

const HOUR = 3_600_000

/** The list, the places it lacks, until when it speaks and for how many whole hours it has been silent since. */
function figuresOf({ timezone, asOf }: Asked, { list, missing, until }: Reach): LeafAnswer['figures'] {
  return {
    list,
    lacks: missing.join('、'),
    listUntil: printMoment(timezone, until),
    silentHours: until === null ? null : Math.floor((asOf - until.at) / HOUR),
  }
}
