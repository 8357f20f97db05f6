import type { AssessAnswer, DeadlineAnswer, HeldLonger, ScheduledTest, ZoneAnswer } from '#geo'

/** A time limit with the zone it belongs to, and how far it is from its due time, ms: above 0 left, below 0 over. */
export interface DeadlineRow {
  readonly zone: string
  readonly deadline: DeadlineAnswer
  readonly spanMs: number
}

/** Time limits that run (the soonest first), that are past (the longest over first), and how many nothing tells of. */
export function deadlineRows(assess: AssessAnswer): {
  readonly running: readonly DeadlineRow[]
  readonly over: readonly DeadlineRow[]
  readonly unknown: number
} {
  const now = Date.parse(assess.asOf)
  const rows = assess.zones.flatMap(({ id, deadlines = [] }) =>
    deadlines.map((deadline) => ({
      zone: id,
      deadline,
      spanMs: Date.parse(deadline.dueAt) - (deadline.doneAt ? Date.parse(deadline.doneAt) : now),
    })),
  )
  const of = (...states: DeadlineAnswer['state'][]): DeadlineRow[] =>
    rows
      .filter(({ deadline }) => states.includes(deadline.state))
      .sort((a, b) => a.spanMs - b.spanMs || (a.zone < b.zone ? -1 : 1))
  return { running: of('running'), over: of('over', 'doneLate'), unknown: of('unknown').length }
}

/** Tests of the schedule that fall on the day of the as-of, open ones first. */
export function testsDue(
  assess: AssessAnswer,
  day: string,
): { readonly zone: string; readonly test: ScheduledTest }[] {
  return assess.zones
    .flatMap(({ id, schedule = [] }) =>
      schedule.filter((test) => test.day === day).map((test) => ({ zone: id, test })),
    )
    .sort((a, b) => Number(a.test.done === true) - Number(b.test.done === true) || (a.zone < b.zone ? -1 : 1))
}

/** Zones that local conditions hold longer, the longest first. */
export function heldRows(assess: AssessAnswer): HeldLonger[] {
  return [...(assess.heldLonger ?? [])].sort((a, b) => b.days - a.days || (a.zone < b.zone ? -1 : 1))
}

/** Zones whose level ends by itself, the soonest first. */
export function termRows(assess: AssessAnswer): (ZoneAnswer & { readonly expiresAt: string })[] {
  return assess.zones
    .filter((zone): zone is ZoneAnswer & { expiresAt: string } => Boolean(zone.expiresAt))
    .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
}
