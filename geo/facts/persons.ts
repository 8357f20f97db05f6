import type { TableList } from './list'

/** Text column: code −1 is empty, else an index into `values`. */
export interface TextColumn {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** Time column: NaN is empty. */
export interface MomentColumn {
  readonly at: Float64Array
  readonly isDay: Uint8Array
}

export type CaseKind = 'confirmed' | 'asymptomatic' | 'suspected'

/** Cases in columns: row i of every column is one case. Corrected and retracted rows are already settled. */
export interface CaseTable {
  readonly length: number
  readonly id: TextColumn
  readonly reportedAt: MomentColumn
  readonly sampledAt: MomentColumn
  readonly onsetOn: MomentColumn
  readonly kind: TextColumn
  readonly kindAt: MomentColumn
  readonly origin: TextColumn
  readonly foundIn: TextColumn
  readonly place: TextColumn
  /** the town in which the name of the place is meant */
  readonly town?: TextColumn
  /** who filled in the row */
  readonly unit?: TextColumn
  /** of whom it is known: no rule asks */
  readonly sex?: TextColumn
  /** five years, ten from 85 */
  readonly ageBand?: TextColumn
  readonly zone: TextColumn
  /** degrees WGS-84, NaN is unknown */
  readonly lon: Float64Array
  readonly lat: Float64Array
  readonly chain: TextColumn
  readonly infectedBy: TextColumn
  readonly transferredAt: MomentColumn
  /** `;`-separated */
  readonly tags: TextColumn
  readonly file: TextColumn
  /** as of `RowRef` */
  readonly segment?: TextColumn
  readonly row: Uint32Array
  /** ms, NaN where nothing says when it was learned */
  readonly knownAt: Float64Array
}

export interface ContactTable {
  readonly length: number
  readonly id: TextColumn
  readonly case: TextColumn
  readonly kind: TextColumn
  readonly place: TextColumn
  /** the town in which the name of the place is meant */
  readonly town?: TextColumn
  /** who filled in the row */
  readonly unit?: TextColumn
  /** of whom it is known: no rule asks */
  readonly sex?: TextColumn
  /** five years, ten from 85 */
  readonly ageBand?: TextColumn
  readonly zone: TextColumn
  readonly exposedAt: MomentColumn
  readonly transferredAt: MomentColumn
  readonly site: TextColumn
  readonly releasedAt: MomentColumn
  readonly result: TextColumn
  readonly file: TextColumn
  /** as of `RowRef` */
  readonly segment?: TextColumn
  readonly row: Uint32Array
  readonly knownAt: Float64Array
}

export const CASE_LIST = {
  held: 'cases',
  columns: [
    { field: 'reportedAt', kind: 'occurrence' },
    { field: 'sampledAt', kind: 'occurrence' },
    { field: 'onsetOn', kind: 'occurrence' },
    { field: 'kindAt', kind: 'occurrence' },
    { field: 'transferredAt', kind: 'occurrence' },
  ],
} as const satisfies TableList<CaseTable>

export const CONTACT_LIST = {
  held: 'contacts',
  columns: [
    { field: 'exposedAt', kind: 'occurrence' },
    { field: 'transferredAt', kind: 'occurrence' },
    { field: 'releasedAt', kind: 'beginning' },
  ],
} as const satisfies TableList<ContactTable>
