import type {
  FrozenView,
  ListName,
  Opinion,
  PackDescription,
  PlaceBegun,
  RulingKind,
  UnplacedList,
  UnreadRow,
} from '#geo'
import type { ContactBody } from './hand/contact-body'
import type { HandBody } from './hand/hand-body'
import type { SignalBody } from './hand/signal-body'
import type { HandoverBody } from './handover/handover-body'
import type { OrderBody } from './orders/order-body'
import type { WorkspaceBody } from './workspace/workspace-body'

/** Who says it: asked once, kept with the device. */
export interface Author {
  readonly name: string
  readonly unit: string
}

/** What is remembered of the file an import came from. */
export interface SourceFile {
  readonly name: string
  /** SHA-256 of its bytes, hex */
  readonly hash: string
  readonly size: number
  readonly encoding: string | null
  readonly frame: string | null
  /** how it stood as a table; absent in what earlier releases took, whose rows are numbered from the first below the header */
  readonly table?: SourceTable
}

export interface SourceTable {
  /** row of the header, as a spreadsheet numbers it, and so are its rows; null where it has none (GeoJSON) */
  readonly headerRow: number | null
  /** by field, the header under which the file has it, where that is not the field's own name */
  readonly headers: Readonly<Record<string, string>>
}

/** One drawn or typed stay of a zone, in JSON form (positions as GeoJSON MultiPolygon coordinates). */
export interface ZoneRecord {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly from: string
  readonly to: string | null
  readonly policy: string | null
  readonly members: readonly string[]
  readonly parent: string | null
  readonly arrivedFrom: string | null
  /** zones whose clocks run on in it: split from, merged */
  readonly heirOf?: readonly string[]
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] | null
}

export interface StepRecord {
  readonly zone: string
  readonly transition: string
  readonly at: string
  readonly decision: 'given' | 'declined'
  readonly takesEffectAt: string | null
  readonly note: string | null
  /** id of the step before it in the chain, as its author saw it */
  readonly follows?: string | null
  /** experts heard, one by one */
  readonly opinions?: readonly Opinion[]
  /** what the step saw, frozen */
  readonly evidence?: StepEvidence | null
  /** keys of the differences from the evidence of the step before that its author was shown and accepted */
  readonly accepts?: readonly string[]
}

/** What a step of 申报 → 评估 → 审批 saw. Its digest is over everything in it but the digest itself. */
export interface StepEvidence {
  readonly seen: FrozenView
  /** hash of the block that holds the picture of the map, PNG; null where none could be drawn */
  readonly picture: string | null
  /** SHA-256 over the RFC 8785 form of `seen` and `picture`, hex */
  readonly digest: string
}

export type Value = string | number | boolean | null

/** Past tense, versioned, never edited. A correction says why; undo appends `event.reversed@1`. */
/** What the file of an import speaks for, where its batch does not tell. */
export interface Speaks {
  /** the whole district; null: the towns in which its rows lie */
  readonly ground: 'district' | null
  /** places and zones that rows of the file name which the log knew before */
  readonly names?: readonly string[]
}

/** A row that an import refused: its number (null: the file as a whole) and why; of a step also what it is a step of. */
export interface RefusedLine {
  readonly row: number | null
  readonly why: string
  readonly zone?: string | null
  readonly transition?: string | null
  readonly places?: readonly string[]
  readonly members?: readonly string[]
}

