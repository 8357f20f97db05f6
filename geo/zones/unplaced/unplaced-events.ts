import type { UnplacedList } from '../../answers'
import { textAt } from '../../columns'
import type { CaseTable, Facts, Origin, Round, RowAround, RowRef, Ruling } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isAgainst } from '../flags/speaks-of'
import type { ZoneGround } from '../ground'
import type { Timeless } from '../row-events'
import { unitOfFile, whereaboutsOfCase, whereaboutsOfContact } from '../whereabouts'
import { RowLocator } from './locate'
import { type RowTime, timeOfCase, timeOfContact, timeOfFact, timeOfReport, timeOfRound } from './open-times'
import { resolvedOf } from './references'
import type { Location } from './said'
import { learnedBy, plausibleAt } from './times'
import type { TimelessRows, UnplacedEvent } from './unplaced-event'

/** Where every row belongs, and which of them cannot be given to their ground or time. */
export interface Located {
  readonly cases: readonly Location[]
  readonly contacts: readonly Location[]
  /** by row, the zones that it names or in which its place lies whole */
  readonly rounds: readonly (readonly number[])[]
  readonly unplaced: readonly UnplacedEvent[]
  readonly timeless: TimelessRows
  /** rows of cases, contacts, rounds and facts that a person has ruled out */
  readonly ruledOut: ReadonlyMap<UnplacedList, ReadonlySet<number>>
}

/** Gives every row of cases, contacts, rounds, facts and reports its ground and its time, as seen at the as-of. */
export function locateRows(given: Facts, zones: readonly ZoneGround[], asOf: Instant): Located {
  return new Locating(given, zones, asOf).all()
}

const locators = new WeakMap<Facts, WeakMap<readonly ZoneGround[], RowLocator>>()

/** The locator of these zones, made once: moving through time asks for the same ones again. */
function locatorOf(facts: Facts, zones: readonly ZoneGround[]): RowLocator {
  let ofFacts = locators.get(facts)
  if (!ofFacts) locators.set(facts, (ofFacts = new WeakMap()))
  let locator = ofFacts.get(zones)
  if (!locator) ofFacts.set(zones, (locator = new RowLocator(facts, zones)))
  return locator
}

/** A row that speaks of a zone or a place as a whole. */
interface Statement extends RowAround {
  readonly zone?: string | null
  readonly place: string | null
  readonly origin: Origin
}

class Locating {
  readonly #facts: Facts
  readonly #positions
  readonly #locator: RowLocator
  readonly #plausible
  readonly #unplaced: UnplacedEvent[] = []
  readonly #ruledOut = new Map<UnplacedList, Set<number>>()

  constructor(given: Facts, zones: readonly ZoneGround[], asOf: Instant) {
    const { facts, positions } = resolvedOf(given)
    this.#facts = facts
    this.#positions = positions
    this.#locator = locatorOf(facts, zones)
    this.#plausible = plausibleAt(facts, asOf)
  }

