import type { Position } from '#geo'
import type { ForeignCode } from '../formats/foreign'
import type { FaultCode, Read } from '../formats/table'

/** `error`: a row or file was refused. `warning`: taken, but it will not mean what it seems. `note`: for the record. */
export type Severity = 'error' | 'warning' | 'note'

/** Every code an import can give, with how grave it is. Sentences for each are in `sentences.ts`. */
export const SEVERITY = {
  // files
  'not-utf8': 'error',
  'no-encoding': 'error',
  'empty-file': 'error',
  'broken-json': 'error',
  'broken-xml': 'error',
  'broken-workbook': 'error',
  'locked-workbook': 'error',
  'broken-shapefile': 'error',
  'broken-flatgeobuf': 'error',
  'broken-document': 'error',
  'part-alone': 'error',
  'shapefile-without-table': 'warning',
  'encoding-against-cpg': 'warning',
  'is-pdf': 'error',
  'is-picture': 'error',
  'is-drawing': 'error',
  'is-document': 'error',
  'is-slides': 'error',
  'is-archive': 'error',
  'is-recording': 'error',
  'is-database': 'error',
  'is-geopackage': 'error',
  'is-sqlite': 'error',
  'is-sqlite-part': 'error',
  'is-page': 'error',
  'is-map-container': 'error',
  'is-text': 'error',
  'kind-unclear': 'error',
  'file-too-large': 'error',
  'nested-too-deep': 'error',
  'too-many-columns': 'error',
  'header-too-long': 'error',
  'not-features': 'error',
  'member-twice': 'error',
  'value-twice': 'warning',
  'beside-standard': 'note',
  'not-a-pack': 'error',
  'broken-zip': 'error',
  'zip-too-large': 'error',
  'zip-damaged': 'error',
  'zip-name-twice': 'error',
  'unsafe-path': 'error',
  'missing-column': 'error',
  'broken-policy': 'error',
  'policy-circle': 'error',
  'unwritable-value': 'error',
  'broken-indicators': 'error',
  'broken-log': 'error',
  'forked-log': 'error',
  'other-content': 'error',
  'clock-questioned': 'error',
  'unknown-type': 'warning',
  'not-valid': 'warning',
  'dated-ahead': 'warning',
  'guard-distance-in-log': 'warning',
  'policy-circle-in-log': 'warning',
  'circle-in-log': 'warning',
  'depth-in-log': 'warning',
  'exercise-into-live': 'error',
  'live-into-exercise': 'error',
  'frame-not-yet': 'error',
  'frame-shown': 'warning',
  'frame-unsure': 'warning',
  'frame-assumed': 'note',
  'frame-held': 'note',
  'frame-in-name': 'note',
  'frame-by-numbers': 'warning',
  'frame-old': 'warning',
  'axes-swapped': 'warning',
  'personal-file': 'error',
  'unknown-file': 'error',
  'beside-pack': 'error',
  'kept-file': 'note',
  'copy-of-log': 'note',
  'beside-log': 'error',
  'bad-setting': 'warning',
  // columns
  'unknown-column': 'note',
  'columns-left-out': 'warning',
  'column-twice': 'warning',
  'days-differ': 'warning',
  'places-differ': 'error',
  'fact-named': 'note',
  'header-twice': 'error',
  'other-header-twice': 'error',
  'quotes-in-header': 'warning',
  'cell-over-lines': 'warning',
  'line-number': 'note',
  'title-lines': 'note',
  'header-repeated': 'note',
  'total-left-out': 'note',
  'total-differs': 'warning',
  'note-lines': 'note',
  'hidden-rows': 'warning',
  'kind-from-code': 'note',
  'parent-from-code': 'note',
  'id-from-name': 'note',
  'kind-from-name': 'note',
  'kind-from-header': 'note',
  'time-from-title': 'note',
  'round-from-title': 'note',
  'kind-compound': 'note',
  'age-band-from-age': 'note',
  'age-band-from-identity': 'note',
  'sex-from-identity': 'note',
  'personal-dropped': 'note',
  'column-not-kept': 'note',
  // rows
  'wrong-number-of-columns': 'error',
  'broken-quotes': 'error',
  'short-row': 'note',
  'formula-without-value': 'warning',
  'day-from-number': 'note',
  'year-from-two': 'note',
  'cell-left-open': 'note',
  'no-report': 'warning',
  'count-unknown': 'warning',
  'result-from-figure': 'warning',
  'result-open': 'warning',
  'effect-open': 'warning',
  'word-unknown': 'warning',
  'cell-not-kept': 'warning',
  'address-not-kept': 'warning',
  'zeros-lost': 'warning',
  'code-as-power': 'error',
  'code-beyond-exact': 'error',
  missing: 'error',
  'missing-time': 'error',
  'missing-one-of': 'error',
  'not-text': 'error',
  'cell-too-long': 'error',
  'not-a-day': 'error',
  'not-a-time': 'error',
  'no-such-day': 'error',
  'no-year': 'error',
  'hour-open': 'error',
  'year-answered': 'note',
  'level-answered': 'note',
  'begin-answered': 'note',
  'no-zones': 'note',
  'same-list': 'warning',
  'same-list-differs': 'warning',
  'maybe-one-person': 'warning',
  'one-person': 'note',
  'by-recipe': 'note',
  'told-personal': 'warning',
  'left-aside': 'note',
  'same-rows': 'note',
  'cells-filled-in': 'note',
  'day-number': 'error',
  'short-year': 'error',
  'ends-before-start': 'error',
  'not-a-count': 'error',
  'not-a-number': 'error',
  negative: 'error',
  'beyond-count': 'error',
  'approximate-count': 'error',
  'withheld-count': 'error',
  'not-a-flag': 'error',
  'not-in-list': 'error',
  'personal-id': 'error',
  'duplicate-code': 'error',
  'stays-overlap': 'error',
  'parent-circle': 'error',
  'parents-too-deep': 'error',
  'half-position': 'warning',
  // geometry
  'not-a-feature': 'error',
  'wrong-geometry': 'error',
  'empty-geometry': 'note',
  'broken-coordinates': 'error',
  'off-the-map': 'error',
  'metres-not-degrees': 'error',
  'ring-too-short': 'error',
  'line-too-short': 'error',
  'no-ground': 'error',
  tangled: 'error',
  'ring-closed': 'warning',
  'self-crossing': 'warning',
  'parts-overlap': 'note',
  'wider-than-180': 'warning',
  'line-wider-than-180': 'warning',
  'holes-beyond': 'warning',
  // across rows
  'unknown-place': 'warning',
  'place-by-name': 'note',
  'place-in-town-of-list': 'note',
  'place-as-answered': 'note',
  'town-and-place-turned': 'note',
  'several-places': 'warning',
  'zone-by-name': 'note',
  'several-zones': 'warning',
  'position-at-zero': 'warning',
  'position-outside': 'warning',
  'position-swapped': 'warning',
  'unknown-zone': 'warning',
  'unknown-facility': 'warning',
  'unknown-policy': 'warning',
  'policy-refused': 'warning',
  'unknown-level': 'warning',
  'unknown-transition': 'warning',
  'no-decision': 'warning',
  'signal-open': 'warning',
  'places-over-others': 'warning',
  'siblings-overlap': 'warning',
  'siblings-overlap-everywhere': 'warning',
  'gaps-between': 'note',
  'zones-overlap': 'note',
  'zones-beyond-district': 'note',
  'parts-exceed-place': 'note',
  'shape-differs': 'warning',
  'figure-twice': 'note',
  'total-falls': 'note',
  'figure-negative': 'note',
  'excused-beyond-listed': 'note',
  'sampled-beyond-listed': 'note',
  'resulted-beyond-sampled': 'note',
  'occupied-beyond-rooms': 'note',
  'round-twice': 'note',
  'passage-twice': 'note',
  'passage-apart': 'note',
  'fact-unasked': 'note',
} as const satisfies Record<string, Severity> & Record<FaultCode | ForeignCode, Severity>

