import type { OrderState, OrderWord, SurveyOrder, SurveyOrders } from '../../answers'
import type { GivenOrder, OrderDeed } from '../../facts'
import { formatMoment, readMoment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { isPast } from '../../zones/policy/term'
import type { Slice } from '../slice'
import { gapOf } from './gaps'

/** Orders given by the as-of, each as it stands; null where none was given: that says nothing of the gaps. */
export function surveyOrders(slice: Slice): SurveyOrders | null {
  const given = (slice.facts.givenOrders ?? []).filter(({ at }) => isSeenMoment(at, slice.asOf))
  if (given.length === 0) return null
  const all = given
    .map((order) => orderOf(slice, order))
    .sort((a, b) => RANK[a.state] - RANK[b.state] || within(slice, a, b) || (a.id < b.id ? -1 : 1))
  const of = (state: OrderState): number => all.filter((order) => order.state === state).length
  return { all, open: all.length - of('closed'), overdue: of('overdue'), closed: of('closed') }
}

const RANK: Readonly<Record<OrderState, number>> = { overdue: 0, open: 1, answered: 1, closed: 2 }

function within({ timezone }: Slice, a: SurveyOrder, b: SurveyOrder): number {
  const instant = (when: string | null): number => (when && readMoment(timezone, when)?.at) || 0
  if (a.state !== 'closed') return instant(a.dueAt) - instant(b.dueAt)
  return instant(b.closed!.at ?? b.givenAt) - instant(a.closed!.at ?? a.givenAt)
}

function orderOf(slice: Slice, order: GivenOrder): SurveyOrder {
  const { timezone, asOf } = slice
  const { id, subject, unit, text, at, dueAt, by } = order
  const gap = gapOf(slice, subject)
  const deeds = order.deeds.filter((deed) => isSeenMoment(deed.at, asOf))
  const wordOf = ({ at: when, words, by: who }: OrderDeed): OrderWord => ({
    ...{ at: formatMoment(timezone, when), words, by: who },
  })
  const answer = deeds.findLast(({ kind }) => kind === 'answered')
  const looked = deeds.findLast(({ kind }) => kind === 'confirmed' || kind === 'refuted')
  const answered = answer ? wordOf(answer) : null
  const rechecked = looked ? { ...wordOf(looked), isDone: looked.kind === 'confirmed' } : null
  const closed = closingOf(deeds, gap, wordOf)
  const isLate = closed === null && isPast(timezone, dueAt, asOf)
  return {
    ...{ id, subject, unit, text, by, gap, answered, rechecked, closed },
    givenAt: formatMoment(timezone, at),
    dueAt: formatMoment(timezone, dueAt),
    state: closed ? 'closed' : isLate ? 'overdue' : answered ? 'answered' : 'open',
    overMinutes: isLate ? Math.floor((asOf - dueAt.at) / 60_000) : null,
  }
}

/**
 * What closed it: the fact itself, else the last word by hand. What was looked at since and is not done is open again,
 * whatever the facts say, until a person says otherwise.
 */
function closingOf(
  deeds: readonly OrderDeed[],
  gap: SurveyOrder['gap'],
  wordOf: (deed: OrderDeed) => OrderWord,
): SurveyOrder['closed'] {
  const since = deeds.slice(deeds.findLastIndex(({ kind }) => kind === 'refuted') + 1)
  const closing = since.findLast(({ kind }) => kind === 'closed' || kind === 'confirmed')
  if (!closing && since.length < deeds.length) return null
  if (gap?.state === 'gone') return { how: 'fact', at: gap.at, words: '' }
  const said = since.findLast(({ kind }) => kind === 'closed') ?? closing
  if (!said) return null
  const { at, words } = wordOf(said)
  return { how: 'hand', at, words }
}
