import type { RulingAnswer, UnplacedRow } from '../../answers'
import type { Facts, Ruling } from '../../facts'
import { formatInstant, type Instant } from '../../time/calendar'
import { attribute } from '../attribution'
import { printMoment } from '../days'
import type { PolicyOf, ZoneGround } from '../ground'
import { resolvedOf } from './references'
import { rowOfEvent } from './row-of-event'
import type { UnplacedEvent } from './unplaced-event'

type Held = UnplacedRow['holds'][number]

/** Gathers, while transitions are answered, which leaves are unknown by which unplaced events. */
export class HeldLeaves {
  readonly #byEvent = new Map<number, Held[]>()

  note(held: Held, events: readonly number[]): void {
    for (const event of events) {
      const known = this.#byEvent.get(event)
      if (known) known.push(held)
      else this.#byEvent.set(event, [held])
    }
  }

  of(event: number): readonly Held[] {
    return this.#byEvent.get(event) ?? []
  }
}

/** Every row that cannot be given to its ground or time as seen at the as-of, and what each holds. */
export function unplacedRows(
  given: Facts,
  { asOf, policyOf, held }: { asOf: Instant; policyOf: PolicyOf; held: HeldLeaves },
): UnplacedRow[] {
  const { facts } = resolvedOf(given)
  const { zones, unplaced = [] } = attribute(facts, asOf, policyOf)
  const rulings = facts.rulings ?? []
  const { timezone } = facts.pack
  const concerned = concernedIn(zones)
  return unplaced
    .map((event, i): UnplacedRow => {
      const { list, refused, why, near } = event
      const { id, file, segment = null, row, at, knownAt } = rowOfEvent(facts, event)
      const ruling = rulings.find(
        (one) =>
          one.list === list &&
          one.file === file &&
          one.row === row &&
          (one.segment == null || segment === null || one.segment === segment),
      )
      const stated = event.time ? null : printMoment(timezone, at)
      return {
        ...{ list, id, file, segment, row, why, refused, near },
        zones: concerned(event),
        candidateTime: { from: stated, to: latestOf(timezone, event) ?? stated },
        knownAt: knownAt === null ? null : formatInstant(timezone, knownAt),
        holds: held.of(i),
        ruledOut: ruling ? rulingOf(timezone, ruling) : null,
      }
    })
    .sort(byPlace)
}

const NONE: readonly number[] = []

/** The ids of the zones that a row concerns; the same grounds give the same list. */
function concernedIn(zones: readonly ZoneGround[]): (event: UnplacedEvent) => readonly string[] {
  const known = new Map<readonly number[], Map<readonly number[], readonly string[]>>()
  return ({ may, in: inside, time }) => {
    const certain = time ? inside : NONE
    let byCertain = known.get(may)
    if (!byCertain) known.set(may, (byCertain = new Map()))
    let ids = byCertain.get(certain)
    if (!ids)
      byCertain.set(certain, (ids = [...new Set([...may, ...certain])].map((zone) => zones[zone]!.id).sort()))
    return ids
  }
}

const latestOf = (timezone: string, { time }: UnplacedEvent): string | null =>
  time && formatInstant(timezone, time.by)

function rulingOf(timezone: string, { kind, of, by, role, reason, at, event }: Ruling): RulingAnswer {
  return { kind, of, by, role, reason, at: formatInstant(timezone, at), event }
}

const LISTS: readonly UnplacedRow['list'][] = ['cases', 'contacts', 'rounds', 'facts', 'reports']

function byPlace(a: UnplacedRow, b: UnplacedRow): number {
  const file = a.file < b.file ? -1 : a.file > b.file ? 1 : 0
  return LISTS.indexOf(a.list) - LISTS.indexOf(b.list) || file || (a.row ?? 0) - (b.row ?? 0)
}