export type ProblemCode = keyof typeof SEVERITY

/** A value, or why it is not taken. */
export type Taken<T> = Read<T, ProblemCode>

/** Events of a log that are kept and not applied. */
export const SET_ASIDE: ReadonlySet<ProblemCode> = new Set(['unknown-type', 'not-valid', 'dated-ahead'])

/** With one of these nothing of a pack or a log is written. */
export const REFUSED_WHOLE: ReadonlySet<ProblemCode> = new Set([
  'broken-log',
  'forked-log',
  'other-content',
  'clock-questioned',
  'exercise-into-live',
  'live-into-exercise',
])

/** Figures and pairs behind a problem that concerns many rows at once. */
export interface ProblemDetail {
  readonly count: number
  readonly areaM2: number | null
  readonly pairs: readonly ProblemPair[]
}

/** Two places or zones with ground in common, or between them. */
export interface ProblemPair {
  readonly a: string
  readonly b: string
  readonly areaM2: number
  /** in that ground; only the largest pairs have it */
  readonly position?: Position | null
}

/** What happened to one row, column or file. Codes leave the importer, never sentences. */
export interface Problem {
  readonly file: string
  /** as a spreadsheet numbers it, of a feature 1 = the first; null for the file as a whole */
  readonly row: number | null
  readonly column: string | null
  readonly code: ProblemCode
  readonly severity: Severity
  readonly seen: string | null
  readonly suggestion: string | null
  readonly detail: ProblemDetail | null
  /** how many more of its file, code and column are not listed, of the same text where it has one; absent for none */
  readonly more?: number
}

/** A problem with its severity filled in; what is not given is null. */
export function aProblem(
  file: string,
  code: ProblemCode,
  more: Partial<Omit<Problem, 'file' | 'code' | 'severity'>> = {},
): Problem {
  return {
    file,
    row: more.row ?? null,
    column: more.column ?? null,
    code,
    severity: SEVERITY[code],
    seen: more.seen ?? null,
    suggestion: more.suggestion ?? null,
    detail: more.detail ?? null,
  }
}
