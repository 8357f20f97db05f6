import type { RulingAnswer, UnplacedRow } from '../../answers'
import type { Facts, Ruling, UnreadRow } from '../../facts'
import { formatInstant, type Instant } from '../../time/calendar'
import { decides } from '../conditions/combine'
import type { PolicyOf, ZoneGround } from '../ground/ground'
import { printMoment } from '../moves/days'
import { zonesNamed } from '../moves/steps-read'
import type { Trial } from '../moves/trial'
import { attribute } from '../record/attribution'
import { rulingOf as rulingOfUnread, unreadOf } from '../record/unread-rows'
import { resolvedOf } from './references'
import { rowOfEvent } from './row-of-event'
import type { UnplacedEvent } from './unplaced-event'

type Held = UnplacedRow['holds'][number]

/** Gathers, while transitions are answered, which leaves are unknown by which unplaced events and refused rows. */
export class HeldLeaves {
  readonly #held = new Map<number | string, Held[]>()

  noteAll(of: Omit<Held, 'leaf'>, { plan, answers }: Pick<Trial, 'plan' | 'answers'>): void {
    plan.leaves.forEach((leaf, i) => {
      const { heldBy = [], heldByRows = [] } = answers[i]!
      if (decides(leaf))
        for (const row of [...heldBy, ...heldByRows.map(keyOf)]) this.#note({ ...of, leaf: leaf.id }, row)
    })
  }

  #note(held: Held, row: number | string): void {
    const known = this.#held.get(row)
    if (known) known.push(held)
    else this.#held.set(row, [held])
  }

  of(row: number | UnreadRow): readonly Held[] {
    return this.#held.get(typeof row === 'number' ? row : keyOf(row)) ?? []
  }
}

const keyOf = ({ list, file, row }: UnreadRow): string => [list, file, row].join('\n')

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
  const placeless = unplaced.map((event, i): UnplacedRow => {
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
  const ids = zones.map(({ id }) => id).sort()
  return [...placeless, ...unreadOf(given, asOf).map((one) => unreadRow(facts, one, { ids, held }))].sort(
    byPlace,
  )
}

/** A refused row of zones may be any of them anywhere; one of steps is of the zone that it names. */
function unreadRow(
  facts: Facts,
  one: UnreadRow,
  { ids, held }: { readonly ids: readonly string[]; readonly held: HeldLeaves },
): UnplacedRow {
  const { list, file, row, why, zone, knownAt = null, isTaken = false } = one
  const { timezone } = facts.pack
  const ruling = rulingOfUnread(facts, one)
  const named =
    list !== 'transitions' || zone === null ? [] : ids.filter((id) => zonesNamed(facts, zone).includes(id))
  return {
    ...{
      list,
      id: isTaken && list === 'zones' ? zone : null,
      file,
      segment: null,
      row,
      why,
      refused: !isTaken,
      near: [],
    },
    zones: named.length > 0 ? named : ids,
    candidateTime: { from: null, to: null },
    knownAt: knownAt === null ? null : formatInstant(timezone, knownAt),
    holds: held.of(one),
    ruledOut: ruling && rulingOf(timezone, ruling),
  }
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

const LISTS: readonly UnplacedRow['list'][] = [
  ...(['cases', 'contacts', 'rounds', 'facts', 'reports'] as const),
  ...(['zones', 'transitions'] as const),
]

function byPlace(a: UnplacedRow, b: UnplacedRow): number {
  const file = a.file < b.file ? -1 : a.file > b.file ? 1 : 0
  return LISTS.indexOf(a.list) - LISTS.indexOf(b.list) || file || (a.row ?? 0) - (b.row ?? 0)
}
