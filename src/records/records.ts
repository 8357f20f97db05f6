import type { ListName } from '#geo'
import { BACKDROP } from './backdrop/record'
import { CASES } from './cases/record'
import { SPELLINGS as OF_CASES } from './cases/spellings'
import { CHECKS } from './checks/record'
import { SPELLINGS as OF_CHECKS } from './checks/spellings'
import { CONTACTS } from './contacts/record'
import { SPELLINGS as OF_CONTACTS } from './contacts/spellings'
import { FACILITIES } from './facilities/record'
import { SPELLINGS as OF_FACILITIES } from './facilities/spellings'
import { FACTS } from './facts/record'
import { SPELLINGS as OF_FACTS } from './facts/spellings'
import type { Field } from './field'
import type { Kind, Spellings } from './kind'
import { METRICS } from './metrics/record'
import { SPELLINGS as OF_METRICS } from './metrics/spellings'
import { OCCUPANCY } from './occupancy/record'
import { SPELLINGS as OF_OCCUPANCY } from './occupancy/spellings'
import { PASSAGES } from './passages/record'
import { SPELLINGS as OF_PASSAGES } from './passages/spellings'
import { PLACES } from './places/record'
import { SPELLINGS as OF_PLACES } from './places/spellings'
import { REPORTS } from './reports/record'
import { SPELLINGS as OF_REPORTS } from './reports/spellings'
import { ROADS } from './roads/record'
import { ROUNDS } from './rounds/record'
import { SPELLINGS as OF_ROUNDS } from './rounds/spellings'
import { SURVEYS } from './surveys/record'
import { SPELLINGS as OF_SURVEYS } from './surveys/spellings'
import { TRANSITIONS } from './transitions/record'
import { SPELLINGS as OF_TRANSITIONS } from './transitions/spellings'
import { ZONES } from './zones/record'
import { SPELLINGS as OF_ZONES } from './zones/spellings'

export type { Kind } from './kind'

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

const SPELLINGS: Partial<Record<ListName, Spellings>> = {
  places: OF_PLACES,
  facilities: OF_FACILITIES,
  zones: OF_ZONES,
  transitions: OF_TRANSITIONS,
  cases: OF_CASES,
  contacts: OF_CONTACTS,
  rounds: OF_ROUNDS,
  facts: OF_FACTS,
  reports: OF_REPORTS,
  occupancy: OF_OCCUPANCY,
  checks: OF_CHECKS,
  passages: OF_PASSAGES,
  metrics: OF_METRICS,
  surveys: OF_SURVEYS,
}

const wordsIn = (spelt: string | undefined): string[] => spelt?.split(' ') ?? []

/** The field with the further spellings of its header and its words. */
function withSpellings(list: ListName, { synonyms, values, ...field }: Field): Field {
  const { headers = {}, words = {} } = SPELLINGS[list] ?? {}
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