  all(): Located {
    const { cases: casesTable, contacts: contactsTable, rounds, statedFacts, reports } = this.#facts
    const cases = this.#table('cases', casesTable.length, {
      at: (row) =>
        this.#locator.locate({
          ...whereaboutsOfCase(casesTable, row),
          note: this.#positions.get(row) ?? null,
        }),
      time: (row) => timeOfCase(casesTable, row, this.#plausible),
      place: (row) => rowOf(casesTable, row),
    })
    const contacts = this.#table('contacts', contactsTable.length, {
      at: (row) => this.#locator.locate({ ...whereaboutsOfContact(contactsTable, row), note: null }),
      time: (row) => timeOfContact(contactsTable, row, this.#plausible),
      place: (row) => rowOf(contactsTable, row),
    })
    const statement = (
      { zone = null, place, town, unit, origin }: Statement,
      speaksAgainst = false,
    ): Location =>
      this.#locator.ofStatement(
        { zone, place, town: town ?? null, unit: unit ?? unitOfFile(origin.file) },
        speaksAgainst,
      )
    const ofRounds = this.#table('rounds', rounds.length, {
      at: (row) => statement(rounds[row]!, hasFound(rounds[row]!)),
      time: (row) => timeOfRound(rounds[row]!, this.#plausible),
      place: (row) => rounds[row]!.origin,
    })
    const ofFacts = this.#table('facts', statedFacts.length, {
      at: (row) => statement(statedFacts[row]!, isAgainst(statedFacts[row]!)),
      time: (row) => timeOfFact(statedFacts[row]!, this.#plausible),
      place: (row) => statedFacts[row]!.origin,
    })
    this.#table('reports', reports.length, {
      at: (row) => statement(reports[row]!),
      time: (row) => timeOfReport(reports[row]!.filedAt, reports[row]!.origin, this.#plausible),
      place: (row) => reports[row]!.origin,
    })
    this.#refused()
    return {
      cases: cases.locations,
      contacts: contacts.locations,
      rounds: ofRounds.locations.map((location, row) =>
        this.#ruledOut.get('rounds')!.has(row) ? [] : location.in,
      ),
      unplaced: this.#unplaced,
      timeless: {
        cases: cases.timeless,
        contacts: contacts.timeless,
        rounds: new Set(ofRounds.timeless.keys()),
        facts: new Set(ofFacts.timeless.keys()),
      },
      ruledOut: this.#ruledOut,
    }
  }

  #table(
    list: UnplacedList,
    length: number,
    of: {
      readonly at: (row: number) => Location
      readonly time: (row: number) => RowTime
      readonly place: (row: number) => RowRef
    },
  ): { readonly locations: Location[]; readonly timeless: Map<number, Timeless> } {
    const rulings = (this.#facts.rulings ?? []).filter((one) => one.list === list)
    const ruledOut = new Set<number>()
    const timeless = new Map<number, Timeless>()
    const locations = Array.from({ length }, (_, row) => {
      const location = of.at(row)
      const { ahead, open } = of.time(row)
      if (open) timeless.set(row, open.events)
      const isRuled = rulings.length > 0 && rulings.some((one) => isOf(one, of.place(row)))
      if (isRuled) ruledOut.add(row)
      if (!isRuled && (ahead || (location.why === null && !open))) return location
      this.#unplaced.push({
        ...{ list, index: row, refused: false, near: location.near, time: open },
        ...(isRuled ? { in: [], may: [] } : { in: location.in, may: location.may }),
        why: location.why ?? open?.why ?? 'no-ground',
      })
      return location
    })
    this.#ruledOut.set(list, ruledOut)
    return { locations, timeless }
  }

  #refused(): void {
    const ruled = new Set(
      (this.#facts.rulings ?? []).map(({ list, file, row }) => `${list}\n${file}\n${row}`),
    )
    this.#facts.refused?.forEach(({ list, file, row, why, place, knownAt }, index) => {
      const isRuled = ruled.has(`${list}\n${file}\n${row}`)
      const unit = unitOfFile(file)
      const said = { zone: null, place, town: null, unit, position: null, note: null }
      const location = this.#locator.locate(said)
      const may = [...location.in, ...location.may]
      this.#unplaced.push({
        ...{ list, index, refused: true, why, in: [], may: isRuled ? [] : may },
        near: place === null ? location.near : [place],
        time: { why: 'no-time', events: new Set(), by: learnedBy(this.#plausible, knownAt ?? Number.NaN) },
      })
    })
  }
}

const hasFound = ({ result, positivePeople }: Round): boolean =>
  result === 'positive' || (positivePeople ?? 0) > 0

function rowOf(table: Pick<CaseTable, 'file' | 'row' | 'segment'>, row: number): RowRef {
  return {
    file: textAt(table.file, row) ?? '',
    row: table.row[row]!,
    segment: table.segment && textAt(table.segment, row),
  }
}

/** Whether the ruling is about the row: of files of one name the segment tells which. */
function isOf(ruling: Ruling, { file, row, segment }: RowRef): boolean {
  if (ruling.file !== file || ruling.row !== row) return false
  return ruling.segment == null || segment == null || ruling.segment === segment
}
