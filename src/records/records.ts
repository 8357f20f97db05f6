import type { RecordedList } from '#geo'
import { BACKDROP } from './backdrop/record'
import { CASES } from './cases/record'
import { CHECKS } from './checks/record'
import { CONTACTS } from './contacts/record'
import { FACILITIES } from './facilities/record'
import { FACTS } from './facts/record'
import type { Field } from './field'
import type { Kind, RecordOf, Spellings } from './kind'
import { METRICS } from './metrics/record'
import { OCCUPANCY } from './occupancy/record'
import { PASSAGES } from './passages/record'
import { PLACES } from './places/record'
import { REPORTS } from './reports/record'
import { ROADS } from './roads/record'
import { ROUNDS } from './rounds/record'
import { SURVEYS } from './surveys/record'
import { TRANSITIONS } from './transitions/record'
import { ZONES } from './zones/record'

export type { Kind } from './kind'

/** Every kind of fact, in the order of a pack. Whatever is made of all kinds is made of this list. */
export const RECORDS = {
  places: PLACES,
  roads: ROADS,
  backdrop: BACKDROP,
  facilities: FACILITIES,
  zones: ZONES,
  transitions: TRANSITIONS,
  cases: CASES,
  contacts: CONTACTS,
  rounds: ROUNDS,
  facts: FACTS,
  reports: REPORTS,
  occupancy: OCCUPANCY,
  checks: CHECKS,
  passages: PASSAGES,
  metrics: METRICS,
  surveys: SURVEYS,
} satisfies { readonly [List in RecordedList]: RecordOf<List> }

const wordsIn = (spelt: string | undefined): string[] => spelt?.split(' ') ?? []

/** The field with the further spellings of its header and its words. */
function withSpellings({ headers, words = {} }: Spellings, { synonyms, values, ...field }: Field): Field {
  const further = words[field.name]
  const spelt = values && {
    values: Object.fromEntries(
      Object.entries(values).map(([value, words]) => [value, [...words, ...wordsIn(further?.[value])]]),
    ),
  }
  return {
    ...field,
    synonyms: [...new Set([...synonyms, ...wordsIn(headers[field.name])])],
    ...(spelt ?? {}),
  }
}

const all: readonly (Kind & { readonly spellings?: Spellings })[] = Object.values(RECORDS)

/** What each list of a pack is, with every spelling. */
export const KINDS: readonly Kind[] = all.map(({ spellings = { headers: {} }, ...kind }) => ({
  ...kind,
  fields: kind.fields.map((field) => withSpellings(spellings, field)),
}))

/** The field of that name of a list; undefined where it has none. */
export const fieldOf = (list: string, name: string): Field | undefined =>
  KINDS.find((kind) => kind.list === list)?.fields.find((field) => field.name === name)

/** The words of a closed list; none of any other field. */
export const wordsOf = (list: string, name: string): string[] =>
  Object.keys(fieldOf(list, name)?.values ?? {})
