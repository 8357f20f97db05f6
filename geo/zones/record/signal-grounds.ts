import type { UnreadRow } from '../../facts'
import type { Setting } from '../moves/setting'
import { zonesNamed } from '../moves/steps-read'
import { RowLocator } from '../unplaced/locate'
import type { Said } from '../unplaced/said'

/** Why a row is listed that is no step: a signal 阳性线索 of which nobody has said what became of it. */
const SIGNAL_OPEN = 'signal-open'

const UNSAID: Said = { zone: null, place: null, town: null, unit: null, position: null, note: null }
const known = new WeakMap<Setting, Map<UnreadRow, ReadonlySet<string>>>()

export const isOpenSignal = ({ why }: UnreadRow): boolean => why === SIGNAL_OPEN

/**
 * The zones in force on whose ground a signal lies or may lie: the one that it names, or what has its ground where that
 * is in force no more, and those in which a place lies that it gives beside. It names one of these zones, or several.
 */
export function zonesOfSignal(row: UnreadRow, setting: Setting): ReadonlySet<string> {
  let ofSetting = known.get(setting)
  if (!ofSetting) known.set(setting, (ofSetting = new Map()))
  let zones = ofSetting.get(row)
  if (!zones) ofSetting.set(row, (zones = findZones(row, setting)))
  return zones
}

function findZones({ zone, places = [] }: UnreadRow, { facts, live }: Setting): ReadonlySet<string> {
  const grounds = [...live.values()].map(({ ground }) => ground)
  const locator = new RowLocator(facts, grounds)
  const named = zone === null ? [] : zonesNamed(facts, zone)
  const told = [
    ...named.map((id) => locator.locate({ ...UNSAID, zone: id })),
    ...places.map((place) => locator.locate({ ...UNSAID, place })),
  ]
  const lying = told.flatMap(({ in: inside, may }) => [...inside, ...may])
  return new Set([...named, ...lying.map((at) => grounds[at]!.id)])
}
