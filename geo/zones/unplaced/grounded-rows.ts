import type { Facts, Origin, Round, RowAround } from '../../facts'
import { isAgainst } from '../flags/speaks-of'
import type { ZoneGround } from '../ground'
import { unitOfFile, whereaboutsOfCase, whereaboutsOfContact } from '../whereabouts'
import { RowLocator } from './locate'
import { type Resolved, resolvedOf } from './references'
import type { Location } from './said'

/** Where the rows of every list lie, whatever the time. */
export interface Grounded {
  readonly locator: RowLocator
  readonly cases: readonly Location[]
  readonly contacts: readonly Location[]
  readonly rounds: readonly Location[]
  readonly statedFacts: readonly Location[]
  readonly reports: readonly Location[]
}

/** A row that speaks of a zone or a place as a whole. */
interface Statement extends RowAround {
  readonly zone?: string | null
  readonly place: string | null
  readonly origin: Origin
}

const grounds = new WeakMap<Facts, WeakMap<readonly ZoneGround[], Grounded>>()

/** The ground of the rows among these zones, found once: moving through time asks for the same ones again. */
export function groundedAmong(given: Facts, zones: readonly ZoneGround[]): Grounded {
  const { facts, positions } = resolvedOf(given)
  let ofFacts = grounds.get(facts)
  if (!ofFacts) grounds.set(facts, (ofFacts = new WeakMap()))
  let grounded = ofFacts.get(zones)
  if (!grounded) ofFacts.set(zones, (grounded = groundRows(facts, positions, zones)))
  return grounded
}

function groundRows(facts: Facts, positions: Resolved['positions'], zones: readonly ZoneGround[]): Grounded {
  const { cases, contacts } = facts
  const locator = new RowLocator(facts, zones)
  const ofStatement = (
    { zone = null, place, town, unit, origin }: Statement,
    speaksAgainst = false,
  ): Location =>
    locator.ofStatement(
      { zone, place, town: town ?? null, unit: unit ?? unitOfFile(origin.file) },
      speaksAgainst,
    )
  return {
    locator,
    cases: Array.from({ length: cases.length }, (_, row) =>
      locator.locate({ ...whereaboutsOfCase(cases, row), note: positions.get(row) ?? null }),
    ),
    contacts: Array.from({ length: contacts.length }, (_, row) =>
      locator.locate({ ...whereaboutsOfContact(contacts, row), note: null }),
    ),
    rounds: facts.rounds.map((round) => ofStatement(round, hasFound(round))),
    statedFacts: facts.statedFacts.map((fact) => ofStatement(fact, isAgainst(fact))),
    reports: facts.reports.map((report) => ofStatement(report)),
  }
}

const hasFound = ({ result, positivePeople }: Round): boolean =>
  result === 'positive' || (positivePeople ?? 0) > 0
