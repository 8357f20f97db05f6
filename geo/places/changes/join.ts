import { dissolve } from '../../geometry/overlay/dissolve'
import { begun, end, totalOf, unlessTold } from './become'
import type { Changing, Standing } from './changing'

/** 并入: the places that end are parts of the one that begins, and its people and ground are theirs unless it says otherwise. */
export function join(standing: Standing, changing: Changing): void {
  const { ends, begins } = changing.change
  const [first] = begins
  const around = commonHolder(changing)
  const place = { ...begun(first!, changing, ends[0]!), parent: around }
  const parent = place.code
  for (const code of ends) {
    takeOut(standing, code, { around, changing })
    const former = end(standing, code, { role: 'part', heirs: [parent], parent, changing })
    standing.set(former.code, unlessTold(former, place))
  }
  const shapes = ends.flatMap((code) => changing.before.place(code)!.shape ?? [])
  const isDrawn = ends.every((code) => changing.before.place(code)!.shape)
  standing.set(parent, place.shape || !isDrawn ? place : { ...place, shape: dissolve([shapes]) })
}

/** The nearest place that holds all that end: a part of a split and its neighbour lie in what held the whole. */
function commonHolder(changing: Changing): string | null {
  const [first, ...others] = changing.change.ends.map((code) => changing.before.ancestorsOf(code))
  return first!.find((holder) => others.every((one) => one.includes(holder))) ?? null
}

/** A former whole that a place leaves has its people no longer, where both are said. */
function takeOut(
  standing: Standing,
  code: string,
  { around, changing }: { readonly around: string | null; readonly changing: Changing },
): void {
  if (standing.get(code)!.isCountedElsewhere) return
  const own = totalOf(changing, code)
  const less = (figure: number | null, taken: number | null): number | null =>
    figure === null ? null : Math.max(0, figure - (taken ?? 0))
  const holders = changing.before.ancestorsOf(code)
  for (const holder of around === null ? holders : holders.slice(0, holders.indexOf(around))) {
    const place = standing.get(holder)
    if (!place) continue
    const { people, households } = place
    standing.set(holder, {
      ...place,
      people: less(people, own.people),
      households: less(households, own.households),
    })
  }
}
