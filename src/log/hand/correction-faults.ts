import { type Facts, type ListName, readMoment } from '#geo'
import type { Field } from '../../records/field'
import { fieldOf } from '../../records/records'
import type { Value } from '../events'
import { heldOfPerson, isAboutPersons } from '../personal/kept-text'
import { hoursFault } from './facility-faults'
import {
  type HandFault,
  isPlace,
  isZone,
  reasonFault,
  type SaidAt,
  timeFault,
  wordsFault,
} from './field-faults'

/** Lists of which a person corrects and withdraws rows. */
export const CORRECTED_LISTS = [
  ...(['cases', 'contacts', 'rounds', 'facts'] as const),
  ...(['metrics', 'reports', 'checks', 'facilities', 'occupancy', 'passages', 'places'] as const),
] as const satisfies readonly ListName[]
export type CorrectedList = (typeof CORRECTED_LISTS)[number]

/** What a person says of a row that stands. */
export type RowCorrection =
  | {
      readonly type: `${CorrectedList}.corrected@1`
      readonly row: string
      readonly set: Readonly<Record<string, Value>>
      readonly because: string
      readonly sees?: readonly string[]
    }
  | { readonly type: `${CorrectedList}.retracted@1`; readonly row: string; readonly because: string }

const TYPES: ReadonlySet<string> = new Set(
  CORRECTED_LISTS.flatMap((list) => [`${list}.corrected@1`, `${list}.retracted@1`]),
)

/** True for what corrects or withdraws a row of a list. */
export const isCorrection = (type: string): type is RowCorrection['type'] => TYPES.has(type)

/** The first thing that is missing or cannot be of a correction, in the order of its fields. */
export function correctionFault(body: RowCorrection, said: SaidAt): HandFault | null {
  if ('set' in body) {
    const list = body.type.split('.')[0] as CorrectedList
    const entries = Object.entries(body.set)
    if (entries.length === 0) return { field: 'set', code: 'nothing-set' }
    for (const [name, value] of entries) {
      const fault = valueFault({ list, name, value }, said)
      if (fault) return fault
    }
    const fault =
      list === 'rounds'
        ? togetherFault(body, said.facts)
        : list === 'places'
          ? aliasFault(body, said.facts)
          : null
    if (fault) return fault
  }
  return reasonFault(body.because)
}

interface SetTo {
  readonly list: CorrectedList
  readonly name: string
  readonly value: Value
}

function valueFault({ list, name, value }: SetTo, said: SaidAt): HandFault | null {
  const field = fieldOf(list, name)
  if (value === null) return isOpened(list, name) ? { field: name, code: 'no-whole-number' } : null
  if (field?.type === 'count')
    return Number.isSafeInteger(value) && (value as number) >= 0
      ? null
      : { field: name, code: 'no-whole-number' }
  if (field?.type === 'number') return Number.isFinite(value) ? null : { field: name, code: 'no-figure' }
  if (typeof value !== 'string') return null
  if (field?.type === 'moment') return momentFault({ list, name, value }, said)
  return textFault({ list, name, value }, { field: field ?? { name }, facts: said.facts })
}

/** A facility may open or close on a day to come. */
function momentFault(
  { list, name, value }: SetTo & { readonly value: string },
  said: SaidAt,
): HandFault | null {
  if (name === 'sampledAt') return null
  if (list !== 'facilities') return timeFault(name, value, said)
  return readMoment(said.facts.pack.timezone, value) ? null : { field: name, code: 'no-time' }
}

/** Who is due is not taken out of a round: it would be negative of nobody knows whom. */
const isOpened = (list: CorrectedList, name: string): boolean => list === 'rounds' && name === 'listed'

function textFault(
  { list, name, value }: SetTo & { readonly value: string },
  { field, facts }: { readonly field: Pick<Field, 'name' | 'values'>; readonly facts: Facts },
): HandFault | null {
  if (name === 'place') return isPlace(value, facts) ? null : { field: name, code: 'no-such-place' }
  if (name === 'zone') return isZone(value, facts) ? null : { field: name, code: 'no-such-zone' }
  if (list === 'cases' && name === 'id' && facts.cases.id.values.includes(value))
    return { field: name, code: 'id-taken' }
  if (field.values && !Object.hasOwn(field.values, value)) return { field: name, code: 'not-a-value' }
  if (list === 'facilities' && (name === 'shifts' || name === 'lockedHours')) return hoursFault(name, value)
  if (!isAboutPersons(list)) return wordsFault(name, value)
  return heldOfPerson(field, value) === value ? null : { field: name, code: 'personal' }
}

/** What another place is called: rows that say it would then mean either. */
function aliasFault(
  { row, set }: Extract<RowCorrection, { set: unknown }>,
  { places }: Facts,
): HandFault | null {
  const { aliases } = set
  if (typeof aliases !== 'string') return null
  const said = new Set(aliases.split(';').map((one) => one.trim()))
  const isTaken = places.some(
    ({ code, name, aliases: own }) => code !== row && [name, ...own].some((one) => said.has(one)),
  )
  return isTaken ? { field: 'aliases', code: 'alias-taken' } : null
}

/** Figures of a round that contradict those that stand beside them. */
function togetherFault(
  { row, set }: Extract<RowCorrection, { set: unknown }>,
  { rounds }: Facts,
): HandFault | null {
  const [zone, place, number] = row.split('|')
  const standing = rounds.find(
    (one) => (one.zone ?? '') === zone && (one.place ?? '') === place && one.round === number,
  )
  const of = (name: 'listed' | 'excused' | 'sampled' | 'resulted'): number | null =>
    typeof set[name] === 'number' ? set[name] : (standing?.[name] ?? null)
  const [listed, sampled] = [of('listed'), of('sampled')]
  const at = (names: readonly string[]): string => names.find((name) => name in set) ?? names[0]!
  if (listed !== null && (of('excused') ?? 0) > listed)
    return { field: at(['excused', 'listed']), code: 'more-than-listed' }
  if (listed !== null && (sampled ?? 0) > listed)
    return { field: at(['sampled', 'listed']), code: 'more-than-listed' }
  if (sampled !== null && (of('resulted') ?? 0) > sampled)
    return { field: at(['resulted', 'sampled']), code: 'more-than-sampled' }
  return null
}
