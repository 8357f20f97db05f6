import type { Place } from '../../facts'
import { difference } from '../../geometry/overlay/overlay'
import { begun, end, leftOver, shareOut, totalOf } from './become'
import type { Changing, Standing } from './changing'

/** 拆分: the place that ends holds those that begin, and their people are its own unless all of them say theirs. */
export function divide(standing: Standing, changing: Changing): void {
  const { change, before, formerOf } = changing
  const [ended] = change.ends as readonly [string]
  const key = formerOf(ended)
  const total = totalOf(changing, ended)
  const drafts = change.begins.map((one) => ({ ...begun(one, changing, ended), parent: key }))
  const parts = drafts.map((part) => withRest(part, drafts, before.shapeOf(ended)))
  const heirs = parts.map(({ code }) => code)
  const former = end(standing, ended, { role: 'whole', heirs, parent: before.holderOf(ended), changing })
  standing.set(key, { ...former, shape: before.shapeOf(ended), ...leftOver(total, parts) })
  for (const part of parts) standing.set(part.code, part)
  shareOut(standing, { of: ended, parts, changing })
}

/** The only part without ground of its own has what the others leave of the whole. */
function withRest(part: Place, parts: readonly Place[], whole: Place['shape']): Place {
  const others = parts.filter((one) => one !== part).flatMap(({ shape }) => (shape ? [shape] : []))
  if (part.shape || !whole || others.length === 0 || others.length < parts.length - 1) return part
  const rest = difference(whole, others)
  return rest.length > 0 ? { ...part, shape: rest } : part
}
