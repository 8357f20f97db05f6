import { dissolve } from '../../geometry/overlay/dissolve'
import { begun, end, unlessTold } from './become'
import type { Changing, Standing } from './changing'

/** 并入: the places that end are parts of the one that begins, and its people and ground are theirs unless it says otherwise. */
export function join(standing: Standing, changing: Changing): void {
  const { ends, begins } = changing.change
  const [first] = begins
  const place = begun(first!, changing, ends[0]!)
  const parent = place.code
  for (const code of ends) {
    const former = end(standing, code, { role: 'part', heirs: [parent], parent, changing })
    standing.set(former.code, unlessTold(former, place))
  }
  const shapes = ends.flatMap((code) => changing.before.place(code)!.shape ?? [])
  const isDrawn = ends.every((code) => changing.before.place(code)!.shape)
  standing.set(parent, place.shape || !isDrawn ? place : { ...place, shape: dissolve([shapes]) })
}
