import type { Facts, Instant, ListName, RefusedRow, Ruling, UnreadRow } from '#geo'
import { readMoment } from '#geo'
import type { LogEvent, RowAt, RowSubject, UnreadSubject, Value } from '../events'
import type { LiveRows } from '../rows/live-rows'

type DeedType<Verb extends string> = Extract<LogEvent, { type: `${RowSubject}.${Verb}@1` }>
type UnreadDeed = Extract<LogEvent, { type: `${UnreadSubject}.ruledOut@1` }>
type RulingOut = DeedType<'ruledOut'> | UnreadDeed
export type RowDeed = DeedType<'located'> | DeedType<'narrowed'> | RulingOut
export type Refusal = Extract<LogEvent, { type: 'rows.refused@1' }>

/** The list that holds the rows of a subject, and the field that says when they were. */
export const LIST_OF: Readonly<
  Record<RowSubject, { readonly list: RefusedRow['list']; readonly time: string }>
> = {
  case: { list: 'cases', time: 'reportedAt' },
  contact: { list: 'contacts', time: 'exposedAt' },
  round: { list: 'rounds', time: 'finishedAt' },
  fact: { list: 'facts', time: 'at' },
  report: { list: 'reports', time: 'filedAt' },
}

const UNREAD_LIST_OF: Readonly<Record<UnreadSubject, UnreadRow['list']>> = {
  stay: 'zones',
  step: 'transitions',
}

const KINDS: readonly string[] = ['notInAnyZone', 'outsideDistrict', 'duplicateOf', 'enteredByMistake']
const ROLES: readonly string[] = ['epidemiologist', 'approver']

interface Ruled {
  readonly list: Ruling['list']
  readonly event: RulingOut
  readonly at: RowAt
  /** identity of a row that stands in its list; null for a refused one */
  readonly id: string | null
}

/** Rows that imports refused, and what people have said of rows that could not be placed. */
export class RowDeeds {
  /** by list and file */
  readonly #refused = new Map<string, RefusedRow[]>()
  /** of zones and transitions, by list and file */
  readonly #unread = new Map<string, UnreadRow[]>()
  readonly #ruled = new Map<string, Ruled>()

  constructor(private readonly rowsOf: (list: ListName) => LiveRows) {}

