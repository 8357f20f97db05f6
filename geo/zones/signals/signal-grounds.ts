import type { Signal, UnreadRow } from '../../facts'
import type { Setting } from '../moves/setting'
import { zonesNamed } from '../moves/steps-read'
import { RowLocator } from '../unplaced/locate'
import type { Said } from '../unplaced/said'

/** Why a row is listed that is no step: a signal 阳性线索 of which nobody has said what became of it. */
const SIGNAL_OPEN = 'signal-open'

const UNSAID: Said = { zone: null, place: null, town: null, unit: null, position: null, note: null }
type Told = Signal | UnreadRow
const known = new WeakMap<Setting, Map<Told, ReadonlySet<string>>>()

export const isOpenSignal = ({ why }: UnreadRow): boolean => why === SIGNAL_OPEN

/**
 * The zones in force on whose ground a signal of a file lies or may lie: the one that it names, or what has its ground where
 * that is in force no more, and those in which a place lies that it gives beside. It names one of these zones, or several.
 */
export const zonesOfSignal = (row: UnreadRow, setting: Setting): ReadonlySet<string> =>
  keptFor(setting, row, () => zonesOfRow(row, setting))

/** The zones in force on whose ground a signal lies or may lie, by its place and position: of neither known, every zone. */
export const zonesOfGround = (signal: Signal, setting: Setting): ReadonlySet<string> =>
  keptFor(setting, signal, () => {
    const { place, position } = signal
    return zonesLying(setting, [{ ...UNSAID, place, position }])
  })

function keptFor(setting: Setting, told: Told, find: () => ReadonlySet<string>): ReadonlySet<string> {
  let ofSetting = known.get(setting)
  if (!ofSetting) known.set(setting, (ofSetting = new Map()))
  let zones = ofSetting.get(told)
  if (!zones) ofSetting.set(told, (zones = find()))
  return zones
}

function zonesOfRow({ zone, places = [] }: UnreadRow, setting: Setting): ReadonlySet<string> {
  const named = zone === null ? [] : zonesNamed(setting.facts, zone)
  const lying = zonesLying(setting, [
    ...named.map((id) => ({ ...UNSAID, zone: id })),
    ...places.map((place) => ({ ...UNSAID, place })),
  ])
  return new Set([...named, ...lying])
}

function zonesLying({ facts, live }: Setting, said: readonly Said[]): ReadonlySet<string> {
  const grounds = [...live.values()].map(({ ground }) => ground)
  const locator = new RowLocator(facts, grounds)
  const lying = said.flatMap((one) => {
    const { in: inside, may } = locator.locate(one)
    return [...inside, ...may]
  })
  return new Set(lying.map((at) => grounds[at]!.id))
}
