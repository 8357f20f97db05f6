/** Cases with a position and a day, as columns of one length. */
export interface Located {
  /** degrees WGS-84 */
  readonly lon: Float64Array
  readonly lat: Float64Array
  /** calendar day as a number, e.g. days since 1970-01-01 */
  readonly day: Int32Array
}

export interface Reach {
  /** metres between two linked cases, at most; 1 or more */
  readonly radius: number
  /** days between two linked cases, at most; 0 or more */
  readonly window: number
}
