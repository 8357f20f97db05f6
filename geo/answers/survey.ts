import type { CoverageAnswer, LineCrossing } from './coverage'
import type { OutsidePeriod } from './outside'
import type { When } from './printed'
import type { SurveyOrders } from './survey-orders'
import type { SurveySignals } from './survey-signals'
import type { SurveyUnplaced } from './survey-unplaced'
import type { SurveyWeeks } from './survey-weeks'
import type { SurveyZone } from './survey-zone'
import type { ZonesUnknown } from './zones-unknown'

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
  /** of some of what it counts it is not known: it is at least so large. Absent where all is known */
  readonly isLeast?: true
  readonly at: When | null
  /** change against the day before; null where either is unknown */
  readonly delta: number | null
  readonly deltaAgainst: 'sameHour' | 'fullDay'
  /** last 9 days, oldest first, null where unknown */
  readonly series: readonly (number | null)[]
}

export interface TownRow {
  readonly code: string
  readonly name: string
  readonly zones: Readonly<Record<string, number>>
  readonly listed: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  /** of those listed; null where either is not known, or a row of the town contradicts itself */
  readonly sampledShare: number | null
  readonly resultedShare: number | null
  readonly contactsToMove: number | null
  readonly silent: number | null
  readonly unguarded: number | null
  /** null where the list of cases is not known */
  readonly cases: number | null
}

/** What the list of cases leaves open of a day: it ended before, or towns have sent none. */
export interface OpenDay {
  /** until when it speaks; null where nothing tells, or where single towns are missing */
  readonly until: When | null
  /** names of the towns it does not speak for; empty where it speaks for none any more */
  readonly lacks: readonly string[]
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
  /** zones at that level; null for routine prevention and for `unplaced`, which has cases and no ground */
  readonly count: number | null
  readonly areaM2: number
  /** nobody drew all ground of its zones: it is at least this large. Absent where all is drawn */
  readonly isPartlyDrawn?: true
  /** ground of another level that nobody drew may lie in it: it is at most this large. Absent where none does */
  readonly holdsUndrawn?: true
  /** people of another level, known of nobody there, may be among `people`: there are at most so many */
  readonly holdsUntold?: true
  readonly people: number | null
  /** share of its places of which the people are known: below 1 `people` is a lower bound, unless it is stated as a whole */
  readonly peopleKnown?: number
  readonly peopleStated?: true
  /** null where no list tells any village */
  readonly villages: number | null
  /** compounds, or villages that have none, by ground as `coverage` counts them; null where no list tells any */
  readonly places?: number | null
  readonly isPartlyListed?: true
  /** a zone of which nothing is told may have some: there are at most `places`. Absent where none does */
  readonly holdsUnlisted?: true
  readonly cases: number
  readonly approved: number
  readonly toApprove: number
}

