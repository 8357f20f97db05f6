import type { Position } from '../geometry/rings/shape'
import type { OutsidePeriod } from './outside'
import type { When } from './printed'
import type { SourceAnswer } from './sources'
import type { UnplacedRow } from './unplaced'

export type PostState = 'onDuty' | 'short' | 'empty' | 'locked' | 'noRecord' | 'planned'

/** What a road says of itself beside name and class; only what is stated. */
export interface CrossingWay {
  readonly bridge?: true
  readonly tunnel?: true
  readonly layer?: number
  readonly access?: string
  /** by what `access` says nobody may pass */
  readonly noAccess?: boolean
  readonly oneway?: true
}

export interface CrossingAnswer {
  readonly position: Position
  readonly road: string | null
  readonly class: string
  /** `join`: where roads meet end to end on the line */
  readonly kind: 'cross' | 'run' | 'join'
  readonly state: 'guarded' | 'unguarded' | 'closed'
  readonly post: PostState | null
  readonly checkpoint: string | null
  /** absent where the road says nothing */
  readonly way?: CrossingWay
}

/** As a line lists it: `state` is null where no list tells the checkpoints and the road is open. */
export type LineCrossing = Omit<CrossingAnswer, 'state'> & { readonly state: CrossingAnswer['state'] | null }

/** An end of a road within 1 m of a line (its id and kind) that is part of no crossing and meets no other road. */
export interface EndAtLine {
  readonly id: string
  readonly kind: 'zone' | 'district'
  readonly position: Position
  readonly road: string | null
  readonly class: string
}

/** Roads that run on a line and are met from both sides: one passes along them without crossing it. */
export interface AlongAnswer {
  readonly position: Position
  readonly road: string | null
  readonly class: string
  readonly lengthM: number
}

export interface PerimeterAnswer {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly kind: 'zone' | 'district'
  readonly crossings: readonly LineCrossing[]
  /** counted nowhere; each is a finding */
  readonly along: readonly AlongAnswer[]
  /** these three are null where nobody drew the ground, so that its line is not known, and where the state of a crossing is not */
  readonly guarded: number | null
  readonly unguarded: number | null
  readonly closed: number | null
  /** nobody drew all of its ground: what it crosses is at least this. Absent where all is drawn */
  readonly isPartlyDrawn?: true
}

/** What a stretch of ground holds. */
export type GroundSum = Omit<LevelRow, 'level' | 'town'>

export interface LevelRow {
  readonly level: string
  readonly town: string | null
  /** null where nobody drew any of its ground */
  readonly areaM2: number | null
  /** nobody drew all of its ground: it is at least this large. Absent where all is drawn */
  readonly isPartlyDrawn?: true
  /** ground of another zone that nobody drew may lie in it: it is at most this large. Absent where none does */
  readonly holdsUndrawn?: true
  readonly people: number | null
  /** share of places whose people are known */
  readonly peopleKnown: number
  /** a place states them for all of it: they are exact, though of some of its places they are not known. Else absent */
  readonly peopleStated?: true
  readonly households: number | null
  /** share of places whose households are known */
  readonly householdsKnown: number
  readonly householdsStated?: true
  /** people of another zone, known of nobody there, may be among these: there are at most so many. Absent where none are */
  readonly holdsUntold?: true
  readonly holdsUntoldHouseholds?: true
  /** null where no list tells places, or nobody drew the ground of the level */
  readonly places: number | null
  /** in a town of it no list tells the places: there are at least `places`. Absent where all are listed */
  readonly isPartlyListed?: true
  /** a zone of which nothing is told may have some of the places: there are at most `places`. Absent where none does */
  readonly holdsUnlisted?: true
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
  /** the days it spans and what of the facts lies outside them; null where nothing is dated */
  readonly outside: OutsidePeriod | null
  readonly asOf: When
  readonly perimeter: readonly PerimeterAnswer[] | null
  /** metres within which a checkpoint guards a crossing */
  readonly guardDistanceM: number
  /** crossings of the zones' lines, each point once; null without roads, and where nobody drew any of the zones */
  readonly perimeterTotal: {
    readonly guarded: number | null
    readonly unguarded: number | null
    readonly closed: number | null
    /** crossings, of which no list tells whether a checkpoint is there: then the three are null. Absent where all are told */
    readonly unheld?: number
    /** of these on roads that are closed. Absent where none is */
    readonly unheldClosed?: number
    /** zones of which nobody drew all the ground: there are at least so many crossings. Absent where all are drawn */
    readonly untold?: number
  } | null
  /** null like `perimeter`; such a line is not said to be guarded */
  readonly endsAtLine: readonly EndAtLine[] | null
  /** rows that cannot be given to their ground or time, by list, file and row */
  readonly unplaced?: readonly UnplacedRow[]
  /** what each list speaks for, by list */
  readonly sources?: readonly SourceAnswer[]
  readonly levels: { readonly district: GroundSum; readonly rows: readonly LevelRow[] }
  /** null where no list of rounds is known */
  readonly testing: readonly TestingRow[] | null
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
  /** of a list of reports for which the pack does not say who reports by when: places that reported that day; else absent */
  readonly reportsFiled?: { readonly day: string; readonly places: number; readonly at: When | null } | null
  readonly quarantine: {
    readonly rooms: number | null
    readonly occupied: number | null
    readonly free: number | null
    /** sums that are lower bounds: of some sites they are not known. Absent where all are */
    readonly leastOf?: readonly ('rooms' | 'occupied' | 'free')[]
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
