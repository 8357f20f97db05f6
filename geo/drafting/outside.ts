import { SLIVER_M2 } from '../places/overlaps'

/** Ground of a line beyond the district, by the neighbour it lies in; null where nobody told of one. */
export interface OutsidePart {
  readonly neighbour: string | null
  readonly areaM2: number
}

/** So many m² beyond the district: those that lie in neighbours by name, and what is left. Slivers are nothing. */
export function outsideParts(
  beyondM2: number,
  neighbours: readonly { readonly name: string; readonly areaM2: number }[],
): OutsidePart[] {
  const parts = neighbours
    .map(({ name, areaM2 }): OutsidePart => ({ neighbour: name, areaM2 }))
    .filter(({ areaM2 }) => areaM2 > SLIVER_M2)
  const rest = beyondM2 - parts.reduce((sum, { areaM2 }) => sum + areaM2, 0)
  return rest > SLIVER_M2 ? [...parts, { neighbour: null, areaM2: rest }] : parts
}
