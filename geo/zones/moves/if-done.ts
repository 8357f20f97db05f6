import type { IfDone } from '../../answers'
import type { Moment } from '../../time/calendar'
import { type Awaited, atBest, type LeafAnswer, type Until } from '../conditions/asked'
import { decides } from '../conditions/combine'
import type { PlanNode } from '../conditions/planned'
import { mayMoveFrom, type Standing } from '../stays/standing'
import { afterDays, laterOf, printMoment } from './days'
import type { Setting } from './setting'
import type { Trial } from './trial'

/**
 * The earliest moment at which a zone that another one waits for could be out of its way, if everything open were done
 * now; null where none can be dated.
 */
export type OthersDone = (zone: string, until: Until) => Moment | null

/** A date, the leaf that decides it (null: none), and the leaves that somebody has to do for it. */
interface Dated {
  readonly at: Moment
  readonly by: number | null
  readonly open: readonly number[]
}

/**
 * The earliest moment at which a change that is not met could be, if everything open in it were done at the as-of: what
 * only waits for time waits, days whose event has not happened begin now, everything else is done. Of an `any` the
 * earliest branch counts. Null where it is met, or waits for zones of which that cannot be said.
 */
export function ifDoneNow(
  setting: Setting,
  { standing, trial, others }: { standing: Standing; trial: Trial; others: OthersDone },
): IfDone | null {
  const { plan, answers, verdict } = trial
  if (verdict.state === 'met') return null
  const now: Moment = { at: setting.asOf, isDay: false }
  const count = { timezone: setting.timezone, dayCount: standing.policy!.dayCount }
  const dateOf = (node: PlanNode): Dated | null | 'left out' => {
    if (node.kind === 'leaf') {
      if (!decides(plan.leaves[node.leaf]!)) return 'left out'
      const answer = answers[node.leaf]!
      const at = dateOfLeaf(answer, { now, others, after: (days) => afterDays(count, now, days) })
      const open = answer.state === 'met' || waits(answer) ? [] : [node.leaf]
      return at && { at, by: answer.state === 'met' ? null : node.leaf, open }
    }
    const parts = node.parts.map(dateOf).filter((part) => part !== 'left out')
    if (node.kind === 'all') return parts.some((part) => part === null) ? null : every(parts as Dated[], now)
    return first(parts.filter((part) => part !== null))
  }
  const dated = dateOf(plan.root)
  if (dated === null || dated === 'left out') return null
  const at = laterOf(laterOf(dated.at, now), mayMoveFrom(standing))
  const idOf = (leaf: number): string => plan.leaves[leaf]!.id
  return {
    at: printMoment(setting.timezone, at)!,
    open: dated.open.map(idOf),
    decidedBy: dated.by === null ? null : idOf(dated.by),
  }
}

/** Unmet until time has passed or other zones have moved: nothing in it can be done. */
function waits({ state, at, awaits }: LeafAnswer): boolean {
  return (state === 'unmet' && at !== null) || awaits !== undefined
}

interface Doing {
  readonly now: Moment
  readonly others: OthersDone
  readonly after: (days: number) => Moment
}

/** An unplaced row that is placed elsewhere, and a list that says none, leave what would be without them. */
function dateOfLeaf(answer: LeafAnswer, doing: Doing): Moment | null {
  const { state, at, figures, awaits, reason } = atBest(answer)
  const { now, others, after } = doing
  if (state === 'met') return now
  if (awaits) return dateOfOthers(awaits, others)
  if (state === 'unmet' && at) return at
  // a list that comes may tell that the days are over, or that there is nothing to wait for
  if (reason === 'list-unknown') return now
  const days = 'left' in figures && typeof figures.of === 'number' ? figures.of : null
  return days === null ? now : after(days)
}

/** When so many of them as decide are out of its way; null where fewer can be dated. */
function dateOfOthers({ ids, atLeast, until }: Awaited, others: OthersDone): Moment | null {
  const dates = ids.flatMap((id) => others(id, until) ?? []).sort((a, b) => a.at - b.at)
  return dates[atLeast - 1] ?? null
}

function every(parts: readonly Dated[], now: Moment): Dated {
  const last = parts.reduce<Dated>(
    (latest, part) => (laterOf(part.at, latest.at) === part.at && part.at.at > latest.at.at ? part : latest),
    { at: now, by: null, open: [] },
  )
  return {
    at: last.at,
    by: last.by ?? parts.find(({ open }) => open.length > 0)?.by ?? null,
    open: parts.flatMap(({ open }) => open),
  }
}

/** The earliest; of equal ones that with the least left to do. */
function first(parts: readonly Dated[]): Dated | null {
  return parts.reduce<Dated | null>((best, part) => {
    if (!best || part.at.at < best.at.at) return part
    return part.at.at === best.at.at && part.open.length < best.open.length ? part : best
  }, null)
}
