import type { Facts } from '../../facts'
import { hierarchyOf } from '../hierarchy'
import { residentsOf } from '../people'

/** People of the parts of a split against those of the place: null where one of them is not known. */
export interface PartsPeople {
  /** people of the place, as it counts them */
  readonly place: number | null
  /** people of the parts that say theirs, and how many parts do not */
  readonly parts: number
  readonly silent: number
  /** parts less place; null where a part or the place does not say */
  readonly difference: number | null
}

/** What the parts of a place say of their people, beside what it has; null where no part says any. */
export function peopleOfParts(
  { places }: Pick<Facts, 'places'>,
  code: string,
  people: readonly (number | null)[],
): PartsPeople | null {
  const told = people.filter((one) => one !== null)
  if (told.length === 0) return null
  const place = residentsOf(hierarchyOf(places)).totalOf(code).people
  const sum = told.reduce((total, one) => total + one, 0)
  const silent = people.length - told.length
  return { place, parts: sum, silent, difference: silent > 0 || place === null ? null : sum - place }
}
