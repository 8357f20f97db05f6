import type { ListName, StatedFact } from '../../facts'
import { listOfEvent } from '../record/record'
import { readYesNo } from '../record/yes-no'

/** Which events a stated flag speaks of: once a later one of them came, what was stated of them is out of date. */
export interface SpeaksOf {
  /** the answer that speaks for lowering; null where neither does: what was said stands */
  readonly favours: boolean | null
  /** events after which it has to be stated anew */
  readonly events: readonly string[]
  /** of people in a list: who says the opposite, and so does nobody's word outweigh */
  readonly against?: readonly string[]
  /** flags that say the opposite, unless they are answered so */
  readonly opposites?: Readonly<Record<string, boolean>>
  /** rounds it speaks of: those that find somebody or have results open, of people or of the environment; `open`: only open ones */
  readonly rounds?: 'people' | 'environment' | 'open'
}

const OF_CONTACTS = ['case', 'contact.exposure']
const OF_PLACES = ['case', 'positivePoint']

/**
 * Every flag that a condition of a built-in edition reads. What a person states of a risk, from which a zone is drawn,
 * speaks of no event. The same table, with the reasons, stands in `geo/zones/flags/README.md`.
 */
export const SPEAKS_OF: Readonly<Record<string, SpeaksOf>> = {
  allContactsControlled: {
    favours: true,
    events: OF_CONTACTS,
    against: ['contact.transferred'],
  },
  contactsNegative: {
    favours: true,
    events: OF_CONTACTS,
    against: ['contact.positive', 'contact.pending'],
  },
  allPcrNegative: {
    favours: true,
    events: OF_CONTACTS,
    against: ['contact.positive', 'contact.pending'],
    rounds: 'people',
  },
  yellowCodesNegative: { favours: true, events: ['case'] },
  environmentNegative: {
    favours: true,
    events: OF_PLACES,
    opposites: { anyEnvironmentPositive: false },
    rounds: 'environment',
  },
  anyEnvironmentPositive: {
    favours: false,
    events: ['positivePoint'],
    opposites: { environmentNegative: true },
    rounds: 'environment',
  },
  disinfectionPassed: { favours: true, events: OF_PLACES },
  noPendingSamples: { favours: true, events: ['case'], against: ['contact.pending'], rounds: 'open' },
  riskAssessed: { favours: true, events: OF_PLACES },
  visitsFavourable: { favours: true, events: ['case'] },
  highSpreadRiskAndContactsHardToTrace: { favours: null, events: [] },
  someSpreadRiskAndContactsHardToTrace: { favours: null, events: [] },
}

/** A flag that only an edition of one's own knows: whatever it says was said before the last case came. */
const OF_CASES: SpeaksOf = { favours: true, events: ['case'] }

/** The lists without which nothing tells whether a later event came. */
export function listsOf({ events, against = [], rounds }: SpeaksOf): ReadonlySet<ListName> {
  return new Set([...[...events, ...against].map(listOfEvent), ...(rounds ? (['rounds'] as const) : [])])
}

/** Which events the flag speaks of. */
export function speaksOf(flag: string): SpeaksOf {
  return Object.hasOwn(SPEAKS_OF, flag) ? SPEAKS_OF[flag]! : OF_CASES
}

/** Whether a statement speaks against lowering wherever it holds: the other answer of a flag, one that nobody can read, or a positive point. */
export function isAgainst({ fact, value }: Pick<StatedFact, 'fact' | 'value'>): boolean {
  const says = readYesNo(value)
  if (fact === 'positivePoint') return says !== false
  const spoken = Object.hasOwn(SPEAKS_OF, fact) ? SPEAKS_OF[fact] : undefined
  if (!spoken) return says === false && !/^\d+$/.test(value.trim())
  return spoken.favours !== null && says !== spoken.favours
}
