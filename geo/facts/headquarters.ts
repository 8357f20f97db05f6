/** One turn of duty. Of officials; it leaves in no export beyond the headquarters. */
export interface DutyTurn {
  /** 带班领导, 值班员 … as the roster calls it */
  readonly role: string
  readonly name: string
  readonly unit: string | null
  readonly phone: string | null
  /** times in the pack's zone; the turn ends before `to` */
  readonly from: string
  readonly to: string
}

/** Who speaks for the headquarters, and who is on duty. */
export interface Headquarters {
  /** 发布单位 as it stands under notices; null is not told */
  readonly issuer: string | null
  readonly duty: readonly DutyTurn[]
}
