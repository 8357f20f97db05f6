import type { UnplacedList } from '../../answers'
import { textAt } from '../../columns'
import type { CaseTable, Facts, RowRef, Ruling } from '../../facts'
import type { Instant } from '../../time/calendar'
import type { ZoneGround } from '../ground/ground'
import type { Timeless } from '../record/row-events'
import { unitOfFile } from '../record/whereabouts'
import { type Grounded, groundedAmong } from './grounded-rows'
import { type RowTime, timeOfFact, timeOfReport, timeOfRound } from './open-times'
import { resolvedOf } from './references'
import type { Location } from './said'
import { timesOfCases, timesOfContacts } from './table-times'
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
export function locateRows(
  given: Facts,
  zones: readonly ZoneGround[],
  asOf: Instant,
  look?: () => void,
): Located {
  return new Locating(given, zones, { asOf, look }).all()
}

class Locating {
  readonly #facts: Facts
  readonly #grounded: Grounded
  readonly #plausible
  readonly #unplaced: UnplacedEvent[] = []
  readonly #ruledOut = new Map<UnplacedList, Set<number>>()

  constructor(
    given: Facts,
    zones: readonly ZoneGround[],
    { asOf, look }: { readonly asOf: Instant; readonly look: (() => void) | undefined },
  ) {
    const { facts } = resolvedOf(given)
    this.#facts = facts
    this.#grounded = groundedAmong(facts, zones, look)
    this.#plausible = plausibleAt(facts, asOf)
  }

  all(): Located {
    const { cases: casesTable, contacts: contactsTable, rounds, statedFacts, reports } = this.#facts
    const grounded = this.#grounded
    const cases = this.#table('cases', grounded.cases, {
      time: timesOfCases(casesTable, this.#plausible),
      place: (row) => rowOf(casesTable, row),
    })
    const contacts = this.#table('contacts', grounded.contacts, {
      time: timesOfContacts(contactsTable, this.#plausible),
      place: (row) => rowOf(contactsTable, row),
    })
    const ofRounds = this.#table('rounds', grounded.rounds, {
      time: (row) => timeOfRound(rounds[row]!, this.#plausible),
      place: (row) => rounds[row]!.origin,
    })
    const ofFacts = this.#table('facts', grounded.statedFacts, {
      time: (row) => timeOfFact(statedFacts[row]!, this.#plausible),
      place: (row) => statedFacts[row]!.origin,
    })
    this.#table('reports', grounded.reports, {
      time: (row) => timeOfReport(reports[row]!.filedAt, reports[row]!.origin, this.#plausible),
      place: (row) => reports[row]!.origin,
    })
    this.#refused()
    return {
      cases: grounded.cases,
      contacts: grounded.contacts,
      rounds: grounded.rounds.map((location, row) =>
        this.#ruledOut.get('rounds')!.has(row) ? [] : location.in,
      ),
      unplaced: this.#unplaced,
      timeless: {
        cases,
        contacts,
        rounds: new Set(ofRounds.keys()),
        facts: new Set(ofFacts.keys()),
      },
      ruledOut: this.#ruledOut,
    }
  }

  /** Notes what is unplaced of a list; the rows that count with events left out. */
  #table(
    list: UnplacedList,
    locations: readonly Location[],
    of: { readonly time: (row: number) => RowTime; readonly place: (row: number) => RowRef },
  ): Map<number, Timeless> {
    const rulings = (this.#facts.rulings ?? []).filter((one) => one.list === list)
    const ruledOut = new Set<number>()
    const timeless = new Map<number, Timeless>()
    locations.forEach((location, row) => {
      const { ahead, open } = of.time(row)
      if (open) timeless.set(row, open.events)
      const isRuled = rulings.length > 0 && rulings.some((one) => isOf(one, of.place(row)))
      if (isRuled) ruledOut.add(row)
      if (!isRuled && (ahead || (location.why === null && !open))) return
      this.#unplaced.push({
        ...{ list, index: row, refused: false, near: location.near, time: open },
        ...(isRuled ? { in: [], may: [] } : { in: location.in, may: location.may }),
        why: location.why ?? open?.why ?? 'no-ground',
      })
    })
    this.#ruledOut.set(list, ruledOut)
    return timeless
  }

  #refused(): void {
    const ruled = new Set(
      (this.#facts.rulings ?? []).map(({ list, file, row }) => `${list}\n${file}\n${row}`),
    )
    this.#facts.refused?.forEach(({ list, file, row, why, place, knownAt }, index) => {
      const isRuled = ruled.has(`${list}\n${file}\n${row}`)
      const unit = unitOfFile(file)
      const said = { zone: null, place, town: null, unit, position: null, note: null }
      const location = this.#grounded.locator.locate(said)
      const may = [...location.in, ...location.may]
      this.#unplaced.push({
        ...{ list, index, refused: true, why, in: [], may: isRuled ? [] : may },
        near: place === null ? location.near : [place],
        time: { why: 'no-time', events: new Set(), by: learnedBy(this.#plausible, knownAt ?? Number.NaN) },
      })
    })
  }
}

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