export type Body =
  | HandBody
  | SignalBody
  | ContactBody
  | OrderBody
  | HandoverBody
  | WorkspaceBody
  | { readonly type: 'pack.described@1'; readonly pack: PackDescription }
  | { readonly type: 'policy.adopted@1'; readonly policy: unknown }
  | { readonly type: 'indicators.defined@1'; readonly indicators: readonly unknown[] }
  | { readonly type: 'file.kept@1'; readonly file: SourceFile; readonly block: string }
  | {
      readonly type: `${ImportedKind}.imported@1`
      readonly file: SourceFile
      readonly segment: string | null
      readonly rows: number
      readonly speaks?: Speaks
    }
  | {
      readonly type: `${ImportedKind}.corrected@1`
      readonly row: string
      readonly set: Readonly<Record<string, Value>>
      readonly because: string
      /** ids of what had been stated of these fields, where whoever corrects had it before them */
      readonly sees?: readonly string[]
    }
  /** rows of an import whose identity is known and whose content has changed */
  | {
      readonly type: `${ImportedKind}.revised@1`
      readonly file: SourceFile
      readonly segment: string
      readonly rows: number
      readonly because: string
      readonly speaks?: Speaks
    }
  /** for what ground a list speaks, or until when: said of a file of it, or (source null) of all that it speaks for */
  | {
      readonly type: 'list.stated@1'
      readonly list: ListName
      /** name of the file */
      readonly source: string | null
      /** the district, or codes of places; null: nothing is said of it */
      readonly ground: 'district' | readonly string[] | null
      /** 截至; null: nothing is said of it */
      readonly until: string | null
      readonly because: string | null
    }
  | { readonly type: `${ImportedKind}.retracted@1`; readonly row: string; readonly because: string }
  | {
      readonly type: 'places.replaced@1'
      readonly file: SourceFile
      readonly segment: string
      readonly rows: number
    }
  /** 并入: places end and lie from then on in one, which may be one of them */
  | (ChangeOfPlaces & {
      readonly type: 'place.merged@1'
      readonly places: readonly string[]
      readonly into: PlaceBegun
    })
  /** 拆分: a place ends and holds from then on those that begin, of which it may be one */
  | (ChangeOfPlaces & {
      readonly type: 'place.split@1'
      readonly place: string
      readonly into: readonly PlaceBegun[]
    })
  | (ChangeOfPlaces & { readonly type: 'place.renamed@1'; readonly place: string; readonly name: string })
  /** places end, and those that a file brings in the same append begin */
  | (ChangeOfPlaces & {
      readonly type: 'place.replaced@1'
      readonly places: readonly string[]
      /** codes of the file */
      readonly into: readonly string[]
      /** name of the file */
      readonly source: string
    })
  | { readonly type: 'zone.drawn@1'; readonly zone: ZoneRecord }
  /** another ground for the stay that holds at `at`: from then on, or (at = its `from`) since it began */
  | ({
      readonly type: 'zone.reshaped@1'
      readonly zone: string
      readonly at: string
      readonly because: string
    } & Pick<ZoneRecord, 'members' | 'coordinates' | 'heirOf'>)
  | {
      readonly type: 'zone.moved@1'
      readonly zone: string
      readonly to: string
      readonly at: string
      readonly because: string
    }
  | { readonly type: 'zone.merged@1'; readonly zone: string; readonly into: string; readonly at: string }
  /** from then on the zone follows another rule edition; its level and its clocks run on */
  | {
      readonly type: 'zone.switched@1'
      readonly zone: string
      readonly policy: string
      readonly at: string
      readonly because: string
    }
  | { readonly type: 'zone.renamed@1'; readonly zone: string; readonly name: string }
  | { readonly type: 'zone.deleted@1'; readonly zone: string; readonly because: string }
  | ({
      readonly type:
        | 'transition.proposed@1'
        | 'transition.assessed@1'
        | 'transition.approved@1'
        | 'transition.declined@1'
      readonly step: string
    } & StepRecord)
  /** rows of a file that an import refused: nothing of them is stored; the later event about a file takes the place of the earlier */
  | {
      readonly type: 'rows.refused@1'
      readonly list: UnplacedList | UnreadRow['list']
      /** name of the file */
      readonly source: string
      readonly refused: readonly RefusedLine[]
    }
  /** where an unplaced row belongs, or when it was: of what is null nothing is said */
  | {
      readonly type: `${RowSubject}.located@1`
      readonly rows: readonly RowAt[]
      readonly place: string | null
      readonly zone: string | null
      readonly position: readonly [lon: number, lat: number] | null
      readonly at: string | null
      readonly because: string | null
    }
  /** the place in which it lies somewhere */
  | {
      readonly type: `${RowSubject}.narrowed@1`
      readonly rows: readonly RowAt[]
      readonly place: string
      readonly because: string | null
    }
  /** that it belongs in no zone, or is neither zone nor step, said by a named epidemiologist or approver */
  | ({ readonly type: `${RowSubject}.ruledOut@1` } & RulingOut)
  | ({ readonly type: `${UnreadSubject}.ruledOut@1` } & RulingOut)
  | { readonly type: 'event.reversed@1'; readonly event: string; readonly because?: string }
  /** decided when the event came: it was dated ahead of the clock of then, or the log held the same import under its id */
  | {
      readonly type: 'event.setAside@1'
      readonly event: string
      readonly code: 'dated-ahead' | 'already-held'
      /** the clock of then, ms */
      readonly at: number
      /** hash of the event that came */
      readonly original: string
    }

/** Rows that are ruled out, and why. */
interface RulingOut {
  readonly rows: readonly RowAt[]
  readonly kind: RulingKind
  /** id of the row they repeat */
  readonly of: string | null
  readonly role: 'epidemiologist' | 'approver'
  readonly because: string
}

/** What every change of places says: from when it holds, and why. */
interface ChangeOfPlaces {
  readonly at: string
  readonly because: string | null
}

export type ImportedKind = ListName

/** What one row of a list is called in deeds about it. */
export type RowSubject = 'case' | 'contact' | 'round' | 'fact' | 'report'

/** The same of zones and transitions, of which only a row that an import refused is ruled out. */
export type UnreadSubject = 'stay' | 'step'

/** A row as answers name it: of the file it came from, its number there; null is the file as a whole. */
export interface RowAt {
  readonly file: string
  readonly row: number | null
  /** hash of the segment that brought it, where files of one name come every day */
  readonly segment?: string | null
}

export type LogEvent = Body & {
  readonly id: string
  /** max(clock, highest in the log + 1) */
  readonly recordedAt: number
  readonly by: Author
  readonly device: string
  /** id of the first event of the same append: what one undo takes back together */
  readonly batch: string
  /** hash of the last event of the same device, or null for its first */
  readonly prev: string | null
  /** SHA-256 over the RFC 8785 form without `hash`, hex */
  readonly hash: string
}
