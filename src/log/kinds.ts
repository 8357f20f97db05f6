import type { ListName } from '#geo'
import { CHECKS, FACILITIES, OCCUPANCY, PASSAGES } from './kinds/facilities'
import type { Kind } from './kinds/kind'
import { METRICS, SURVEYS } from './kinds/metrics'
import { CASES, CONTACTS } from './kinds/persons'
import { BACKDROP, PLACES, ROADS } from './kinds/places'
import { FACTS, REPORTS, ROUNDS } from './kinds/rounds'
import { TRANSITIONS, ZONES } from './kinds/zones'
import type { Field } from './rows/field'
import { HEADERS, WORDS } from './spellings'

export type { Kind } from './kinds/kind'

/** Laid beside every exported log or pack: for whom it is, who made it and when. Not a file of the pack. */
export const NOTICE_FILE = 'NOTICE.txt'

/** What an exchange file is, beside the log in it. Not a file of the pack. */
export const EXCHANGE_FILE = 'exchange.json'

/** The lists of a pack, in its order. */
const OWN: readonly Kind[] = [
  PLACES,
  ROADS,
  BACKDROP,
  FACILITIES,
  ZONES,
  TRANSITIONS,
  CASES,
  CONTACTS,
  ROUNDS,
  FACTS,
  REPORTS,
  OCCUPANCY,
  CHECKS,
  PASSAGES,
  METRICS,
  SURVEYS,
]

const wordsIn = (spelt: string | undefined): string[] => spelt?.split(' ') ?? []

/** The field with the further spellings of its header and its words. */
function withSpellings(list: ListName, { synonyms, values, ...field }: Field): Field {
  const further = WORDS[list]?.[field.name]
  const spelt = values && {
    values: Object.fromEntries(
      Object.entries(values).map(([value, words]) => [value, [...words, ...wordsIn(further?.[value])]]),
    ),
  }
  return {
    ...field,
    synonyms: [...new Set([...synonyms, ...wordsIn(HEADERS[list]?.[field.name])])],
    ...(spelt ?? {}),
  }
}

export const KINDS: readonly Kind[] = OWN.map((kind) => ({
  ...kind,
  fields: kind.fields.map((field) => withSpellings(kind.list, field)),
}))

/** The field of that name of a list; undefined where it has none. */
export const fieldOf = (list: string, name: string): Field | undefined =>
  KINDS.find((kind) => kind.list === list)?.fields.find((field) => field.name === name)

/** The words of a closed list; none of any other field. */
export const wordsOf = (list: string, name: string): string[] =>
  Object.keys(fieldOf(list, name)?.values ?? {})
