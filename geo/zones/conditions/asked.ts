import type { Evidence } from '../../answers'
import { rowRefOf } from '../../columns'
import type { RowRef, Signal, UnreadRow } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import { type DayCount, printMoment } from '../moves/days'
import type { Policy, Transition } from '../policy/policy'
import type { Occurrence, ZoneRecord } from '../record/record'
import type { LeafExpression } from './leaf-expression'

/** A zone at a moment of its run. */
export interface ZoneState extends RowRef {
  readonly id: string
  readonly level: string
  readonly enteredAt: Moment
  readonly designatedAt: Moment
  readonly cameFrom: string | null
}

/** Other zones that stand in the way, and those that may: of which nobody knows how strict they are. */
export interface Others {
  readonly ids: readonly string[]
  readonly unread: readonly ZoneOfNoLevel[]
}

/** Zones that a leaf waits for: so many of them have to come to where they are in its way no more. */
export interface Awaited {
  readonly ids: readonly string[]
  readonly atLeast: number
  readonly until: Until
}

/** As strict as that at most, or at none of these levels. */
export type Until = { readonly isAtMost: number } | { readonly isNotAt: readonly string[] }

/** A zone whose level the edition of the one asked does not have. */
export type ZoneOfNoLevel = Pick<ZoneState, 'id' | 'level' | 'enteredAt' | 'file' | 'row' | 'segment'>

/** How many other zones of the unit stand at one of the levels, and when the last of them left it. */
export interface Siblings {
  readonly count: number
  readonly ids: readonly string[]
  readonly lastLeft: Moment | null
  /** so many more may stand there: their level is not known */
  readonly unsure?: number
  /** of them, zones whose level the edition of the one asked does not have */
  readonly unread?: readonly ZoneOfNoLevel[]
}

/** Signals of a zone as of an instant: those that nobody has decided, and when the last of the others was. */
export interface SignalsSeen {
  readonly open: readonly Signal[]
  readonly lastDecided: Moment | null
}

/** The question put to a leaf: this zone, at this instant, with what was recorded up to `seen`. */
export interface Asked extends DayCount {
  readonly policy: Policy
  readonly zone: ZoneState
  readonly record: ZoneRecord
  readonly at: Instant
  /** nothing later than this is looked at: the earlier of `at` and the as-of */
  readonly seen: Instant
  /** the as-of: clocks know every event up to it, so that a case on the 26th undoes what seemed due on the 24th */
  readonly asOf: Instant
  /** whether figures and evidence are wanted; a run asks thousands of times and prints nothing */
  readonly told: boolean
  /** a place of a classifier: it was never drawn, so that clocks of a zone's own are unknown */
  readonly isPlace?: true
  /** stricter zones that lie inside this one */
  stricterInside(): Others
  /** zones all round that are stricter than this one and than the level it would go to, the weakest first */
  heldBy(to: string): Others
  siblings(within: string, levels: readonly string[]): Siblings
  /** true for a beginning of a stay that cannot be true: nobody can count days from it */
  readonly isMistyped?: (moment: Moment) => boolean
  /** rows of zones that an import refused, or of an absurd year: a zone of any level may stand anywhere */
  readonly unreadStays: readonly UnreadRow[]
  /** those of them that may be of this zone: other ground, another beginning or end, another level */
  readonly ownStays: readonly UnreadRow[]
  /** asks a leaf in its turn: which anchor a clock has may hang on one */
  readonly ask: (asked: Asked, leaf: LeafExpression) => LeafAnswer
  /** rows of steps that an import refused and that may have sent back what was given of the transition */
  unreadSteps(transition: Transition): readonly UnreadRow[]
  /** signals that lie or may lie on its ground, as of an instant */
  signals(seen: Instant): SignalsSeen
}

export type Truth = 'met' | 'unmet' | 'unknown'

/** What a leaf answers. */
export interface LeafAnswer {
  readonly state: Truth
  /** met: since when; unmet: when time alone will settle it */
  readonly at: Moment | null
  readonly until: Moment | null
  readonly reason: string | null
  readonly evidence: readonly Evidence[]
  readonly figures: Readonly<Record<string, string | number | null>>
  /** the zones that decide it, whether it is met or not */
  readonly awaits?: Awaited
  /** no event can make it met before this */
  readonly notBefore?: Instant
  /** unmet: since when, where that is known; it is when the opposite is met */
  readonly since?: Moment | null
  /** indexes of the unplaced events by which it is unknown; `at` is then when they stop to matter */
  readonly heldBy?: readonly number[]
  /** rows of zones or steps that an import refused, by which it is unknown */
  readonly heldByRows?: readonly UnreadRow[]
  /** the answer without them; of one that silence makes unknown, the answer if its lists go on saying none */
  readonly without?: LeafAnswer
  /** rows that name the zone itself contradict it: that something else is unmet is not sure either */
  readonly isContradicted?: boolean
  /** unplaced events would leave it unknown at worst, never unmet */
  readonly isDoubt?: boolean
}

/** The answer with nothing unplaced in its way and every list going on saying none. */
export function atBest(answer: LeafAnswer): LeafAnswer {
  return answer.without ? atBest(answer.without) : answer
}

export const met = (at: Moment | null, more: Partial<LeafAnswer> = {}): LeafAnswer => ({
  state: 'met',
  at,
  until: null,
  reason: null,
  evidence: [],
  figures: {},
  ...more,
})

export const unmet = (reason: string, more: Partial<LeafAnswer> = {}): LeafAnswer => ({
  state: 'unmet',
  at: null,
  until: null,
  reason,
  evidence: [],
  figures: {},
  ...more,
})

export const unknown = (reason: string, more: Partial<LeafAnswer> = {}): LeafAnswer => ({
  ...unmet(reason, more),
  state: 'unknown',
})

/** The row as evidence, where that is wanted. */
export function evidenceOf(asked: Asked, row: Occurrence): Evidence[] {
  if (!asked.told) return []
  return [{ ...rowRefOf(row), at: printMoment(asked.timezone, row), value: row.value }]
}
