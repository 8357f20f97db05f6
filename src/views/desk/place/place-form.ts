import { type Facts, hierarchyOf, type PartsPeople, type Place, peopleOfParts } from '#geo'
import { begun, type Changing } from '../../../operations/places/changing'
import type { Merging } from '../../../operations/places/merge-places'
import type { Renaming } from '../../../operations/places/rename-place'
import type { Splitting } from '../../../operations/places/split-place'

export type PlaceAct = 'merge' | 'split' | 'rename' | 'replace'

export interface PartFields {
  readonly code: string
  readonly name: string
  readonly people: string
}

/** What the sheet of a change of places holds, as its fields have it. */
export interface PlaceFields {
  at: string
  because: string
  /** code of the place it is merged into; empty: a new one; null: nobody has said */
  into: string | null
  /** codes of other places that are merged with it */
  along: string[]
  code: string
  name: string
  parts: PartFields[]
}

export const NO_PART: PartFields = { code: '', name: '', people: '' }

/** Fields as the sheet opens: a split goes on under the old code, into what it is merged a person says. */
export function newFields(place: Place, day: string): PlaceFields {
  const own = { code: place.code, name: place.name, people: '' }
  return {
    ...{ at: day, because: '', into: null, along: [], code: '', name: '' },
    parts: [own, NO_PART],
  }
}

/** Places of the same kind and parent, by name: those into which it can be merged. */
export function placesBesideIt(facts: Facts, { code, kind }: Place): Place[] {
  const hierarchy = hierarchyOf(facts.places)
  const around = hierarchy.holderOf(code)
  const others = hierarchy.ofKind(kind).filter((one) => one !== code && hierarchy.holderOf(one) === around)
  return others.map((one) => hierarchy.place(one)!).sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

export function mergingOf(
  place: Place,
  fields: PlaceFields,
  changing: Omit<Changing, 'at' | 'because'>,
): Merging {
  const code = fields.into === '' ? fields.code.trim() : (fields.into ?? '')
  const others = fields.into ? [fields.into] : []
  const name = fields.into !== '' ? null : fields.name.trim() || null
  return {
    ...{ ...changing, at: fields.at, because: fields.because },
    places: [...new Set([place.code, ...others, ...fields.along])],
    into: begun(code, { name }),
  }
}

export function splittingOf(
  place: Place,
  fields: PlaceFields,
  changing: Omit<Changing, 'at' | 'because'>,
): Splitting {
  const into = fields.parts.map(({ code, name, people }) =>
    begun(code.trim(), { name: name.trim() || null, people: countOf(people) }),
  )
  return { ...changing, at: fields.at, because: fields.because, place: place.code, into }
}

export const renamingOf = (
  place: Place,
  fields: PlaceFields,
  changing: Omit<Changing, 'at' | 'because'>,
): Renaming => ({
  ...{ ...changing, at: fields.at, because: fields.because },
  ...{ place: place.code, name: fields.name },
})

/** What the parts of a split say of their people, beside what the place has; null where no part says any. */
export const partsPeople = (
  facts: Facts,
  { code }: Place,
  parts: readonly PartFields[],
): PartsPeople | null =>
  peopleOfParts(
    facts,
    code,
    parts.map(({ people }) => countOf(people)),
  )

const countOf = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null)