export interface SurveySource {
  readonly id: 'cases' | 'contacts' | 'rounds' | 'checks' | 'occupancy' | 'reports' | 'zones'
  readonly at: When | null
  /**
   * what `at` is: the time to which the list is stated to be complete, its newest fact, or, where no fact bears a time,
   * when its newest file was imported, which says nothing of the list; null where nothing tells
   */
  readonly basis: 'stated' | 'newest' | 'imported' | null
  /** later than its peers: shown with its own time underlined */
  readonly late: boolean
  /** of one later than its peers: hours from its time to the as-of; 0 of every other */
  readonly lagHours: number
  /** where it does not speak for the whole district: of how many towns it does, and the names of the others */
  readonly towns?: { readonly spoken: number; readonly of: number; readonly lacks: readonly string[] }
  /** its silence means *none* no more: until when it speaks and whole hours since; null where nothing tells */
  readonly over?: { readonly until: When | null; readonly hours: number | null }
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
    /** its first day, where the as-of lies before it: then it decides nothing */
    readonly startsOn?: string | null
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
    /** the English title of the pack; absent where it has none */
    readonly titleEn?: string
    readonly areaM2: number
    /** nobody drew all of its ground: it is at least this large. Absent where all is drawn */
    readonly isPartlyDrawn?: true
    readonly people: number | null
    readonly peopleKnown: number
    /** the district states them, or its parts do: they are exact, though of some of its places they are not known */
    readonly peopleStated?: true
    readonly households: number | null
    readonly householdsKnown: number
    readonly householdsStated?: true
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
    /**
     * Whether the rules in force say which ways of being found are in the community; where they do not, or none are
     * chosen, every case is in `unknownFound`, also one whose way is stated.
     */
    readonly finds?: 'divided' | 'notInRules' | 'noRules'
    /** what the list leaves open of the last whole day and of today; null where it speaks for all of it */
    readonly open?: { readonly yesterday: OpenDay | null; readonly today: OpenDay | null }
    readonly daily: readonly (CaseCounts & { readonly day: string; readonly partial: boolean })[]
    /** counted in `cumulative` on days that `daily` does not span */
    readonly outsideDays: number
    /** of the total, those of no known day that were found in the community, or of which it is not known; absent where none */
    readonly undatedCommunity?: number
    /** whole days in a row without a case found in the community, up to yesterday; null where one of no known day may lie in them */
    readonly communityZeroRun: { readonly days: number; readonly from: string; readonly to: string } | null
    readonly unattributed: number
    /** in the total and in no level: nobody can tell on which ground or when they were */
    readonly unplaced?: number
    /** of `today` */
    readonly unplacedToday?: number
  }
  /** null where there are zones, or the list of cases is not known or does not speak for the last whole day */
  readonly weeks?: SurveyWeeks | null
  /** null where every row is placed and none was ruled out */
  readonly unplaced?: SurveyUnplaced | null
  /** signals that nobody has decided, in no count of cases; null where there is none */
  readonly signals?: SurveySignals | null
  /** orders 交办 given by then; null where there is none, which says nothing of the gaps */
  readonly orders?: SurveyOrders | null
  readonly figures: readonly SurveyFigure[]
  readonly rounds: readonly SurveyRound[]
  readonly levels: readonly SurveyLevel[]
  readonly zones: readonly SurveyZone[]
  /** why not all the zones are known; absent where all are */
  readonly zonesUnknown?: ZonesUnknown
  readonly towns: readonly TownRow[]
  /** what lies in no town, code and name empty; with it the rows add up to the district. Null where there is none */
  readonly townless?: TownRow | null
  readonly reporting:
    | (CoverageAnswer['reporting'] & {
        readonly silentNames: readonly {
          readonly code: string
          readonly name: string
          readonly town: string | null
          /** another place of its kind bears the same name. Absent where none does */
          readonly isNamesake?: true
        }[]
      })
    | null
  /** daily reports that came although nobody says who reports by when; null where `reporting` says it, or none came */
  readonly reportsFiled?: CoverageAnswer['reportsFiled']
  readonly perimeter: null | {
    readonly total: number
    /** these three are null where no list tells the checkpoints */
    readonly guarded: number | null
    readonly unguarded: number | null
    readonly closed: number | null
    /** crossings of which nobody knows how they are held; 0 where all are told */
    readonly unheld: number
    /** ends of roads at zone lines, each place once: with one left, no line is said to be guarded */
    readonly ends: number
    /** places where a road runs along a zone line with ways off to both sides: one passes there without a crossing */
    readonly along: number
    /** whether any line is known: the counts are of the known ones */
    readonly isTold: boolean
    /** zones of which nobody drew all the ground: what crosses the rest of their lines is not in the counts */
    readonly untold: number
    /** unguarded crossings, each once, under the strictest zone whose line it is */
    readonly gaps: readonly {
      readonly zone: string
      /** the other zones on whose line it lies as well: each counts it among its own. Absent where there is none */
      readonly others?: readonly string[]
      readonly crossing: LineCrossing
      readonly town: string | null
    }[]
    readonly district: {
      readonly total: number
      readonly guarded: number | null
      readonly unguarded: number | null
      readonly closed: number | null
    }
  }
  readonly quarantine: CoverageAnswer['quarantine']
  /** the days that charts span and what of the facts lies outside them; null where nothing is dated */
  readonly outside: OutsidePeriod | null
  readonly sources: readonly SurveySource[]
  /** zones per level at the end of each day; today at the as-of; later days are forecasts */
  readonly timeline: readonly {
    readonly day: string
    readonly counts: Readonly<Record<string, number>>
    readonly forecast: boolean
  }[]
  /** how many zones are approved today, wait for approval, are past their days and unmet, have an unknown */
  readonly headline: {
    readonly toRaise: number
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
    /** 1 counted in a zone, 0 in none, 2 unplaced: in the total and in no level */
    readonly ground: Uint8Array
    /** rows of the unplaced ones in the table of cases */
    readonly unplaced: Int32Array
  }
}
