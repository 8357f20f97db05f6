import type { Position } from '../geometry/shape'
import type { When } from './printed'

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
