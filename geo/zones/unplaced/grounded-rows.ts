import type { Facts, Origin, Round, RowAround } from '../../facts'
import { isAgainst } from '../flags/speaks-of'
import type { ZoneGround } from '../ground/ground'
import { unitOfFile, whereaboutsOfCase, whereaboutsOfContact } from '../record/whereabouts'
import { RowLocator } from './locate'
import { type Resolved, resolvedOf } from './references'
import type { Location } from './said'
import { saidAlike } from './said-alike'

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

/** The ground of the rows among these zones, found once: moving through time asks for the same ones again. `look` is
 * called now and then and may throw to end it. */
export function groundedAmong(
  given: Facts,
  zones: readonly ZoneGround[],
  look: () => void = () => {},
): Grounded {
  const { facts, positions } = resolvedOf(given)
  let ofFacts = grounds.get(facts)
  if (!ofFacts) grounds.set(facts, (ofFacts = new WeakMap()))
  let grounded = ofFacts.get(zones)
  if (!grounded) ofFacts.set(zones, (grounded = groundRows({ facts, positions }, zones, look)))
  return grounded
}

function groundRows(
  { facts, positions }: Resolved,
  zones: readonly ZoneGround[],
  look: () => void,
): Grounded {
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
    cases: onceOf(saidAlike(cases, positions), look, (row) =>
      locator.locate({ ...whereaboutsOfCase(cases, row), note: positions.get(row) ?? null }),
    ),
    contacts: onceOf(saidAlike(contacts, NO_NOTES), look, (row) =>
      locator.locate({ ...whereaboutsOfContact(contacts, row), note: null }),
    ),
    rounds: facts.rounds.map((round) => ofStatement(round, hasFound(round))),
    statedFacts: facts.statedFacts.map((fact) => ofStatement(fact, isAgainst(fact))),
    reports: facts.reports.map((report) => ofStatement(report)),
  }
}

const NO_NOTES: Resolved['positions'] = new Map()

/** rows between two looks */
const STRIDE = 1_000

/** The ground of every row, asked once for all that say the same. */
function onceOf(numbers: Int32Array, look: () => void, locate: (row: number) => Location): Location[] {
  const found: Location[] = []
  const certain = new Map<string, Location>()
  return Array.from(numbers, (number, row) => {
    if (row % STRIDE === 0) look()
    return (found[number] ??= kept(certain, locate(row)))
  })
}

/** Most rows surely lie in one zone or none and name one place: those of one zone and place share one location. */
function kept(certain: Map<string, Location>, location: Location): Location {
  const { in: inside, may, why, near } = location
  if (may.length > 0 || why !== null || inside.length > 1 || near.length > 1) return location
  const key = `${inside} ${near.length} ${near}`
  const known = certain.get(key)
  if (!known) certain.set(key, location)
  return known ?? location
}

const hasFound = ({ result, positivePeople }: Round): boolean =>
  result === 'positive' || (positivePeople ?? 0) > 0
