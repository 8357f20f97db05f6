import type { Opinion } from './facts'
import type { Position, Shape } from './geometry/shape'
import type { Authority } from './zones/policy'

/** An instant (`2022-05-27T18:00:00+08:00`) or a day (`2022-05-27`), as printed. */
export type When = string

export interface Evidence {
  readonly file: string
  readonly row: number
  readonly at: When | null
  readonly value: string | number | boolean | null
}

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

export interface TransitionAnswer {
  readonly id: string
  readonly kind: 'release' | 'downgrade' | 'upgrade' | 'extend' | 'split'
  readonly to: string
  /** the zone into which it merges when it is lowered to its enclosing zone's level */
  readonly into: string | null
  readonly state: 'blocked' | 'unknown' | 'due' | 'approval'
  readonly eligibleAt: When | null
  /** when the conditions from above the district alone, without the local ones, would have moved it; null if unknown or the same rule */
  readonly nationalAt: When | null
  readonly approval: ApprovalAnswer | null
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
  /** a round of the zone ran on that day and has finished; unknown where rounds are not known, null while the day is not over */
  readonly done: boolean | 'unknown' | null
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

export interface AssessAnswer {
  readonly schema: 'cordon-assess/1'
  readonly asOf: When
  readonly known: When | null
  readonly policy: string | null
  readonly zones: readonly ZoneAnswer[]
  /** zones that local conditions hold longer */
  readonly heldLonger?: readonly HeldLonger[]
  readonly places: readonly {
    readonly code: string
    readonly level: string
    readonly metrics: Readonly<Record<string, number | null>>
  }[]
}

export type PostState = 'onDuty' | 'short' | 'empty' | 'locked' | 'noRecord' | 'planned'

export interface CrossingAnswer {
  readonly position: Position
  readonly road: string | null
  readonly class: string
  readonly kind: 'cross' | 'run'
  readonly state: 'guarded' | 'unguarded' | 'closed'
  readonly post: PostState | null
  readonly checkpoint: string | null
}

export interface PerimeterAnswer {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly kind: 'zone' | 'district'
  readonly crossings: readonly CrossingAnswer[]
  readonly guarded: number
  readonly unguarded: number
  readonly closed: number
}

export interface LevelRow {
  readonly level: string
  readonly town: string | null
  readonly areaM2: number
  readonly people: number | null
  /** share of places whose people are known */
  readonly peopleKnown: number
  readonly households: number | null
  readonly places: number
}

export interface TestingRow {
  readonly zone: string | null
  readonly place: string | null
  readonly round: string
  readonly startedAt: When
  readonly finishedAt: When | null
  readonly state: 'running' | 'done'
  readonly listed: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  /** still to sample: listed − excused − sampled */
  readonly missing: number | null
  readonly coverage: number | null
  readonly positiveTubes: number | null
  readonly positivePeople: number | null
  readonly result: string | null
}

export interface CoverageAnswer {
  readonly schema: 'cordon-coverage/1'
  readonly asOf: When
  readonly perimeter: readonly PerimeterAnswer[] | null
  /** metres within which a checkpoint guards a crossing */
  readonly guardDistanceM: number
  readonly perimeterTotal: {
    readonly guarded: number
    readonly unguarded: number
    readonly closed: number
  } | null
  readonly levels: { readonly district: Omit<LevelRow, 'level' | 'town'>; readonly rows: readonly LevelRow[] }
  readonly testing: readonly TestingRow[]
  readonly reporting: {
    readonly day: string
    readonly kind: string
    readonly cutoffAt: When
    readonly expected: number
    readonly filed: number
    readonly late: readonly string[]
    readonly missing: readonly string[]
    readonly zero: number
    readonly approximate: number
    readonly withheld: number
  } | null
  readonly quarantine: {
    readonly rooms: number | null
    readonly occupied: number | null
    readonly free: number | null
    readonly at: When | null
    readonly sites: readonly {
      readonly id: string
      readonly rooms: number | null
      readonly occupied: number | null
      readonly free: number | null
      readonly at: When | null
      readonly daysToFull: number | null
    }[]
  } | null
}

export interface ClustersAnswer {
  readonly schema: 'cordon-clusters/1'
  readonly clusters: readonly {
    readonly id: string
    readonly cases: readonly string[]
    readonly places: readonly string[]
    readonly from: When
    readonly to: When
    readonly centre: Position
    readonly radiusM: number
  }[]
  /** counted cases without a position of their own or of their place: they are in no cluster */
  readonly unplaced: number
}

/** Counts of one span. `community` + `controlled` + `unknownFound` = total. Suspected cases are never counted. */
export interface CaseCounts {
  readonly total: number
  readonly community: number
  readonly controlled: number
  readonly unknownFound: number
  readonly confirmed: number
  readonly asymptomatic: number
  /** asymptomatic cases that turned confirmed in the span: moved, not added */
  readonly converted: number
}

/** One running figure of the left column: contacts in care, rooms in use, an indicator of the pack. */
export interface SurveyFigure {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly unitEn: string
  /** null is unknown */
  readonly value: number | null
  readonly at: When | null
  /** change against the day before; null where either is unknown */
  readonly delta: number | null
  readonly deltaAgainst: 'sameHour' | 'fullDay'
  /** last 9 days, oldest first, null where unknown */
  readonly series: readonly (number | null)[]
}

/** The six words of a transition's state, everywhere the same. `waiting` is unmet with only time missing. */
export type TransitionWord = 'unmet' | 'waiting' | 'met' | 'toAssess' | 'toApprove' | 'approved' | 'executed'

export interface SurveyZone {
  readonly id: string
  /** printed code: 封01 / S-01 */
  readonly code: { readonly zh: string; readonly en: string }
  readonly name: string
  readonly level: string
  readonly rank: number
  readonly town: string | null
  readonly designatedAt: When
  readonly since: When
  readonly dayNumber: number
  readonly areaM2: number
  readonly people: number | null
  readonly peopleKnown: number
  readonly households: number | null
  readonly places: number
  readonly buildings: number
  readonly cases: number
  readonly lastCaseOn: string | null
  readonly centre: Position
  /** centre of its cases, where it has any with a position; else `centre` */
  readonly caseCentre: Position
  /** the lowering that decides the row; null if the policy has none */
  readonly decisive: string | null
  readonly word: TransitionWord
  /** taking effect, today where it is to be decided, or the earliest; null where that hangs on what a person must do */
  readonly date: When | null
  /** of the days condition: have/of, e.g. 6 of 7 */
  readonly dayProgress: { readonly have: number; readonly of: number } | null
  readonly daysLeft: number | null
  /** when an approved lowering takes effect although a condition of it is no longer met; null where none does */
  readonly approvalAtRisk?: When | null
  readonly into: string | null
  readonly missing: readonly ConditionAnswer[]
  readonly guarded: number
  readonly unguarded: number
  readonly closed: number
  /** all stays up to the as-of, for Gantt and history */
  readonly stays: readonly {
    readonly level: string
    readonly from: When
    readonly to: When | null
    readonly cases: number
  }[]
  readonly forecast: readonly { readonly level: string; readonly from: When }[]
  /** drawn on the map: cut out where a stricter one lies */
  readonly shape: Shape
  /** its own outline, not cut out */
  readonly outline: Shape
}

export interface TownRow {
  readonly code: string
  readonly name: string
  readonly zones: Readonly<Record<string, number>>
  readonly listed: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  readonly contactsToMove: number | null
  readonly silent: number | null
  readonly unguarded: number | null
  readonly cases: number
}

export interface SurveyRound {
  readonly round: string
  readonly from: string
  readonly to: string | null
  readonly state: 'running' | 'done'
  readonly due: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  readonly sampledShare: number | null
  readonly resultedShare: number | null
  readonly positiveTubes: number | null
}

export interface SurveyLevel {
  readonly level: string
  readonly zh: string
  readonly en: string
  readonly rank: number
  /** zones at that level; null for the last row (routine prevention) */
  readonly count: number | null
  readonly areaM2: number
  readonly people: number | null
  readonly villages: number
  readonly cases: number
  readonly approved: number
  readonly toApprove: number
}

export interface SurveySource {
  readonly id: 'cases' | 'contacts' | 'rounds' | 'checks' | 'occupancy' | 'reports' | 'zones'
  readonly at: When | null
  /** later than its peers: shown with its own time underlined */
  readonly late: boolean
  readonly lagHours: number
}

/** Every number of wall, desk and briefing, computed once from one slice. No sentence, no colour. */
export interface Survey {
  readonly asOf: When
  readonly day: string
  readonly timezone: string
  readonly policy: {
    readonly id: string
    readonly zh: string
    readonly en: string
    readonly endedOn: string | null
  }
  readonly subject: {
    readonly zh: string
    readonly en: string
    readonly unit: string
    readonly unitEn: string
  }
  readonly district: {
    readonly code: string | null
    readonly name: string
    readonly areaM2: number
    readonly people: number | null
    readonly peopleKnown: number
    readonly households: number | null
    readonly villages: number
    readonly towns: number
    readonly compounds: number
  }
  /** null where the list of cases is not known */
  readonly cases: null | {
    readonly yesterday: CaseCounts & { readonly day: string }
    readonly today: CaseCounts & { readonly day: string }
    readonly cumulative: CaseCounts & { readonly since: string | null }
    readonly suspected: number
    readonly daily: readonly (CaseCounts & { readonly day: string; readonly partial: boolean })[]
    /** whole days in a row without a case found in the community, up to yesterday */
    readonly communityZeroRun: { readonly days: number; readonly from: string; readonly to: string } | null
    readonly unattributed: number
  }
  readonly figures: readonly SurveyFigure[]
  readonly rounds: readonly SurveyRound[]
  readonly levels: readonly SurveyLevel[]
  readonly zones: readonly SurveyZone[]
  readonly towns: readonly TownRow[]
  /** what lies in no town, code and name empty; with it the rows add up to the district. Null where there is none */
  readonly townless?: TownRow | null
  readonly reporting:
    | (CoverageAnswer['reporting'] & {
        readonly silentNames: readonly {
          readonly code: string
          readonly name: string
          readonly town: string | null
        }[]
      })
    | null
  readonly perimeter: null | {
    readonly total: number
    readonly guarded: number
    readonly unguarded: number
    readonly closed: number
    readonly gaps: readonly {
      readonly zone: string
      readonly crossing: CrossingAnswer
      readonly town: string | null
    }[]
    readonly district: {
      readonly total: number
      readonly guarded: number
      readonly unguarded: number
      readonly closed: number
    }
  }
  readonly quarantine: CoverageAnswer['quarantine']
  readonly sources: readonly SurveySource[]
  /** zones per level at the end of each day; today at the as-of; later days are forecasts */
  readonly timeline: readonly {
    readonly day: string
    readonly counts: Readonly<Record<string, number>>
    readonly forecast: boolean
  }[]
  /** how many zones are approved today, wait for approval, are past their days and unmet, have an unknown */
  readonly headline: {
    readonly approved: number
    readonly toApprove: number
    readonly toAssess: number
    readonly met: number
    readonly overdueUnmet: number
    readonly unknown: number
    readonly nextDate: When | null
    readonly firstApprovedAt: When | null
  }
  /** positions of cases by place for the map, as columns */
  readonly caseDots: {
    readonly lonLat: Float64Array
    /** days since 1970-01-01 */
    readonly day: Int32Array
    /** 1 found in the community, 0 in control, 2 not known */
    readonly community: Uint8Array
  }
}

/** What a person saw when a step of a transition was taken: everything the decision rests on, as values. */
export interface FrozenView {
  readonly asOf: When
  readonly known: When | null
  /** hash of the last event of the log */
  readonly head: string | null
  readonly policy: { readonly id: string; readonly zh: string; readonly en: string; readonly digest: string }
  readonly zone: {
    readonly id: string
    readonly name: string
    readonly level: string
    readonly since: When
    readonly designatedAt: When
  }
  readonly transition: {
    readonly id: string
    readonly kind: TransitionAnswer['kind']
    readonly to: string
    readonly into: string | null
    readonly state: TransitionAnswer['state']
    readonly eligibleAt: When | null
    readonly nationalAt: When | null
  }
  readonly conditions: readonly ConditionAnswer[]
  readonly findings: readonly ConditionAnswer[]
  /** area, people, households, places, cases, crossings: by name; null is unknown */
  readonly figures: Readonly<Record<string, number | string | null>>
}

/** One thing that is no longer as a step saw it. */
export interface ViewDifference {
  /** e.g. `condition.noNewCase`, `figure.cases`, `zone.level` */
  readonly key: string
  readonly kind: 'condition' | 'finding' | 'figure' | 'zone' | 'policy' | 'transition'
  readonly before: string | number | null
  readonly after: string | number | null
}
