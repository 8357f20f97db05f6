import {
  areaM2,
  type Facts,
  LIES_OVER,
  type Place,
  type PlaceKind,
  type SiblingsOverlap,
  smallest,
} from '#geo'
import { placesOf } from '../across'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

/** Places of a file that lie over other places of the log: what the act of replacing them would name. */
export interface PlacesOver {
  /** name of the file */
  readonly source: string
  /** codes of the log that would end: those under it, and those of the file with other ground */
  readonly ends: readonly string[]
  /** codes of the file that would begin */
  readonly begins: readonly string[]
  readonly pairs: readonly SiblingsOverlap[]
}

/**
 * By file, the places, new or drawn anew under their own code, that lie over places of another code which the log holds,
 * `LIES_OVER` of the smaller or more. With both their people would be counted twice, so it is told before anything is
 * written.
 */
export function placesOver(
  lists: readonly ListFile[],
  { existing, pairs }: { readonly existing: Facts | null; readonly pairs: readonly SiblingsOverlap[] },
): PlacesOver[] {
  if (!existing || pairs.length === 0) return []
  const held = new Map(existing.places.filter(({ former }) => !former).map((place) => [place.code, place]))
  return lists
    .filter(({ kind }) => kind.list === 'places')
    .flatMap((list): PlacesOver[] => {
      const brought = new Map(placesOf([list]).map((place) => [place.code, place]))
      const over = pairs.filter(({ a, b, areaM2: common }) => {
        const isBetween = [
          [a, b],
          [b, a],
        ].some(
          ([one, other]) =>
            isDrawnAnew(one!, brought, held) && held.has(other!) && !brought.get(other!)?.shape,
        )
        return isBetween && common >= LIES_OVER * smallerOf([a, b], brought, held)
      })
      if (over.length === 0) return []
      return [{ source: list.path, pairs: over, ...actOf(over, brought, held) }]
    })
}

type Held = ReadonlyMap<string, Place>

/** Under a code that the log does not hold, or under its own with other ground than it has there. */
function isDrawnAnew(code: string, brought: Held, held: Held): boolean {
  const place = brought.get(code)
  return place !== undefined && !hasSameGround(place, held.get(code))
}

function smallerOf(codes: readonly string[], brought: Held, held: Held): number {
  return smallest(codes.map((code) => areaM2(brought.get(code)?.shape ?? held.get(code)?.shape ?? [])))
}

/** Of the kinds that lie over others: what is under them ends, and so does what the file gives other ground. */
function actOf(
  over: readonly SiblingsOverlap[],
  brought: Held,
  held: Held,
): Pick<PlacesOver, 'ends' | 'begins'> {
  const kinds = new Set<PlaceKind>(over.map(({ a }) => (brought.get(a) ?? held.get(a))!.kind))
  const begins = [...brought.values()].filter(
    (place) => kinds.has(place.kind) && !hasSameGround(place, held.get(place.code)),
  )
  const under = over.flatMap(({ a, b }) => [a, b]).filter((code) => held.has(code))
  const again = begins.filter(({ code }) => held.has(code)).map(({ code }) => code)
  return { ends: [...new Set([...under, ...again])].sort(), begins: begins.map(({ code }) => code).sort() }
}

/** A file that draws nothing for a place leaves it its ground. */
function hasSameGround(place: Place, other: Place | undefined): boolean {
  if (other === undefined || place.shape === null) return other !== undefined
  return JSON.stringify(ringsOf(place)) === JSON.stringify(ringsOf(other))
}

const ringsOf = ({ shape }: Place) => shape?.map((polygon) => polygon.map((ring) => [...ring])) ?? null

/** What is told of each file: which place lies over which. */
export function overProblems(over: readonly PlacesOver[]): Problem[] {
  return over.map(({ source, pairs }) => {
    const [{ a, b }] = pairs as readonly [SiblingsOverlap]
    const seen = pairs.length === 1 ? `${a} × ${b}` : `${a} × ${b} … (${pairs.length})`
    const sum = pairs.reduce((total, pair) => total + pair.areaM2, 0)
    const detail = { count: pairs.length, areaM2: sum, pairs }
    return aProblem(source, 'places-over-others', { column: 'geometry', seen, detail })
  })
}