  /** What an import refused of a file. Where a person has narrowed a row that is refused again, that stays. */
  refuse({ list, source: file, refused }: Refusal, knownAt: Instant | null): void {
    const key = `${list}\n${file}`
    if (list === 'zones' || list === 'transitions') {
      const rows = refused.map(({ row, why, zone = null, transition = null, places, members }) => ({
        ...{ list, file, row, why, zone, transition },
        ...(places ? { places } : {}),
        ...(members ? { members } : {}),
      }))
      this.#leaveUnread(key, rows, knownAt)
      return
    }
    const before = new Map((this.#refused.get(key) ?? []).map((one) => [one.row, one]))
    this.#refused.set(
      key,
      refused.map(({ row, why }) => ({
        ...{ list, file, row, why, place: before.get(row)?.place ?? null },
        knownAt: before.get(row)?.knownAt ?? knownAt,
      })),
    )
  }

  /** A row refused again for the same cause is the same one; of another cause it is another, and was never ruled out. */
  #leaveUnread(key: string, rows: readonly UnreadRow[], knownAt: Instant | null): void {
    const before = this.#unread.get(key) ?? []
    const sameAs = (row: UnreadRow): UnreadRow | undefined =>
      before.find((one) => TOLD.every((name) => String(one[name]) === String(row[name])))
    for (const one of before)
      if (!rows.some((row) => sameAs(row) === one)) this.#ruled.delete(`${key}\n${one.row}`)
    this.#unread.set(
      key,
      rows.map((row) => ({ ...row, knownAt: sameAs(row)?.knownAt ?? knownAt })),
    )
  }

  /** Null where the deed was done to every row; else why it was not. */
  end(event: RowDeed, timezone: string): 'no-such-row' | 'not-a-value' | null {
    if (!isSound(event, timezone)) return 'not-a-value'
    if (isOfUnread(event)) return this.#endUnread(event)
    const { list, time } = LIST_OF[event.type.split('.')[0] as RowSubject]
    const done = event.rows.map((at) => this.#one(event, { list, time, at }))
    return done.every(Boolean) ? null : 'no-such-row'
  }

  #endUnread(event: UnreadDeed): 'no-such-row' | null {
    const list = UNREAD_LIST_OF[event.type.split('.')[0] as UnreadSubject]
    const done = event.rows.map((at) => {
      const id = at.row === null ? null : this.rowsOf(list).idAt(at)
      if (id === null && !this.#isUnread(list, at)) return false
      this.#ruled.set(`${list}\n${id ?? `${at.file}\n${at.row}`}`, { list, event, at, id })
      return true
    })
    return done.every(Boolean) ? null : 'no-such-row'
  }

  #isUnread(list: UnreadRow['list'], { file, row }: RowAt): boolean {
    return this.#unread.get(`${list}\n${file}`)?.some((one) => one.row === row) ?? false
  }

  #one(
    event: Exclude<RowDeed, UnreadDeed>,
    { list, time, at }: { list: RefusedRow['list']; time: string; at: RowAt },
  ): boolean {
    const id = at.row === null ? null : this.rowsOf(list).idAt(at)
    const refused = id === null ? this.#refusedAt(list, at) : null
    if (id === null && !refused) return false
    const key = `${list}\n${id ?? `${at.file}\n${at.row}`}`
    if (isRulingOut(event)) {
      this.#ruled.set(key, { list, event, at, id })
      return true
    }
    this.#ruled.delete(key)
    if (refused) {
      const rows = this.#refused.get(`${list}\n${at.file}`)!
      rows[rows.indexOf(refused)] = { ...refused, place: event.place }
      return true
    }
    const times = list === 'rounds' ? this.#timesOfRound(id!) : [time]
    return this.rowsOf(list).patch(id!, patchOf(event, times))
  }

  /** The fields that a time said of a round is meant for: its beginning, and its end where that is open too. */
  #timesOfRound(id: string): readonly string[] {
    const [hasBegun, hasEnded] = ['startedAt', 'finishedAt'].map((name) =>
      this.rowsOf('rounds').has(id, name),
    )
    return hasBegun === hasEnded ? ['startedAt', 'finishedAt'] : ['startedAt']
  }

  #refusedAt(list: RefusedRow['list'], { file, row }: RowAt): RefusedRow | null {
    return this.#refused.get(`${list}\n${file}`)?.find((one) => one.row === row) ?? null
  }

  #isOpen(list: Ruling['list'], at: RowAt): boolean {
    if (list === 'zones' || list === 'transitions') return this.#isUnread(list, at)
    return this.#refusedAt(list, at) !== null
  }

  /** Every row that is still refused, and everyone that a person has ruled out, as their lists hold them now. */
  read(): Pick<Required<Facts>, 'refused' | 'unread' | 'rulings'> {
    const unread = [...this.#unread.values()].flat()
    const refused = [...this.#refused.values()].flat()
    const rulings = [...this.#ruled.values()].flatMap(({ list, event, at, id }): Ruling[] => {
      const where = id === null ? this.#isOpen(list, at) && at : this.rowsOf(list).placeOf(id)
      if (!where) return []
      const { kind, of, role, because, by, recordedAt } = event
      return [
        {
          ...{ list, file: where.file, row: where.row, segment: where.segment ?? null },
          ...{ kind, of, role, by: by.name, reason: because },
          ...{ at: recordedAt, event: event.id },
        },
      ]
    })
    return {
      refused: Object.freeze(refused),
      unread: Object.freeze(unread),
      rulings: Object.freeze(rulings),
    }
  }
}

/** What is told of a row of zones or steps that was refused. */
const TOLD = ['row', 'why', 'zone', 'transition', 'places', 'members'] as const

const isOfUnread = (event: RowDeed): event is UnreadDeed => /^(stay|step)\./.test(event.type)
const isRulingOut = (event: RowDeed): event is RulingOut => event.type.endsWith('.ruledOut@1')
const isNarrowing = (event: RowDeed): event is DeedType<'narrowed'> => event.type.endsWith('.narrowed@1')

function isSound(event: RowDeed, timezone: string): boolean {
  if (!Array.isArray(event.rows) || event.rows.length === 0) return false
  if (isRulingOut(event))
    return (
      KINDS.includes(event.kind) &&
      ROLES.includes(event.role) &&
      event.because.trim() !== '' &&
      event.by.name.trim() !== '' &&
      (event.kind !== 'duplicateOf' || (event.of ?? '') !== '')
    )
  if (isNarrowing(event)) return event.place.trim() !== ''
  const { place, zone, position, at } = event
  if (at !== null && readMoment(timezone, at) === null) return false
  if (position !== null && !position.every((one) => Number.isFinite(one))) return false
  return [place, zone, position, at].some((one) => one !== null)
}

/** The ground said takes the place of the whole ground of the row, the time that of its time. */
function patchOf(event: Exclude<RowDeed, RulingOut>, times: readonly string[]): Record<string, Value> {
  if (isNarrowing(event)) return { place: event.place, zone: null, lng: null, lat: null, town: null }
  const { place, zone, position, at } = event
  const ground = place !== null || zone !== null || position !== null
  const [lng, lat] = position ?? [null, null]
  const told = at === null ? {} : Object.fromEntries(times.map((time) => [time, at]))
  return { ...(ground ? { place, zone, lng, lat, town: null } : {}), ...told }
}
