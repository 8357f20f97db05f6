import type { Field } from '../../records/field'
import { fieldOf, KINDS, type Kind } from '../../records/records'
import { cutAddress } from './address'
import { holdsName, householdIn, isHouseOfPerson, looksLikeName, withoutSaidNames } from './names'
import { holdsNumbers, withoutNumbers } from './numbers'
import { isSyllables } from './syllables'

/** Lists of later releases about persons, which are kept as they came, and those that have it in their record. */
const OF_PERSONS: ReadonlySet<string> = new Set([
  ...['followups', 'temperatures', 'signals'],
  ...KINDS.filter(({ ofPersons }) => ofPersons).map(({ list }) => list),
])

/** True for a list whose rows are about single persons. */
export const isAboutPersons = (list: string): boolean => OF_PERSONS.has(list)

/** What may be said of a person in a word: phrases of remarks that tell what happened. */
export const PHRASES: readonly string[] = ['已转运', '混管', '同户', '外推', '死亡']

/** Longer than the name of anything that a row refers to: a sentence. */
const LONGEST = 40

/** How far into a building only an address of a person goes. */
const ROOM = /\d\s*(?:单元|[室房](?!间|屋))/u

const isLongOrNumbered = (text: string): boolean =>
  text.length > LONGEST || ROOM.test(text) || holdsNumbers(text) || withoutSaidNames(text) !== text

/** Whether a text may be a person's name or number, or prose about one. */
export const looksPersonal = (text: string): boolean =>
  isLongOrNumbered(text) || looksLikeName(text) || householdIn(text) !== null

/** Free text with numbers taken out, and names where they are called so; of a household stays that it is one. */
export const freeText = (text: string): string =>
  withoutSaidNames(withoutNumbers(text)).split(';').map(householdKept).join(';')

/**
 * ＊家: that it is a household, and nothing of whose. No sign is made of the name, for who has a list of names would
 * find it again: what tells two apart is made of where they lie or of their rows (`src/import/persons/households.ts`).
 */
function householdKept(text: string): string {
  const household = householdIn(text)
  return household ? `＊${household.rest}` : text
}

/** The phrases that a remark holds, where it does not deny them. */
export const phrasesIn = (text: string): string[] =>
  PHRASES.filter((phrase) => new RegExp(`(?<![未不非无没否])${phrase}`, 'u').test(text))

/** A phrase, a letter with its number, a word of a closed list of the kinds, or several words that no name is made of. */
const isShortTag = (tag: string): boolean =>
  PHRASES.includes(tag) ||
  /^[a-z]\d{0,3}$/i.test(tag) ||
  CLOSED_WORDS.has(tag) ||
  (/^[a-z]{2,12}(?:-[a-z]{2,12}){0,2}$|^[a-z]{2,12}(?:[A-Z][a-z]{1,11}){1,2}$/.test(tag) &&
    tag.split(/-|(?=[A-Z])/).length > 1 &&
    !tag.split(/-|(?=[A-Z])/).every(isSyllables))

const CLOSED_WORDS: ReadonlySet<string> = new Set(
  KINDS.flatMap(({ fields }) => fields.flatMap(({ values }) => Object.keys(values ?? {}))),
)

/**
 * What is kept of a text in a field of a list about persons, whoever reads it: ids, references and closed words that
 * look like nobody's, addresses cut, tags of the list. Null: nothing.
 */
export function keptOfPerson(
  field: Pick<Field, 'name' | 'values'>,
  text: string,
  isCaseNumber?: (text: string) => boolean,
): string | null {
  if (field.values || isCaseNumber?.(text)) return text
  if (field.name === 'place') return keptPlace(text)
  if (field.name === 'tags') return text.split(';').filter(isShortTag).join(';') || null
  return looksPersonal(text) || holdsName(text) || isHouseOfPerson(text) ? null : text
}

/** The same of what a log holds: a word for where a person is names a place there, though it begins like a person's name. */
export const heldOfPerson = (
  field: Pick<Field, 'name' | 'values'>,
  text: string,
  isCaseNumber?: (text: string) => boolean,
): string | null =>
  keptOfPerson(field, text, isCaseNumber) ?? (field.name === 'place' && !isLongOrNumbered(text) ? text : null)

/** A text as that column of a list about persons would keep it; null where it is of a person. */
export const heldIn = (list: string, column: string, text: string): string | null =>
  heldOfPerson(fieldOf(list, column)!, text)

/** A code or a name of a place as it is, an address up to its building or village. */
function keptPlace(text: string): string | null {
  if (isCode(text)) return text
  return cutAddress(text) ?? (looksPersonal(text) ? null : text)
}

/** A day of birth from 1930 on where codes have town and village: towns are numbered from 001, 100 and 200. */
const BORN = String.raw`\d{6}[3-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)`
/** The code of a village and, set off, a number in it: no number of a person is parted there. */
const IN_VILLAGE = String.raw`[1-8]\d{11}[-_]\d{1,4}`
/** Codes of places are longer the smaller the place: 15 or 16 digits may be one, and then are nobody's number. */
const PLACE_CODE = new RegExp(
  String.raw`^(?:(?!${BORN})\d{13,17}|${IN_VILLAGE})(?:;(?:${IN_VILLAGE}|(?!${BORN})\d{6,17}))*$`,
)

/** How codes of places look: digits of the division, or few letters with a number. */
export const isCode = (text: string): boolean =>
  PLACE_CODE.test(text) || (SHORT_CODE.test(text) && !holdsNumbers(text))
const SHORT_CODE = /^(?:\d{1,6}|[1-8]\d{8}|[1-8]\d{11}|[A-Za-z]{1,4}(?:[-_.]?[A-Za-z\d]{1,4}){0,5})$/

const OF_PLACES: ReadonlySet<string> = new Set(['code', 'parent', 'members', 'place', 'town'])

/** Whether a text is a number that leads to a person, under a header of the list. */
export const isNumberOfPerson = ({ name }: Pick<Field, 'name'>, text: string): boolean =>
  !(OF_PLACES.has(name) && PLACE_CODE.test(text)) && holdsNumbers(text)

/** Text of a field of any list as it is stored. */
export function keptText(
  { list }: Kind,
  field: Field,
  {
    text,
    isCaseNumber,
  }: { readonly text: string; readonly isCaseNumber?: ((text: string) => boolean) | undefined },
): string | null {
  if (isAboutPersons(list)) return keptOfPerson(field, text, isCaseNumber)
  if (isCaseNumber?.(text)) return text
  return field.values || (OF_PLACES.has(field.name) && PLACE_CODE.test(text)) ? text : freeText(text)
}
