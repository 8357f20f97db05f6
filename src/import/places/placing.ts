import {
  codesMeant,
  type Facts,
  hierarchyOf,
  type Place,
  positionsRead,
  type ZoneStay,
  zonesMeant,
} from '#geo'
import type { ListFile } from '../list-file'
import { aProblem, type Problem, type ProblemCode } from '../problem'

/** What a text means that is no code, within a town where one is given: codes of places or ids of zones. */
export type Meaning = (
  to: 'place' | 'zone' | 'facility',
  text: string,
  town: string | null,
) => readonly string[]

/** What texts mean by the places and zones at hand and those of the log: as lookup and assessment read them. */
export function meaningOf(
  lists: readonly ListFile[],
  { places, existing }: { places: readonly Place[]; existing: Facts | null },
): Meaning {
  const hierarchy = hierarchyOf(places)
  const zones = [...(existing?.zones ?? []), ...namedIn(lists)]
  return (to, text, town) => {
    if (to === 'facility') return []
    return to === 'zone' ? zonesMeant({ zones }, text) : codesMeant(hierarchy, text, town)
  }
}

function namedIn(lists: readonly ListFile[]): Pick<ZoneStay, 'id' | 'name'>[] {
  return lists
    .filter(({ kind }) => kind.list === 'zones')
    .flatMap(({ taken }) =>
      taken.map(({ values }) => ({ id: String(values.id), name: String(values.name ?? values.id) })),
    )
}

const CODES: Record<'place' | 'zone', readonly [one: ProblemCode, several: ProblemCode]> = {
  place: ['place-by-name', 'several-places'],
  zone: ['zone-by-name', 'several-zones'],
}

/** How a reference that is no code is noted: read as the one meant, as several, or as nobody's (null). */
export function readingOf(
  to: 'place' | 'zone' | 'facility',
  codes: readonly string[],
): { readonly code: ProblemCode; readonly suggestion: string } | null {
  if (to === 'facility' || codes.length === 0) return null
  const [one, several] = CODES[to]
  return { code: codes.length === 1 ? one : several, suggestion: codes.slice(0, SHOWN).join(' | ') }
}

const SHOWN = 8

/** Positions of cases that are none, or that were turned: once a file and cause, with the first row and how many. */
export function positionProblems(lists: readonly ListFile[], places: readonly Place[]): Problem[] {
  return lists
    .filter(({ kind }) => kind.list === 'cases')
    .flatMap((list) => {
      const found = new Map<ProblemCode, { row: number; seen: string; count: number }>()
      const { rows, lon, lat } = positionsIn(list)
      for (const [at, code] of positionsRead({ lon, lat }, places)) {
        const before = found.get(code)
        const seen = `${lon[at]}, ${lat[at]}`
        found.set(code, before ? { ...before, count: before.count + 1 } : { row: rows[at]!, seen, count: 1 })
      }
      return [...found].map(([code, { row, seen, count }]) =>
        aProblem(list.path, code, { row, column: 'lng', seen, detail: { count, areaM2: null, pairs: [] } }),
      )
    })
}

/** The rows that give a position, and where. */
function positionsIn({ taken }: ListFile) {
  const rows: number[] = []
  const lon = new Float64Array(taken.length)
  const lat = new Float64Array(taken.length)
  for (let at = 0; at < taken.length; at++) {
    const [x, y] = [taken.cellAt(at, 'lng'), taken.cellAt(at, 'lat')]
    if (typeof x !== 'number' || typeof y !== 'number') continue
    const place = rows.push(taken.rowAt(at)) - 1
    ;[lon[place], lat[place]] = [x, y]
  }
  return { rows, lon: lon.slice(0, rows.length), lat: lat.slice(0, rows.length) }
}
