import type { Opinion, PlaceKind } from '../facts'
import type { Authority } from '../zones/policy/policy'
import type { OutsidePeriod } from './outside'
import type { Evidence, When } from './printed'
import type { SourceAnswer } from './sources'
import type { UnplacedRow } from './unplaced'

export interface ConditionAnswer {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** one Han character, or null */
  readonly mark: string | null
  readonly authority: Authority
  readonly state: 'met' | 'unmet' | 'unknown'
  /** met: since when; unmet: the instant it will be met if only time passes; else null */
  readonly at: When | null
  /** when a met condition lapses */
  readonly until: When | null
  /** short code, e.g. `days-left`, `round-incomplete`, `no-round`, `not-stated`, `stated-false`, `list-unknown` */
  readonly reason: string | null
  readonly evidence: readonly Evidence[]
  /** id of the `any` this leaf stands in */
  readonly anyOf: string | null
  /** it, or a part of it, is our reading of the text (按理解) */
  readonly reading?: boolean
  /** figures behind the sentence: {n, date, have, of, missing, day …} */
  readonly figures: Readonly<Record<string, string | number | null>>
}

export interface ApprovalAnswer {
  readonly next: 'assess' | 'approve' | null
  /** id of the step to be taken next, in the words of the policy's chain */
  readonly nextStep?: string | null
  /** who takes it, in the words of the policy */
  readonly nextActor?: string | null
  /** until when the policy wants it taken; null where it names no hours. Late is shown and blocks nothing */
  readonly nextDueAt?: When | null
  /** steps of the chain that nobody waits for (备案) and that are not taken yet, once their turn has come */
  readonly filings?: readonly string[]
  readonly steps: readonly {
    readonly step: string
    readonly at: When
    readonly by: string | null
    readonly decision: 'given' | 'declined'
    /** id of the event that recorded it; null where a file did */
    readonly event?: string | null
    readonly note?: string | null
    readonly opinions?: readonly Opinion[]
  }[]
  readonly takesEffectAt: When | null
  /**
   * ids of the conditions that what came since the approval has broken, or that something unplaced holds: the order is
   * not carried out at its hour. Empty while nothing suspends it
   */
  readonly suspended?: readonly string[]
  /** its hour is still to come, and only rows that nobody has placed suspend it */
  readonly untilPlaced?: boolean
  /** steps taken by two authors after the same one, neither seeing the other: nothing goes on until a person chooses */
  readonly conflict?: readonly {
    readonly event: string
    readonly step: string
    readonly by: string | null
    readonly person?: string | null
    readonly at: When
    readonly decision: 'given' | 'declined'
  }[]
}

/** What would come of a change that is not met, if everything open in it were done at the as-of. */
export interface IfDone {
  readonly at: When
  /** ids of the conditions that somebody has to do something for, in document order */
  readonly open: readonly string[]
  /** id of the condition that is settled last; null where all of them are done at once */
  readonly decidedBy: string | null
}

export interface TransitionAnswer {
  readonly id: string
  readonly kind: 'release' | 'downgrade' | 'upgrade' | 'extend' | 'split'
  readonly to: string
  /** the zone into which it merges when it is lowered to its enclosing zone's level */
  readonly into: string | null
  /** a person may choose it: it is due to nobody by itself */
  readonly optional?: boolean
  readonly state: 'blocked' | 'unknown' | 'due' | 'approval'
  readonly eligibleAt: When | null
  /** held by unplaced rows alone: the date that would hold once they are placed elsewhere; null where they hold nothing */
  readonly oncePlacedAt?: When | null
  /** held by unplaced rows: when the last of them stops to matter by itself; null where they hold nothing, or without end */
  readonly heldUntil?: When | null
  /** when the conditions from above the district alone, without the local ones, would have moved it; null if unknown or the same rule */
  readonly nationalAt: When | null
  readonly approval: ApprovalAnswer | null
  /** null where it is met or ordered, raises the zone, or waits for zones of which this cannot be said */
  readonly ifDone?: IfDone | null
  readonly suspendedBy: readonly string[]
  readonly conditions: readonly ConditionAnswer[]
  /** what an assessment notes but no rule makes a condition: unguarded crossings, silent villages */
  readonly findings: readonly ConditionAnswer[]
  readonly resets: readonly {
    readonly event: string
    readonly effect: 'restart' | 'level'
    readonly to: string | null
  }[]
}

