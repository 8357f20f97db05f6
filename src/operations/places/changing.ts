import {
  type ChangeFault,
  type Facts,
  type PlaceBegun,
  type PlaceChange,
  readMoment,
  soundChanges,
} from '#geo'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled } from '../operation'
import { heldBack } from '../unplaced/held-back'

/** From when a change of places holds, and why, as fields have it. */
export interface Dated {
  readonly at: string
  readonly because: string
}

/** What every change of places is said of. */
export interface Changing extends Dated {
  readonly facts: Facts
  /** makes the open workspace take events: a read-only one is copied; false where it could not be */
  readonly own: () => Promise<boolean>
}

export const because = ({ because: said }: Dated): string | null => said.trim() || null

/** Why nobody can change places now; null where anybody can. A read-only workspace is copied. */
export function withheld(): Disabled | null {
  if (useWorkspaces().known !== null) return { code: 'looking-back' }
  const held = heldBack()
  return held?.code === 'read-only' ? null : held
}

/** What is missing of a change, or why it cannot be made of the places that the log has. */
export function notChanged(
  { facts, at }: Pick<Changing, 'facts' | 'at'>,
  { kind, ends, begins }: Pick<PlaceChange, 'kind' | 'ends' | 'begins'>,
): Disabled | null {
  const moment = at.trim() === '' ? null : readMoment(facts.pack.timezone, at.trim())
  if (!moment) return { code: 'no-date' }
  const origin = { file: '', row: 1, knownAt: null }
  const change: PlaceChange = { kind, ends, begins, at: moment, event: null, origin }
  const { faults } = soundChanges(facts.places, [...(facts.placeChanges ?? []), change], facts.pack.timezone)
  const own = faults.find((one) => one.change === change)
  if (own) return { code: own.fault satisfies ChangeFault }
  return faults.length > 0 ? { code: 'breaks-later', params: { n: faults.length } } : null
}

export const begun = (code: string, over: Partial<PlaceBegun> = {}): PlaceBegun => ({
  ...{ code, name: null, people: null, households: null },
  ...over,
})
