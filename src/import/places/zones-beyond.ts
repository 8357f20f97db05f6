import {
  areaM2,
  difference,
  dissolve,
  type Hierarchy,
  type Place,
  representativePoint,
  type Shape,
} from '#geo'
import type { ListFile } from '../list-file'
import type { ProblemPair } from '../problem'
import { zoneGround } from './zone-ground'

/** Share of a zone from which it is said to reach beyond the district: lines of two sources differ by less. */
const REACHES = 0.01

/**
 * The zones that files brought and that reach beyond the line of the district, with the ground outside (m²) and a
 * position in it, by file; none where the district, or one of several, is not drawn.
 */
export function zonesBeyond(
  lists: readonly ListFile[],
  { places, hierarchy }: { readonly places: readonly Place[]; readonly hierarchy: Hierarchy },
): { readonly file: string; readonly pairs: readonly ProblemPair[] }[] {
  const districts = places.filter(({ kind }) => kind === 'district')
  const shapes = districts.flatMap(({ shape }) => (shape?.length ? [shape] : []))
  if (districts.length === 0 || shapes.length < districts.length) return []
  const inside = shapes.length === 1 ? shapes[0]! : dissolve(shapes)
  return lists
    .filter(({ kind }) => kind.list === 'zones')
    .map(({ path, taken }) => ({
      file: path,
      pairs: taken.flatMap(({ values }) => {
        const outside = outsideOf(zoneGround(values, hierarchy), inside)
        return outside ? [{ a: String(values.id), b: districts[0]!.code, ...outside }] : []
      }),
    }))
}

function outsideOf(ground: Shape, inside: Shape): Pick<ProblemPair, 'areaM2' | 'position'> | null {
  if (ground.length === 0) return null
  const outside = difference(ground, inside)
  const area = areaM2(outside)
  return area > REACHES * areaM2(ground) ? { areaM2: area, position: representativePoint(outside) } : null
}
