import type { Round } from '../../facts'
import { grouped } from '../../grouped'

/** A row of a round of a place, not of a zone. */
export interface RowOfPlace {
  readonly row: Round
  readonly place: string
}

/** The rows of a list by what they name, each in the order of the list. */
export interface RoundRows {
  ofZone(id: string): readonly Round[]
  ofPlaces(codes: ReadonlySet<string>): readonly RowOfPlace[]
}

const known = new WeakMap<readonly Round[], RoundRows>()

/** The same list is grouped once: every zone asks for its own. */
export function roundRowsOf(rounds: readonly Round[]): RoundRows {
  let rows = known.get(rounds)
  if (!rows) known.set(rounds, (rows = group(rounds)))
  return rows
}

function group(rounds: readonly Round[]): RoundRows {
  const byZone = grouped(rounds, ({ zone }) => zone)
  const placed = rounds.flatMap((row, at) =>
    row.zone === null && row.place !== null ? [{ row, at, place: row.place }] : [],
  )
  const byPlace = grouped(placed, ({ place }) => place)
  return {
    ofZone: (id) => byZone.get(id) ?? [],
    ofPlaces: (codes) => [...codes].flatMap((code) => byPlace.get(code) ?? []).sort((a, b) => a.at - b.at),
  }
}
