import type { Position } from '../geometry/rings/shape'
import type { OutsidePeriod } from './outside'
import type { When } from './printed'
import type { SourceAnswer } from './sources'

export interface ClustersAnswer {
  readonly schema: 'cordon-clusters/1'
  /** the days it spans and what of the facts lies outside them; null where nothing is dated */
  readonly outside: OutsidePeriod | null
  readonly clusters: readonly {
    readonly id: string
    readonly cases: readonly string[]
    readonly places: readonly string[]
    readonly from: When
    readonly to: When
    readonly centre: Position
    readonly radiusM: number
    /** cases of the seven days before the time asked for, and of the seven before them */
    readonly lastWeek: number
    readonly weekBefore: number
  }[]
  /** metres, days and cases that were asked for or taken */
  readonly options: { readonly radius: number; readonly window: number; readonly min: number }
  /** counted cases without a position of their own or of their place: they are in no cluster */
  readonly unplaced: number
  /** what each list speaks for, by list */
  readonly sources?: readonly SourceAnswer[]
}
