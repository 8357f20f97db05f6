import type { Hierarchy } from './hierarchy'

/** A compound; or a village in which no compound lies, and in which none may lie of the one it was split from. */
export function isCounted(hierarchy: Hierarchy, code: string): boolean {
  const kind = hierarchy.place(code)!.kind
  const holdsCompound = (at: string): boolean =>
    hierarchy
      .childrenOf(at)
      .some((child) => hierarchy.place(child)!.kind === 'compound' || holdsCompound(child))
  if (hierarchy.isFormer(code)) return false
  if (kind !== 'village') return kind === 'compound'
  const isCompound = (one: string): boolean => hierarchy.place(one)!.kind === 'compound'
  const mayHold = splitFrom(hierarchy, code).some((whole) => hierarchy.partsOf(whole).some(isCompound))
  return !holdsCompound(code) && !mayHold
}

/** A district, town or grid in which no list tells the villages or compounds: its own people are all that is told. */
export function isUnlisted(hierarchy: Hierarchy, code: string): boolean {
  const { kind } = hierarchy.place(code)!
  const isListed = (one: string): boolean => ['village', 'compound'].includes(hierarchy.place(one)!.kind)
  return (
    ['district', 'town', 'grid'].includes(kind) &&
    !hierarchy.isFormer(code) &&
    !splitFrom(hierarchy, code).some((whole) => hierarchy.partsOf(whole).some(isListed))
  )
}

/** The former places around it that nothing stands between: what it was split from. */
function splitFrom(hierarchy: Hierarchy, code: string): readonly string[] {
  const around = hierarchy.ancestorsOf(code)
  const first = around.findIndex((one) => !hierarchy.isFormer(one))
  return first === -1 ? around : around.slice(0, first)
}

/** Whether its own figure is known, or that of what it was split from, of which it is a share. */
export const isKnown = (
  hierarchy: Hierarchy,
  code: string,
  { figure, total }: { readonly figure: 'people' | 'households'; readonly total: number | null },
): boolean =>
  total !== null || splitFrom(hierarchy, code).some((whole) => hierarchy.place(whole)![figure] !== null)