/** A time limit of the policy for a zone, a case or a contact. It never blocks a transition. */
export interface DeadlineAnswer {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** what it is about: a case, a contact, a round or the zone itself */
  readonly about: string
  readonly startedAt: When
  readonly dueAt: When
  readonly doneAt: When | null
  readonly state: 'running' | 'over' | 'done' | 'doneLate' | 'unknown'
}

/** One day of the test schedule of a zone's level. */
export interface ScheduledTest {
  readonly kind: 'pcr' | 'antigen' | 'final'
  /** 第 n 天; null for the round before lifting */
  readonly dayNumber: number | null
  readonly day: string
  /** a round of the zone ran on that day, or later before the next test, and has finished; unknown where rounds are not known, null while the day is not over */
  readonly done: boolean | 'unknown' | null
  /** done, but by no round that had begun by the end of its day */
  readonly late?: true
}

export interface ZoneAnswer {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly since: When
  readonly designatedAt: When
  readonly enclosedBy: string | null
  readonly policy: string | null
  /** when its level ends by itself at the latest (临时管控 24 h); null where the level has no term */
  readonly expiresAt?: When | null
  readonly deadlines?: readonly DeadlineAnswer[]
  readonly schedule?: readonly ScheduledTest[]
  /** the level of the record, where the edition asked for has no such level and nothing carries it over */
  readonly unmapped?: { readonly policy: string | null; readonly level: string } | null
  readonly transitions: readonly TransitionAnswer[]
  /** its edition does not say how the level ends from here; null where it does */
  readonly noWayOut?: { readonly zh: string; readonly en: string } | null
  /** the recorded stays up to the as-of, then what the machine makes of them; a move into another zone ends it */
  readonly forecast: readonly {
    readonly level: string
    readonly from: When
    readonly into: string | null
    /** true for a recorded stay; a move that came due and was not recorded is false, though its time has passed */
    readonly recorded: boolean
  }[]
}

/** A lowering that local conditions put off. */
export interface HeldLonger {
  readonly zone: string
  readonly transition: string
  /** when the conditions from above the district alone would have moved it */
  readonly nationalAt: When
  /** when it may move by all its conditions; null where that hangs on what people must do */
  readonly localAt: When | null
  /** calendar days between them; up to the as-of where there is no local date */
  readonly days: number
}

/** A recorded lowering that the rule did not allow at its hour. */
export interface LoweredEarly {
  readonly zone: string
  readonly transition: string
  readonly to: string
  readonly at: When
  /** when time alone would have settled it; null where something else was missing */
  readonly eligibleAt: When | null
  /** ids of the conditions that were not met */
  readonly unmet: readonly string[]
}

/** An approved change that was carried out at its hour, while the file's stay says otherwise. */
export interface RecordedOtherwise {
  readonly zone: string
  readonly transition: string
  readonly from: When
  readonly level: string
  readonly into: string | null
  readonly recorded: { readonly level: string; readonly file: string; readonly row: number }
  readonly orderedBy: { readonly file: string; readonly row: number }
}

export interface AssessAnswer {
  readonly schema: 'cordon-assess/1'
  /** the days it spans and what of the facts lies outside them; null where nothing is dated */
  readonly outside: OutsidePeriod | null
  readonly asOf: When
  readonly known: When | null
  readonly policy: string | null
  readonly zones: readonly ZoneAnswer[]
  /** recorded lowerings that the rule did not allow at their hour */
  readonly loweredEarly?: readonly LoweredEarly[]
  /** orders carried out though the record of the zone says otherwise */
  readonly recordedOtherwise?: readonly RecordedOtherwise[]
  /** zones that local conditions hold longer */
  readonly heldLonger?: readonly HeldLonger[]
  /** rows that cannot be given to their ground or time, by list, file and row */
  readonly unplaced?: readonly UnplacedRow[]
  /** what each list speaks for, by list */
  readonly sources?: readonly SourceAnswer[]
  readonly places: readonly {
    readonly code: string
    readonly level: string
    readonly metrics: Readonly<Record<string, number | null>>
  }[]
  /** places in the pack of kinds to which the rules of a classifier give no level, by kind */
  readonly unclassified?: readonly { readonly kind: PlaceKind; readonly places: number }[]
}
