import type { DraftGround } from '#geo'
import type { Body, ZoneRecord } from '../log/events'
import { groundRecord } from './zone-ground'

/** What a person says of a new zone. `from` as printed: an instant with its offset, or a day. */
export interface NewZone {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly from: string
  readonly policy: string | null
}

/** A new zone with its ground; `heirOf` are zones whose clocks run on in it. */
export function drawZone(zone: NewZone, ground: DraftGround, heirOf: readonly string[] = []): Body[] {
  const record: ZoneRecord = {
    ...zone,
    ...groundRecord(ground),
    to: null,
    parent: null,
    arrivedFrom: null,
    ...(heirOf.length > 0 ? { heirOf } : {}),
  }
  return [{ type: 'zone.drawn@1', zone: record }]
}
