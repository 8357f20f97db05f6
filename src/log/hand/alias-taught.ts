import type { Place } from '#geo'
import type { Body } from '../events'
import { freeText, isCode, looksPersonal } from '../personal/kept-text'
import { holdsName } from '../personal/names'

/** A name that is an alias of a place from now on, and why. */
export interface TaughtName {
  readonly name: string
  readonly because: string
}

/** Longer than what anybody calls a place. */
const LONGEST = 40

/** Whether a list of aliases can hold a name: not one of a person, no code, nothing of which a part is not kept. */
export const mayBeAlias = (name: string): boolean =>
  name !== '' &&
  name.length <= LONGEST &&
  !/[;；]/.test(name) &&
  !isCode(name) &&
  !looksPersonal(name) &&
  !holdsName(name) &&
  freeText(name) === name

/** The correction by which a place has the names from now on; none where nobody knows the place, or all are its own. */
export function aliasDrafts(
  taught: readonly TaughtName[],
  place: string,
  { places }: { readonly places: readonly Pick<Place, 'code' | 'aliases'>[] },
): Body[] {
  const known = places.find(({ code }) => code === place)
  const news = taught.filter(({ name }) => known && !known.aliases.includes(name))
  if (!known || news.length === 0) return []
  const aliases = [...known.aliases, ...news.map(({ name }) => name)].join(';')
  return [{ type: 'places.corrected@1', row: place, set: { aliases }, because: news[0]!.because }]
}
