import type { Position } from '#geo'

/** Brings a position of the file's frame to WGS-84, in degrees; null where it has no place there. */
export type ToWgs84 = (lon: number, lat: number) => Position | null

export interface Frame {
  /** as `check` prints it: `wgs84`, `gcj02` */
  readonly name: string
  readonly toWgs84: ToWgs84
  /** whether its positions are metres on a plane, not degrees */
  readonly isPlane: boolean
  /** metres by which a position may be off, where nobody publishes how the frame lies to the millimetre */
  readonly errorM?: number
  /** whether latitude stands before longitude */
  readonly isSwapped?: boolean
}
