import type { DraftGround, ZoneStay } from '#geo'
import type { Body } from '../log/events'
import { groundRecord } from './zone-ground'

export interface Reshaping {
  /** from then on; the beginning of the stay corrects it since it began. As printed */
  readonly at: string
  readonly because: string
}

/** Another ground for the stay of a zone. */
export function reshapeZone(stay: ZoneStay, ground: DraftGround, { at, because }: Reshaping): Body[] {
  return [{ type: 'zone.reshaped@1', zone: stay.id, at, because, ...groundRecord(ground, stay.drawn) }]
}
