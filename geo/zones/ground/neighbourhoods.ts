import { Groups } from '../../clusters/groups'
import type { Setting } from '../moves/setting'
import { bequeathers } from '../stays/heirs'

/** The zones that a zone may ask about where they lie, itself among them; the same list for each of them. */
export type Neighbourhoods = (id: string) => readonly string[]

const known = new WeakMap<Setting, Neighbourhoods>()

/**
 * Zones joined over all that one may ask of another by where it lies: that they share a line, that one names the other
 * as around it, that one runs on in the other; and over what joins those again. Who lies inside whom, who holds whom and
 * in which zone one ends are never asked beyond. Zones counted in a unit (`zones`) are asked of all, wherever they lie.
 */
export function neighbourhoodsOf(setting: Setting): Neighbourhoods {
  let found = known.get(setting)
  if (!found) known.set(setting, (found = join(setting)))
  return found
}

function join({ live, stays }: Setting): Neighbourhoods {
  const ids = [...new Set([...stays.keys(), ...live.keys()])]
  const rowOf = new Map(ids.map((id, row) => [id, row]))
  const groups = new Groups(ids.length)
  const joinAll = (id: string, others: readonly (string | null)[]): void => {
    for (const other of others) {
      const row = other === null ? undefined : rowOf.get(other)
      if (row !== undefined) groups.join(rowOf.get(id)!, row)
    }
  }
  for (const [id, own] of stays) for (const stay of own) joinAll(id, [stay.parent, ...bequeathers(stay)])
  for (const { id, ground } of live.values())
    joinAll(
      id,
      ground.beside.flatMap(({ zones }) => zones),
    )
  const members = new Map<number, string[]>()
  for (const [row, id] of ids.entries()) {
    const root = groups.find(row)
    const group = members.get(root)
    if (group) group.push(id)
    else members.set(root, [id])
  }
  return (id) => {
    const row = rowOf.get(id)
    return row === undefined ? [] : members.get(groups.find(row))!
  }
}
