import type { DraftGround } from '#geo'
import type { Body } from '../log/events'
import { drawZone } from './draw-zone'

export interface AdoptedZone {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly ground: DraftGround
}

/** The zones of a proposal that a person takes, in force from one instant: one append, one step of undo. */
export function adoptProposal(zones: readonly AdoptedZone[], from: string): Body[] {
  return zones.flatMap(({ ground, ...zone }) => drawZone({ ...zone, from, policy: null }, ground))
}
