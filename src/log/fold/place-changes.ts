import type { Place, PlaceBegun, PlaceChange } from '#geo'
import { readMoment, soundChanges } from '#geo'
import type { LogEvent } from '../events'
import type { PlaceType } from '../verbs'
import type { Unapplied } from './unapplied'
import { originOf, type Placed } from './zone-edits'

export type PlaceEvent = Extract<LogEvent, { type: PlaceType }>

/** A change of places with the rows that an import of the same append has replaced. */
interface Said extends Placed<PlaceEvent> {
  readonly rows: readonly Place[]
}

/** What people have said of places that became others, and what the places were that a file replaced. */
export class PlaceChanges {
  readonly #said: Said[] = []
  /** by batch, the places before its rows came */
  readonly #before = new Map<string, readonly Place[]>()
  #replacing: ReadonlySet<string> = new Set()

  /** Looks ahead: of which appends the places before their rows are to be kept. */
  expect(events: readonly LogEvent[]): void {
    this.#replacing = new Set(
      events.filter(({ type }) => type === 'place.replaced@1').map(({ batch }) => batch),
    )
  }

  /** Rows of places are about to come with an event. */
  keep({ batch }: Pick<LogEvent, 'batch'>, placesNow: () => readonly Place[]): void {
    if (this.#replacing.has(batch) && !this.#before.has(batch)) this.#before.set(batch, placesNow())
  }

  say(placed: Placed<PlaceEvent>): void {
    const rows = placed.event.type === 'place.replaced@1' ? this.#before.get(placed.event.batch) : undefined
    this.#said.push({ ...placed, rows: rows ?? [] })
  }

  /** The changes that can be made of these rows, and why the others cannot. */
  read(
    places: readonly Place[],
    timezone: string,
  ): { readonly changes: readonly PlaceChange[]; readonly unapplied: readonly Unapplied[] } {
    if (this.#said.length === 0) return { changes: NONE, unapplied: [] }
    const unapplied: Unapplied[] = []
    const changes = this.#said.flatMap((said) => {
      const change = changeOf(said, timezone)
      const { id: event, type } = said.event
      if (!change) unapplied.push({ event, type, code: 'not-a-value' })
      return change ?? []
    })
    const { made, faults } = soundChanges(places, changes, timezone)
    const typeOf = new Map(this.#said.map(({ event }) => [event.id, event.type]))
    for (const { change, fault: code } of faults)
      unapplied.push({ event: change.event!, type: typeOf.get(change.event!)!, code })
    return { changes: Object.freeze(made), unapplied }
  }
}

const NONE: readonly PlaceChange[] = Object.freeze([])

function changeOf({ event, line, rows }: Said, timezone: string): PlaceChange | null {
  const at = readMoment(timezone, event.at)
  if (!at) return null
  const said = { at, event: event.id, origin: originOf(event, line) }
  switch (event.type) {
    case 'place.merged@1':
      return { ...said, kind: 'merged', ends: event.places, begins: [event.into] }
    case 'place.split@1':
      return { ...said, kind: 'split', ends: [event.place], begins: event.into }
    case 'place.renamed@1':
      return { ...said, kind: 'renamed', ends: [event.place], begins: [named(event.place, event.name)] }
    case 'place.replaced@1': {
      const ended = new Set(event.places)
      return {
        ...{ ...said, kind: 'replaced', ends: event.places, begins: event.into.map((code) => named(code)) },
        rows: rows.filter(({ code }) => ended.has(code)),
      }
    }
  }
}

const named = (code: string, name: string | null = null): PlaceBegun => ({
  ...{ code, name, people: null, households: null },
})
